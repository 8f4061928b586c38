package generator

import (
	"cmp"
	"fmt"
	"strings"

	"ithaca/generator/leak"
	"ithaca/generator/order"
	"ithaca/generator/secrets"
)

// LeakError says that finished pages hold what must not be published. It names
// fields and pages, never what a field says.
type LeakError struct{ Finds []Find }

// Find is a private field in a finished page.
type Find struct{ URL, Field string }

func (e *LeakError) Error() string {
	var b strings.Builder
	b.WriteString("private content would be published, so nothing was:")
	for i, f := range e.Finds {
		if i == maxFinds {
			fmt.Fprintf(&b, "\n  … and in %d more places", len(e.Finds)-i)
			break
		}
		fmt.Fprintf(&b, "\n  %s holds %s", f.URL, f.Field)
	}
	b.WriteString("\nhint: look for the text, the template or the file that shows it on these pages; where both only use the same turn of phrase, reword one of them")
	return b.String()
}

// maxFinds is how many finds an error names.
const maxFinds = 20

// makeGate makes the gate that every finished page passes.
func (s *Snapshot) makeGate() {
	s.gate = leak.New(secrets.Of(s.portal), leak.Public{
		Values: func() []string { return secrets.Published(s.portal) },
		Words:  s.reuse.theme.words,
	})
}

// sortFinds puts finds in the order of addresses, whatever order pages were
// drawn in.
func sortFinds(finds []Find) {
	order.Stable(finds, func(a, b Find) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Field, b.Field))
	})
}
