// Package answer reads what people write into the cells of a form.
//
// It takes texts, in English, Spanish, French, Portuguese and German, and returns values:
// days, zones, languages, hours of a week, places, a yes or a no. Where a text is ambiguous
// it reports that, with what may be meant. It does not know which field a text belongs to,
// nor whose it is.
package answer

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ProperName returns a name on one line. If it is all in capitals or all in small letters,
// each part gets a capital at its start.
func ProperName(text string) string {
	text = OneLine(strings.Trim(text, " ,;"))
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
	return particle.ReplaceAllStringFunc(b.String(), strings.ToLower)
}

// particle is a word within a name that has no capital.
var particle = regexp.MustCompile(` (?:D[aeo]s?|Del|Von) `)

// Title returns a text as a title: words of more than five capitals become small, and a
// first word in small letters gets a capital. One in mixed case, as iOS, stays.
func Title(text string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if w == strings.ToUpper(w) && utf8.RuneCountInString(w) > 5 {
			words[i] = strings.ToLower(w)
		}
	}
	text = strings.Join(words, " ")
	if len(words) > 0 && words[0] == strings.ToLower(words[0]) {
		first, size := utf8.DecodeRuneInString(text)
		text = string(unicode.ToTitle(first)) + text[size:]
	}
	return text
}

// SplitRole splits a role and an employer: "CTO, Initech", "Product lead @ Globex". Only
// where both says that the column asks for both do other separators than @ and at count.
func SplitRole(text string, both bool) (role, organisation string) {
	text = OneLine(text)
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

// Cut returns a text cut to at most most characters, if possible at the end of a word, with
// an ellipsis.
func Cut(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	short := string([]rune(text)[:most-1])
	if at := strings.LastIndexByte(short, ' '); at > len(short)/2 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:–-") + "…"
}

// OneLine returns a text with every run of white space as one space, and none at its ends.
func OneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
