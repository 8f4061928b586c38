package markdown

import (
	"regexp"

	"ithaca/generator/diag"
)

// The codes of markup that other programs know.
const (
	// ForeignShortcode: a call of a template, as {{< video >}} or {% include %}.
	ForeignShortcode diag.Code = "foreign-shortcode"
	// ForeignCallout: a callout in another program's way, as :::note.
	ForeignCallout diag.Code = "foreign-callout"
	// ForeignAttributes: an id or a class in braces.
	ForeignAttributes diag.Code = "foreign-attributes"
	// WikiLink: a link or a picture in double brackets.
	WikiLink diag.Code = "wiki-link"
	// ForeignInclude: the text of another file, as <<include>>.
	ForeignInclude diag.Code = "foreign-include"
	// ForeignMark: another mark that is not read here, as ==this==.
	ForeignMark diag.Code = "foreign-mark"
	// AlmostMarkdown: Markdown that a space or a line is missing from.
	AlmostMarkdown diag.Code = "almost-markdown"
)

// foreign is markup that this package does not parse.
type foreign struct {
	code     diag.Code
	contains string // what every match holds
	pattern  *regexp.Regexp
	except   *regexp.Regexp // matches that are something else
	message  string         // with %s for what was found
	hint     string
}

const (
	shownAsWritten = "`%s` is shown as written"
	calloutHint    = "write a callout as a quote: a line `> [!NOTE]`, and its text in lines that begin with `> `"
	templateHint   = "write the text itself; a link is `[words](address)`, a picture `![what it shows](file.jpg)`"
	includeHint    = "write the text itself, or a link to the file that holds it: `[words](file.md)`"
	attributesHint = "leave the braces out; a heading's anchor is made of its words"
)

// Placeholder matches what new files have to be filled in: capitals between double brackets
// or, because many scripts have none, words that end in "…".
var Placeholder = regexp.MustCompile(`\[\[(?:\p{Lu}[^\[\]\p{Ll}\n]*|[^\[\]\p{Ll}\n]+…)\]\]`)

// foreigns are searched for in passages. A match is within a line, or two where the pattern
// says so.
var foreigns = []foreign{
	{ForeignShortcode, "{{", regexp.MustCompile(`\{\{.*?\}\}`), nil, "`%s` calls a template, which texts cannot: it is shown as written", templateHint},
	{ForeignShortcode, "{%", regexp.MustCompile(`\{%.*?%\}`), nil, "`%s` calls a template, which texts cannot: it is shown as written", templateHint},
	{ForeignShortcode, "{!", regexp.MustCompile(`\{!.+?!\}`), nil, "`%s` calls a template, which texts cannot: it is shown as written", templateHint},
	{ForeignCallout, ":::", regexp.MustCompile(`(?m)^ *:{3,} *(?:\{?[\w-]+.*)?$`), nil, shownAsWritten, calloutHint},
	{ForeignCallout, "!!!", regexp.MustCompile(`(?m)^ *!!!\+? +[\w-]+.*$`), nil, shownAsWritten, calloutHint},
	{ForeignCallout, "???", regexp.MustCompile(`(?m)^ *\?\?\?\+? +[\w-]+.*$`), nil, shownAsWritten, calloutHint},
	{ForeignCallout, "::", regexp.MustCompile(`(?m)^ *\.\. +[\w-]+::.*$`), nil, shownAsWritten, calloutHint},
	{ForeignAttributes, "{", regexp.MustCompile(`\{:?[ \t]*[#.][\pL_][^{}\n]*\}`), nil, shownAsWritten, attributesHint},
	{ForeignAttributes, "{:", regexp.MustCompile(`\{:[^{}\n]+\}`), regexp.MustCompile(`^\{:[ \t]*[#.]`), shownAsWritten, attributesHint},
	{ForeignAttributes, "{", regexp.MustCompile(`\{[\w-]+="?[^{}\n"]+"?\}`), nil, shownAsWritten, attributesHint},
	{WikiLink, "[[", regexp.MustCompile(`!?\[\[[^\[\]\n]+\]\]`), regexp.MustCompile(Placeholder.String() + "|^!"), "`%s` is no link here and is shown as written",
		"write `[words](file.md)`, with the path from this file to the other"},
	{WikiLink, "![[", regexp.MustCompile(`!\[\[[^\[\]\n]+\]\]`), nil, "`%s` shows nothing here but its brackets",
		"write `![what it shows](file.jpg)` for a picture that lies beside the text, or a link to the other text"},
	{UnknownFootnote, "[^", regexp.MustCompile(`\[\^[^\[\]\s]+\][(\[:]?`), regexp.MustCompile(`[(\[:]$`), "there is no footnote `%s`", "write the footnote in a line of its own, as `[^1]: …`"},
	{UnknownCallout, "[!", regexp.MustCompile(`(?m)^ *\[![\pL-]+\](?:$|[ \t])`), nil, "`%s` begins no callout", "begin a quote with it, as `> [!TIP]`; there are NOTE, TIP, IMPORTANT, WARNING and CAUTION"},
	{ForeignInclude, "::", regexp.MustCompile(`(?m)^ *(?:include|image|video)::?\S+\[.*$`), nil, shownAsWritten, templateHint},
	{ForeignInclude, "!", regexp.MustCompile(`(?mi)^ *!include\b.*$`), nil, shownAsWritten, includeHint},
	{ForeignMark, "==", regexp.MustCompile(`(?m)(?:^|[\s(])==[^\s=](?:[^=\n]*[^\s=])?==`), nil, "`%s` marks nothing here and is shown as written", "write `**words**` for what matters"},
	{ForeignMark, "%%", regexp.MustCompile(`(?m)(?:^|[\s(])%%[^%\n]+%%`), nil, "`%s` is no comment here: everybody would read it", "write `<!-- comment -->` around what nobody is to see"},
	{ForeignMark, "{", regexp.MustCompile(`\{(?:\+\+|--|~~|==|>>).+?(?:\+\+|--|~~|==|<<)\}`), nil, "`%s` is a change that nobody has accepted, and is shown as written", "write the text as it is to be"},
	{ForeignMark, "$$", regexp.MustCompile(`\$\$[^$\n]+\$\$`), nil, "`%s` is no formula here and is shown as written", "write the formula in words, or in backticks"},
	{ForeignMark, "^[", regexp.MustCompile(`\^\[[^\[\]\n]+\]`), nil, "`%s` is no footnote here and is shown as written", "write `[^1]` in the text, and `[^1]: …` in a line of its own"},
	{ForeignMark, ":", regexp.MustCompile(`(?m)(?:^|[\s(]):[a-z][a-z0-9_+-]+:(?:$|[\s.,;!?)])`), nil, "`%s` is no picture here and is shown as written", "write the character itself, as 🎉, or leave it out"},
	{ForeignMark, "[", regexp.MustCompile(`(?mi)^ *(?:\[\[?_?toc_?\]\]?|@\[toc\].*)$`), nil, "`%s` makes no list of contents here and is shown as written", "leave it out: a guide's list of contents is made of its headings"},
	{AlmostMarkdown, "##", regexp.MustCompile(`(?m)^ *#{2,6}[^\s#\x00].*$`), nil, "`%s` is no heading, because a space is missing", "write a space after the last `#`"},
	{AlmostMarkdown, "**", regexp.MustCompile(`\*\*[^\s*][^*\n]*\*\*|\*\*[^*\n]*[^\s*]\*\*`), nil, "`%s` is shown with its stars", "write no space inside the stars and one around them: ` **words** `"},
	{AlmostMarkdown, "|", regexp.MustCompile(`(?m)^ *\|.*\|.*\| *\n *\|.*\|.*\| *$`), nil, "`%s` begins no table, because its second line is missing", "write a line as `|---|---|`, of as many columns, below the first, and an empty line before it"},
	{AlmostMarkdown, "•", regexp.MustCompile(`(?m)^ *•.*\n *•.*$`), nil, "`%s` begins no list: all entries would stand in one paragraph", "begin each entry with `- `"},
}
