package serve

import (
	"cmp"
	"slices"

	"ithaca/generator/diag"
)

// maxTold is how many new mistakes are told of after an edit: nobody reads on.
const maxTold = 10

// told counts the mistakes that were reported and are still there. Lines move
// while a file is written, so they do not count.
type told map[diag.Diagnostic]int

func withoutLine(d diag.Diagnostic) diag.Diagnostic {
	d.Line, d.Column = 0, 0
	return d
}

// tellAll takes all mistakes as told.
func tellAll(list diag.List) told {
	t := told{}
	for _, d := range list {
		t[withoutLine(d)]++
	}
	return t
}

// news returns the mistakes that were not told of, errors first, and how many more
// there are than are told of now; those are told of another time. Next is what
// has been told then.
func (t told) news(now diag.List) (news diag.List, more int, next told) {
	next = told{}
	for _, d := range now {
		if key := withoutLine(d); next[key] < t[key] {
			next[key]++
		} else {
			news = append(news, d)
		}
	}
	slices.SortStableFunc(news, func(a, b diag.Diagnostic) int { return cmp.Compare(a.Severity, b.Severity) })
	more = max(0, len(news)-maxTold)
	news = news[:len(news)-more]
	for _, d := range news {
		next[withoutLine(d)]++
	}
	return news, more, next
}

// firstError returns the first error of a list, in a list of its own; nil when
// there is none.
func firstError(list diag.List) diag.List {
	for i, d := range list {
		if d.Severity == diag.Error {
			return list[i : i+1 : i+1]
		}
	}
	return nil
}
