package diag

import "fmt"

// TooManyMistakes stands in the place of a file's mistakes beyond those that
// are shown.
const TooManyMistakes Code = "too-many-mistakes"

// PerFile is how many mistakes of one file are worth showing: whoever has so
// many has made one mistake many times, and nobody reads on.
const PerFile = 100

// Split returns the mistakes for which holds returns true, and the rest.
func (l List) Split(holds func(Diagnostic) bool) (of, rest List) {
	for _, d := range l {
		if holds(d) {
			of = append(of, d)
		} else {
			rest = append(rest, d)
		}
	}
	return of, rest
}

// Shortened returns the list with at most so many warnings of each code, and all errors.
func (l List) Shortened(most int) List {
	shown, warnings := List{}, map[Code]int{}
	for _, d := range l {
		if d.Severity == Warning {
			warnings[d.Code]++
		}
		if d.Severity == Error || warnings[d.Code] <= most {
			shown = append(shown, d)
		}
	}
	return shown
}

// Limited returns a sorted list with at most PerFile mistakes of each file. Where
// there are more, one takes the place of the rest and says how many they are; it
// is an error if one of them is.
func (l List) Limited() List {
	limited := make(List, 0, len(l))
	for from := 0; from < len(l); {
		to := from
		for to < len(l) && l[to].File == l[from].File {
			to++
		}
		shown := min(to, from+PerFile)
		limited = append(limited, l[from:shown]...)
		if rest := l[shown:to]; len(rest) > 0 {
			severity := Warning
			if rest.HasErrors() {
				severity = Error
			}
			limited = append(limited, Diagnostic{
				Position: rest[0].Position, Severity: severity, Code: TooManyMistakes, Hint: "mend those above first, and check again",
				Message: fmt.Sprintf("%d more mistakes of this file are not shown", len(rest)),
			})
		}
		from = to
	}
	return limited
}
