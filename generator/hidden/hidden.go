// Package hidden finds characters that show nothing but change what a reader or a
// program sees: overrides of the writing direction, invisible characters, control
// characters.
//
// It takes text and returns offsets. It knows neither files nor Markdown.
package hidden

import (
	"unicode"
	"unicode/utf8"
)

// Find returns the first character of a text that shows nothing and has no
// business there, and its offset in bytes; the offset is -1 when there is none.
// Joiners pass in scripts that need them and in emoji, as do soft hyphens, marks of
// direction, and isolates that are closed on their line.
func Find(text string) (offset int, found rune) {
	offset = -1
	Each([]byte(text), func(at int, r rune) {
		if offset < 0 {
			offset, found = at, r
		}
	})
	return offset, found
}

// Each reports every hidden character of a text, with its offset in bytes.
func Each(text []byte, report func(offset int, r rune)) {
	var s scan
	for from := 0; from < len(text); {
		r, size := utf8.DecodeRune(text[from:])
		if r >= ' ' && r < 0x7f || r == '\t' {
			s.before, s.letter = r, r
			from++
			continue
		}
		next, _ := utf8.DecodeRune(text[from+size:])
		switch {
		case r == '\n':
			s.endLine(text, report)
		case firstIsolate <= r && r < popIsolate:
			s.open = append(s.open, from)
		case r == popIsolate && len(s.open) > 0:
			s.open = s.open[:len(s.open)-1]
		case r == '\r' && next == '\n', size == 1 && r == utf8.RuneError:
		case s.hidden(r, next):
			report(from, r)
		}
		s.before = r
		if !unicode.Is(unicode.Inherited, r) {
			s.letter = r
		}
		from += size
	}
	s.endLine(text, report)
}

// scan is what stands before the character that is looked at.
type scan struct {
	before rune  // the character before it
	letter rune  // the same, but marks that all scripts share are skipped
	open   []int // offsets of the isolates of its line that are still open
}

// endLine reports the isolates that nothing has closed. The others are the proper way to
// set a foreign name into a line.
func (s *scan) endLine(text []byte, report func(offset int, r rune)) {
	for _, at := range s.open {
		r, _ := utf8.DecodeRune(text[at:])
		report(at, r)
	}
	s.open = s.open[:0]
}

const (
	firstIsolate       = 0x2066
	popIsolate         = 0x2069
	zeroWidthSpace     = 0x200B
	zeroWidthNonJoiner = 0x200C
	zeroWidthJoiner    = 0x200D
	textStyle          = 0xFE0E
	emojiStyle         = 0xFE0F
	blackFlag          = 0x1F3F4
	cancelTag          = 0xE007F
)

// hidden reports whether a character is hidden where it stands.
func (s *scan) hidden(r, next rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r < 0xa0, r == 0x2028, r == 0x2029:
		return true // control characters; separators that programs take for line ends
	case r < 0x34f:
		return false
	case r == zeroWidthJoiner:
		return !unicode.In(s.letter, joining...) && !(isEmoji(s.before) && isEmoji(next))
	case r == zeroWidthNonJoiner:
		return !unicode.In(s.letter, joining...)
	case r == zeroWidthSpace:
		return !unicode.In(s.letter, unspaced...)
	case r == textStyle, r == emojiStyle:
		return s.before == 0 || unicode.IsLetter(s.before) || unicode.IsSpace(s.before)
	case 0xFE00 <= r && r < textStyle:
		return s.before < 0x80
	case 0x180B <= r && r <= 0x180F:
		return !unicode.Is(unicode.Mongolian, s.letter)
	case 0xE0020 <= r && r <= cancelTag:
		return s.before != blackFlag && !(0xE0020 <= s.before && s.before < cancelTag)
	case 0xE0100 <= r && r <= 0xE01EF:
		return !unicode.Is(unicode.Han, s.before)
	case r&0xFFFE == 0xFFFE:
		return true // no characters, in none of the planes
	case r == 0x34F:
		return !unicode.Is(unicode.Hebrew, s.letter)
	}
	return Always(r)
}

// Always reports whether a character is hidden wherever it stands. Those that hidden
// names itself are not among them.
func Always(r rune) bool { return unicode.Is(invisible, r) }

// isEmoji reports what may stand beside a joiner in an emoji. The scan sees the
// character before, so a style selector or a skin tone counts as well.
func isEmoji(r rune) bool {
	return r != utf8.RuneError && unicode.Is(unicode.So, r) || r == emojiStyle || 0x1F3FB <= r && r <= 0x1F3FF
}

// joining are the scripts whose letters change shape beside a joiner or a
// non-joiner.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Mandaic, unicode.Mongolian,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya,
	unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala,
	unicode.Khmer, unicode.Myanmar, unicode.Tibetan, unicode.Balinese, unicode.Javanese,
	unicode.Sundanese, unicode.Adlam, unicode.Hanifi_Rohingya,
}

// unspaced are the scripts that write words without spaces and mark with a
// zero width space where a line may break.
var unspaced = []*unicode.RangeTable{
	unicode.Khmer, unicode.Thai, unicode.Lao, unicode.Myanmar, unicode.Tibetan,
	unicode.Javanese, unicode.Balinese, unicode.Tai_Tham, unicode.New_Tai_Lue,
}

// invisible are the characters that are hidden wherever they stand, beyond
// those that hidden names itself.
var invisible = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x115F, Hi: 0x1160, Stride: 1}, // Hangul fillers
		{Lo: 0x17B4, Hi: 0x17B5, Stride: 1}, // Khmer vowels without a shape
		{Lo: 0x202A, Hi: 0x202E, Stride: 1}, // embeddings and overrides of direction
		{Lo: 0x2060, Hi: 0x2064, Stride: 1}, // word joiner, invisible operators
		{Lo: 0x2069, Hi: 0x206F, Stride: 1}, // an isolate's end without its beginning, deprecated controls
		{Lo: 0x3164, Hi: 0x3164, Stride: 1}, // Hangul filler
		{Lo: 0xFDD0, Hi: 0xFDEF, Stride: 1}, // no characters
		{Lo: 0xFEFF, Hi: 0xFEFF, Stride: 1}, // byte order mark
		{Lo: 0xFFA0, Hi: 0xFFA0, Stride: 1}, // Hangul filler
		{Lo: 0xFFF9, Hi: 0xFFFC, Stride: 1}, // annotations, and what stands where a pasted picture was
	},
	R32: []unicode.Range32{
		{Lo: 0x1D173, Hi: 0x1D17A, Stride: 1}, // musical controls
		{Lo: 0xE0001, Hi: 0xE0001, Stride: 1}, // language tag
	},
}
