package markdown

import (
	"regexp"
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

// callout is the first block in a quote that is a callout. The title, if the author wrote
// one, is the next block.
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
	m := calloutMark.FindSubmatch(first.Value(reader.Source()))
	if m == nil {
		return
	}
	name, size := string(m[1]), len("[!]")+len(m[1])
	kind := ""
	for _, known := range callouts() {
		if strings.EqualFold(name, known) {
			kind = strings.ToLower(known)
		}
	}
	if kind == "" {
		return // reported by linter
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

// calloutMark matches "[!NAME]" at the beginning of a line, with nothing or a title after it.
var calloutMark = regexp.MustCompile(`^\[!([A-Za-z-]+)\](?:[ \t\n]|$)`)

func (w *writer) callout(quote *ast.Blockquote, mark *callout) {
	w.write(`<div class="callout callout-`, mark.kind, `" role="note">`, "\n", `<p class="callout-title"`)
	rest := mark.NextSibling()
	if mark.titled {
		w.write(dirAuto, ">")
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
