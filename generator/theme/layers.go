package theme

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/site/page"
)

// The parts of a theme's folder.
const (
	layoutFile    = "layout.html"
	partialFolder = "partials"
	assetFolder   = "assets"
	wordsFolder   = "i18n"
	extension     = ".html"
)

// file is one file of a theme. At names it in diagnostics; Layer counts from 0.
type file struct {
	Path  string // within the theme's folder
	At    string
	Layer int
	Text  string
}

// files are the files of all layers: by path that of the last layer which has it, and all
// files of words, because a later one replaces single messages.
type files struct {
	byPath map[string]file
	words  []file // in the order of the layers, then by path
	last   string // the name of the last layer, for a site's own files
	own    bool   // whether the last layer has files
}

func readLayers(layers []Layer, diags *diag.List) *files {
	f := &files{byPath: map[string]file{}}
	for i, layer := range layers {
		f.last, f.own = layer.Name, false
		if layer.FS != nil {
			f.read(i, layer, diags)
		}
	}
	f.reportNames(diags)
	return f
}

func (f *files) read(i int, layer Layer, diags *diag.List) {
	err := fs.WalkDir(layer.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) && name == "." {
			return fs.SkipDir
		}
		if err == nil && entry.IsDir() && !isThemeFolder(name) {
			return fs.SkipDir
		}
		if err == nil && (entry.IsDir() || !isThemeFile(name)) {
			return nil
		}
		at := path.Join(layer.Name, name)
		var text []byte
		if err == nil {
			text, err = fs.ReadFile(layer.FS, name)
		}
		f.own = true
		if err != nil {
			diags.Errorf(diag.Position{File: at}, TemplateMistake, "", "the file cannot be read: %s", reason(err))
			return nil
		}
		read := file{Path: name, At: at, Layer: i, Text: string(text)}
		if path.Dir(name) == wordsFolder {
			f.words = append(f.words, read)
			return nil
		}
		f.byPath[name] = read
		return nil
	})
	if err != nil {
		diags.Errorf(diag.Position{File: layer.Name}, TemplateMistake, "", "the folder cannot be read: %s", reason(err))
	}
}

// reason returns an error without the operation and the path around it.
func reason(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}

// isThemeFolder reports whether a folder is one of a theme's.
func isThemeFolder(folder string) bool {
	top, _, _ := strings.Cut(folder, "/")
	return folder == "." || folder == partialFolder || folder == wordsFolder || top == assetFolder
}

// isThemeFile reports whether a file is one that a theme reads.
func isThemeFile(name string) bool {
	if strings.HasPrefix(path.Base(name), ".") || strings.HasPrefix(path.Base(name), "_") {
		return false
	}
	folder := path.Dir(name)
	switch {
	case folder == "." || folder == partialFolder:
		return path.Ext(name) == extension
	case folder == wordsFolder:
		return path.Ext(name) == ".toml"
	}
	return true
}

// paths returns the paths of the files below a folder, sorted.
func (f *files) paths(folder string) []string {
	var in []string
	for _, name := range slices.Sorted(maps.Keys(f.byPath)) {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			in = append(in, name)
		}
	}
	return in
}

// reportNames warns of templates that no page uses, whose names may be misspelt, and reports
// templates that are missing.
func (f *files) reportNames(diags *diag.List) {
	known := []string{layoutFile}
	for _, k := range page.Kinds() {
		known = append(known, k.Name+extension)
	}
	for _, name := range slices.Sorted(maps.Keys(f.byPath)) {
		if path.Dir(name) == "." && !slices.Contains(known, name) {
			diags.Warnf(diag.Position{File: f.byPath[name].At}, TemplateMistake,
				nearTemplate(name, known), "no page is drawn with %s", name)
		}
	}
	for _, name := range known {
		if _, ok := f.byPath[name]; !ok {
			diags.Errorf(diag.Position{File: path.Join(f.last, name)}, TemplateMistake, "", "the theme has no %s", name)
		}
	}
}

// nearTemplate returns a hint with the template that was probably meant, whose name without
// the extension is near; else one to the README.
func nearTemplate(name string, known []string) string {
	names := each.Of(known, func(k string) string { return strings.TrimSuffix(k, extension) })
	if near := diag.Nearest(strings.TrimSuffix(name, extension), names); near != "" {
		return "did you mean `" + near + extension + "`?"
	}
	return "README.md beside the built-in templates lists the pages; a part that several of them call belongs into " + partialFolder + "/"
}
