package content

import (
	"cmp"
	"maps"
	"path"
	"reflect"
	"slices"
	"strings"

	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// addLanguages sets Portal.Others to the portal in each other language that it has, and
// reports mistakes in translations.
func (l *linker) addLanguages() {
	own := l.portal.Program.Language
	offered := map[string]bool{}
	files := map[string]map[string]*Document{} // by language, then by the original's path
	for _, doc := range l.translations["content/index.md"] {
		offered[doc.language] = true
	}
	for _, t := range l.translated {
		at := diag.Position{File: t.Path}
		var original *Document
		if i, found := slices.BinarySearchFunc(l.docs, t.original, func(d *Document, file string) int { return strings.Compare(d.Path, file) }); found {
			original = l.docs[i]
		}
		switch {
		case t.language == own:
			l.diags.Errorf(at, NoSuchLanguage, "rename it to `"+path.Base(t.original)+"`, or name the language that it is in",
				"the portal is written in %s, so this translates nothing", own)
		case original == nil && !l.refused[t.original]:
			l.diags.Errorf(at, NoOriginal, "rename this one to `"+path.Base(t.original)+"`, or write that file: translations stand beside it",
				"there is no file %s that this could translate", t.original)
		case original != nil && original.gone:
			l.diags.Errorf(at, NoOriginal, "remove this file too", "this translates the file of somebody who left")
		case !offered[t.language]:
			l.diags.Warnf(at, NoSuchLanguage, "write content/index."+t.language+".md with the home page's texts, and the portal has the language",
				"this is not published: the portal is not offered in %s", t.language)
		case l.included(t):
			if files[t.language] == nil {
				files[t.language] = map[string]*Document{}
			}
			files[t.language][t.original] = t
		}
	}
	for _, language := range slices.Sorted(maps.Keys(files)) {
		if files[language]["content/index.md"] != nil {
			l.portal.Others = append(l.portal.Others, l.inLanguage(language, files[language]))
		}
	}
}

// inLanguage returns the portal in a language: translated items in that language, and the
// others as they are, marked with the portal's own language.
func (l *linker) inLanguage(language string, files map[string]*Document) *portal.Portal {
	p := *l.portal
	p.Others = nil
	v := view{linker: l, files: files}
	p.Program = v.translate(reflect.ValueOf(p.Program)).Interface().(*portal.Program)
	p.Program.Language = language
	for _, list := range []any{&p.Mentors, &p.Guides, &p.Resources, &p.Stories, &p.Worksheets, &p.Events, &p.Pages} {
		items := reflect.ValueOf(list).Elem()
		seen := reflect.MakeSlice(items.Type(), items.Len(), items.Len())
		for i := range items.Len() {
			seen.Index(i).Set(v.translate(items.Index(i)))
		}
		items.Set(seen)
	}
	p.Topics = p.Topics.Each(func(t *portal.Topic) *portal.Topic {
		seen := v.translate(reflect.ValueOf(t)).Interface().(*portal.Topic)
		if seen.Original != "" { // what it is called in the other languages finds it here too
			seen.Elsewhere = append(slices.Concat([]string{t.Title}, t.Also), t.Elsewhere...)
		}
		return seen
	})
	return &p
}

// view translates the items of a portal into a language.
type view struct {
	*linker
	files map[string]*Document
}

// translate returns a copy of an item, a pointer, with the texts of its translation.
func (v view) translate(item reflect.Value) reflect.Value {
	made := reflect.New(item.Type().Elem())
	made.Elem().Set(item.Elem())
	base := made.Interface().(interface{ Origin() *portal.Item }).Origin()
	t := v.files[base.File]
	if t == nil {
		if base.File != "" {
			base.Lang = v.portal.Program.Language
		}
		return made
	}
	base.Original, base.File, base.Draft = base.File, t.base.File, base.Draft || t.base.Draft
	switch {
	case !t.base.Body.Empty():
		base.Body = t.base.Body
	case !base.Body.Empty():
		v.diags.Errorf(diag.Position{File: base.File, Line: max(1, t.text), Column: 1}, HalfTranslated, "translate the text below the fields too, or write `draft: true` until it is done",
			"the original has a text, and this has none")
	}
	base.Own = portal.WithOwn(base.Own, t.base.Own)
	if p, is := made.Interface().(*portal.Program); is {
		p.Own = p.Own.With(t.item.(*portal.Program).Own)
	}
	v.overlay(t, "", made.Elem(), reflect.ValueOf(t.item).Elem())
	portal.ForgetTerms(made.Interface())
	return made
}

// overlay replaces the texts of into, a copy of the original, by those of from, a
// translation, which has zero values for what it leaves out and no values but texts. Key is
// the top-level field.
func (v view) overlay(t *Document, key string, into, from reflect.Value) {
	switch from.Kind() {
	case reflect.String:
		if from.Len() > 0 {
			into.SetString(from.String())
		}
	case reflect.Pointer:
		if !from.IsNil() && into.IsNil() {
			v.reportUnlike(t, key, 1, 0)
		} else if !from.IsNil() {
			made := reflect.New(into.Type().Elem())
			made.Elem().Set(into.Elem())
			v.overlay(t, key, made.Elem(), from.Elem())
			into.Set(made)
		}
	case reflect.Slice:
		whole := from.Type().Elem().Kind() == reflect.String || from.Type().Elem() == reflect.TypeFor[portal.Answer]()
		switch {
		case from.Len() == 0:
		case !whole && from.Len() != into.Len():
			v.reportUnlike(t, key, from.Len(), into.Len())
		case whole:
			into.Set(from)
		default:
			made := reflect.MakeSlice(into.Type(), into.Len(), into.Len())
			reflect.Copy(made, into)
			for i := range made.Len() {
				v.overlay(t, key, made.Index(i), from.Index(i))
			}
			into.Set(made)
		}
	case reflect.Struct:
		for i := range from.NumField() {
			f := from.Type().Field(i)
			if f.IsExported() && !f.Anonymous {
				v.overlay(t, cmp.Or(key, strings.ToLower(f.Name)), into.Field(i), from.Field(i))
			}
		}
	}
}

// reportUnlike reports a list with another number of entries than that of the original.
func (v view) reportUnlike(t *Document, key string, here, there int) {
	v.diags.Errorf(t.position(key), HalfTranslated, "write the entries in the order of the original; `{}` leaves one as it is there",
		"`%s` has another number of entries (%d) than in the original (%d)", key, here, there)
}

// addSynonyms adds the names of a topic in its translations.
func (v *vocabulary) addSynonyms(t *portal.Topic, doc *Document) {
	for _, other := range v.translations[doc.Path] {
		if !v.included(other) {
			continue
		}
		title := other.item.(*portal.Topic).Title
		t.Elsewhere = append(t.Elsewhere, title)
		v.claim(t, title, other.position("title"))
		for _, ref := range other.refs {
			if ref.To == part.ToSynonym {
				t.Elsewhere = append(t.Elsewhere, ref.Text)
				v.claim(t, ref.Text, ref.At)
			}
		}
	}
}
