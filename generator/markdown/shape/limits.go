package shape

const (
	maxLine    = 8 << 10 // bytes in a line
	maxMarkers = 12      // list and quote markers before a line's words
	maxIndent  = 40      // columns of white space before a line's words
	maxColumns = 40      // columns of a table
)

// count is something in a text of which there may be only so many.
type count uint8

// Counts of a line come first, then those of a paragraph, then those of the
// whole text.
const (
	lineLinks count = iota // "](", each of which may read to the end of the line

	paragraphLines    // lines without a blank one; the parser walks along them for each bracket
	paragraphBrackets // [ and ]; a closing one looks at all that stands since its opening one
	paragraphRuns     // runs of *, _ or ~; a closing one looks at all before it
	paragraphOpenings // "<!" and "<?", each of which may read to the end of the paragraph

	textLines
	textBrackets
	textRuns
	textDefinitions // "]:", of links and footnotes
	textFootnotes   // "[^"; each mark looks at all footnotes
	textTicks       // escaped backticks; the one after it may read to the end of the paragraph
	textBars        // escaped bars; each is looked for in all code in tables
	textAddresses   // "@" and ":/"
	textCells       // of all tables; a short row gets all its cells
	textStanding    // blank lines, each times the lists and quotes around it, all of which the parser visits

	counts
)

// limit says how many there may be of something, and what an author is told.
type limit struct {
	most       int
	what, hint string
}

const (
	splitText      = "split the text into several pages"
	splitParagraph = "put blank lines between paragraphs"
)

// limits bound the parser's work where it grows faster than the text, so that
// 64 KiB take less than a tenth of a second and 1 MiB less than a second,
// whatever they hold. Guides written by hand stay far below.
var limits = [counts]limit{
	lineLinks: {100, "too many links in a line", "break the line"},

	paragraphLines:    {1_000, "too many lines without a blank one", splitParagraph},
	paragraphBrackets: {1_000, "too many [ and ] in a paragraph", splitParagraph},
	paragraphRuns:     {600, "too many *, _ and ~ in a paragraph", splitParagraph},
	paragraphOpenings: {100, "too many <! and <? in a paragraph", "remove them"},

	textLines:       {20_000, "too many lines", splitText},
	textBrackets:    {10_000, "too many [ and ] in the text", splitText},
	textRuns:        {20_000, "too many *, _ and ~ in the text", splitText},
	textDefinitions: {500, "too many definitions of links and footnotes", splitText},
	textFootnotes:   {1_000, "too many footnotes", splitText},
	textTicks:       {50, "too many escaped backticks in the text", "write code with a backtick in it between two: ``a`b``"},
	textBars:        {500, "too many escaped bars in the text", "split the tables"},
	textAddresses:   {5_000, "too many addresses in the text", splitText},
	textCells:       {4_000, "too many cells in tables", "split the tables"},
	textStanding:    {200_000, "too many blank lines inside deep lists", "remove blank lines or write flatter lists"},
}

// maxBackticks is how many backticks may follow each other. A run looks for one
// of its own length, so the number of lengths counts.
const maxBackticks = 12
