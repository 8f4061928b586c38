package markdown

import (
	"bytes"
	"regexp"
	"strings"

	"ithaca/generator/diag"
)

// MalformedLink is reported for a link that the parser cannot read as one.
const MalformedLink diag.Code = "malformed-link"

// UndefinedLink is reported for a link like [words][name] whose address is stated
// nowhere.
const UndefinedLink diag.Code = "undefined-link"

var (
	brokenOff  = regexp.MustCompile(`\]\(`)
	spaced     = regexp.MustCompile(`!?\[[^\[\]\n]+\](?:[ \t]+|\n|[ \t]*（)\(?([^()（）\n]+)[)）]`)
	undefined  = regexp.MustCompile(`(?m)(?:^|[^\pL\pN\])])\[([^\[\]\n]+)\]\[([^\[\]\n]*)\]`)
	definition = regexp.MustCompile(`(?m)^ *\[([^\[\]\n^]+)\]:[ \t]*(\S.*)$`)
	swapped    = regexp.MustCompile(`\(([^()\n]+)\)\[([^\[\]\s]+)\]`)
	// addressed is what can only be meant as an address.
	addressed = regexp.MustCompile(`(?i)^<?(?:(?:https?|mailto|tel|ftp):|www\.|\.{0,2}/|#\w|[\w.+-]+@[\w-]+\.)|^[\w./%-]+(?: [\w./%-]+)*\.(?:md|html?|pdf|jpe?g|png|docx?)(?:#\S*)?$|^[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|edu|gov|info|io|eu|uk|de|fr|br|ng|in|gr|pt|es)(?:/|$)`)
	linkTitle = regexp.MustCompile(`[ \t]+(?:".*"|'.*'|“.*”)[ \t]*$`)
)

// links reports the links of a passage that were not read.
func (u *unread) links(p passage) {
	if bytes.IndexByte(p.text, '[') < 0 {
		return
	}
	for _, m := range brokenOff.FindAllSubmatchIndex(p.text, maxRepeats) {
		u.brokenOff(p, m)
	}
	for _, m := range spaced.FindAllSubmatchIndex(p.text, maxRepeats) {
		if address := string(p.text[m[2]:m[3]]); addressed.MatchString(address) {
			u.notes.warn(p.offset(m[0]), MalformedLink, "write `(` directly after `]`, as `[words]("+clip(strings.ReplaceAll(address, " ", "%20"))+")`",
				"this is no link: something stands between `]` and `(`")
		}
	}
	for _, m := range swapped.FindAllSubmatchIndex(p.text, maxRepeats) {
		if address := string(p.text[m[4]:m[5]]); addressed.MatchString(address) {
			u.notes.warn(p.offset(m[0]), MalformedLink, "write `["+shownPassage(p.text[m[2]:m[3]])+"]("+clip(address)+")`",
				"this is no link: brackets and parentheses are exchanged")
		}
	}
	u.names(p)
}

// brokenOff reports a link whose address cannot be read, with what is wrong in it.
func (u *unread) brokenOff(p passage, m []int) {
	address, closed := destination(p.text[m[1]:])
	start := opening(p.text, m[0])
	title := linkTitle.FindString(address)
	address = strings.TrimSpace(strings.TrimSuffix(address, title))
	report := u.notes.error
	if !addressed.MatchString(address) && !strings.ContainsAny(address, "/:#") {
		if !strings.Contains(address, ".") || strings.HasSuffix(address, ".") {
			report = u.notes.warn // it may be a remark in parentheses
		}
	}
	hint, message := "write `)` directly after the address", "the link breaks off: the parenthesis around its address is never closed"
	switch {
	case !closed && strings.Contains(address, "("):
		hint += "; write `(` and `)` inside of an address as %28 and %29"
	case !closed:
	case strings.HasPrefix(strings.ToLower(address), "tel:"):
		hint, message = "write the number without spaces: `"+clip(strings.ReplaceAll(address, " ", ""))+"`", "the link breaks off: its address holds a space"
	case strings.ContainsAny(address, " \t"):
		better := strings.ReplaceAll(strings.ReplaceAll(address, "\t", " "), " ", "%20")
		hint, message = "write the space as %20: `"+clip(better)+"`", "the link breaks off: its address holds a space"
	case bytes.IndexByte(p.text[start:m[0]], covered) >= 0:
		hint, message = "end the first link before the second begins", "a link cannot hold another link"
	default:
		hint, message = "write the address alone between the parentheses, without quotes, `<` or `>`", "the link breaks off: its address cannot be read"
	}
	report(p.offset(start), MalformedLink, hint, "%s", message)
}

// opening returns where the link begins whose words end at a bracket.
func opening(text []byte, end int) int {
	at := bytes.LastIndexByte(text[:end], '[')
	if at > 0 && text[at-1] == '!' {
		at--
	}
	return max(at, 0)
}

// inParentheses is what stands after an opening parenthesis in the same line, and the one that
// closes it.
var inParentheses = regexp.MustCompile(`^((?:[^()\n]|\([^()\n]*\))*)(\))?`)

// destination returns what stands between an opening parenthesis and the one that
// closes it in the same line, or what is left of the line.
func destination(text []byte) (address string, closed bool) {
	m := inParentheses.FindSubmatch(text)
	if m[2] == nil {
		return shownPassage(text), false
	}
	return string(bytes.ReplaceAll(m[1], []byte{covered}, []byte("·"))), true
}

// names reports the names of links that nothing defines, and definitions that
// define nothing.
func (u *unread) names(p passage) {
	for _, m := range undefined.FindAllSubmatchIndex(p.text, maxRepeats) {
		name := p.text[m[4]:m[5]]
		if len(name) == 0 {
			name = p.text[m[2]:m[3]]
		}
		shown := clip(shownPassage(name))
		u.notes.warn(p.offset(m[2]-1), UndefinedLink, "write `[words](address)`, or the line `["+shown+"]: https://…` below the text",
			"no line says where the link `[%s]` leads", shown)
	}
	for _, m := range definition.FindAllSubmatchIndex(p.text, maxRepeats) {
		if address := string(p.text[m[4]:m[5]]); addressed.MatchString(address) {
			u.notes.warn(p.offset(m[2]-1), UndefinedLink, "put an empty line before it, write nothing after the address, and spaces in it as %20",
				"this line defines no link and is shown as written")
		}
	}
}
