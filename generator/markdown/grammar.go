package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// grammar is the one parser: CommonMark without HTML, GitHub's tables,
// strikethrough, task lists and bare URLs, footnotes, definition lists and
// callouts. It holds no state of a text and is safe for concurrent use.
//
// goldmark's parsers of HTML are replaced by those of raw.go, so that nothing in the tree
// can be passed on as HTML. Typographic quotes and attributes in braces are left out because
// both are open to abuse.
var grammar = parser.NewParser(
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
	parser.WithInlineParsers(
		util.Prioritized(taskBoxes{}, 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(extension.NewFootnoteParser(), 150),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(htmlTags{}, 400),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
		util.Prioritized(extension.NewLinkifyParser(), 999),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(calloutMarks{}, 50),
		util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
	),
	parser.WithASTTransformers(
		util.Prioritized(extension.NewTableASTTransformer(), 0),
	),
)

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
