package portal

import (
	"slices"
	"strings"
)

// Own is a field of the program's own, as a file states it.
type Own struct {
	Key    string
	Values []string // one, but of a list
}

// OwnField is how index.md declares such a field.
type OwnField struct{ Key, Title string }

// OwnFields is the program's own fields in the order of index.md, by the folders of the
// files that may state them: "mentors".
type OwnFields map[string][]OwnField

// WithOwn returns what an item states in fields of the program's own, with the texts of a
// translation in their place.
func WithOwn(original, translated []Own) []Own {
	return over(original, translated, func(o Own) string { return o.Key })
}

// With returns the fields with the titles of a translation.
func (o OwnFields) With(translated OwnFields) OwnFields {
	all := OwnFields{}
	for folder, fields := range o {
		all[folder] = over(fields, translated[folder], func(f OwnField) string { return f.Key })
	}
	return all
}

// over returns fields with those of a translation in the place of those with the same keys.
func over[T any](original, translated []T, key func(T) string) []T {
	all := slices.Clone(original)
	for i := range all {
		if at := slices.IndexFunc(translated, func(t T) bool { return key(t) == key(all[i]) }); at >= 0 {
			all[i] = translated[at]
		}
	}
	return all
}

// Of returns the fields that files beside a file may state.
func (o OwnFields) Of(file string) []OwnField {
	folder, _, _ := strings.Cut(strings.TrimPrefix(file, "content/"), "/")
	return o[folder]
}
