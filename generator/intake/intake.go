// Package intake turns what a form or a visitor saved into files of a site.
//
// It takes a table (CSV), what the organizer has settled about its columns and values,
// what earlier imports remember, and the site as it is. It returns a Plan: the files to
// write, in which only those fields differ that changed in the table and that nobody edited
// since, and everything that the organizer has to see before it is written: the meaning of
// each column, each value that was converted, and the questions that people have to answer.
//
// Nothing is guessed silently: a value that cannot be understood becomes a question and is
// left out. Names with addresses go to the contacts, which lie outside of the site.
//
// Understand touches the disk only through Input.File; Prepare reads, and Plan.Write writes. It does not know HTML.
package intake

import (
	"io"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/portal"
	"ithaca/generator/table"
	"ithaca/generator/worktree"
)

// Kind is what the rows of a table are.
type Kind string

// The kinds. Those of people are named as the folders of their files are; decisions
// change requests.
const (
	Mentors   Kind = "mentors"
	Requests  Kind = "requests"
	Decisions Kind = "decisions"
)

// Choices are the organizer's settings of an import.
type Choices struct {
	Kind      Kind
	Random    io.Reader   // the source of keys of new people
	Until     portal.Date // the last day of availabilities; zero for six months after the form was sent
	Cycle     string      // that people apply for; "" for none, of requests for the only open one
	NewTopics bool        // whether names of unknown topics become new topics
	Force     bool        // whether fields that were edited by hand are overwritten
}

// Input is all that decides what an import does.
type Input struct {
	Choices
	Portal   *portal.Portal
	Today    portal.Date
	Lines    []table.Line // of the table, its headings first
	Answers  []table.Line // of the table of answers; nil for none
	Saved    []Saved      // requests that visitors saved, beside or in place of a table
	Map      Map
	Contacts []contacts.Contact
	Memory   contacts.Memory
	// File returns a file of the site by its path, such as
	// "content/mentors/ana-silva.md"; nil for none.
	File func(path string) []byte
}

// Plan is what an import would do, and everything to see before it does.
type Plan struct {
	Kind        Kind
	Columns     []Column
	Notes       []string     // about the whole table, in sentences
	Conversions []Conversion // sorted by field, then by what was written
	Questions   []Question   // in the order of the rows
	Conflicts   []Conflict
	People      int // in all
	Same        int // people whose files stay as they are
	Files       []File
	Map         Map // that of the input, with the order of dates if it was found out
	Contacts    []contacts.Contact
	Memory      contacts.Memory

	lacking []string               // fields that are empty for people
	others  func(slug string) bool // reports whether somebody of the kind is there whom the table does not name
}

// File is a file to write.
type File struct {
	worktree.File
	Draft  bool
	Fields []string // that change, by their paths; none for a new file
}

// IsTopic reports whether the file is that of a topic, and not of a person.
func (f File) IsTopic() bool { return strings.HasPrefix(f.Path, "content/topics/") }

// Conversion is a value that was turned into another.
type Conversion struct {
	Field  string
	From   string
	To     string // "" for what was left out
	People int
}

// Question is something that a person, or the organizer, has to answer.
type Question struct {
	Line     int    // of the table
	Name     string // of the person
	Email    string // shown only in the table of questions
	File     string // of the person; "" where none is written
	Field    string
	Value    string // the cell or part of it whose meaning is asked for; "" for another question
	Text     string
	Proposal string // what might be meant, "" for nothing

	keeps []string // the fields of the file that stay unchanged until this is answered
}

// Conflict is a field that changed both in the table and in the file.
type Conflict struct {
	File  string
	Field string
	Here  string // in the file
	There string // in the table
}
