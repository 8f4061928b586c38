// Package toml reads texts in TOML, the format of word files and of the files that say
// how a table is read.
//
// It takes bytes and a Go value, and returns the value filled in, or a mistake with its
// line. It does not know what the keys mean.
package toml

import (
	"errors"
	"fmt"

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
	return nil
}

func unmarshal(data []byte, into any) (toml.MetaData, error) {
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
