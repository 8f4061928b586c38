package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
)

// headings assigns levels and anchors to headings.
type headings struct {
	top  int
	list []Heading
	open []openHeading  // the stack of headings whose sections contain the current position
	used map[string]int // by id: how often it was wanted
}

// openHeading is the level of a heading in the source, and that at which it is shown.
type openHeading struct{ written, level int }

// maxAnchored is the deepest level whose headings get a link to themselves.
const maxAnchored = 4

// level returns the level, at most 6, at which a heading is shown: one below the heading
// whose section it is in, or the top level, so that no level is skipped and equal levels
// stay equal.
func (h *headings) level(written int) int {
	for len(h.open) > 0 && h.open[len(h.open)-1].written >= written {
		h.open = h.open[:len(h.open)-1]
	}
	level := h.top
	if len(h.open) > 0 {
		level = min(h.open[len(h.open)-1].level+1, 6)
	}
	h.open = append(h.open, openHeading{written, level})
	return level
}

// maxID is the largest id in bytes.
const maxID = 100

// id returns an anchor, unique in the page, made from a heading's words as GitHub does:
// letters of any script in lower case, digits, - and _; spaces become -, and all else is
// dropped. It is none of the ids that pages use themselves.
func (h *headings) id(text string) string {
	id := anchorName(text)
	switch {
	case strings.Trim(id, "-") == "":
		id = "section"
	case id == "i", strings.HasPrefix(id, "i-"): // a second "i" would be "i-2"
		id = "h-" + id
	}
	h.used["main"] = 1
	base := id
	for n := h.used[base] + 1; h.used[id] > 0; n++ {
		h.used[base] = n
		id = base + "-" + strconv.Itoa(n)
	}
	h.used[id]++
	return id
}

func anchorName(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range text {
		if b.Len() > maxID-utf8.UTFMax {
			break
		}
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', r == '-', r == '_':
			b.WriteByte(byte(r))
		case r == ' ':
			b.WriteByte('-')
		case r == utf8.RuneError:
		case unicode.IsLetter(r), unicode.IsNumber(r), unicode.IsMark(r) && b.Len() > 0, unicode.Is(unicode.Pc, r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// heading writes a heading. The link to it is beside it, not in it, so that
// lists of headings read as the author wrote them.
func (w *writer) heading(n *ast.Heading) {
	if n.FirstChild() == nil {
		return
	}
	i := len(w.headings.list)
	level := w.headings.level(n.Level)
	w.headings.list = append(w.headings.list, Heading{Level: level, Position: w.notes.position(w.markAt(n.Pos(), "#"))})
	element := "h" + strconv.Itoa(level)
	if level <= maxAnchored {
		w.write(`<div class="heading">`)
	}
	w.write("<", element, ` id="`)
	w.slot(slot{kind: anchorSlot, n: uint32(i)}) // made of the words, which come after it
	w.write(`"`, dirAuto, ">")
	w.endText()
	from := w.text.Len()
	w.inline(n)
	text := string(bytes.TrimSpace(w.text.Bytes()[from:]))
	w.headings.list[i].Text = text
	w.headings.list[i].ID = w.headings.id(text)
	w.write("</", element, ">")
	if level <= maxAnchored {
		w.write(`<a class="anchor" href="#`)
		w.slot(slot{kind: anchorSlot, n: uint32(i)})
		w.write(`" aria-label="`)
		w.label(headingAnchor, i)
		w.write(`">#</a></div>`)
	}
	w.write("\n")
	w.endText()
}
