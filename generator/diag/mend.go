package diag

import (
	"cmp"
	"strings"
	"unicode"
)

// Mend is a change of a file that certainly puts a mistake right and means the same. It is
// made at the mistake's place, by package upkeep. The zero Mend is none.
type Mend struct {
	Do   Doing
	With string
}

// Doing is how a file is changed.
type Doing uint8

// The ways of changing a file.
const (
	Nothing    Doing = iota
	WriteText        // the value becomes With, as text
	WritePlain       // the value becomes With, without quotes: a number or a date
	WriteList        // the value becomes a list of the lines of With
	RenameKey        // the key becomes With, up to a colon; what follows is its new value
	DropEntry        // the entry of a list goes
	WriteLine        // the line, which cannot be read as fields, becomes With
	RenameFile       // the file's name, or that of its folder where With has no ending, becomes With
	EndLines         // carriage returns alone become ends of lines
)

// Mending notes what certainly puts the latest mistake of a list right.
func (l List) Mending(do Doing, with string) { l[len(l)-1].Mend = Mend{do, with} }

// Surely returns the candidate that a word can only stand for, "" where there is none: the
// one that differs by case, spaces and what joins words alone, else the only one within an
// edit, or within two of a long word.
func Surely(word string, candidates []string) string {
	folded := joined(word)
	allowed := len(folded) / 4
	return cmp.Or(only(candidates, func(c string) bool { return joined(c) == folded }),
		only(candidates, func(c string) bool { return Distance(joined(c), folded) <= min(allowed, 2) }))
}

// only returns the one candidate that something holds for, "" for none or several.
func only(candidates []string, holds func(string) bool) (found string) {
	for _, c := range candidates {
		if holds(c) {
			if found != "" {
				return ""
			}
			found = c
		}
	}
	return found
}

// joined returns a word in lower case, without what joins words.
func joined(word string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r == ' ' {
			return -1
		}
		return unicode.ToLower(r)
	}, word)
}
