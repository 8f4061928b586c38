package field

// yamlFault is an error of the YAML parser, in words for people who do not know YAML.
type yamlFault struct {
	contains string // part of the parser's message or context
	message  string
	hint     string
	open     bool // report it where the construct begins if that is on an earlier line
	begin    bool // report it where the construct begins
}

// The YAML parser has no codes for its errors, so they are recognised by parts of their
// messages: those of yamlFaults, and these, which have functions of their own. A test
// provokes each.
const (
	unknownAnchor = "unknown anchor"
	strayColon    = "mapping values are not allowed"
	missingColon  = "could not find expected ':'"
	missingKey    = "did not find expected key"
	tabCharacter  = "a tab character"
)

const (
	quoteValue  = "put the value in quotes"
	closeQuote  = "add the closing quote"
	noBackslash = "a backslash in double quotes must not stand before this character"
	noSpecial   = "a value cannot begin with this character"
)

var yamlFaults = []yamlFault{
	{contains: "did not find expected ',' or ']'", message: "a comma or the closing `]` is missing", hint: "close the list with `]`, and put texts that hold brackets or commas in quotes", open: true},
	{contains: "did not find expected ',' or '}'", message: "a comma or the closing `}` is missing", hint: "close the group with `}`, and put texts that hold braces or commas in quotes", open: true},
	{contains: "found unexpected end of stream", message: "the quote that opens here is never closed", hint: closeQuote, begin: true},
	{contains: "found unexpected document indicator", message: "the quote that opens here is never closed", hint: closeQuote, begin: true},
	{contains: "found unknown escape character", message: noBackslash, hint: "put the text in single quotes, or write two backslashes"},
	{contains: "did not find expected hexadecimal number", message: noBackslash, hint: "put the text in single quotes, or write two backslashes"},
	{contains: "invalid Unicode character escape", message: "this stands for no character", hint: "write the character itself"},
	{contains: tabCharacter, message: "a tab stands where spaces indent", hint: "indent with spaces"},
	{contains: "found character that cannot start any token", message: noSpecial, hint: quoteValue},
	{contains: "did not find expected node content", message: noSpecial, hint: quoteValue},
	{contains: "mapping keys are not allowed", message: noSpecial, hint: quoteValue},
	{contains: "did not find expected alphabetic or numeric character", message: noSpecial, hint: quoteValue, begin: true},
	{contains: "directive", message: "a line cannot begin with `%`", hint: "write fields as `key: value`", begin: true},
	{contains: "tag", message: noSpecial, hint: quoteValue, begin: true},
	{contains: "block sequence entries are not allowed", message: "a list cannot begin on the line of its field", hint: "write each entry on a line of its own below the field, as `  - entry`"},
	{contains: "did not find expected '-' indicator", message: "this line does not continue the list above it", hint: "begin each entry of the list in the same column with `- `"},
	{contains: "did not find expected comment or line break", message: "after `|` or `>` the text begins on the next line", hint: "move the text to the next line and indent it, or put it in quotes"},
	{contains: "did not find expected <document start>", message: "this line is indented less than the first field", hint: "begin all fields in the same column"},
	{contains: "exceeded max depth", message: "the fields are nested too deep", hint: "write lists and fields with fewer levels"},
}
