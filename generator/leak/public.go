package leak

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Public holds the texts that are published anyway. They are normalised on the first find,
// because most searches find nothing.
type Public struct {
	Values func() []string // of published fields; nil for none
	Words  []Text          // the interface's own
}

// Text is a text in its normal form. Any number of gates can share it.
type Text func() (normal string)

// NewText returns a text that is normalised at its first use.
func NewText(text []byte) Text {
	return sync.OnceValue(func() string { return " " + normal(string(text)) + " " })
}

// Texts returns the files with one of some extensions, such as ".toml". Those that cannot
// be read are left out.
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

// values are the values of published fields in normal form.
type values struct {
	exact  map[string]bool // in each writing by which a whole secret is recognised
	joined string          // all values, separated by line breaks
}

func newValues(texts func() []string) values {
	v := values{exact: map[string]bool{}}
	if texts == nil {
		return v
	}
	all := texts()
	for i, text := range all {
		value := normal(text)
		bare := withoutScheme(value)
		v.exact[value], v.exact[bare], v.exact[digits(bare)] = true, true, true
		all[i] = value
	}
	v.joined = strings.Join(all, "\n")
	return v
}

// isPublic reports whether what was found is published anyway: a whole secret must equal a
// value, a stretch can be a part of one.
func (g *Gate) isPublic(f find) bool {
	if public, known := g.publicCache.Load(f); known {
		return public.(bool)
	}
	text := " " + f.text + " "
	public := g.values().exact[f.text]
	if f.prose {
		text = wholeWords(f.text)
		public = strings.Contains(g.values().joined, text)
	}
	public = public || slices.ContainsFunc(g.words, func(words Text) bool { return strings.Contains(words(), text) })
	g.publicCache.Store(f, public)
	return public
}

// wholeWords returns a stretch without the parts of words at its ends, which may go on in
// another way where it is published. A stretch that would become too short stays.
func wholeWords(stretch string) string {
	first, last := strings.IndexByte(stretch, ' '), strings.LastIndexByte(stretch, ' ')
	if first < 0 || utf8.RuneCountInString(stretch[first:last]) <= Window/2 {
		return stretch
	}
	return stretch[first+1 : last]
}

// withoutScheme returns an address in normal form without its scheme.
func withoutScheme(value string) string {
	for _, scheme := range []string{"https ", "http ", "mailto ", "tel "} {
		if rest, found := strings.CutPrefix(value, scheme); found {
			return rest
		}
	}
	return value
}
