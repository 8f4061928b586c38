package content

import (
	"cmp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/markdown"
)

// Discreet returns mistakes so that those in requests name place and field, never
// what a request says: what is printed stands in the logs of builds, which others
// read too. The documents are those of the same files, sorted by path.
func Discreet(list diag.List, docs []*Document) diag.List {
	discreet := slices.Clone(list)
	for i, d := range list {
		if kinds.IsRequest(d.File) && !tellsNothing(d.Code) {
			discreet[i].Message, discreet[i].Hint = discreetly(d, docs)
		}
	}
	return discreet
}

// tellsNothing reports whether the messages of a code say nothing that a request
// does: they speak of files, or of fields by the names that are declared.
func tellsNothing(code diag.Code) bool {
	switch code {
	case RequestsInside, field.MissingField, field.DuplicateKey, field.NoFrontmatter, field.UnclosedFrontmatter, field.FrontmatterTooLong,
		MisplacedFile, part.BadSlug, ReservedName, diag.TooManyMistakes,
		"unused-file", "contacts-inside", "special-file", "file-too-large", "folder-too-deep", // of package source
		"bad-file-name", "same-file-name", "url-taken":
		return true
	}
	return false
}

// isShown reports whether a request's page shows a field, if it has one. What was
// probably meant there may be proposed.
func isShown(key string) bool {
	switch key {
	case "languages", "needs", "goals", "kinds", "formats", "cycle":
		return true
	}
	return false
}

// said says what is wrong with a field, or with what stands at a place, without
// saying what that is.
func said(code diag.Code) string {
	switch code {
	case field.WrongType:
		return "takes another kind of value than this"
	case field.OutOfRange:
		return "is longer, larger or smaller than it may be"
	case field.UnknownWord:
		return "does not take this word"
	case UnknownTopic:
		return "names a topic that no file defines"
	case field.UnknownLanguage:
		return "holds what is not a language's code"
	case field.UnknownCountry:
		return "holds what is not a country's code"
	case field.UnknownTimezone:
		return "holds what is not a time zone"
	case UnknownReference:
		return "names something that does not exist"
	case SimilarTopics:
		return "names a topic that seems to be another in another spelling"
	case DraftReference:
		return "names something that is a draft, which visitors will not see"
	case LeftReference:
		return "names a mentor who has left"
	case LeftSaysMore:
		return "still says something of a person who left: only `left` stands in the file of somebody who left"
	case UnknownValue:
		return "names what is not one of the program's values"
	case field.UnknownKey:
		return "here has a name that no field has"
	case part.BadDate:
		return "holds what is not a date"
	case part.BadWindow:
		return "holds what is not a span of hours"
	case field.DuplicateEntry:
		return "holds the same entry a second time"
	case field.Placeholder:
		return "holds a placeholder that nobody has filled in"
	case field.CutByHash:
		return "ends before a `#`, because a comment begins there"
	case part.JoinedTopics:
		return "holds several topics in one value; give each an entry of its own"
	case FutureDate:
		return "holds a day that is still to come"
	case field.BadYAML:
		return "cannot be read here"
	case field.YAMLFeature:
		return "uses what is not read here: an anchor, an alias, a tag or a merge"
	case markdown.HiddenCharacters:
		return "holds characters that nobody sees"
	case "bad-encoding":
		return "holds a character that is not UTF-8"
	}
	return "holds a mistake"
}

// discreetly words a mistake in a request.
func discreetly(d diag.Diagnostic, docs []*Document) (message, hint string) {
	key := keyAt(d.Position, docs)
	about := "what stands here"
	switch {
	case d.Code == field.UnknownKey:
		about, key = "a field", ""
	case key != "":
		about = "`" + key + "`"
	}
	message = about + " " + said(d.Code)
	switch {
	case d.Code == LeftSaysMore:
		return message, "remove it; what was committed stays in git's history until it is purged"
	case d.Code == field.UnknownKey, isShown(key) && proposes(d.Code):
		return message, d.Hint
	case key != "":
		return message, "it takes: " + kinds.Request.About.Takes(key)
	}
	return message, "look at this place in the file: what requests say is never printed"
}

// proposes reports whether the hint for a code names what was probably meant, or
// what there is to choose from.
func proposes(code diag.Code) bool {
	switch code {
	case field.UnknownWord, UnknownTopic, SimilarTopics, field.UnknownLanguage, UnknownReference:
		return true
	}
	return false
}

// keyAt returns the field of a request's file in which a place lies, "" where that
// is not known.
func keyAt(at diag.Position, docs []*Document) string {
	i, found := slices.BinarySearchFunc(docs, at.File, func(d *Document, file string) int { return cmp.Compare(d.Path, file) })
	if !found || docs[i].kind == nil || docs[i].text > 0 && at.Line >= docs[i].text {
		return ""
	}
	const most = 1<<16 - 1 // the block of fields is shorter
	return docs[i].fieldAt(uint16(min(at.Line, most)), uint16(min(at.Column, most)))
}
