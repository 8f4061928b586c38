package content

import (
	"path"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of what files say of each other.
const (
	// UnknownReference: a mention of something that does not exist.
	UnknownReference diag.Code = "unknown-reference"
	// DraftReference: a published file mentions one that is a draft.
	DraftReference diag.Code = "draft-reference"
	// UnknownValue: a value that is not on the program's list.
	UnknownValue diag.Code = "unknown-value"
	// MissingPicture: a picture that does not lie beside its file.
	MissingPicture diag.Code = "missing-picture"
	// OutdatedConsent warns of a consent to an older privacy notice.
	OutdatedConsent diag.Code = "outdated-consent"
)

// missing reports what a file mentions and another lacks; in a draft it only warns.
func (l *linker) missing(doc *Document, ref Mention, code diag.Code, hint, format string, args ...any) {
	if item := doc.Item(); item != nil && item.Draft {
		l.diags.Warnf(ref.At, code, hint, format, args...)
		return
	}
	l.diags.Errorf(ref.At, code, hint, format, args...)
}

// nearest returns the candidate that was probably meant, while there is time left
// for looking.
func (l *linker) nearest(word string, candidates []string) string {
	if l.hints -= len(candidates); l.hints < 0 {
		return ""
	}
	return diag.Nearest(word, candidates)
}

// defined is what references of one target can lead to.
type defined struct {
	words  string           // "mentor", for messages
	where  string           // where such things are defined, for hints
	all    []string         // sorted
	known  map[string]state // also those whose files cannot be read
	past   bool             // those who left, and drafts, may be named
	unsure bool             // there may be more, in a file that cannot be read
}

// state is what became of something that can be referred to.
type state uint8

const (
	unknown state = iota
	there
	drafted
	gone
)

func (l *linker) defined(k *kinds.Kind, words string) *defined {
	d := &defined{words: words, where: "content/" + k.Folder + "/", known: map[string]state{}}
	for _, doc := range l.docs {
		if doc.kind != k {
			continue
		}
		slug, now := doc.base.Slug, there
		switch {
		case doc.gone:
			now = gone
		case doc.base.Draft:
			now = drafted
		}
		if now != gone && d.known[slug] == unknown {
			d.all = append(d.all, slug)
		}
		d.known[slug] = now
	}
	slices.Sort(d.all)
	return d
}

// anyMentor is what can be said of mentors who are not there for visitors: what was
// decided with them, and that somebody does not want them.
func anyMentor(mentors *defined) *defined {
	all := *mentors
	all.past = true
	return &all
}

// cycles returns the cycles of index.md.
func (l *linker) cycles() *defined {
	d := &defined{words: "cycle", where: "`cycles` in content/index.md", known: map[string]state{}}
	for _, c := range l.portal.Program.Cycles {
		d.unsure = d.unsure || c.ID == ""
		d.all = append(d.all, c.ID)
		d.known[c.ID] = there
	}
	d.unsure = d.unsure || len(d.all) == 0 && l.unread("cycles")
	return d
}

// unread reports whether index.md may state a field that could not be read.
func (l *linker) unread(key string) bool {
	return slices.ContainsFunc(l.docs, func(doc *Document) bool { return doc.kind == kinds.Program && (doc.item == nil || doc.states(key)) })
}

// states reports whether a file has a top-level key, whatever its value.
func (d *Document) states(key string) bool {
	return slices.ContainsFunc(d.keys, func(k keyPlace) bool { return d.kind.Keys[k.field] == key })
}

// targets collects what references can lead to.
func (l *linker) targets() {
	mentors := l.defined(kinds.Mentor, "mentor")
	l.targeted = map[part.Target]*defined{
		part.ToMentor: mentors, part.ToAnyMentor: anyMentor(mentors), part.ToGuide: l.defined(kinds.Guide, "guide"),
		part.ToWorksheet: l.defined(kinds.Worksheet, "worksheet"), part.ToCycle: l.cycles(),
	}
	l.values = map[string]bool{}
	for _, v := range l.portal.Program.Values {
		l.values[portal.Fold(v)] = true
	}
	l.pictures = pictureFiles(l.docs)
}

// references checks a document's mentions of what other files define.
func (l *linker) references(doc *Document) {
	for _, ref := range doc.refs {
		switch ref.To {
		case part.ToTopic, part.ToSynonym: // checked with the vocabulary
		case part.ToValue:
			l.value(doc, ref, l.values)
		case part.ToPicture:
			l.picture(doc, ref, l.pictures)
		case part.ToOwn:
			l.ownField(doc, ref)
		case part.ToTerms:
			l.terms(doc, ref)
		default:
			l.reference(doc, ref, l.targeted[ref.To])
		}
	}
}

func (l *linker) reference(doc *Document, ref Mention, to *defined) {
	switch now := to.known[ref.Text]; {
	case now == gone && !to.past:
		l.missing(doc, ref, LeftReference, "take the mention out", "the mentor `%s` has left", field.Short(ref.Text))
	case now == drafted && !to.past:
		l.toDraft(doc, ref, to.words)
	case now == unknown && !to.unsure:
		l.missing(doc, ref, UnknownReference, l.referenceHint(ref.Text, to), "there is no %s `%s`", to.words, field.Short(ref.Text))
	}
}

// toDraft reports what a published file says of a draft. Where drafts are shown
// it leads somewhere, but it must not stay.
func (l *linker) toDraft(doc *Document, ref Mention, words string) {
	if doc.item == nil || doc.base.Draft {
		return
	}
	const hint = "leave it out here until it is published, or remove `draft: true` there"
	message := "the " + words + " `" + field.Short(ref.Text) + "` is a draft, which visitors will not see"
	if l.drafts {
		l.diags.Warnf(ref.At, DraftReference, hint, "%s; build refuses this", message)
		return
	}
	l.diags.Errorf(ref.At, DraftReference, hint, "%s", message)
}

// referenceHint says what to write in place of a name that leads nowhere:
// people write names, files and paths where the name of a file is asked for.
func (l *linker) referenceHint(text string, to *defined) string {
	if l.hints > 0 {
		name := strings.TrimSuffix(text, ".md")
		for _, candidate := range []string{name, path.Base(name), path.Base(path.Dir(name)), kinds.Propose(name)} {
			if candidate != "" && to.known[candidate] != unknown {
				return "write `" + candidate + "`"
			}
		}
	}
	if near := l.nearest(text, to.all); near != "" {
		return "did you mean `" + near + "`?"
	}
	if n := len(to.all); 0 < n && n <= 12 {
		return "write one of: " + strings.Join(to.all, ", ")
	}
	if to.words == "cycle" {
		return "write an id from " + to.where
	}
	return "write the name of a file in " + to.where + ", without `.md`"
}

func (l *linker) value(doc *Document, ref Mention, values map[string]bool) {
	if len(values) == 0 || values[portal.Fold(ref.Text)] {
		return
	}
	hint := "choose one of `values` in content/index.md, or add it there"
	if near := l.nearest(ref.Text, l.portal.Program.Values); near != "" {
		hint = "did you mean `" + near + "`?"
	}
	l.missing(doc, ref, UnknownValue, hint, "\"%s\" is not one of the program's values", field.Short(ref.Text))
}

func (l *linker) picture(doc *Document, ref Mention, pictures map[string]bool) {
	folder := path.Dir(doc.Path)
	if file := path.Join(folder, ref.Text); pictures[file] || l.refused[file] {
		return
	}
	hint := "put the picture into the folder " + folder + ", or correct its name"
	if near := l.nearPicture(folder, ref.Text, pictures); near != "" {
		hint = "write `" + near + "`: it lies there"
	} else if near := l.nearPicture(folder, ref.Text, l.refused); near != "" {
		hint = "save `" + near + "`, which lies there, as JPEG or PNG"
	}
	l.missing(doc, ref, MissingPicture, hint,
		"there is no picture `%s` beside this file", field.Short(ref.Text))
}

// nearPicture returns the picture of a folder whose name is another only in the case
// of its letters, in spaces and hyphens or in its ending, "" for none.
func (l *linker) nearPicture(folder, name string, pictures map[string]bool) string {
	if l.hints -= len(pictures); l.hints < 0 {
		return ""
	}
	stem := func(name string) string { return portal.Fold(strings.TrimSuffix(name, path.Ext(name))) }
	wanted, near := stem(name), ""
	for file := range pictures {
		beside, within := strings.CutPrefix(file, folder+"/")
		if within && path.Ext(beside) != ".md" && stem(beside) == wanted && (near == "" || beside < near) {
			near = beside
		}
	}
	return near
}

// ownField looks for a field of the program's own where index.md declares them.
func (l *linker) ownField(doc *Document, ref Mention) {
	var keys []string
	for _, f := range l.portal.Program.Own.Of(doc.Path) {
		keys = append(keys, f.Key)
	}
	if slices.Contains(keys, ref.Text) || len(l.portal.Program.Own) == 0 && l.unread("extra") {
		return
	}
	folder, _, _ := strings.Cut(strings.TrimPrefix(doc.Path, "content/"), "/")
	hint := "declare it in content/index.md: `extra: {" + folder + ": {" + field.Short(ref.Text) + ": \"The title to show\"}}`"
	if near := l.nearest(ref.Text, keys); near != "" {
		hint = "did you mean `" + near + "`?"
	}
	l.missing(doc, ref, field.UnknownKey, hint, "there is no field `%s` in `extra`", field.Short(ref.Text))
}

// terms compares the notice that somebody agreed to with the one of today.
func (l *linker) terms(doc *Document, ref Mention) {
	today := l.portal.Program.Privacy.Version
	if today == "" || ref.Text == today || !l.part(doc) {
		return
	}
	l.diags.Warnf(ref.At, OutdatedConsent,
		"ask the person whether they agree to the notice of today, and write `terms: \""+today+"\"`",
		"the consent is to version %s of the privacy notice; today's is %s", field.Short(ref.Text), today)
}
