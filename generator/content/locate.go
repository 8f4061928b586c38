package content

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
)

// The codes of files that are not where, or not named as, a kind wants them.
const (
	// UnknownFolder: a folder of content/ that belongs to no kind.
	UnknownFolder diag.Code = "unknown-folder"
	// MisplacedFile: a file outside the folders, or too deep inside one.
	MisplacedFile diag.Code = "misplaced-file"
	// ReservedName: a file name that is kept for something else.
	ReservedName diag.Code = "reserved-name"
)

// maybeLanguage matches what may be a language tag in a file's name.
var maybeLanguage = regexp.MustCompile(`^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$`)

// locate returns the kind and the slug of a file by its path, or a nil kind after reporting
// why there is none.
func (doc *Document) locate(file string) (*kinds.Kind, string) {
	at := diag.Position{File: file}
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	if len(parts) == 1 {
		if parts[0] == "index.md" {
			return kinds.Program, "index"
		}
		hint := "move it to the folder of its kind, or begin its name with `_` to have it ignored"
		if strings.EqualFold(parts[0], "index.md") {
			hint = "rename it to `index.md`"
		}
		doc.Diags.Errorf(at, MisplacedFile, hint, "only index.md stands in content/ itself")
		if strings.EqualFold(parts[0], "index.md") {
			doc.Diags.Mending(diag.RenameFile, "index.md")
		}
		return nil, ""
	}
	found := kinds.In(parts[0])
	if found == nil {
		doc.Diags.Errorf(at, UnknownFolder, diag.DidYouMean(parts[0], kinds.Folders()),
			"no kind of content has the folder `%s`", parts[0])
		return nil, ""
	}
	name := strings.TrimSuffix(parts[1], ".md")
	if len(parts) == 2 && strings.EqualFold(parts[1], "index.md") {
		doc.Diags.Errorf(at, MisplacedFile, "the list of everything in the folder is made by itself; write texts of your own to content/pages/",
			"the folder `%s` has no index.md of its own", parts[0])
		return nil, ""
	}
	if len(parts) == 3 && parts[2] == "index.md" {
		name = parts[1]
	} else if len(parts) > 2 {
		doc.Diags.Errorf(at, MisplacedFile, "of this folder only `"+path.Join("content", parts[0], parts[1], "index.md")+"` is read; begin other names with `_` to have them ignored",
			"the file lies too deep in the folder `%s`", parts[0])
		return nil, ""
	}
	if !doc.checkName(found, name, parts[1]) {
		return nil, ""
	}
	return found, name
}

// checkName reports a name that cannot be part of an address, and returns whether it can.
// Last is the name with its extension, if it is that of a file.
func (doc *Document) checkName(k *kinds.Kind, name, last string) bool {
	at, certain := diag.Position{File: doc.Path}, ""
	switch {
	case strings.HasSuffix(name, ".md") && part.IsSlug(strings.TrimSuffix(name, ".md")): // programs that hide endings add a second one
		certain = name
		doc.Diags.Errorf(at, ReservedName, "rename it to `"+certain+"`", "the name ends in .md twice")
	case !part.IsSlug(name):
		hint := "use only a-z, 0-9 and single hyphens between them"
		foreign := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
		if foreign { // how a name is written in Latin letters, its bearer knows
			hint = "choose Latin letters: the name as the person writes it with a-z, and hyphens; the `name` inside may use any script"
		}
		if better := kinds.Propose(name); k == kinds.Request && !strings.EqualFold(name, "readme") {
			hint = "rename it to a pseudonym that tells nothing of the person, as `heron-42" + strings.TrimPrefix(last, name) + "`"
		} else if strings.EqualFold(name, "readme") {
			hint = "begin its name with `_` to have it ignored"
		} else if better != "" && !foreign {
			better += strings.TrimPrefix(last, name)
			hint = "rename it to `" + better + "`"
			if _, err := language.Parse(strings.TrimPrefix(path.Ext(name), ".")); err != nil { // else it may be meant as a translation
				certain = better
			}
		}
		doc.Diags.Errorf(at, part.BadSlug, hint, "the name `%s` cannot be part of an address", field.Short(name))
	default:
		return !doc.reserved(k, name)
	}
	if certain != "" {
		doc.Diags.Mending(diag.RenameFile, certain)
	}
	return false
}

// reserved reports a name whose address another part of the portal needs, and returns
// whether it is one.
func (doc *Document) reserved(k *kinds.Kind, name string) bool {
	taken := slices.Contains(k.Reserved, name)
	if taken {
		doc.Diags.Errorf(diag.Position{File: doc.Path}, ReservedName, "choose another name", "the address %s belongs to another part of the portal", k.Address(name))
	}
	return taken
}
