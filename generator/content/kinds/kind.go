// Package kinds declares what the files of each folder of content/ may say.
//
// Each kind stands in the file named after it: its fields, and what holds between them.
// By these declarations package content decodes files, and the reference, the JSON Schema
// and the forms of new files are made. It does not know files of a site or what one says
// of another.
package kinds

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gosimple/slug"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
)

// Kind is what the files of one folder are.
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
	Leaves      bool     // the person whom the file is about can leave
	Reserved    []string // slugs that other pages need
	// Read returns what a file says, of the kind's type, and the part of it that all
	// kinds have.
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

// declare completes a kind with the shape of its files; join stores what one of
// them holds in the portal.
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

// left is the field by which a file becomes a tombstone: the person left, and the file
// only keeps its name from being given to somebody else.
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

// Folders returns the folder of each kind but index.md.
func Folders() []string {
	var all []string
	for _, k := range All {
		if k.Folder != "" {
			all = append(all, k.Folder)
		}
	}
	return all
}

// In returns the kind of the files of a folder, nil for a folder of no kind.
func In(folder string) *Kind {
	i := slices.IndexFunc(All, func(k *Kind) bool { return k.Folder == folder })
	if i < 0 {
		return nil
	}
	return All[i]
}

// IsRequest reports whether a path is one of mentees' requests.
func IsRequest(file string) bool {
	return strings.HasPrefix(file, "content/"+Request.Folder+"/")
}

// SlugOf returns the name that a file of a person or thing can have, and whether it says
// the name as its bearer may write it: from letters other than Latin it is only a
// guess. It is "" where none can be made.
func SlugOf(name string) (slug string, sure bool) {
	foreign := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	slug = Propose(name)
	if slug == "index" || slug != "" && filename.NameProblem(slug) != "" { // a folder's own page; a device on Windows
		slug += "-1"
	}
	return slug, !foreign
}

// Propose returns a name that can be part of an address, "" when none is found.
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
