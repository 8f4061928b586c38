package portal

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// symbols are spelled in keys, so that C++, C# and C stay apart.
var symbols = map[rune]string{'+': "plus", '#': "sharp", '&': "and", '@': "at"}

// letters are written in keys as people write them who do not have them on
// their keyboards; Unicode does not take them apart.
var letters = map[rune]string{
	'ø': "o", 'ł': "l", 'đ': "d", 'ħ': "h", 'ı': "i", 'ß': "ss", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d",
}

// Fold returns the key by which words are compared: lower case, without accents
// and the other marks that scripts share, symbols spelled out, everything else
// between letters and digits one hyphen. "C++" gives "c-plus-plus", "Élan vital"
// "elan-vital" and ".NET" "dot-net". Signs that are a part of a script's own
// letters, such as the vowels of Thai and Hindi, stay. A text without any letter
// or digit gives "". Folding a key gives the same key.
func Fold(text string) string {
	if folded(text) {
		return text
	}
	f := folder{}
	f.key.Grow(len(text))
	if rest, found := strings.CutPrefix(text, "."); found && rest != "" && isWord(rest[0]) {
		f.write("dot")
		f.pending = true
	}
	for _, r := range norm.NFKD.String(strings.ToValidUTF8(text, " ")) {
		f.fold(unicode.ToLower(r))
	}
	if !f.worded {
		return ""
	}
	return f.key.String()
}

// folder collects a key.
type folder struct {
	key     strings.Builder
	pending bool // a hyphen is due before the next letter
	worded  bool // there was a letter or a digit
}

func (f *folder) fold(r rune) {
	switch {
	case r < 0x80 && isWord(byte(r)): // nearly all characters
		f.worded = true
		f.hyphen()
		f.key.WriteByte(byte(r))
	case r == ' ': // which no table has
		f.pending = true
	case isAccent(r), r == '\'', r == '’':
	case letters[r] != "":
		f.worded = true
		f.write(letters[r])
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		f.worded = f.worded || !unicode.IsMark(r)
		f.write(string(r))
	case symbols[r] != "":
		f.pending = true
		f.write(symbols[r])
		f.pending = true
	default:
		f.pending = true
	}
}

func (f *folder) write(word string) {
	f.hyphen()
	f.key.WriteString(word)
}

// hyphen writes the hyphen that is due.
func (f *folder) hyphen() {
	if f.pending && f.key.Len() > 0 {
		f.key.WriteByte('-')
	}
	f.pending = false
}

// isAccent tells the marks that scripts share, such as those above é and й, and
// the points of Hebrew, which most texts leave out. The voicing marks of Japanese
// are among the first for Unicode, but not for readers.
func isAccent(r rune) bool {
	return r >= 0x300 && unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Inherited, unicode.Hebrew) && r != 0x3099 && r != 0x309A
}

func isWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c >= 0x80
}

// folded reports whether a text is its own key already, as slugs are.
func folded(text string) bool {
	hyphen := true // one here would be at the start or doubled
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			hyphen = false
		case c == '-' && !hyphen:
			hyphen = true
		default:
			return false
		}
	}
	return !hyphen
}
