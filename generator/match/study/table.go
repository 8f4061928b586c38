package study

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// Table is a parsed table of past pairs.
type Table struct {
	Pairs    []Pair          `json:"-"`
	Repeated int             `json:"repeated"`       // lines left out because an earlier one says the same
	Unread   []string        `json:"unread_columns"` // unknown headings
	Unknown  []table.Mistake `json:"unknown_topics"` // topics asked for that no mentor and no file has, at their first mention: they count by their words alone
	Gone     []table.Mistake `json:"gone"`           // lines that name somebody who left, or has no file
	LeftOut  []table.Mistake `json:"left_out"`       // lines that cannot be used for another reason
}

// Unusable is the error of a table that cannot be used at all: its mistakes.
type Unusable []table.Mistake

func (u Unusable) Error() string { return fmt.Sprintf("the table has %d mistakes", len(u)) }

// errGone is the error of a line that names somebody unknown.
type errGone string

func (e errGone) Error() string { return string(e) }

// reader reads a table of past pairs.
type reader struct {
	Table
	portal   *portal.Portal
	contacts []contacts.Contact         // their names in sorted words
	requests map[string]*portal.Request // by the content of their rows: equal rows share one
}

// Read parses a table of pairs of past cycles, whose headings are as people write them.
// Names and addresses are resolved by contacts, which may be nil. Lines that cannot be used
// are left out; the error of a table without usable lines is Unusable.
func Read(p *portal.Portal, from io.Reader, known []contacts.Contact) (*Table, error) {
	pseudonyms := false // in a table of `match`, which names the mentee in a second column
	t, err := table.Read(from, func(heading string) string {
		if pseudonyms && portal.Fold(heading) == "mentee" {
			return ""
		}
		pseudonyms = pseudonyms || portal.Fold(heading) == "request"
		return column(heading)
	})
	if wrong := new(table.Mistake); errors.As(err, &wrong) {
		return nil, Unusable{*wrong}
	} else if err != nil {
		return nil, err
	}
	switch {
	case !slices.ContainsFunc(t.Columns, func(c string) bool { return c == "mentor" || c == "mentor last" || c == "mentor mail" }):
		return nil, Unusable{{Line: 1, Text: "no heading names the mentor; the first line names the columns: mentee, mentor and, if you like, cycle"}}
	case len(t.Rows) == 0:
		return nil, Unusable{{Line: 1, Text: "below the headings there are no pairs"}}
	}
	none := []table.Mistake{}
	r := &reader{Table{Unread: append([]string{}, t.Unread...), Unknown: none, Gone: none, LeftOut: none}, p, slices.Clone(known), map[string]*portal.Request{}}
	for i := range r.contacts {
		r.contacts[i].Name = sortedWords(r.contacts[i].Name)
	}
	for _, row := range t.Rows {
		err := r.row(row)
		if gone := errGone(""); errors.As(err, &gone) {
			r.Gone = append(r.Gone, table.Mistake{Line: row.Line, Text: string(gone)})
		} else if err != nil {
			r.LeftOut = append(r.LeftOut, table.Mistake{Line: row.Line, Text: err.Error()})
		}
	}
	if len(r.Pairs) == 0 {
		all := slices.Concat(r.LeftOut, r.Gone)
		order.Stable(all, func(a, b table.Mistake) int { return cmp.Compare(a.Line, b.Line) })
		return nil, append(Unusable(all), table.Mistake{Line: 1, Text: "no line of the table can be used"})
	}
	return &r.Table, nil
}

// row reads a pair.
func (r *reader) row(row table.Row) error {
	if row.Problem != "" {
		return errors.New(row.Problem)
	}
	mentor, err := r.mentor(row.Values)
	if err != nil {
		return err
	}
	request, err := r.request(row)
	if err != nil {
		return err
	}
	if p := (Pair{Request: request, Mentor: mentor}); slices.Contains(r.Pairs, p) {
		r.Repeated++
	} else {
		r.Pairs = append(r.Pairs, p)
	}
	return nil
}

// mentor returns the mentor of a row. No mistake repeats a name, which may be nobody's
// business any more; what was probably meant is a name that the portal's files have.
func (r *reader) mentor(row map[string]string) (string, error) {
	name, mail := whole(row, "mentor"), row["mentor mail"]
	if name == "" && mail == "" {
		return "", errors.New("the line names no mentor")
	}
	meant := r.named(name, mail)
	var names [][]string
	for _, m := range r.portal.Mentors {
		if m.Slug == name || sortedWords(m.Name) == sortedWords(name) && len(meant) == 0 {
			meant = append(meant, m.Slug)
		}
		names = append(names, []string{m.Slug, m.Name})
	}
	there := func(slug string) bool { return portal.Find(r.portal.Mentors, slug) != nil }
	switch mentor, many := one(meant, there); {
	case many:
		return "", errors.New("several mentors have this name; write the name of the file, as ana-silva")
	case mentor == "":
		return "", gone("the mentor left, or has no file", diag.Meant(name, names))
	default:
		return mentor, nil
	}
}

// request returns the request of a row: that of a file with its fields replaced by those of
// the row, or one of the row alone, because past requests are deleted. Equal rows share it.
func (r *reader) request(of table.Row) (*portal.Request, error) {
	row := of.Values
	name, mail := whole(row, "request"), row["request mail"]
	there := func(slug string) bool { return portal.Find(r.portal.Requests, slug) != nil }
	pseudonym, many := one(append(r.named(name, mail), name), there)
	switch {
	case many:
		return nil, errors.New("several mentees have this name; write the pseudonym, as heron-42")
	case pseudonym != "" || row["needs"]+row["goals"]+row["move"] != "":
		return r.said(cmp.Or(pseudonym, name, mail), pseudonym, of)
	case name == "" && mail == "":
		return nil, errors.New("the line names no mentee")
	}
	remedy := ""
	if near := diag.Nearest(name, portal.Slugs(r.portal.Requests)); near != "" {
		remedy = "did you mean `" + near + "`?"
	}
	return nil, gone("the mentee has no request", remedy)
}

// said returns the request of a file, or of a row alone where pseudonym is "". Messages
// repeat no cell, because tables are about people.
func (r *reader) said(name, pseudonym string, of table.Row) (*portal.Request, error) {
	cycle := sortedWords(of.Values["cycle"])
	of.Values["cycle"] = "" // cycles leave index.md once they are over, and their pairs are what is judged
	key := []string{name, cycle}
	for _, field := range kinds.SaidFields() {
		key = append(key, of.Values[field])
	}
	if known := r.requests[strings.Join(key, "\n")]; known != nil {
		return known, nil
	}
	request := &portal.Request{}
	if file := portal.Find(r.portal.Requests, pseudonym); file != nil {
		*request = *file
	}
	request.Slug = name
	for _, field := range kinds.SaidFields() {
		if kinds.Said(request, field, of.Values[field]).HasErrors() {
			return nil, errors.New("`" + field + "` holds something else than it takes: " + kinds.Takes(field))
		}
	}
	for _, c := range r.portal.Program.Cycles {
		if sortedWords(c.ID) == cycle || sortedWords(c.Title) == cycle {
			request.Cycle = c.ID
		}
	}
	r.requests[strings.Join(key, "\n")] = request
	for _, ref := range slices.Concat(request.Goals, []portal.TopicRef{request.Move.From, request.Move.To}, request.Needed()) {
		known := func(one table.Mistake) bool { return one.Text == ref.Text }
		if ref.Key != "" && r.portal.Topics.Of(ref) == nil && !slices.ContainsFunc(r.Unknown, known) {
			r.Unknown = append(r.Unknown, table.Mistake{Line: of.Line, Text: ref.Text})
		}
	}
	return request, nil
}

// whole joins the parts of a name, which may be in several columns.
func whole(row map[string]string, about string) string {
	return strings.Join(strings.Fields(row[about+" first"]+" "+row[about]+" "+row[about+" last"]), " ")
}

// sortedWords returns the words of a text, folded and in the order of the alphabet:
// "Silva, Ana" is "ana-silva", and "2026 spring" is "2026-spring".
func sortedWords(text string) string {
	return strings.Join(slices.Sorted(strings.SplitSeq(portal.Fold(text), "-")), "-")
}

// named returns the slugs of the people with an address or, if there is none with it, with a
// name or a key.
func (r *reader) named(name, mail string) []string {
	var byMail, byName []string
	mail = cmp.Or(mail, name)
	for _, one := range r.contacts {
		if mail != "" && strings.EqualFold(one.Email, mail) {
			byMail = append(byMail, one.Slug)
		}
		if name != "" && (one.Key == name || one.Name == sortedWords(name)) {
			byName = append(byName, one.Slug)
		}
	}
	if len(byMail) > 0 {
		return byMail
	}
	return byName
}

// one returns the only known one of some slugs; many reports whether several are known.
func one(slugs []string, there func(slug string) bool) (slug string, many bool) {
	slices.Sort(slugs)
	slugs = slices.DeleteFunc(slices.Compact(slugs), func(slug string) bool { return !there(slug) })
	if len(slugs) == 0 {
		return "", false
	}
	return slugs[0], len(slugs) > 1
}

// gone returns the error of an unknown name, with who may be meant.
func gone(problem, remedy string) error {
	return errGone(strings.TrimSuffix(problem+"; "+remedy, "; "))
}
