package review

import (
	"fmt"
	"regexp"
	"strings"

	"ithaca/generator/diag"
)

// document is text in Markdown, in which nothing that a stranger wrote is markup.
type document struct{ strings.Builder }

// say writes a line. The format is ours and may hold markup; every text filled in for %s
// is written as it reads, and cut off where it is long.
func (d *document) say(format string, filled ...any) {
	for i, value := range filled {
		if text, ok := value.(string); ok {
			filled[i] = literal(text)
		}
	}
	fmt.Fprintf(d, format+"\n", filled...)
}

// longest is how much of a text is shown, in characters.
const longest = 300

// joiner is the word joiner, which nobody sees. GitHub makes links and notices of names,
// numbers and addresses after it has read the Markdown, where escapes do not help.
const joiner = "\u2060"

var (
	markup = regexp.MustCompile("[\\\\`*_\\[\\]<>#&|~$@^]|:[\\pL+-]") // wherever it stands; :a may begin a picture
	first  = regexp.MustCompile(`^(?:(\d+)([.)])|([-+=:]))`)          // where a line begins with it
	linked = regexp.MustCompile(`(?i)[@#]|://|\bwww|\bgh-`)
)

// literal returns a text as Markdown that shows it as it is.
func literal(text string) string {
	text = diag.Visible(text)
	if runes := []rune(text); len(runes) > longest {
		text = string(runes[:longest]) + " …"
	}
	text = linked.ReplaceAllStringFunc(text, func(found string) string { return found[:1] + joiner + found[1:] })
	return first.ReplaceAllString(markup.ReplaceAllString(strings.TrimLeft(text, " "), `\$0`), `$1\$2$3`)
}
