package upkeep

import (
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
)

// Renaming is what another name for an item changes.
type Renaming struct {
	*Plan
	Kind, From, To string
	Merged         bool // into a topic that was there
}

// Rename plans another name for an item, "mentors/ana" and "ana-costa": the file moves, and
// every mention and link follows. A topic that gets the name of another becomes one with it.
// The older address leads to the new one if alias says so, and without a word, nil, but for
// persons.
func (s *Site) Rename(item, to string, alias *bool) (*Renaming, error) {
	folder, from, ok := strings.Cut(item, "/")
	from, to = strings.TrimSuffix(from, ".md"), strings.TrimPrefix(strings.TrimSuffix(to, ".md"), folder+"/")
	if !ok || !slices.Contains(kinds.Folders(), folder) {
		return nil, diag.Refuse("`"+item+"` names no folder and file of content/", "write it as `mentors/ana-silva`; the folders are "+strings.Join(kinds.Folders(), ", "))
	}
	doc := s.find(folder, from)
	r := &Renaming{Plan: s.plan(true), Kind: folder, From: from, To: to}
	if len(s.portal.Requests) == 0 && (folder == "mentors" || folder == "topics") {
		r.note("No requests were found: if they lie outside of the site, name their folder with --requests, so that they follow.")
	}
	if folder == "topics" {
		return s.renameTopic(r, doc, alias)
	}
	if doc == nil {
		return nil, s.unknown(folder, from)
	}
	if err := s.free(folder, to); err != nil {
		return nil, err
	}
	if alias != nil && *alias && folder == "requests" {
		return nil, diag.Refuse("requests have no older addresses", "leave --alias out")
	}
	targets := map[string][]part.Target{"mentors": {part.ToMentor, part.ToAnyMentor}, "guides": {part.ToGuide}, "worksheets": {part.ToWorksheet}}[folder]
	names := func(m content.Mention) bool { return slices.Contains(targets, m.To) && m.Text == from }
	for _, other := range s.docs {
		if err := r.follow(other, names, func(content.Mention) string { return to }); err != nil {
			return nil, err
		}
	}
	if err := r.links(); err != nil {
		return nil, err
	}
	if alias == nil {
		alias = new(folder != "mentors" && folder != "requests")
	}
	return r, r.relocate(doc, *alias)
}

func (s *Site) unknown(folder, name string) error {
	var all []string
	for _, doc := range s.docs {
		if doc.Folder() == folder && doc.Item() != nil {
			all = append(all, doc.Item().Slug)
		}
	}
	if folder == "topics" {
		all = append(all, portal.Slugs(s.portal.Topics.All())...)
	}
	return diag.Refuse("there is no `"+folder+"/"+name+"`", diag.DidYouMean(name, all))
}

// free refuses a name that an item cannot get.
func (s *Site) free(folder, name string) error {
	switch {
	case !part.IsSlug(name):
		hint := "use only a-z, 0-9 and single hyphens between them"
		if better, sure := kinds.SlugOf(name); better != "" && sure {
			hint = "did you mean `" + better + "`?"
		}
		return diag.Refuse("the name `"+name+"` cannot be part of an address", hint)
	case filename.NameProblem(name) != "":
		return diag.Refuse("the name `"+name+"` cannot be that of a file: it "+filename.NameProblem(name), "choose another name")
	case slices.Contains(kinds.In(folder).Reserved, name):
		return diag.Refuse("the address "+kinds.In(folder).Address(name)+" belongs to another part of the portal", "choose another name")
	}
	if other := s.find(folder, name); other != nil && folder != "topics" {
		return diag.Refuse("the name is taken by "+s.folders.Where(other.Path), "choose another name")
	}
	return nil
}

// links lets every link to the item lead to its new address.
func (r *Renaming) links() error {
	is := func(name string) bool { return name == r.Kind+"/"+r.From }
	to := func(address string) string { return renamed(address, r.From, r.To) }
	for _, other := range r.site.docs {
		if err := r.relink(other, is, to); err != nil {
			return err
		}
	}
	return r.navigate(is, to)
}

// relocate moves the file of an item with its translations, or its folder with the pictures in it. The older address
// leads to the new one where it is to; an alias that is the new address is none any more.
func (r *Renaming) relocate(doc *content.Document, alias bool) error {
	older, newer := kinds.In(r.Kind).Address(r.From), kinds.In(r.Kind).Address(r.To)
	if slices.ContainsFunc(doc.Item().Aliases, func(a portal.Alias) bool { return a.Path == newer }) {
		if err := r.apply(doc.Path, edit.Drop(edit.Text(newer), "aliases")); err != nil {
			return err
		}
	}
	if alias {
		if err := r.apply(doc.Path, edit.Add(edit.Text(older), "aliases")); err != nil {
			return err
		}
	}
	prefix := "content/" + r.Kind + "/"
	moved := func(path string) string { return prefix + r.To + strings.TrimPrefix(path, prefix+r.From) }
	for _, one := range r.site.docs {
		original, _ := one.Translates()
		if original == doc.Path || one != doc && strings.HasPrefix(one.Path, prefix+r.From+"/") {
			r.move(one.Path, moved(one.Path))
		}
	}
	r.move(doc.Path, moved(doc.Path)) // at the end, so that what is broken off finds it again
	return nil
}
