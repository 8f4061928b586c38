package content

import (
	"cmp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
)

// Discreet returns mistakes in which those of requests name position and field, but no
// value, because others can read the logs of builds. The documents are those of the same
// files, sorted by path.
func Discreet(list diag.List, docs []*Document) diag.List {
	discreet := slices.Clone(list)
	for i, d := range list {
		if kinds.IsRequest(d.File) && !slices.Contains(harmlessCodes, d.Code) {
			discreet[i].Message, discreet[i].Hint = withoutValues(d, docs)
		}
	}
	return discreet
}

// harmlessCodes are the codes whose messages contain no value of a request, only names of
// files and declared fields.
var harmlessCodes = []diag.Code{
	RequestsInside, field.MissingField, field.DuplicateKey, field.NoFrontmatter, field.UnclosedFrontmatter, field.FrontmatterTooLong,
	MisplacedFile, part.BadSlug, ReservedName, diag.TooManyMistakes,
	"unused-file", "contacts-inside", "special-file", "file-too-large", "folder-too-deep", // of package source
	"bad-file-name", "same-file-name", "url-taken", kinds.RankedAndAvoided,
}

// publicFields are the fields that a request's page shows, if it has one. Hints for them may
// propose what was meant.
var publicFields = []string{"languages", "needs", "goals", "kinds", "formats", "cycle"}

// proposingCodes are the codes whose hints propose what was meant, or list the choices.
var proposingCodes = []diag.Code{field.UnknownWord, UnknownTopic, SimilarTopics, field.UnknownLanguage, UnknownReference}

// withoutValues returns the message and hint of a mistake in a request without values.
func withoutValues(d diag.Diagnostic, docs []*Document) (message, hint string) {
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
	case d.Code == field.UnknownKey, slices.Contains(publicFields, key) && slices.Contains(proposingCodes, d.Code):
		return message, d.Hint
	case key != "":
		_, takes, _ := kinds.Request.About.Field(key)
		return message, "it takes: " + takes
	}
	return message, "look at this place in the file: what requests say is never printed"
}

// keyAt returns the field of a request's file at a position, "" where it is not known.
func keyAt(at diag.Position, docs []*Document) string {
	i, found := slices.BinarySearchFunc(docs, at.File, func(d *Document, file string) int { return cmp.Compare(d.Path, file) })
	if !found || docs[i].kind == nil || docs[i].text > 0 && at.Line >= docs[i].text {
		return ""
	}
	const most = 1<<16 - 1 // the block of fields is shorter
	return docs[i].fieldAt(uint16(min(at.Line, most)), uint16(min(at.Column, most)))
}
