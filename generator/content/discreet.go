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
		if kinds.IsRequest(d.File) && !slices.Contains(tellsNothing, d.Code) {
			discreet[i].Message, discreet[i].Hint = discreetly(d, docs)
		}
	}
	return discreet
}

// tellsNothing are the codes whose messages say nothing that a request does: they speak
// of files, or of fields by the names that are declared.
var tellsNothing = []diag.Code{
	RequestsInside, field.MissingField, field.DuplicateKey, field.NoFrontmatter, field.UnclosedFrontmatter, field.FrontmatterTooLong,
	MisplacedFile, part.BadSlug, ReservedName, diag.TooManyMistakes,
	"unused-file", "contacts-inside", "special-file", "file-too-large", "folder-too-deep", // of package source
	"bad-file-name", "same-file-name", "url-taken", kinds.RankedAndAvoided,
}

// shown are the fields that a request's page shows, if it has one. What was probably
// meant there may be proposed.
var shown = []string{"languages", "needs", "goals", "kinds", "formats", "cycle"}

// proposing are the codes whose hints name what was probably meant, or what there is to
// choose from.
var proposing = []diag.Code{field.UnknownWord, UnknownTopic, SimilarTopics, field.UnknownLanguage, UnknownReference}

// said says what is wrong with a field, or with what stands at a place, without
// saying what that is.
var said = map[diag.Code]string{
	field.WrongType:           "takes another kind of value than this",
	field.OutOfRange:          "is longer, larger or smaller than it may be",
	field.UnknownWord:         "does not take this word",
	UnknownTopic:              "names a topic that no file defines",
	field.UnknownLanguage:     "holds what is not a language's code",
	field.UnknownCountry:      "holds what is not a country's code",
	field.UnknownTimezone:     "holds what is not a time zone",
	UnknownReference:          "names something that does not exist",
	SimilarTopics:             "names a topic that seems to be another in another spelling",
	DraftReference:            "names something that is a draft, which visitors will not see",
	LeftReference:             "names a mentor who has left",
	LeftSaysMore:              "still says something of a person who left: only `left` stands in the file of somebody who left",
	UnknownValue:              "names what is not one of the program's values",
	field.UnknownKey:          "here has a name that no field has",
	part.BadDate:              "holds what is not a date",
	part.BadWindow:            "holds what is not a span of hours",
	field.DuplicateEntry:      "holds the same entry a second time",
	field.Placeholder:         "holds a placeholder that nobody has filled in",
	field.CutByHash:           "ends before a `#`, because a comment begins there",
	part.JoinedTopics:         "holds several topics in one value; give each an entry of its own",
	FutureDate:                "holds a day that is still to come",
	field.BadYAML:             "cannot be read here",
	field.YAMLFeature:         "uses what is not read here: an anchor, an alias, a tag or a merge",
	markdown.HiddenCharacters: "holds characters that nobody sees",
	"bad-encoding":            "holds a character that is not UTF-8",
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
	message = about + " " + cmp.Or(said[d.Code], "holds a mistake")
	switch {
	case d.Code == LeftSaysMore:
		return message, "remove it; what was committed stays in git's history until it is purged"
	case d.Code == field.UnknownKey, slices.Contains(shown, key) && slices.Contains(proposing, d.Code):
		return message, d.Hint
	case key != "":
		return message, "it takes: " + kinds.Request.About.Takes(key)
	}
	return message, "look at this place in the file: what requests say is never printed"
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
