package generator

import (
	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/source"
	"ithaca/generator/theme"
)

// stages are what each stage gave, for the next snapshot to reuse. The zero
// value returns nothing to reuse.
type stages struct {
	options  Options
	tree     *source.Tree
	read     map[string]*content.Document // by path, decoded while the tree was read; of a first snapshot only
	docs     []*content.Document          // of the files of content, in their order
	links    *content.Links
	pictures picturesMade
	matches  *match.Index
	theme    themeMade
	gate     gateMade
	texts    map[string][]byte // of the files that diagnostics speak of
}

// Update takes a snapshot of the same site after an edit: the same one as Take,
// but what did not change is not read, decoded or made again. Changed names what
// did: files and folders by their paths within the site ("content/mentors/ana.md",
// those of requests outside it as if they were in content/requests), also new
// ones and those that are gone; a folder stands for everything in it. Nil means
// that nobody knows, and everything is looked at. Options must be those of the
// snapshot but for Today, Drafts and BaseURL; the built-in theme must not have
// changed. A snapshot without Options.Keep takes the site anew.
func (s *Snapshot) Update(o Options, changed []string) (*Snapshot, error) {
	if s.stages == nil {
		return Take(o)
	}
	tree, diags, err := s.stages.tree.Update(changed)
	if err != nil {
		return nil, err
	}
	return o.take(s.stages, tree, diags)
}

// match prepares suggestions, from those before where there are some.
func (s *stages) match(before *stages, p *portal.Portal) *match.Index {
	if before.matches == nil {
		s.matches = match.New(p)
	} else {
		s.matches = before.matches.With(p)
	}
	return s.matches
}

// themeMade is a theme and what it was made of.
type themeMade struct {
	theme        *theme.Theme
	diags        diag.List
	files        []source.File // of the site's own templates
	lang, accent string
}

// makeTheme makes the theme, unless nothing that it is made of has changed.
func (s *stages) makeTheme(before *stages, program *portal.Program) {
	made := themeMade{files: s.tree.Below("templates"), lang: program.Language, accent: program.Brand.Accent}
	if earlier := before.theme; earlier.theme != nil && earlier.lang == made.lang && earlier.accent == made.accent &&
		sameFiles(earlier.files, made.files) {
		s.theme = earlier
		return
	}
	layers := []theme.Layer{{Name: "built-in templates", FS: s.options.Templates}}
	if own := s.tree.FS("templates"); own != nil {
		layers = append(layers, theme.Layer{Name: "templates", FS: own})
	}
	made.theme, made.diags = theme.New(theme.Options{Layers: layers, Lang: made.lang, Accent: made.accent})
	s.theme = made
}

// sameFiles reports whether two lists of files hold the same.
func sameFiles(a, b []source.File) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Path != b[i].Path || a[i].Hash != b[i].Hash {
			return false
		}
	}
	return true
}
