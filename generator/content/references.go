package content

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/each"
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
	// MissingPicture: a picture that is not in the folder of its file.
	MissingPicture diag.Code = "missing-picture"
	// OutdatedConsent warns of a consent to an older privacy notice.
	OutdatedConsent diag.Code = "outdated-consent"
)

// reportMissing reports a mention of something that does not exist; in a draft it only
// warns.
func (l *linker) reportMissing(doc *Document, ref Mention, code diag.Code, hint, format string, args ...any) {
	if item := doc.Item(); item != nil && item.Draft {
		l.diags.Warnf(ref.At, code, hint, format, args...)
		return
	}
	l.diags.Errorf(ref.At, code, hint, format, args...)
}

// didYouMean returns a hint with the candidate that was probably meant, "" for none or when
// maxComparisons is used up.
func (l *linker) didYouMean(word string, candidates []string) string {
	if l.hints -= len(candidates); l.hints >= 0 {
		if near := diag.Nearest(word, candidates); near != "" {
			return "did you mean `" + near + "`?"
		}
	}
	return ""
}

// targetSet is the set of things that references to one kind of target can name.
type targetSet struct {
	words  string                 // "mentor", for messages
	where  string                 // where such things are defined, for hints
	all    []string               // sorted
	known  map[string]targetState // also those whose files cannot be parsed
	past   bool                   // whether people who left, and drafts, may be named
	unsure bool                   // whether there may be more, in a file that cannot be parsed
}

// targetState is the state of something that references can name.
type targetState uint8

const (
	targetUnknown targetState = iota
	targetThere
	targetDraft
	targetGone
)

func (l *linker) definedBy(k *kinds.Kind, words string) *targetSet {
	d := &targetSet{words: words, where: "content/" + k.Folder + "/", known: map[string]targetState{}}
	for _, doc := range l.docs {
		if doc.kind != k {
			continue
		}
		slug, now := doc.base.Slug, targetThere
		switch {
		case doc.gone:
			now = targetGone
		case doc.base.Draft:
			now = targetDraft
		}
		if now != targetGone && d.known[slug] == targetUnknown {
			d.all = append(d.all, slug)
		}
		d.known[slug] = now
	}
	slices.Sort(d.all)
	return d
}

// cycles returns the cycles of index.md.
func (l *linker) cycles() *targetSet {
	d := &targetSet{words: "cycle", where: "`cycles` in content/index.md", known: map[string]targetState{}}
	for _, c := range l.portal.Program.Cycles {
		d.unsure = d.unsure || c.ID == ""
		d.all = append(d.all, c.ID)
		d.known[c.ID] = targetThere
	}
	d.unsure = d.unsure || len(d.all) == 0 && l.mayState("cycles")
	return d
}

// mayState reports whether index.md may have a field, which then could not be parsed.
func (l *linker) mayState(key string) bool {
	return slices.ContainsFunc(l.docs, func(doc *Document) bool { return doc.kind == kinds.Program && (doc.item == nil || doc.hasKey(key)) })
}

// hasKey reports whether a file has a top-level key, whatever its value.
func (d *Document) hasKey(key string) bool {
	return slices.ContainsFunc(d.keys, func(k keyPosition) bool { return d.kind.Keys[k.field] == key })
}

// collectTargets fills targetSets, values and pictures.
func (l *linker) collectTargets() {
	mentors := l.definedBy(kinds.Mentor, "mentor")
	ever := *mentors // who can be named in decisions and in avoid
	ever.past = true
	l.targetSets = map[part.Target]*targetSet{
		part.ToMentor: mentors, part.ToAnyMentor: &ever, part.ToGuide: l.definedBy(kinds.Guide, "guide"),
		part.ToWorksheet: l.definedBy(kinds.Worksheet, "worksheet"), part.ToCycle: l.cycles(),
	}
	l.values = map[string]bool{}
	for _, v := range l.portal.Program.Values {
		l.values[portal.Fold(v)] = true
	}
	l.pictures = pictureFiles(l.docs)
}

// checkReferences checks a document's mentions, except those of topics.
func (l *linker) checkReferences(doc *Document) {
	for _, ref := range doc.refs {
		switch ref.To {
		case part.ToTopic, part.ToSynonym: // checked with the vocabulary
		case part.ToValue:
			l.checkValue(doc, ref, l.values)
		case part.ToPicture:
			l.checkPicture(doc, ref, l.pictures)
		case part.ToOwn:
			l.checkOwnField(doc, ref)
		case part.ToTerms:
			l.checkTerms(doc, ref)
		default:
			l.checkReference(doc, ref, l.targetSets[ref.To])
		}
	}
}

func (l *linker) checkReference(doc *Document, ref Mention, to *targetSet) {
	switch now := to.known[ref.Text]; {
	case now == targetGone && !to.past:
		l.reportMissing(doc, ref, LeftReference, "take the mention out", "the mentor `%s` has left", field.Short(ref.Text))
	case now == targetDraft && !to.past:
		l.reportDraft(doc, ref, to.words)
	case now == targetUnknown && !to.unsure:
		l.reportMissing(doc, ref, UnknownReference, l.referenceHint(ref.Text, to), "there is no %s `%s`", to.words, field.Short(ref.Text))
	}
}

// reportDraft reports a mention of a draft in a published file; where drafts are shown it
// only warns.
func (l *linker) reportDraft(doc *Document, ref Mention, words string) {
	if doc.item == nil || doc.base.Draft {
		return
	}
	const hint = "leave it out here until it is published, or remove `draft: true` there"
	message := "the " + words + " `" + field.Short(ref.Text) + "` is a draft, which visitors will not see"
	if l.Drafts {
		l.diags.Warnf(ref.At, DraftReference, hint, "%s; build refuses this", message)
		return
	}
	l.diags.Errorf(ref.At, DraftReference, hint, "%s", message)
}

// referenceHint returns what to write instead of an unknown name: people write names, files
// and paths in place of slugs.
func (l *linker) referenceHint(text string, to *targetSet) string {
	if l.hints > 0 {
		name := strings.TrimSuffix(text, ".md")
		for _, candidate := range []string{name, path.Base(name), path.Base(path.Dir(name)), kinds.Propose(name)} {
			if candidate != "" && to.known[candidate] != targetUnknown {
				return "write `" + candidate + "`"
			}
		}
	}
	if hint := l.didYouMean(text, to.all); hint != "" {
		return hint
	}
	if n := len(to.all); 0 < n && n <= 12 {
		return "write one of: " + strings.Join(to.all, ", ")
	}
	if to.words == "cycle" {
		return "write an id from " + to.where
	}
	return "write the name of a file in " + to.where + ", without `.md`"
}

func (l *linker) checkValue(doc *Document, ref Mention, values map[string]bool) {
	if len(values) == 0 || values[portal.Fold(ref.Text)] {
		return
	}
	hint := cmp.Or(l.didYouMean(ref.Text, l.portal.Program.Values), "choose one of `values` in content/index.md, or add it there")
	l.reportMissing(doc, ref, UnknownValue, hint, "\"%s\" is not one of the program's values", field.Short(ref.Text))
}

func (l *linker) checkPicture(doc *Document, ref Mention, pictures map[string]bool) {
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
	l.reportMissing(doc, ref, MissingPicture, hint,
		"there is no picture `%s` beside this file", field.Short(ref.Text))
}

// nearPicture returns the picture of a folder whose name differs only in letter case,
// spaces, hyphens or extension, "" for none.
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

// checkOwnField reports a field of the program's own that index.md does not declare.
func (l *linker) checkOwnField(doc *Document, ref Mention) {
	keys := each.Of(l.portal.Program.Own.Of(doc.Path), func(f portal.OwnField) string { return f.Key })
	if slices.Contains(keys, ref.Text) || len(l.portal.Program.Own) == 0 && l.mayState("extra") {
		return
	}
	folder, _, _ := strings.Cut(strings.TrimPrefix(doc.Path, "content/"), "/")
	hint := cmp.Or(l.didYouMean(ref.Text, keys), "declare it in content/index.md: `extra: {"+folder+": {"+field.Short(ref.Text)+": \"The title to show\"}}`")
	l.reportMissing(doc, ref, field.UnknownKey, hint, "there is no field `%s` in `extra`", field.Short(ref.Text))
}

// checkTerms warns of a consent to another version of the privacy notice than the current
// one.
func (l *linker) checkTerms(doc *Document, ref Mention) {
	today := l.portal.Program.Privacy.Version
	if today == "" || ref.Text == today || !l.included(doc) {
		return
	}
	l.diags.Warnf(ref.At, OutdatedConsent,
		"ask the person whether they agree to the notice of today, and write `terms: \""+today+"\"`",
		"the consent is to version %s of the privacy notice; today's is %s", field.Short(ref.Text), today)
}
