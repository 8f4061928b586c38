// Package toml reads texts in TOML, the format of word files and of the files that say
// how a table is read.
//
// It takes bytes and a Go value, and returns the value filled in, or a mistake with its
// line. It does not know what the keys mean.
package toml

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
)

// Mistake is what is wrong with a text.
type Mistake struct {
	Line, Column int // from 1; 0 where none is known
	Text         string
}

func (m *Mistake) Error() string {
	if m.Line == 0 {
		return m.Text
	}
	return fmt.Sprintf("line %d: %s", m.Line, m.Text)
}

// Unmarshal fills a value with what a text says; keys that it has no place for are left
// out. The error is a *Mistake.
func Unmarshal(data []byte, into any) error {
	_, err := unmarshal(data, into)
	return err
}

// Strict is Unmarshal with a mistake for the first key that there is no place for.
func Strict(data []byte, into any) error {
	meta, err := unmarshal(data, into)
	if err != nil {
		return err
	}
	if left := meta.Undecoded(); len(left) > 0 {
		return &Mistake{0, 0, "there is no key `" + left[0].String() + "`"}
	}
	for _, key := range meta.Keys() {
		if meta.Type(key...) != "Hash" && isTable(reflect.TypeOf(into), key) {
			return &Mistake{0, 0, "`" + key.String() + "` takes lines of its own, under `[" + key.String() + "]`"}
		}
	}
	return nil
}

// isTable reports whether a key stands for a map. The decoder skips one that holds
// something else without a word.
func isTable(t reflect.Type, key toml.Key) bool {
	for _, name := range key {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Map:
			t = t.Elem()
		case reflect.Struct:
			f, found := t.FieldByNameFunc(func(field string) bool {
				f, _ := t.FieldByName(field)
				return f.Tag.Get("toml") == name || strings.EqualFold(field, name)
			})
			if !found {
				return false
			}
			t = f.Type
		default:
			return false
		}
	}
	return t.Kind() == reflect.Map
}

// Bounds of a text, far above what anybody writes; the decoder has none.
const (
	maxBytes = 1 << 20
	maxDepth = 50
)

// beyond returns the bound that a text breaks. Brackets in quotes and remarks do not
// count; a quote that spans lines is taken to end with its line, which errs by a few
// brackets at most.
func beyond(data []byte) *Mistake {
	if len(data) > maxBytes {
		return &Mistake{0, 0, fmt.Sprintf("the file is larger than %d MB", maxBytes>>20)}
	}
	depth, line, quote := 0, 1, byte(0)
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case c == '\n':
			line, quote = line+1, 0
		case quote == '"' && c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '#':
			if end := bytes.IndexByte(data[i:], '\n'); end > 0 {
				i += end - 1
			}
		case c == '[' || c == '{':
			if depth++; depth > maxDepth {
				return &Mistake{line, 0, fmt.Sprintf("more than %d brackets are open inside each other", maxDepth)}
			}
		case c == ']' || c == '}':
			depth = max(0, depth-1)
		}
	}
	return nil
}

func unmarshal(data []byte, into any) (toml.MetaData, error) {
	if wrong := beyond(data); wrong != nil {
		return toml.MetaData{}, wrong
	}
	meta, err := toml.Decode(string(data), into)
	var wrong toml.ParseError
	switch {
	case errors.As(err, &wrong):
		return meta, &Mistake{wrong.Position.Line, wrong.Position.Col, wrong.Message}
	case err != nil:
		return meta, &Mistake{0, 0, err.Error()}
	}
	return meta, nil
}
