package upkeep

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/table"
)

// Reply is what a mentor answered when they were asked whether their profile still holds.
type Reply struct {
	Mentor string // the name of the file, or their own
	Leaves bool
	Confirmation
}

// replyColumn returns the column that a heading of replies names.
func replyColumn(heading string) string {
	switch name := strings.ToLower(strings.TrimSpace(heading)); name {
	case "mentor", "until", "status", "capacity", "cycle", "consent":
		return name
	case "slug", "name":
		return "mentor"
	case "places":
		return "capacity"
	}
	return ""
}

// ReadReplies reads replies from a table with the columns mentor, until, status, capacity,
// cycle and consent, of which all but the first may be missing or empty. A *diag.Refusal
// says what is wrong with its first line that cannot be read.
func ReadReplies(from io.Reader) ([]Reply, error) {
	const columns = "the columns are mentor, until, status, capacity, cycle, consent"
	t, err := table.Read(from, replyColumn)
	switch {
	case err != nil:
		return nil, diag.Refuse(err.Error(), columns)
	case !slices.Contains(t.Columns, "mentor"):
		return nil, diag.Refuse("line 1: no column says which mentor", columns)
	case len(t.Unread) > 0:
		return nil, diag.Refuse("line 1: there is no column `"+t.Unread[0]+"`", columns+"; take the others out")
	}
	var all []Reply
	for _, row := range t.Rows {
		reply, problem, remedy := readReply(row.Values)
		if problem = cmp.Or(row.Problem, problem); problem != "" {
			return nil, diag.Refuse("line "+strconv.Itoa(row.Line)+": "+problem, cmp.Or(remedy, columns))
		}
		if slices.ContainsFunc(all, func(r Reply) bool { return r.Mentor == reply.Mentor }) {
			return nil, diag.Refuse("line "+strconv.Itoa(row.Line)+": `"+reply.Mentor+"` answers a second time", "keep the answer that holds")
		}
		all = append(all, reply)
	}
	return all, nil
}

// readReply reads a line.
func readReply(cells map[string]string) (r Reply, problem, remedy string) {
	cell := func(name string) string { return strings.TrimSpace(cells[name]) }
	r.Mentor, r.Cycle, r.Capacity = cell("mentor"), cell("cycle"), -1
	if r.Mentor == "" {
		return r, "it names no mentor", "write the name of the file, as ana-silva"
	}
	if text := cell("until"); text != "" {
		day, err := Day(text)
		if err != nil {
			return r, "`" + text + "` is no day", "write it as YYYY-MM-DD"
		}
		r.Until = day
	}
	switch word := strings.ToLower(cell("status")); {
	case word == "full":
		r.Status = StatusOf("waitlist")
	case word == "leave" || word == "left" || word == "leaves":
		r.Leaves = true
	case word != "":
		if r.Status = StatusOf(word); r.Status == "" {
			return r, "`" + word + "` is no status", "write open, limited, waitlist, paused, full or leave"
		}
	}
	if text := cell("capacity"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 || n > MostPlaces {
			return r, "`" + text + "` is no number of places", "write a number from 0 to " + strconv.Itoa(MostPlaces)
		}
		r.Capacity = n
	}
	switch word := strings.ToLower(cell("consent")); word {
	case "", "no":
	case "yes", "true":
		r.Consent = true
	default:
		return r, "`" + word + "` is no answer to whether they consent", "write yes, or leave it empty"
	}
	return r, "", ""
}
