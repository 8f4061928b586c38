package leak

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Public is what is published anyway. It is brought into its normal form when
// something was found for the first time: most pages are searched without it.
type Public struct {
	Values func() []string // of published fields; nil for none
	Words  []Text          // the interface's own
}

// Text is a text in its normal form. Any number of gates can share it.
type Text func() (normal string)

// NewText returns a text, which is brought into its normal form when it is needed
// for the first time.
func NewText(text []byte) Text {
	return sync.OnceValue(func() string { return " " + normal(string(text)) + " " })
}

// Texts returns the files that have one of some endings. What cannot be read is left
// out.
func Texts(files fs.FS, endings ...string) []Text {
	var texts []Text
	_ = fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !slices.Contains(endings, path.Ext(name)) {
			return nil
		}
		if data, err := fs.ReadFile(files, name); err == nil {
			texts = append(texts, NewText(data))
		}
		return nil
	})
	return texts
}

// known is Public in normal form.
type known struct {
	values func() values
	words  []Text
}

// values are those of published fields.
type values struct {
	same   map[string]bool // in each writing by which a whole secret is recognised
	joined string          // apart by line breaks
}

func (p Public) known() known {
	return known{sync.OnceValue(func() values { return newValues(p.Values) }), p.Words}
}

func newValues(texts func() []string) values {
	v := values{same: map[string]bool{}}
	if texts == nil {
		return v
	}
	all := texts()
	for i, text := range all {
		value := normal(text)
		bare := withoutScheme(value)
		v.same[value], v.same[bare], v.same[digits(bare)] = true, true, true
		all[i] = value
	}
	v.joined = strings.Join(all, "\n")
	return v
}

// holds reports whether a find is published anyway. As a whole it must be the same
// as a value; a stretch can be a part of one.
func (k known) holds(f find) bool {
	if !f.prose {
		return k.values().same[f.text] || k.says(" "+f.text+" ")
	}
	stretch := wholeWords(f.text)
	return strings.Contains(k.values().joined, stretch) || k.says(stretch)
}

// says reports whether a text of the interface holds another.
func (k known) says(text string) bool {
	return slices.ContainsFunc(k.words, func(words Text) bool { return strings.Contains(words(), text) })
}

// wholeWords returns a stretch without the parts of words at its ends, because what
// is published may go on otherwise there. What would lose too much stays.
func wholeWords(stretch string) string {
	first, last := strings.IndexByte(stretch, ' '), strings.LastIndexByte(stretch, ' ')
	if first < 0 || utf8.RuneCountInString(stretch[first:last]) <= Window/2 {
		return stretch
	}
	return stretch[first+1 : last]
}

// withoutScheme returns a web address in normal form without what precedes the
// colon.
func withoutScheme(value string) string {
	for _, scheme := range []string{"https ", "http ", "mailto ", "tel "} {
		if rest, found := strings.CutPrefix(value, scheme); found {
			return rest
		}
	}
	return value
}
