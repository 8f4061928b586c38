package shape

// The limits, for tests.
const (
	MaxLine           = maxLine
	MaxMarkers        = maxMarkers
	MaxIndent         = maxIndent
	MaxColumns        = maxColumns
	MaxBackticks      = maxBackticks
	LineLinks         = lineLinks
	ParagraphBrackets = paragraphBrackets
	ParagraphLines    = paragraphLines
	ParagraphOpenings = paragraphOpenings
	ParagraphRuns     = paragraphRuns
	TextAddresses     = textAddresses
	TextBars          = textBars
	TextBrackets      = textBrackets
	TextCells         = textCells
	TextDefinitions   = textDefinitions
	TextFootnotes     = textFootnotes
	TextLines         = textLines
	TextRuns          = textRuns
	TextStanding      = textStanding
	TextTicks         = textTicks
)

// Most returns how many there may be of something.
func Most(c count) int { return limits[c].most }
