package theme

import "strings"

// Word returns a message of the interface that has no placeholders, for machine
// files such as calendars; the key itself where there is no such message. The
// keys "language pt-BR" and "country GR" give the names of both.
func (t *Theme) Word(key string) string {
	switch family, value, _ := strings.Cut(key, " "); family {
	case "language":
		return t.words.language(value)
	case "country":
		return t.words.country(value)
	}
	text, err := t.words.text(key)
	if err != nil {
		return key
	}
	return text
}
