package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// properName returns a name without spaces that do not belong, and one in capitals, or
// without any, with a capital at the start of each part.
func properName(text string) string {
	text = oneLine(strings.Trim(text, " ,;"))
	if utf8.RuneCountInString(text) < 4 || text != strings.ToUpper(text) && text != strings.ToLower(text) || text == strings.ToUpper(text) && text == strings.ToLower(text) {
		return text
	}
	var b strings.Builder
	begin := true
	for _, r := range strings.ToLower(text) {
		if begin && unicode.IsLetter(r) {
			r = unicode.ToTitle(r)
		}
		begin = r == ' ' || r == '-' || r == '\'' || r == '’' || r == '.'
		b.WriteRune(r)
	}
	return b.String()
}

// splitRole takes a role and an employer apart: "CTO, Initech", "Product lead @ Globex".
// A comma separates them only where the column asks for both.
func splitRole(text string, both bool) (role, organisation string) {
	text = oneLine(text)
	for _, between := range []string{" @ ", " at ", " bei ", " chez ", " en ", " na ", " no ", "; ", " | ", ", "} {
		if !both && between != " @ " && between != " at " {
			continue
		}
		at := strings.LastIndex(text, between)
		if at <= 0 {
			continue
		}
		role, organisation = strings.TrimSpace(text[:at]), strings.TrimSpace(text[at+len(between):])
		first, _ := utf8.DecodeRuneInString(organisation)
		if role != "" && organisation != "" && (unicode.IsUpper(first) || unicode.IsDigit(first) || between == " @ ") {
			return role, organisation
		}
	}
	return text, ""
}

// cut returns a text of at most so many characters, at the end of a word.
func cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	short := string([]rune(text)[:most-1])
	if at := strings.LastIndexByte(short, ' '); at > len(short)/2 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:–-") + "…"
}
