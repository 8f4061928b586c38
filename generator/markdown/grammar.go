package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// grammar is the one parser: CommonMark without HTML, GitHub's tables,
// strikethrough, task lists and bare URLs, footnotes, definition lists and
// callouts. It holds no state of a text and is safe for concurrent use. The
// other is the same but for bare addresses, which are looked for at each word:
// most texts have none.
var grammar, withoutAddresses = newGrammar(inlines(true)), newGrammar(inlines(false))

// grammarFor returns the parser that suffices for a text.
func grammarFor(body []byte) parser.Parser {
	if bytes.IndexByte(body, '@') >= 0 || bytes.Contains(body, []byte("://")) || bytes.Contains(body, []byte("www.")) {
		return grammar
	}
	return withoutAddresses
}

// newGrammar makes a parser. What goldmark brings for HTML is left out and raw.go
// stands in its place, so that nothing in the tree could be passed on as HTML.
// The setting of quotes and attributes in braces are left out because both are
// open to abuse.
func newGrammar(inlines []util.PrioritizedValue) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(extension.NewDefinitionListParser(), 101),
			util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(parser.NewListParser(), 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(parser.NewBlockquoteParser(), 800),
			util.Prioritized(commentBlocks{}, 900),
			util.Prioritized(footnoteBlocks{extension.NewFootnoteBlockParser()}, 950),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithInlineParsers(inlines...),
		parser.WithParagraphTransformers(
			util.Prioritized(calloutMarks{}, 50),
			util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
			util.Prioritized(extension.NewTableParagraphTransformer(), 200),
		),
		parser.WithASTTransformers(
			util.Prioritized(extension.NewTableASTTransformer(), 0),
		),
	)
}

// inlines returns what is recognised in the words of a block.
func inlines(addresses bool) []util.PrioritizedValue {
	all := []util.PrioritizedValue{
		util.Prioritized(taskBoxes{}, 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(footnoteMarks{extension.NewFootnoteParser()}, 150),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(htmlTags{}, 400),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	}
	if addresses {
		all = append(all, util.Prioritized(bareAddresses{extension.NewLinkifyParser()}, 999))
	}
	return all
}

// bareAddresses are goldmark's, but for the search at each word of a text that
// can hold none.
type bareAddresses struct{ parser.InlineParser }

// mailKey tells a text that holds an @.
var mailKey = parser.NewContextKey()

func (p bareAddresses) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, _ := block.PeekLine()
	switch line[0] {
	case ' ', '*', '_', '~', '(':
		line = line[1:]
	}
	if len(line) == 0 {
		return nil
	}
	switch line[0] {
	case 'h', 'f', 'w': // http, ftp, www
	default:
		if pc.Get(mailKey) == nil {
			return nil
		}
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// ownKind is the kind of every node that this package adds to the tree. The
// nodes are told apart by their Go types.
var ownKind = ast.NewNodeKind("Ithaca")

// ownBlock is the common part of the blocks that this package adds. They hold
// no text to be parsed.
type ownBlock struct{ ast.BaseBlock }

func (*ownBlock) Kind() ast.NodeKind { return ownKind }
func (*ownBlock) IsRaw() bool        { return true }
func (*ownBlock) Dump([]byte, int)   {}

// ownInline is the common part of the inlines that this package adds.
type ownInline struct{ ast.BaseInline }

func (*ownInline) Kind() ast.NodeKind { return ownKind }
func (*ownInline) Dump([]byte, int)   {}
