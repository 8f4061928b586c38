package upkeep

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// Reply is what a mentor answered when they were asked whether their profile still holds.
type Reply struct {
	Line    int    // of the table, from 1; 0 for none
	Mentor  string // the name of the file, or their own
	Leaves  bool
	Refuses bool // they do not agree to the privacy notice
	Denies  bool // they say that the profile does not hold
	Silent  bool // the table asks for answers, and the line gives none
	Confirmation
}

const replyColumns = "the columns are mentor, confirmed, until, status, capacity, cycle, consent"

// replyColumn returns the column that a heading of replies names.
func replyColumn(heading string) string {
	switch name := strings.ToLower(strings.TrimSpace(heading)); name {
	case "mentor", "confirmed", "until", "status", "capacity", "cycle", "consent":
		return name
	case "slug", "name":
		return "mentor"
	case "places":
		return "capacity"
	}
	return ""
}

// ReadReplies reads replies from a table with the columns mentor, confirmed, until, status,
// capacity, cycle and consent, of which all but the first may be missing or empty, and returns
// the headings of other columns too. A *diag.Refusal names every line that cannot be read.
func ReadReplies(from io.Reader) (all []Reply, others []string, err error) {
	t, err := table.Read(from, replyColumn)
	switch {
	case err != nil:
		return nil, nil, diag.Refuse(err.Error(), replyColumns)
	case !slices.Contains(t.Columns, "mentor"):
		return nil, nil, diag.Refuse("line 1: no column says which mentor", replyColumns)
	}
	untils := each.Of(t.Rows, func(row table.Row) string { return row.Values["until"] })
	dates := answer.DatesOf(untils, "", portal.Date{Year: 9999, Month: 12, Day: 31}) // the days may be to come
	var wrong refusals
	for _, row := range t.Rows {
		reply, err := readReply(row.Values, len(t.Columns)-len(t.Unread) > 1, dates)
		if row.Problem != "" {
			err = diag.Refuse(row.Problem, replyColumns)
		}
		if err == nil && slices.ContainsFunc(all, func(r Reply) bool { return r.Mentor == reply.Mentor }) {
			err = diag.Refuse("`"+reply.Mentor+"` answers a second time", "keep the answer that holds")
		}
		reply.Line = row.Line
		if err := wrong.add(row.Line, err); err != nil {
			return nil, nil, err
		}
		all = append(all, reply)
	}
	return all, t.Unread, wrong.err()
}

// mostPlaces is how many people at a time somebody can take on.
const mostPlaces = 50

// ReadReply reads a reply by the columns that a table would have, with days as YYYY-MM-DD.
// The error is a *diag.Refusal.
func ReadReply(cells map[string]string) (Reply, error) {
	return readReply(cells, false, answer.Dates{})
}

// readReply reads a line of a table, which may ask for more than names. The error is a
// *diag.Refusal.
func readReply(cells map[string]string, asks bool, dates answer.Dates) (Reply, error) {
	cell := func(name string) string { return strings.TrimSpace(cells[name]) }
	r := Reply{Mentor: cell("mentor"), Silent: asks, Confirmation: Confirmation{Cycle: cell("cycle"), Capacity: -1}}
	for name := range cells {
		r.Silent = r.Silent && (name == "mentor" || cell(name) == "")
	}
	if r.Mentor == "" {
		return r, diag.Refuse("it names no mentor", "write the name of the file, as ana-silva")
	}
	if text := cell("until"); text != "" {
		day, known := dates.Read(text)
		if !known {
			return r, diag.Refuse("`"+text+"` is no day, or one of two", "write it as YYYY-MM-DD")
		}
		r.Until = day
	}
	switch word := strings.ToLower(cell("status")); {
	case word == "full":
		r.Status = portal.Waitlist
	case word == "leave" || word == "left" || word == "leaves":
		r.Leaves = true
	case word != "" && !slices.Contains(portal.Statuses(), portal.Status(word)):
		return r, diag.Refuse("`"+word+"` is no status", "write open for somebody with places, full, limited, waitlist, paused, leave for who wants their page gone, or nothing where all stays as it is")
	default:
		r.Status = portal.Status(word)
	}
	if text := cell("capacity"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || n > mostPlaces {
			return r, diag.Refuse("`"+text+"` is no number of places", "write a number from 0 to "+strconv.Itoa(mostPlaces))
		}
		r.Capacity = n
	}
	if text := cell("confirmed"); text != "" {
		holds, known := answer.Consent(text)
		if !known {
			return r, diag.Refuse("`"+text+"` is no answer to whether the profile holds", "write yes or no, or leave it empty")
		}
		r.Denies = !holds
	}
	if text := cell("consent"); text != "" {
		agrees, known := answer.Consent(text)
		if !known {
			return r, diag.Refuse("`"+text+"` is no answer to whether they consent", "write yes or no, or leave it empty")
		}
		r.Consent, r.Refuses = agrees, !agrees
	}
	return r, nil
}

// refusals are what is wrong with several lines or names.
type refusals []*diag.Refusal

// add adds a *diag.Refusal, with the line of a table that it is about, 0 for none, and
// returns any other error.
func (all *refusals) add(line int, err error) error {
	refusal := new(diag.Refusal)
	if !errors.As(err, &refusal) {
		return err
	}
	*all = append(*all, refusal.At(line))
	return nil
}

// err returns all of them as one *diag.Refusal, nil where there is none.
func (all refusals) err() error {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	lines := each.Of(all, func(r *diag.Refusal) string { return r.Error() + " (" + r.Hint() + ")" })
	return diag.Refuse(strings.Join(lines, "\n"), "mend these first; nothing was changed")
}
