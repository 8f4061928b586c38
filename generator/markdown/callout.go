package markdown

import (
	"strings"

	"ithaca/generator/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// UnknownCallout warns of a callout of a kind that does not exist, and of one that does not
// begin a quote.
const UnknownCallout diag.Code = "unknown-callout"

// callouts are the kinds that GitHub knows.
func callouts() []string { return []string{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"} }

// callout stands as the first block in a quote that is a callout. Its title, if
// the author wrote one, is the block after it.
type callout struct {
	ownBlock
	kind   string // in lower case
	titled bool
}

// calloutMarks turn a quote that begins with a line like "[!TIP]" into a
// callout. They see each paragraph as it ends, before its words are parsed, so
// that the mark never becomes words. Words after the mark become a title.
type calloutMarks struct{}

func (calloutMarks) Transform(n *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := n.Parent().(*ast.Blockquote)
	if !ok || quote.FirstChild() != ast.Node(n) {
		return
	}
	first := n.Lines().At(0)
	first = first.TrimLeftSpace(reader.Source())
	name, size := calloutName(first.Value(reader.Source()))
	if size == 0 {
		return
	}
	kind := ""
	for _, known := range callouts() {
		if strings.EqualFold(name, known) {
			kind = strings.ToLower(known)
		}
	}
	if kind == "" {
		return // see foreigns
	}
	mark := &callout{kind: kind}
	quote.InsertBefore(quote, n, mark)
	title := first.WithStart(first.Start + size)
	title = title.TrimLeftSpace(reader.Source())
	title = title.TrimRightSpace(reader.Source())
	if title.Len() > 0 {
		mark.titled = true
		block := ast.NewTextBlock()
		block.Lines().Append(title)
		quote.InsertBefore(quote, n, block)
	}
	n.Lines().SetSliced(1, n.Lines().Len())
	if n.Lines().Len() == 0 {
		quote.RemoveChild(quote, n)
	}
}

// calloutName reads "[!NAME]" at the beginning of a line and returns the name and
// the mark's size, 0 when there is none.
func calloutName(line []byte) (name string, size int) {
	if len(line) < 4 || line[0] != '[' || line[1] != '!' {
		return "", 0
	}
	end := 2
	for end < len(line) && ('a' <= line[end]|0x20 && line[end]|0x20 <= 'z' || line[end] == '-') {
		end++
	}
	if end == 2 || end >= len(line) || line[end] != ']' {
		return "", 0
	}
	if rest := trimNewline(line[end+1:]); len(rest) > 0 && rest[0] != ' ' && rest[0] != '\t' {
		return "", 0
	}
	return string(line[2:end]), end + 1
}

func (w *writer) callout(quote *ast.Blockquote, mark *callout) {
	w.write(`<div class="callout callout-`, mark.kind, `" role="note">`, "\n", `<p class="callout-title"`)
	rest := mark.NextSibling()
	if mark.titled {
		w.write(directed, ">")
		w.inline(rest)
		w.endText()
		rest = rest.NextSibling()
	} else {
		w.write(">")
		w.label("callout-"+mark.kind, 0)
	}
	w.write("</p>\n")
	for ; rest != nil; rest = rest.NextSibling() {
		w.block(rest)
	}
	w.write("</div>\n")
}
