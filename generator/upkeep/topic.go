package upkeep

import (
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/edit"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/worktree"
)

// renameTopic plans another name for a topic, which may exist only because files mention it.
// Mentions by its title or by another word for it stay, because they still lead to it.
func (s *Site) renameTopic(r *Renaming, doc *content.Document, alias *bool) (*Renaming, error) {
	topics := s.portal.Topics.All()
	old, target := portal.Find(topics, r.From), portal.Find(topics, r.To)
	if old == nil {
		return nil, s.unknown(r.Kind, r.From)
	}
	if target == old {
		target = nil // the new name is one of its words already
	}
	if target != nil {
		r.To, r.Merged = target.Slug, true
	}
	if err := s.free(r.Kind, r.To); err != nil {
		return nil, err
	}
	if r.From == r.To {
		return nil, diag.Refuse("`"+r.From+"` is that name already", "write another one")
	}
	into := s.find("topics", r.To)
	if r.Merged && into == nil && doc != nil {
		r.Merged = false // the file takes the place of what was only mentioned
	}
	for _, other := range s.docs {
		if err := r.retopic(other, doc, old, target); err != nil {
			return nil, err
		}
	}
	asked := func(f worktree.File) int {
		return map[bool]int{false: 1}[strings.HasPrefix(f.Path, "content/requests/")]
	}
	order.Stable(r.Files, func(a, b worktree.File) int { return asked(a) - asked(b) }) // a topic is not known from these alone
	if err := r.links(); err != nil {
		return nil, err
	}
	if r.Merged {
		return r, r.merge(doc, into, old, alias == nil || *alias)
	}
	if doc == nil {
		if alias != nil && *alias {
			return nil, diag.Refuse("the topic `"+r.From+"` has no file that could hold the older address", "leave --alias out, or write content/topics/"+r.To+".md with `aliases`")
		}
		return r, nil
	}
	if portal.Fold(old.Title) != r.To {
		r.note("Visitors still read `%s`: its `title` is as it was.", old.Title)
	}
	return r, r.relocate(doc, alias == nil || *alias)
}

// retopic lets the mentions of a topic in a file follow. Where the topic becomes one with
// another that the list names too, the entry goes.
func (r *Renaming) retopic(file, own *content.Document, old, target *portal.Topic) error {
	topicOf := func(m content.Mention) *portal.Topic {
		if m.To != part.ToTopic {
			return nil
		}
		return r.site.portal.Topics.Named(portal.TopicRef{Text: m.Text, Key: portal.Fold(m.Text)})
	}
	if !slices.ContainsFunc(file.Mentions(), func(m content.Mention) bool { return topicOf(m) == old }) {
		return nil
	}
	itself := r.Merged && (file == own || file.Folder() == "topics" && target != nil && file.Path == target.File)
	data, lists := r.site.folders.Read(file.Path), map[content.Mention]string{}
	for _, m := range file.Mentions() {
		if topic := topicOf(m); target != nil && (topic == old || topic == target) {
			path, _ := edit.At(data, m.At.Line, m.At.Column)
			lists[m] = listOf(path)
		}
	}
	twice := func(m content.Mention) bool { // the list names what the topic becomes, too
		return target != nil && topicOf(m) == old && lists[m] != "" &&
			slices.ContainsFunc(file.Mentions(), func(o content.Mention) bool { return topicOf(o) == target && lists[o] == lists[m] })
	}
	if !itself && slices.ContainsFunc(file.Mentions(), twice) {
		r.note("%s named both topics in one list; one entry went.", r.site.folders.Where(file.Path))
	}
	stays := each.Of(append([]string{old.Title}, old.Also...), portal.Fold) // besides the name of the file, what the topic is found by
	return r.follow(file, func(m content.Mention) bool {
		return topicOf(m) == old && (twice(m) || r.Merged || own == nil || m.Text == r.From || !slices.Contains(stays, portal.Fold(m.Text)))
	}, func(m content.Mention) string {
		if itself || twice(m) {
			return ""
		}
		return r.To
	})
}

// listOf returns the list in which a mention is an entry, "" where it is none.
func listOf(path []string) string {
	at := len(entry(path)) - 1
	if at < 1 || path[at] == "" || path[at][0] < '0' || path[at][0] > '9' {
		return ""
	}
	return strings.Join(path[:at], ".")
}

// merge lets a topic become one with another: its names become words for the other, its file
// goes, and its addresses lead there.
func (r *Renaming) merge(doc, into *content.Document, old *portal.Topic, alias bool) error {
	if doc == nil {
		return nil // mentions were all there was of it
	}
	t := portal.Find(r.site.portal.Topics.All(), r.To)
	known := append(each.Of(append([]string{t.Title}, t.Also...), portal.Fold), t.Slug)
	var changes []edit.Change
	for _, word := range slices.Concat([]string{old.Title, r.From}, old.Also, old.Elsewhere) {
		if key := portal.Fold(word); !slices.Contains(known, key) {
			changes = append(changes, edit.Add(edit.Text(word), "also"))
			known = append(known, key)
		}
	}
	var addresses []string
	if alias {
		addresses = append(addresses, kinds.Topic.Address(r.From))
	}
	for _, address := range append(addresses, each.Of(old.Aliases, func(a portal.Alias) string { return a.Path })...) {
		changes = append(changes, edit.Add(edit.Text(address), "aliases"))
	}
	if err := r.apply(into.Path, changes...); err != nil {
		return err
	}
	for _, other := range r.site.docs {
		if original, _ := other.Translates(); original == doc.Path {
			r.put(other.Path, nil)
		}
	}
	r.put(doc.Path, nil)
	r.note("Only the names of %s were taken over. Take over by hand what should stay of its text and other fields.", r.site.folders.Where(doc.Path))
	return nil
}
