package serve

import (
	"cmp"

	"ithaca/generator/diag"
	"ithaca/generator/order"
)

// maxNews is how many new mistakes are reported after an edit: nobody reads on.
const maxNews = 10

// news returns the mistakes that were not there before, errors first, and how many
// more there are. Lines move while a file is written, so they do not count.
func news(before, now diag.List) (list diag.List, more int) {
	known := map[diag.Diagnostic]int{}
	for _, d := range before {
		known[withoutLine(d)]++
	}
	for _, d := range now {
		if known[withoutLine(d)]--; known[withoutLine(d)] < 0 {
			list = append(list, d)
		}
	}
	order.Stable(list, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	first := list[:min(maxNews, len(list))]
	return first, len(list) - len(first)
}

func withoutLine(d diag.Diagnostic) diag.Diagnostic {
	d.Line, d.Column = 0, 0
	return d
}

func isError(d diag.Diagnostic) bool { return d.Severity == diag.Error }
