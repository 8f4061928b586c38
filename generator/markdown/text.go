package markdown

import "strings"

// Text returns the text without its markup, words and blocks parted by single
// spaces: for search, summaries and the leak gate. It is made anew at each call,
// since most documents are kept for long and rarely asked.
func (d *Document) Text() string {
	if d.kept {
		return d.text
	}
	return string(appendText(make([]byte, 0, len(d.html)), d.html))
}

// appendText appends the words of HTML that a writer wrote. Where it gives
// something else than the writer, as for the words of pictures, which stand in
// no HTML, the document keeps its text.
func appendText(text []byte, html string) []byte {
	from, spaced := 0, true
	for i := 0; i < len(html); {
		c := html[i]
		if c > '>' || pausing>>c&1 == 0 || c == ' ' && !spaced {
			spaced = c == ' '
			i++
			continue
		}
		text = append(text, html[from:i]...)
		switch c {
		case '<':
			i += elementLength(html[i:])
		case '&':
			word, length := unescaped(html[i:])
			text = append(text, word...)
			i += length
			spaced = false
		default:
			if !spaced {
				text = append(text, ' ')
				spaced = true
			}
			i++
		}
		from = i
	}
	text = append(text, html[from:]...)
	if spaced && len(text) > 0 {
		text = text[:len(text)-1]
	}
	return text
}

// pausing has a bit for each character at which a run of plain words ends.
const pausing uint64 = 1<<'<' | 1<<'&' | 1<<' ' | 1<<'\n' | 1<<'\t'

// elementLength returns the length of a tag, and of the whole link of a heading to
// itself, whose words are none of the author's.
func elementLength(html string) int {
	end := ">"
	if strings.HasPrefix(html, `<a class="anchor"`) {
		end = "</a>"
	}
	if i := strings.Index(html, end); i >= 0 {
		return i + len(end)
	}
	return len(html)
}

// unescaped returns what the character reference stands for that HTML begins with,
// and its length.
func unescaped(html string) (word string, length int) {
	for _, c := range "<>&" {
		if escaped := escape(byte(c)); strings.HasPrefix(html, escaped) {
			return string(c), len(escaped)
		}
	}
	return "&", 1
}
