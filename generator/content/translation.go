package content

import (
	"path"
	"strings"

	"golang.org/x/text/language"

	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
)

// The codes of translations.
const (
	// NoOriginal: a translation of what is not there.
	NoOriginal diag.Code = "no-original"
	// NoSuchLanguage: a translation into a language that the portal does not have.
	NoSuchLanguage diag.Code = "no-such-language"
	// HalfTranslated: a translation that leaves out what only a whole one may.
	HalfTranslated diag.Code = "half-translated"
)

// Translates returns the path of the file that a document translates, and the language;
// "" for one that is no translation.
func (d *Document) Translates() (original, language string) { return d.original, d.language }

// translated splits the path of a translation, such as name.es.md or name/index.es.md, into
// the original's path and the language as it is written; "" and "" for other paths.
func translated(file string) (original, written string) {
	dir, name := path.Split(strings.TrimSuffix(file, ".md"))
	before, after, found := strings.Cut(name, ".")
	folder, below, _ := strings.Cut(strings.TrimPrefix(dir, "content/"), "/")
	if !found || !part.IsSlug(before) || !maybeLanguage.MatchString(after) || folder == kinds.Request.Folder ||
		folder == "" && before != "index" || strings.HasSuffix(below, "/") && before != "index" {
		return "", ""
	}
	return dir + before + ".md", after
}

// isTranslation reports whether the document is a translation by its name. It then sets
// original and language and returns kind and slug, or returns a nil kind after reporting what
// is wrong with the name.
func (doc *Document) isTranslation() (found bool, k *kinds.Kind, slug string) {
	original, written := translated(doc.Path)
	if original == "" || strings.EqualFold(written, "md") { // programs that hide endings add a second one
		return false, nil, ""
	}
	tag, err := language.Parse(written)
	if err != nil || tag == language.Und || len(tag.Extensions()) > 0 {
		doc.Diags.Errorf(diag.Position{File: doc.Path}, ReservedName, "write the language's code, as es or pt-BR; use hyphens instead of the dot if it is not a translation",
			"`%s` is not a language's code, and names with a dot are those of translations", written)
		return true, nil, ""
	}
	if tag.String() != written {
		right := strings.TrimSuffix(path.Base(original), "md") + tag.String() + ".md"
		doc.Diags.Errorf(diag.Position{File: doc.Path}, ReservedName, "rename it to `"+right+"`", "`%s` is not how the code of a language is written", written)
		doc.Diags.Mending(diag.RenameFile, right)
		return true, nil, ""
	}
	other := &Document{Path: original}
	k, slug = other.locate(original)
	for _, d := range other.Diags {
		d.File = doc.Path
		doc.Diags = append(doc.Diags, d)
	}
	if k != nil {
		doc.original, doc.language = original, written
	}
	return true, k, slug
}
