package content

import (
	"cmp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
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
	message = about + ": " + diag.Meaning(d.Code)
	switch {
	case d.Code == LeftSaysMore:
		return message, "remove it; what was committed stays in git's history until it is purged"
	case d.Code == field.UnknownKey, slices.Contains(shown, key) && slices.Contains(proposing, d.Code):
		return message, d.Hint
	case key != "":
		_, takes, _ := kinds.Request.About.Field(key)
		return message, "it takes: " + takes
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
