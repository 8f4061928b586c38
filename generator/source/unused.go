package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// UnusedFile is reported for files below content/ that nothing would use.
const UnusedFile diag.Code = "unused-file"

// reportUnused reports a file that is not used. Beside are the entries of its folder.
func (w *walker) reportUnused(at string, beside []fs.DirEntry) {
	hint := unusedHint(path.Base(at))
	if better := markdownName(path.Base(at)); slices.ContainsFunc(beside, func(d fs.DirEntry) bool { return d.Name() == better }) {
		hint = "`" + better + "` lies beside it: keep here the one that is right, and the other outside the site"
	}
	w.diags.Warnf(diag.Position{File: at}, UnusedFile, hint, "only .md files and JPEG or PNG pictures are used here")
}

// unusedHint returns what to do with a file that is not used, by its name. It never asks
// to delete one: it may be somebody's only copy.
func unusedHint(name string) string {
	if better := markdownName(name); better != "" {
		return "rename it to `" + better + "`"
	}
	stem := strings.TrimSuffix(name, path.Ext(name))
	switch extension(name) {
	case ".csv", ".tsv":
		return "this looks like a form's export: keep it outside the site, where only those see it who need it"
	case ".doc", ".docx", ".odt", ".rtf", ".pages":
		return "copy its text into a file `" + stem + ".md`, and keep this one outside the site"
	case ".txt", ".text":
		return "if it is a text of the portal, rename it to `" + stem + ".md`; else keep it outside the site"
	case ".html", ".htm":
		return "write it as Markdown, in a file `" + stem + ".md`"
	case ".yml", ".yaml", ".toml", ".json":
		return "write its fields into a file `" + stem + ".md`, between two lines `---`"
	case ".pdf", ".zip", ".ppt", ".pptx", ".ics":
		return "move it to templates/static/ if visitors are to download it, else out of the site"
	case ".heic", ".webp", ".gif", ".svg", ".avif", ".tif", ".tiff", ".bmp":
		return "save the picture as JPEG or PNG"
	}
	return "move it out of content/, or put a _ before its name to have it ignored"
}

// markdownName returns the name that a Markdown file was probably meant to have, "" for
// other files: mail programs and editors add another extension, and Markdown has several.
func markdownName(name string) string {
	ext := extension(name)
	stem := name[:len(name)-len(ext)]
	switch inner := extension(stem); {
	case slices.Contains(markdownEndings, ext):
		return stem + ".md"
	case slices.Contains(markdownEndings, inner):
		return stem[:len(stem)-len(inner)] + ".md" // name.md.txt, name.md.docx
	case ext == "":
		return name + ".md"
	}
	return ""
}

// markdownEndings are those that Markdown has.
var markdownEndings = []string{".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".rmd", ".qmd"}
