package theme

import (
	"fmt"
	"html/template"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Words are the messages of the interface in one language, and how it writes numbers and
// names, for pages, letters and the terminal. Immutable and safe for concurrent use once the
// templates are parsed.
type Words struct {
	lang     language.Tag
	messages map[string]*message
	used     map[string]bool // the messages that templates name
	families map[string]bool // the families of terms that templates name
	rtl      bool
	terminal bool // whether they are for a terminal, which orders text of both directions itself

	languageNames, countryNames display.Namer // of CLDR, in the language
}

// keys returns every message's key, sorted.
func (w *Words) keys() []string { return slices.Sorted(maps.Keys(w.messages)) }

// text returns a message. The arguments are pairs of a placeholder's name and its value;
// "Count" chooses the plural form and is formatted as by number.
func (w *Words) text(key string, pairs ...any) (string, error) {
	m := w.messages[key]
	if m == nil {
		return "", fmt.Errorf("there is no message %q", key)
	}
	if text, ok := m.plain(); ok {
		return text, nil
	}
	given := func(name string) any {
		for i := 0; i+1 < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return nil
	}
	return w.fill(key, m, given)
}

// fill returns a message with the values that given returns for its placeholders.
func (w *Words) fill(key string, m *message, given func(name string) any) (string, error) {
	count := 0
	if len(m.forms) > 1 {
		count, _ = given(countName).(int)
	}
	var b strings.Builder
	for _, p := range m.form(count) {
		if p.name == "" {
			b.WriteString(p.text)
			continue
		}
		switch v := given(p.name).(type) {
		case nil:
			return "", fmt.Errorf("the message %q needs %q", key, p.name)
		case string:
			b.WriteString(w.isolate(v))
		case template.HTML:
			b.WriteString(unmarked(v))
		case int:
			if p.name == countName {
				b.WriteString(w.number(v))
			} else {
				b.WriteString(strconv.Itoa(v))
			}
		default:
			fmt.Fprint(&b, v)
		}
	}
	return b.String(), nil
}

// term returns the message family-value for a value of a closed set, and the value itself
// where there is none.
func (w *Words) term(family string, value any) string {
	text := fmt.Sprint(value)
	if m := w.messages[termKey(family, value)]; m != nil {
		if words, ok := m.plain(); ok {
			return words
		}
	}
	return text
}

// termKey returns the key of the message for a value of a closed set.
func termKey(family string, value any) string {
	return family + "-" + strings.ToLower(fmt.Sprint(value))
}

// terms returns the words for each value of a list.
func (w *Words) terms(family string, values any) ([]string, error) {
	v := reflect.ValueOf(values)
	if v.Kind() != reflect.Slice {
		return nil, fmt.Errorf("terms wants a list, not %T", values)
	}
	all := make([]string, v.Len())
	for i := range all {
		all[i] = w.term(family, v.Index(i).Interface())
	}
	return all, nil
}

// Word returns a message of the interface that has no placeholders, for machine
// files such as calendars; the key itself where there is no such message. The
// keys "language pt-BR" and "country GR" return the names of both.
func (t *Theme) Word(key string) string {
	switch family, value, _ := strings.Cut(key, " "); family {
	case "language":
		return t.words.language(value)
	case "country":
		return t.words.country(value)
	}
	return t.words.Text(key)
}
