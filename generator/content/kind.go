package content

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/gosimple/slug"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
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

// kind is what the files of one folder are.
type kind struct {
	folder    string // below content/; "" for index.md
	one       string // what one of them is called: "mentor"
	title     string // of its chapter in the reference
	words     string
	about     field.About
	keys      []string // of the fields
	bodyLimit int      // bytes; 0 for the default, which is meant for people's profiles
	top       int      // level of the body's highest heading
	// addressHint says what to do instead of writing an e-mail address into a
	// text; "" where texts may hold addresses.
	addressHint string
	profile     bool     // the file is about one person
	leaves      bool     // the person whom the file is about can leave
	reserved    []string // slugs that other pages need
	read        func(d *field.Decoder, root field.Node, base portal.Item) (any, *portal.Item)
	join        func(p *portal.Portal, item any)
}

// noAddresses is the usual addressHint.
const noAddresses = "remove it here; readers write to the organizers"

// guideLimit is the body limit of what organizers write, in bytes.
const guideLimit = 512 << 10

// item is a type of the portal whose values come from files.
type item[T any] interface {
	*T
	Origin() *portal.Item
}

// declare completes a kind with the shape of its files; join stores what one of
// them holds in the portal.
func declare[T any, P item[T]](k kind, join func(*portal.Portal, *T), s field.Shape[T]) *kind {
	k.about, k.keys = s.About, s.About.Keys()
	k.read = func(d *field.Decoder, root field.Node, base portal.Item) (any, *portal.Item) {
		value, _ := s.Read(d, root)
		item := P(&value).Origin()
		base.Draft, base.Aliases, base.Own = item.Draft, item.Aliases, item.Own
		*item = base
		return &value, item
	}
	k.join = func(p *portal.Portal, item any) { join(p, item.(*T)) }
	return &k
}

// places returns where the values of a file's fields stand, for what is found out
// later.
func (k *kind) places(d *field.Decoder, root field.Node) []keyPlace {
	var places []keyPlace
	for key, value := range root.Entries() {
		if i := slices.Index(k.keys, key.Value); i >= 0 {
			at := d.At(value)
			places = append(places, keyPlace{uint8(i), uint16(at.Line), uint16(at.Column)})
		}
	}
	return slices.Clip(places)
}

// draft is a field that every kind has.
func draft[T any, P item[T]]() field.Field[T] {
	return field.Has("draft", field.Flag(), func(t *T) *bool { return &P(t).Origin().Draft },
		"True while the file is not ready: it is checked and `serve` shows it, but it is never published.")
}

// own is a field of the kinds to which a program may add fields of its own.
func own[T any, P item[T]]() field.Field[T] {
	return field.Has("extra", part.Own(), func(t *T) *[]portal.Own { return &P(t).Origin().Own },
		"What the program asks besides: fields that index.md declares under `extra`, each with a title.")
}

// allKinds is every kind in the order of the reference.
var allKinds = []*kind{
	programKind, mentorKind, requestKind, topicKind, guideKind, resourceKind, storyKind, worksheetKind, eventKind, pageKind,
}

// maybeLanguage is what a file's name ends in that is meant as a translation.
var maybeLanguage = regexp.MustCompile(`^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$`)

// locate returns the kind and the slug that a file's path stands for, or a nil
// kind after reporting why there is none.
func (doc *Document) locate(file string) (*kind, string) {
	at := diag.Position{File: file}
	parts := strings.Split(strings.TrimPrefix(file, "content/"), "/")
	if len(parts) == 1 {
		if parts[0] == "index.md" {
			return programKind, "index"
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
	i := slices.IndexFunc(allKinds, func(k *kind) bool { return k.folder == parts[0] })
	if i < 0 {
		doc.Diags.Errorf(at, UnknownFolder, diag.DidYouMean(parts[0], Folders()),
			"no kind of content has the folder `%s`", parts[0])
		return nil, ""
	}
	found := allKinds[i]
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
	if !doc.named(found, name, parts[1]) {
		return nil, ""
	}
	return found, name
}

// address returns the path within the site of the item of a name.
func (k *kind) address(name string) string {
	if k == pageKind {
		return "/" + name + "/"
	}
	return "/" + k.folder + "/" + name + "/"
}

// Folders returns the folder of each kind but index.md.
func Folders() []string {
	var all []string
	for _, k := range allKinds {
		if k.folder != "" {
			all = append(all, k.folder)
		}
	}
	return all
}

// named checks the name that becomes a part of the address. The last part of the
// path is that of the file, or of its folder.
func (doc *Document) named(k *kind, name, last string) bool {
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
		if better := proposal(name); k == requestKind && !strings.EqualFold(name, "readme") {
			hint = "rename it to a pseudonym that tells nothing of the person, as `heron-42" + strings.TrimPrefix(last, name) + "`"
		} else if strings.EqualFold(name, "readme") {
			hint = "begin its name with `_` to have it ignored"
		} else if better != "" && !foreign {
			certain = better + strings.TrimPrefix(last, name)
			hint = "rename it to `" + certain + "`"
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

// reserved reports whether another part of the portal needs the address of a name.
func (doc *Document) reserved(k *kind, name string) bool {
	for _, r := range k.reserved {
		if name == r {
			doc.Diags.Errorf(diag.Position{File: doc.Path}, ReservedName, "choose another name", "the address %s belongs to another part of the portal", k.address(name))
			return true
		}
	}
	return false
}

// SlugOf returns the name that a file of a person or thing can have, and whether it says
// the name as its bearer may write it: from letters other than Latin it is only a
// guess. It is "" where none can be made.
func SlugOf(name string) (slug string, sure bool) {
	foreign := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	slug = proposal(name)
	if slug == "index" || slug != "" && filename.NameProblem(slug) != "" { // a folder's own page; a device on Windows
		slug += "-1"
	}
	return slug, !foreign
}

// proposal returns a name that can be part of an address, "" when none is found.
func proposal(name string) string {
	better := slug.Make(strings.ReplaceAll(name, "_", "-"))
	if len(better) > part.MaxSlug {
		better = better[:strings.LastIndex("-"+better[:part.MaxSlug], "-")]
		better = strings.Trim(better, "-")
	}
	if !part.IsSlug(better) {
		return ""
	}
	return better
}
