// Package kinds declares the fields of the files in each folder of content/.
//
// Each kind is in the file named after it, with its fields and the checks between them. From
// these declarations package content decodes files, and the reference, the JSON Schema and
// the forms of new files are made. It does not know files of a site or how they refer to
// each other.
package kinds

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/gosimple/slug"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
)

// Kind is a kind of content, with a folder of its own.
type Kind struct {
	Folder    string // below content/; "" for index.md
	About     field.About
	Keys      []string // of the fields
	BodyLimit int      // bytes; 0 for the default, which is meant for people's profiles
	Top       int      // level of the body's highest heading
	// AddressHint says what to do instead of writing an e-mail address into a
	// text; "" where texts may hold addresses.
	AddressHint string
	Profile     bool     // the file is about one person
	Leaves      bool     // whether the file is about a person who can leave
	Reserved    []string // slugs that other pages need
	// Read decodes a file into a value of the kind's type, and returns also the part of it
	// that all kinds have.
	Read func(d *field.Decoder, root field.Node, base portal.Item) (any, *portal.Item)
	// Join stores in a portal what Read returned.
	Join func(p *portal.Portal, item any)

	one   string // what one of them is called: "mentor"
	title string // of its chapter in the reference
	words string
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

// declare completes a kind with the shape of its files; join adds an item to the portal.
func declare[T any, P item[T]](k Kind, join func(*portal.Portal, *T), s field.Shape[T]) *Kind {
	k.About, k.Keys = s.About, s.About.Keys()
	k.Read = func(d *field.Decoder, root field.Node, base portal.Item) (any, *portal.Item) {
		value, _ := s.Read(d, root)
		item := P(&value).Origin()
		base.Draft, base.Aliases, base.Own = item.Draft, item.Aliases, item.Own
		*item = base
		return &value, item
	}
	k.Join = func(p *portal.Portal, item any) { join(p, item.(*T)) }
	return &k
}

// draft declares the field draft, which every kind has.
func draft[T any, P item[T]]() field.Field[T] {
	return field.Has("draft", field.Flag(), func(t *T) *bool { return &P(t).Origin().Draft },
		"True while the file is not ready: it is checked and `serve` shows it, but it is never published.")
}

// own declares the field for a program's own fields.
func own[T any, P item[T]]() field.Field[T] {
	return field.Has("extra", part.Own(), func(t *T) *[]portal.Own { return &P(t).Origin().Own },
		"What the program asks besides: fields that index.md declares under `extra`, each with a title.")
}

// left declares the field of a file whose person has left: the file only reserves the slug,
// so that nobody else gets it.
func left[T any](at func(*T) *portal.Date) field.Field[T] {
	return field.Has("left", part.Date(), at,
		"The day the person left. Beside it nothing else may stand in the file: there is no page, the name stays taken, and what was decided with them stays true.")
}

// All is every kind in the order of the reference.
var All = []*Kind{
	Program, Mentor, Request, Topic, Guide, Resource, Story, Worksheet, Event, Page,
}

// Address returns the path within the site of the item of a name.
func (k *Kind) Address(name string) string {
	if k == Page {
		return "/" + name + "/"
	}
	return "/" + k.Folder + "/" + name + "/"
}

// Folders returns the folder of each kind but index.md, which is the first.
func Folders() []string { return each.Of(All[1:], func(k *Kind) string { return k.Folder }) }

// In returns the kind of the files of a folder, nil for a folder of no kind.
func In(folder string) *Kind {
	return first(func(k *Kind) bool { return k.Folder == folder })
}

func first(is func(*Kind) bool) *Kind {
	if i := slices.IndexFunc(All, is); i >= 0 {
		return All[i]
	}
	return nil
}

// IsRequest reports whether a path is in the folder of requests.
func IsRequest(file string) bool {
	return strings.HasPrefix(file, "content/"+Request.Folder+"/")
}

// SlugOf returns the slug for a name, "" where none can be made. Sure is false where it is a
// transliteration from another script than Latin, which the person may spell differently.
func SlugOf(name string) (slug string, sure bool) {
	foreign := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	slug = Propose(name)
	if slug == "index" || slug != "" && filename.NameProblem(slug) != "" { // a folder's own page; a device on Windows
		slug += "-1"
	}
	return slug, !foreign
}

// Propose returns a slug like a name, "" for none.
func Propose(name string) string {
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

// BadAlias is reported for an older address that is no path within the site.
const BadAlias diag.Code = "bad-alias"

// aliases declares the field of a page's older addresses, which every kind has.
func aliases[T any, P item[T]]() field.Field[T] {
	return field.Has("aliases", field.List(alias(), 20), func(t *T) *[]portal.Alias { return &P(t).Origin().Aliases },
		"Older addresses of the page, which lead to it.")
}

// alias is the shape of an older address of a page: a path within the site.
func alias() field.Shape[portal.Alias] {
	about := field.About{Words: "path within the site as /mentors/old-name/", JSON: "string", Pattern: `^/([a-z0-9-]+/)+$`}
	return field.Scalar(about, "a path", func(d *field.Decoder, n field.Node, text string) (portal.Alias, bool) {
		if !isPath(text) {
			d.Errorf(n, BadAlias, "write the old address's path, as /mentors/old-name/",
				"\"%s\" is not a path within this site: it begins and ends with `/` and holds only a-z, 0-9 and `-`", field.Short(text))
			return portal.Alias{}, false
		}
		if problem := filename.PathProblem(strings.Trim(text, "/")); problem != "" {
			d.Errorf(n, BadAlias, "leave this address out", "\"%s\" cannot be published: it %s", field.Short(text), problem)
			return portal.Alias{}, false
		}
		return portal.Alias{Path: text, At: d.At(n)}, true
	})
}

var pathForm = regexp.MustCompile(`^(/[a-z0-9]+(-[a-z0-9]+)*)+/$`)

func isPath(text string) bool { return len(text) <= 200 && pathForm.MatchString(text) }
