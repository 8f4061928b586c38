package theme

import (
	"fmt"
	"strings"

	"ithaca/generator/order"
)

// Forms is a message for scripts, which fill it in themselves.
type Forms struct {
	Key   string
	Forms []Form // in every plural form that its language has, sorted by name
}

// Form is one of a message's plural forms. Placeholders in its text are written {Name}.
type Form struct{ Name, Text string }

// forms returns a message as scripts need it.
func (w *Words) forms(key string) (*Forms, error) {
	m := w.messages[key]
	if m == nil {
		return nil, fmt.Errorf("there is no message %q", key)
	}
	f := &Forms{Key: key}
	for name, pieces := range m.forms {
		f.Forms = append(f.Forms, Form{name, joinPieces(pieces, "{", "}")})
	}
	order.Stable(f.Forms, func(a, b Form) int { return strings.Compare(a.Name, b.Name) })
	return f, nil
}

// joinPieces returns the pieces of a message as one text, with before and after around the
// names of placeholders.
func joinPieces(pieces []piece, before, after string) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.text)
		if p.name != "" {
			b.WriteString(before + p.name + after)
		}
	}
	return b.String()
}
