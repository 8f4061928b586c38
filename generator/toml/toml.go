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
	"path"
	"slices"
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

// Strict is Unmarshal with a mistake for the first key that there is no place for, and for
// one of some tables that is none: the decoder skips it without a word. Their names may be
// patterns, such as "values/*".
func Strict(data []byte, into any, tables ...string) error {
	meta, err := unmarshal(data, into)
	if err != nil {
		return err
	}
	if left := meta.Undecoded(); len(left) > 0 {
		return &Mistake{0, 0, "there is no key `" + left[0].String() + "`"}
	}
	for _, key := range meta.Keys() {
		is := func(table string) bool { fits, _ := path.Match(table, strings.Join(key, "/")); return fits }
		if meta.Type(key...) != "Hash" && slices.ContainsFunc(tables, is) {
			return &Mistake{0, 0, "`" + key.String() + "` takes lines of its own, under `[" + key.String() + "]`"}
		}
	}
	return nil
}

// Bounds of a text, far above what anybody writes; the decoder has none.
const (
	maxBytes = 1 << 20
	maxDepth = 50
)

// beyond returns the bound that a text breaks. Brackets in texts and remarks count too: an
// upper bound of the nesting, found before the decoder has to walk it.
func beyond(data []byte) *Mistake {
	if len(data) > maxBytes {
		return &Mistake{0, 0, fmt.Sprintf("the file is larger than %d MB", maxBytes>>20)}
	}
	depth := 0
	for i, c := range data {
		switch c {
		case '[', '{':
			if depth++; depth > maxDepth {
				return &Mistake{1 + bytes.Count(data[:i], []byte{'\n'}), 0, fmt.Sprintf("more than %d brackets are open inside each other", maxDepth)}
			}
		case ']', '}':
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
