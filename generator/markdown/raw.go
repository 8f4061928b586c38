package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"ithaca/generator/diag"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// RawHTML is reported for HTML in a text. It is shown as written.
const RawHTML diag.Code = "raw-html"

// OpenComment is reported for a comment without an end, which would swallow the
// rest of the text.
const OpenComment diag.Code = "open-comment"

const (
	commentStart = "<!--"
	commentEnd   = "-->"
)

// comment is a comment between blocks, which is not shown.
type comment struct {
	ownBlock
	closed bool
}

// commentBlocks recognise comments that begin a line and end one. They may
// hold blank lines.
type commentBlocks struct{}

func (commentBlocks) Trigger() []byte             { return []byte{'<'} }
func (commentBlocks) CanInterruptParagraph() bool { return true }
func (commentBlocks) CanAcceptIndentedLine() bool { return false }

func (commentBlocks) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, _ := reader.PeekLine()
	start := pc.BlockOffset()
	if start < 0 || !bytes.HasPrefix(line[start:], []byte(commentStart)) {
		return nil, parser.NoChildren
	}
	n := &comment{}
	if end := commentStop(line[start:]); end > 0 {
		if len(bytes.TrimSpace(line[start+end:])) > 0 {
			return nil, parser.NoChildren // a paragraph that begins with a comment
		}
		n.closed = true
	}
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (commentBlocks) Continue(n ast.Node, reader text.Reader, _ parser.Context) parser.State {
	c := n.(*comment)
	if c.closed {
		return parser.Close
	}
	line, _ := reader.PeekLine()
	if end := bytes.Index(line, []byte(commentEnd)); end >= 0 {
		c.closed = true
		reader.Advance(end + len(commentEnd)) // what follows is a block of its own
		return parser.Close
	}
	reader.AdvanceToEOL()
	return parser.Continue | parser.NoChildren
}

func (commentBlocks) Close(ast.Node, text.Reader, parser.Context) {}

// commentStop returns the offset behind a comment at the beginning of a line, 0 where it
// does not end on it. "<!-->" is a comment too.
func commentStop(line []byte) int {
	if end := bytes.Index(line[2:], []byte(commentEnd)); end >= 0 {
		return 2 + end + len(commentEnd)
	}
	return 0
}

func (w *writer) comment(n *comment) {
	if !n.closed {
		w.notes.error(w.markAt(n.Pos(), commentStart), OpenComment, "write --> where the comment ends",
			"this comment has no end: all that follows would not be shown")
	}
}

// htmlTags recognise tags and comments in the words of a paragraph.
type htmlTags struct{}

// inlineComment is a comment within a paragraph, which is not shown.
type inlineComment struct{ ownInline }

func (htmlTags) Trigger() []byte { return []byte{'<'} }

func (htmlTags) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	if bytes.HasPrefix(line, []byte(commentStart)) {
		if n := parseComment(block); n != nil {
			return n
		}
		return openComment(block)
	}
	if tagStart.Match(line) {
		return parseTag(block)
	}
	return nil
}

func parseComment(block text.Reader) ast.Node {
	number, position := block.Position()
	line, _ := block.PeekLine()
	end := commentStop(line)
	for line != nil && end == 0 {
		block.AdvanceLine()
		line, _ = block.PeekLine()
		if i := bytes.Index(line, []byte(commentEnd)); i >= 0 {
			end = i + len(commentEnd)
		}
	}
	if line == nil {
		block.SetPosition(number, position)
		return nil
	}
	block.Advance(end)
	return &inlineComment{}
}

// openComment returns the <!-- of a comment without an end as HTML.
func openComment(block text.Reader) ast.Node {
	_, segment := block.PeekLine()
	n := ast.NewRawHTML()
	n.Segments.Append(segment.WithStop(segment.Start + len(commentStart)))
	block.Advance(len(commentStart))
	return n
}

// tagStart matches the beginning of a tag, a declaration or a processing instruction, but
// not of "< b" or "<3".
var tagStart = regexp.MustCompile(`^<(?:/?[A-Za-z?]|![^\x00- ])`)

// maxTag is within how many bytes of a < its > is searched for.
const maxTag = 1000

// parseTag reads from a < to the next >, over line ends, so that nothing in a
// rawHTML is taken for Markdown.
func parseTag(block text.Reader) ast.Node {
	number, position := block.Position()
	n := ast.NewRawHTML()
	skip := 1
	for seen := 0; seen < maxTag; skip = 0 {
		line, segment := block.PeekLine()
		if line == nil {
			break
		}
		if end := bytes.IndexAny(line[skip:], "<>"); end >= 0 {
			end += skip
			if line[end] == '<' {
				break
			}
			n.Segments.Append(segment.WithStop(segment.Start + end + 1))
			block.Advance(end + 1)
			return n
		}
		n.Segments.Append(segment)
		seen += len(line)
		block.AdvanceLine()
	}
	block.SetPosition(number, position)
	return nil
}

// rawHTML writes HTML escaped, and warns of it; of an end tag only if nothing was reported
// before.
func (w *writer) rawHTML(n *ast.RawHTML) {
	first := n.Segments.At(0)
	if source := first.Value(w.source); source[1] != '/' || w.notes.counts[RawHTML] == 0 {
		w.notes.warn(first.Start, RawHTML, "write Markdown; to show the sign itself write \\<",
			"`%s` looks like HTML and is shown as written", clip(strings.TrimSuffix(string(source), "\n")))
	}
	for _, line := range n.Segments.Sliced(0, n.Segments.Len()) {
		w.raw(line.Value(w.source))
	}
}
