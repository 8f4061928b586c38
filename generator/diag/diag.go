// Package diag holds what an author did wrong: a place, a reason and a remedy.
//
// It takes mistakes from every stage that reads what people wrote, and gives
// them back sorted and printed: as text for a terminal, as JSON for a program,
// as annotations for a pull request. It does not know what a mentor, a file
// system or a web page is; it never prints by itself and never exits.
//
// A mistake of an author is a Diagnostic, and a run reports all of them. A
// failure of the machine (a full disk, a folder that may not be read) is an
// error and travels as one.
package diag

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Code names one kind of mistake in words, like "unknown-topic". It stays the
// same when the message is reworded, so people can search for it and
// "ithaca check --explain CODE" can tell more. Each code has a file of its own
// in codes/, which explains it and holds a script that provokes it.
type Code string

// Severity reports whether a mistake keeps the portal from being published.
type Severity uint8

// Error keeps the portal from being published; Warning does not.
const (
	Error Severity = iota
	Warning
)

// String returns "error" or "warning".
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// MarshalText returns the same words as String, for JSON.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Position is a place in an author's file. File is relative to the site's
// folder and uses slashes. Line and Column are 1-based, the column in code
// points; zero means the mistake is about the whole file or the whole line.
type Position struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// PositionOf returns the position of the character at an offset of a text that begins on a
// line of a file.
func PositionOf(file string, text []byte, offset, line int) Position {
	before := text[:min(max(offset, 0), len(text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return Position{File: file, Line: line + bytes.Count(before, []byte{'\n'}), Column: 1 + utf8.RuneCount(before[start:])}
}

// Short returns a text for a message, cut to at most most characters with an ellipsis.
func Short(text string, most int) string {
	if letters := []rune(text); len(letters) > most {
		return string(letters[:most-1]) + "…"
	}
	return text
}

// String returns "file:line:col", without the parts that are unknown.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Diagnostic is one mistake. Message says what is wrong in the author's words;
// Hint, which may be empty, says what to write instead.
type Diagnostic struct {
	Position
	Severity Severity `json:"severity"`
	Code     Code     `json:"code"`
	Message  string   `json:"message"`
	Hint     string   `json:"hint"`
	Mend     Mend     `json:"-"` // what certainly puts it right
}

// String returns "path:line:col: error: text [code]" on one line, without the
// hint. Characters that a terminal would act on are written as escapes.
func (d Diagnostic) String() string {
	return Visible(fmt.Sprintf("%s: %s: %s [%s]", d.Position, d.Severity, d.Message, d.Code))
}

// List is a run's mistakes. The zero value is empty and ready to use. It is
// not safe for use by several goroutines: each collects its own and the lists
// are joined in a fixed order.
type List []Diagnostic

// Errorf adds an error. Its message is formatted as by fmt.Sprintf.
func (l *List) Errorf(at Position, code Code, hint, format string, args ...any) {
	*l = append(*l, Diagnostic{Position: at, Severity: Error, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Warnf adds a warning. Its message is formatted as by fmt.Sprintf.
func (l *List) Warnf(at Position, code Code, hint, format string, args ...any) {
	*l = append(*l, Diagnostic{Position: at, Severity: Warning, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Count returns how many errors and how many warnings the list holds.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Severity == Error {
			errors++
		}
	}
	return errors, len(l) - errors
}

// OfCode is how often a kind of mistake was made.
type OfCode struct {
	Code     Code
	Mistakes int
}

// ByCode returns how many mistakes the list holds of each kind, the most frequent
// first.
func (l List) ByCode() []OfCode {
	count := map[Code]int{}
	for _, d := range l {
		count[d.Code]++
	}
	var all []OfCode
	for code, mistakes := range count {
		all = append(all, OfCode{code, mistakes})
	}
	slices.SortFunc(all, func(a, b OfCode) int {
		return cmp.Or(cmp.Compare(b.Mistakes, a.Mistakes), strings.Compare(string(a.Code), string(b.Code)))
	})
	return all
}

// HasErrors reports whether the list holds at least one error.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Severity == Error })
}

// Sorted returns a copy in the order people read: by file, line and column, then
// errors before warnings, then by code and message. Exact repeats appear once.
func (l List) Sorted() List {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int {
		return cmp.Or(
			strings.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Severity, b.Severity),
			strings.Compare(string(a.Code), string(b.Code)),
			strings.Compare(a.Message, b.Message),
			strings.Compare(a.Hint, b.Hint),
		)
	})
	return slices.Compact(sorted)
}

// Mend is a change of a file that certainly puts a mistake right and means the same. It is
// made at the mistake's place, by package upkeep. The zero Mend is none.
type Mend struct {
	Do   Doing
	With string
}

// Doing is how a file is changed.
type Doing uint8

// The ways of changing a file.
const (
	Nothing    Doing = iota
	WriteText        // the value becomes With, as text
	WritePlain       // the value becomes With, without quotes: a number or a date
	WriteList        // the value becomes a list of the lines of With
	RenameKey        // the key becomes With, up to a colon; what follows is its new value
	DropEntry        // the entry of a list goes
	WriteLine        // the line, which cannot be read as fields, becomes With
	RenameFile       // the file's name, or that of its folder where With has no ending, becomes With
	EndLines         // carriage returns alone become ends of lines
)

// Mending notes what certainly puts the latest mistake of a list right.
func (l List) Mending(do Doing, with string) { l[len(l)-1].Mend = Mend{do, with} }

// Refusal is why something that somebody asked for is not done, and what to do about it.
type Refusal struct{ reason, remedy string }

// Refuse returns a *Refusal.
func Refuse(reason, remedy string) error { return &Refusal{reason, remedy} }

func (r *Refusal) Error() string { return r.reason }

// Hint says what to do.
func (r *Refusal) Hint() string { return r.remedy }

// At returns the refusal with the line that it is about, from 1; 0 for none.
func (r *Refusal) At(line int) *Refusal {
	if line == 0 {
		return r
	}
	return &Refusal{"line " + strconv.Itoa(line) + ": " + r.reason, r.remedy}
}

// ShellWord puts a path in quotes where a shell would take it apart.
func ShellWord(text string) string {
	if strings.ContainsAny(text, " \t'\"\\$&;|<>()*?[]{}!#~`") {
		return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'"
	}
	return text
}
