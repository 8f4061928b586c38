package secrets

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/leak"
	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// Gate is what every finished file of a portal passes. It is safe for concurrent use.
type Gate leak.Gate

// NewGate makes the gate of a portal. The words of the built-in theme stand on its pages
// whatever requests say.
func NewGate(p *portal.Portal, words []leak.Text) *Gate {
	return (*Gate)(leak.New(Of(p), leak.Public{Values: func() []string { return Published(p) }, Words: words}))
}

// Leaks is the error of finished files that hold what must not be published. It names
// fields and addresses, never what a field says.
type Leaks []Find

// Find is a private field in a finished file.
type Find struct{ URL, Field string }

// Pass returns Leaks when bytes that are to be published at a URL, or its path within the
// portal, hold what must not be.
func (g *Gate) Pass(url, path string, data []byte) error {
	gate := (*leak.Gate)(g)
	fields := gate.Search([]byte(path))
	for _, field := range gate.Search(data) {
		if !slices.Contains(fields, field) {
			fields = append(fields, field)
		}
	}
	var leaks Leaks
	for _, field := range fields {
		leaks = append(leaks, Find{url, field})
	}
	return leaks.OrNil()
}

// OrNil returns the leaks in the order of addresses as an error, nil where there are none.
func (l Leaks) OrNil() error {
	if len(l) == 0 {
		return nil
	}
	order.Stable(l, func(a, b Find) int {
		return cmp.Or(strings.Compare(a.URL, b.URL), strings.Compare(a.Field, b.Field))
	})
	return l
}

// maxFinds is how many finds an error names.
const maxFinds = 20

func (l Leaks) Error() string {
	var b strings.Builder
	b.WriteString("private content would be published, so nothing was:")
	for _, f := range l[:min(maxFinds, len(l))] {
		fmt.Fprintf(&b, "\n  %s holds %s", f.URL, f.Field)
	}
	if more := len(l) - maxFinds; more > 0 {
		fmt.Fprintf(&b, "\n  … and in %d more places", more)
	}
	b.WriteString("\nhint: look for the text, the template or the file that shows it on these pages; where both only use the same turn of phrase, reword one of them")
	return b.String()
}
