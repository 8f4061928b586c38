package content

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/filename"
	"ithaca/generator/portal"
)

// The codes of the portal's vocabulary.
const (
	// UnknownTopic: a topic that no file defines, or that looks misspelt.
	UnknownTopic diag.Code = "unknown-topic"
	// TopicTaken: a title, synonym or address that two topics claim.
	TopicTaken diag.Code = "topic-taken"
	// TopicLoop: a topic that is, through others, broader than itself.
	TopicLoop diag.Code = "topic-loop"
)

// linkTopics sets the portal's topics, from topic files and from mentions.
func (l *linker) linkTopics() {
	v := &vocabulary{
		linker: l, byKey: map[string]*portal.Topic{}, bySlug: map[string]string{}, docs: map[*portal.Topic]*Document{},
		unpublished: map[string]*Document{}, meant: map[string]*portal.Topic{},
		uses: map[*portal.Topic]int{}, positions: map[*portal.Topic]diag.Position{},
	}
	l.topics = v
	v.addFiled()
	v.joined = portal.Joined(v.byKey)
	v.addFree()
	slices.SortFunc(v.all, func(a, b *portal.Topic) int { return cmp.Compare(a.Slug, b.Slug) })
	l.portal.Topics = portal.NewTopics(v.all, v.byKey)
	v.reportLoops()
	v.warnSimilar()
}

// vocabulary collects the topics of a portal.
type vocabulary struct {
	*linker
	all    []*portal.Topic
	byKey  map[string]*portal.Topic // by folded title, slug or synonym
	joined map[string]*portal.Topic // topics with files, by key without hyphens
	bySlug map[string]string        // by slug: its owner, in words
	docs   map[*portal.Topic]*Document

	unpublished map[string]*Document     // by key: the topics of drafts, and of files that cannot be read
	words       *portal.Vocabulary       // nil until the first mistake
	filed       []string                 // the keys of topics with files, sorted; nil until the first topic without one
	meant       map[string]*portal.Topic // cache of oneEditAway

	uses      map[*portal.Topic]int           // how often a topic without a file is mentioned; math.MaxInt for one with a file
	positions map[*portal.Topic]diag.Position // where it is first mentioned, or has its title
}

// addFiled adds the topics that have files, with all their names.
func (v *vocabulary) addFiled() {
	for _, doc := range v.linker.docs {
		if doc.kind != kinds.Topic {
			continue
		}
		t, _ := doc.item.(*portal.Topic)
		if !v.included(doc) {
			v.unpublished[doc.base.Slug] = doc
			if t != nil {
				v.unpublished[portal.Fold(t.Title)] = doc
			}
			continue
		}
		if _, taken := v.bySlug[t.Slug]; taken {
			continue // one address for two files: reported when pages are planned
		}
		if len(v.translations[doc.Path]) > 0 {
			own := *t
			t = &own
		}
		v.all = append(v.all, t)
		v.docs[t] = doc
		v.uses[t], v.positions[t] = math.MaxInt, doc.position("title")
		v.bySlug[t.Slug] = doc.Path
		v.claim(t, t.Slug, doc.position("title"))
		v.claim(t, t.Title, doc.position("title"))
	}
	for _, t := range v.all {
		doc := v.docs[t]
		v.addSynonyms(t, doc)
		for _, ref := range doc.refs {
			if ref.To == part.ToSynonym {
				v.claim(t, ref.Text, ref.At)
			}
		}
	}
}

// claim adds a name of a topic, or reports that another topic has it.
func (v *vocabulary) claim(t *portal.Topic, name string, at diag.Position) {
	folded := portal.Fold(name)
	if folded == "" {
		return
	}
	if other := v.byKey[folded]; other != nil && other != t {
		v.diags.Errorf(at, TopicTaken, "leave it to one of the two topics, or make one a synonym of the other",
			"\"%s\" means the topic of %s already", field.Short(name), other.File)
		return
	}
	v.byKey[folded] = t
}

// mentioned is a topic without a file, with its spellings and its first mention.
type mentioned struct {
	spellings map[string]int
	doc       *Document
	ref       Mention
}

// isFree reports whether a reference is to a topic without a file, and returns its key.
func (v *vocabulary) isFree(ref Mention) (key string, free bool) {
	if ref.To != part.ToTopic {
		return "", false
	}
	key = portal.Fold(ref.Text)
	t := v.byKey[key]
	if t == nil {
		t = v.joined[portal.Join(key)]
	}
	return key, t == nil || t.File == ""
}

// addFree adds the topics without files that files other than requests mention.
func (v *vocabulary) addFree() {
	free := map[string]*mentioned{}
	for _, doc := range v.linker.docs {
		if !v.included(doc) || doc.kind == kinds.Request || v.portal.Program.Strict {
			continue // what only a request asks for must not become a page
		}
		for _, ref := range doc.refs {
			key, isFree := v.isFree(ref)
			if !isFree {
				continue
			}
			m := free[key]
			if m == nil {
				m = &mentioned{map[string]int{}, doc, ref}
				free[key] = m
			}
			m.spellings[ref.Text]++
		}
	}
	for _, key := range slices.Sorted(maps.Keys(free)) {
		v.addTopic(key, free[key])
	}
}

// checkTopics checks the topics without a file that a document mentions.
func (l *linker) checkTopics(doc *Document) {
	v := l.topics
	for _, ref := range doc.refs {
		key, free := v.isFree(ref)
		if !free {
			if ref.To == part.ToTopic && l.portal.Program.Strict && v.byKey[key].Draft {
				l.reportDraft(doc, ref, "topic")
			}
			continue
		}
		var meant *portal.Topic
		if !l.portal.Program.Strict {
			meant = v.oneEditAway(key)
		}
		l.checkTopic(doc, ref, key, meant)
	}
}

// The lengths of keys, in bytes, between which a difference of one edit is reported: "sql"
// and "sqs" are two things.
const (
	shortestChecked = 5
	longestChecked  = 48
)

// oneEditAway returns a topic with a file one of whose keys is one edit away from a key, or
// nil.
func (v *vocabulary) oneEditAway(key string) *portal.Topic {
	t, asked := v.meant[key]
	if asked || len(key) < shortestChecked || len(key) > longestChecked {
		return t
	}
	if v.filed == nil {
		for _, known := range v.keys() {
			if v.byKey[known].File != "" {
				v.filed = append(v.filed, known)
			}
		}
	}
	if i := slices.IndexFunc(v.filed, func(known string) bool { return oneEdit(key, known) }); i >= 0 {
		t = v.byKey[v.filed[i]]
	}
	v.meant[key] = t
	return t
}

// oneEdit reports whether two words differ by at most one insertion, deletion, substitution
// or transposition of neighbours (Damerau–Levenshtein distance 1).
func oneEdit(a, b string) bool {
	if diff := len(a) - len(b); diff > utf8.UTFMax || -diff > utf8.UTFMax {
		return false
	}
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return utf8.RuneCountInString(a) <= 1 && utf8.RuneCountInString(b) <= 1 || len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}

// checkTopic reports a topic without a file if the portal is strict, and warns if it seems
// misspelt or has a level in its name.
func (l *linker) checkTopic(doc *Document, ref Mention, key string, meant *portal.Topic) {
	at := ref.At
	if l.portal.Program.Strict {
		if owner := l.topics.unpublished[key]; owner != nil {
			if owner.item != nil { // else its own mistake is reported
				l.reportDraft(doc, ref, "topic")
			}
			return
		}
		hint := "choose one of the topics in content/topics/, or add a file for it there"
		near := l.nearTopics(ref.Text)
		if line := l.levelHint(doc, ref, key); line != "" {
			hint = line
		} else if near != "" {
			hint = "did you mean " + near + "?"
		}
		l.reportMissing(doc, ref, UnknownTopic, hint, "there is no topic \"%s\"", field.Short(ref.Text))
		if near != "" {
			if t := l.topics.byKey[diag.Surely(key, l.topics.keys())]; t != nil {
				l.diags.Mending(diag.WriteText, t.Slug)
			}
		}
		return
	}
	if line := l.levelHint(doc, ref, key); line != "" {
		l.diags.Warnf(at, UnknownTopic, line+"; if it is a topic of its own, give it a file in content/topics/",
			"the topic \"%s\" says how well it is known", field.Short(ref.Text))
	} else if meant != nil {
		l.diags.Warnf(at, UnknownTopic, "did you mean `"+meant.Slug+"`? If not, give the topic a file in content/topics/",
			"no file defines the topic \"%s\"", field.Short(ref.Text))
	}
}

// keys returns the names of all topics, folded.
func (v *vocabulary) keys() []string { return slices.Sorted(maps.Keys(v.byKey)) }

// nearTopics names the topics that were probably meant, "" for none or when maxComparisons is
// used up.
func (l *linker) nearTopics(text string) string {
	const most, names = 3, 4
	v := l.topics
	if l.hints -= names * len(v.all); l.hints < 0 {
		return ""
	}
	if v.words == nil {
		v.words = portal.NewVocabulary(l.portal.Topics, l.portal.Program.Language)
	}
	var slugs []string
	near, _ := v.words.Near(text, most)
	for _, t := range near {
		slugs = append(slugs, "`"+t.Slug+"`")
	}
	return strings.Join(slugs, " or ")
}

// addTopic adds a topic without a file, or reports why it cannot have an address.
func (v *vocabulary) addTopic(key string, m *mentioned) {
	t := &portal.Topic{Item: portal.Item{Slug: key, Body: noText}, Title: commonSpelling(m.spellings)}
	if !part.IsSlug(key) {
		t.Slug = kinds.Propose(key)
	}
	if t.Slug != "" && filename.NameProblem(t.Slug) != "" { // AUX is a word, and a device on Windows
		t.Slug = "topic-" + t.Slug
	}
	at := m.ref.At
	if t.Slug == "" {
		v.diags.Errorf(at, part.BadTopic, "give it a file in content/topics/ with a short name", "no address can be made for the topic \"%s\"", field.Short(t.Title))
		return
	}
	if owner, taken := v.bySlug[t.Slug]; taken {
		v.diags.Errorf(at, TopicTaken, "give one of the two a file in content/topics/ and write its synonyms there",
			"the topic \"%s\" would have the address /topics/%s/, which belongs to %s", field.Short(t.Title), t.Slug, owner)
		return
	}
	v.bySlug[t.Slug] = "the topic \"" + field.Short(t.Title) + "\""
	v.byKey[key] = t
	v.all = append(v.all, t)
	v.positions[t] = at
	for _, n := range m.spellings {
		v.uses[t] += n
	}
}

// commonSpelling returns the most frequent spelling, of equally frequent ones the first in
// the alphabet. A slug becomes words.
func commonSpelling(spellings map[string]int) string {
	best := ""
	for text, n := range spellings {
		if best == "" || n > spellings[best] || n == spellings[best] && text < best {
			best = text
		}
	}
	if part.IsSlug(best) && strings.Contains(best, "-") {
		best = strings.ReplaceAll(best, "-", " ")
		best = strings.ToUpper(best[:1]) + best[1:]
	}
	return best
}

// reportLoops reports cycles of broader topics, and replacements of topics that are replaced
// themselves.
func (v *vocabulary) reportLoops() {
	state := map[*portal.Topic]int{} // 1 in progress, 2 done
	var walk func(t *portal.Topic) bool
	walk = func(t *portal.Topic) bool {
		switch state[t] {
		case 1:
			return true
		case 2:
			return false
		}
		state[t] = 1
		for _, ref := range t.Broader {
			if wider := v.byKey[ref.Key]; wider != nil && walk(wider) && v.docs[t] != nil {
				v.diags.Errorf(v.docs[t].mentionPosition("broader", ref), TopicLoop, "keep only the step from the narrower to the wider topic",
					"`broader` leads from \"%s\" in a circle back to it", t.Title)
			}
		}
		state[t] = 2
		return false
	}
	for _, t := range v.all {
		walk(t)
		if t.Use.Key == "" {
			continue
		}
		if better := v.byKey[t.Use.Key]; better != nil && (better == t || better.Use.Key != "") {
			reason := ", which is replaced by another topic"
			if better == t {
				reason = ", the topic itself"
			}
			v.diags.Errorf(v.docs[t].position("use"), TopicLoop, "name a topic that is not replaced itself",
				"`use` names \"%s\"%s", better.Title, reason)
		}
	}
}

// mentionPosition returns the position of a reference to a topic in the value of a key.
func (d *Document) mentionPosition(key string, topic portal.TopicRef) diag.Position {
	at := d.position(key)
	for _, ref := range d.refs {
		if ref.To == part.ToTopic && ref.Text == topic.Text && ref.At.Line >= at.Line {
			return ref.At
		}
	}
	return at
}
