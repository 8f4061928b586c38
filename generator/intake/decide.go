package intake

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site/page"
	"ithaca/generator/table"
	"ithaca/generator/theme"
	"ithaca/generator/worktree"
)

// decisionColumns are those that are read of the table that `match` writes: who, and the
// ones that the organizer fills in. The others are for reading.
var decisionColumns = []string{"cycle", "request", "mentor", "name", "decision", "by", "reason", "note", "rematch"}

// shownColumns are those of that table that are not read.
var shownColumns = []string{"mentee", "made", "band", "score", "evidence", "missing", "second", "third"}

// decider adds decisions to the files of requests.
type decider struct {
	*Plan
	portal  *portal.Portal
	matches *match.Index
	words   *theme.Words
	today   portal.Date
	force   bool
	read    func(path string) []byte
	files   map[string]*File                      // by slug of the request
	decided map[*portal.Request][]portal.Decision // those of the file and of the rows before
	lines   map[[2]string]int                     // by slugs of request and mentor: the line of the decision
}

// prepareDecisions works out what a table of decisions changes.
func prepareDecisions(o Options) (*Job, error) {
	if len(o.Paths) != 1 {
		return nil, diag.Refuse("decisions are imported from one table", "import one after the other")
	}
	f, err := os.Open(o.Paths[0])
	if err != nil {
		return nil, err
	}
	defer f.Close()
	read, err := table.Read(f, func(heading string) string {
		heading = strings.ToLower(heading)
		if slices.Contains(decisionColumns, heading) {
			return heading
		}
		return ""
	})
	if err != nil {
		return nil, table.InFile(o.Paths[0], err)
	}
	var others []string
	for _, heading := range read.Unread {
		if !slices.Contains(shownColumns, strings.ToLower(heading)) {
			others = append(others, heading)
		}
	}
	for _, needed := range []string{"request", "mentor", "decision"} {
		if !slices.Contains(read.Columns, needed) {
			return nil, diag.Refuse(o.Paths[0]+" has no column `"+needed+"`", "take the table pairs.csv that `ithaca match --out FOLDER` writes")
		}
	}
	job, in := &Job{Options: o, folders: o.Site.Folders()}, &Input{}
	if err := takeSite(job, in); err != nil {
		return nil, err
	}
	if len(in.Portal.Requests) == 0 {
		return nil, diag.Refuse("the site has no requests to decide about", "name their folder with --requests")
	}
	job.Plan = decide(read.Rows, &decider{
		portal: in.Portal, matches: job.matches.Private(), words: theme.English(o.Site.Templates), today: in.Portal.Today, force: o.Force, read: job.folders.Read,
	})
	if len(others) > 0 {
		job.Plan.Notes = append(job.Plan.Notes, "Not read: the column "+strings.Join(others, ", ")+".")
	}
	return job, nil
}

// decide returns what the rows of a table change.
func decide(rows []table.Row, d *decider) *Plan {
	d.Plan = &Plan{Kind: Decisions}
	d.files, d.decided, d.lines = map[string]*File{}, map[*portal.Request][]portal.Decision{}, map[[2]string]int{}
	for _, r := range rows {
		for name, value := range r.Values {
			r.Values[name] = strings.Join(strings.Fields(table.Plain(value)), " ")
		}
		d.decideRow(r)
	}
	for _, slug := range slices.Sorted(maps.Keys(d.files)) {
		if f := d.files[slug]; len(f.Fields) > 0 {
			d.Files = append(d.Files, *f)
		} else {
			d.Same++
		}
	}
	d.People = len(d.files)
	return d.Plan
}

// ask adds a question about a row.
func (d *decider) ask(r table.Row, field, text, hint string) {
	d.Questions = append(d.Questions, Question{Line: r.Line, Name: r.Values["request"], Field: field, Text: strings.TrimSuffix(text+"; "+hint, "; ")})
}

// decideRow adds the decision of a row to the request's file.
func (d *decider) decideRow(r table.Row) {
	v := r.Values
	if r.Problem != "" {
		d.ask(r, "line", r.Problem, "")
		return
	}
	if v["decision"] == "" {
		if v["by"]+v["reason"]+v["note"] != "" {
			d.ask(r, "decision", "a reason or a note without a decision is left out", "one of "+strings.Join(portal.Texts(portal.Verdicts()), ", "))
		}
		return
	}
	request, mentor := d.findPair(r)
	made, ok := d.readDecision(r)
	if request == nil || mentor == nil || !ok {
		return
	}
	key := [2]string{request.Slug, mentor.Slug}
	if before := d.lines[key]; before > 0 {
		d.ask(r, "decision", fmt.Sprintf("line %d decides about the same two people", before), "keep one of them")
		return
	}
	d.lines[key] = r.Line
	if d.files[request.Slug] == nil {
		d.files[request.Slug] = &File{File: worktree.File{Path: request.File, Old: d.read(request.File), New: d.read(request.File)}}
		d.decided[request] = slices.Clone(request.Decisions)
	}
	if v["name"] != "" && portal.Fold(v["name"]) != portal.Fold(mentor.Name) && v["name"] != v["mentor"] {
		d.Notes = append(d.Notes, fmt.Sprintf("%s: %s is written in, in place of %s.", request.Slug, mentor.Name, v["name"]))
	}
	for _, one := range made {
		d.add(request, mentor, one)
	}
}

// findPair finds the request and the mentor of a row.
func (d *decider) findPair(r table.Row) (*portal.Request, *portal.Mentor) {
	v := r.Values
	request := portal.Find(d.portal.Requests, v["request"])
	switch {
	case request == nil:
		d.ask(r, "request", "there is no request `"+v["request"]+"`", diag.DidYouMean(v["request"], portal.Slugs(d.portal.Requests)))
	case v["cycle"] != "" && v["cycle"] != request.Cycle:
		d.ask(r, "cycle", "the table is of the cycle `"+v["cycle"]+"`, and the request asks for `"+request.Cycle+"` now", "")
		request = nil
	}
	mentor := portal.Find(d.portal.Mentors, v["mentor"])
	named := func(m *portal.Mentor) bool { return portal.Fold(m.Name) == portal.Fold(v["mentor"]) }
	if i := slices.IndexFunc(d.portal.Mentors, named); mentor == nil && i >= 0 {
		mentor = d.portal.Mentors[i]
	}
	if mentor == nil {
		d.ask(r, "mentor", "there is no mentor `"+v["mentor"]+"`", diag.DidYouMean(v["mentor"], portal.Slugs(d.portal.Mentors)))
	}
	return request, mentor
}

// readDecision reads the four cells that the organizer fills in: one decision, or two where
// both sides have said the same.
func (d *decider) readDecision(r table.Row) (made []portal.Decision, ok bool) {
	v := r.Values
	one := portal.Decision{
		Cycle: "x", Mentor: "x", Do: portal.Verdict(strings.ToLower(v["decision"])), By: portal.Party(strings.ToLower(v["by"])),
		Reason: portal.DecisionReason(strings.ToLower(v["reason"])), Note: v["note"], Date: d.today,
	}
	rematch, known := answer.Consent(v["rematch"])
	if one.Rematch = rematch; one.Do == "rematch" { // people ask for it so
		one.Do, one.Rematch = portal.Exit, true
	}
	if agreed, said := answer.Consent(v["decision"]); said && agreed {
		one.Do = portal.Accept
	} else if said {
		one.Do = portal.Decline
	}
	made = []portal.Decision{one}
	if one.By == "both" {
		made = []portal.Decision{one, one}
		made[0].By, made[1].By = portal.ByMentor, portal.ByMentee
	}
	if wrong := mistakeIn(made[0]); wrong != nil {
		d.ask(r, "decision", strings.ReplaceAll(wrong.Message, "`do`", "`decision`"), wrong.Hint)
		return nil, false
	}
	if one.Do == portal.Accept && one.By == "" {
		d.ask(r, "by", "who accepted?", "one of "+strings.Join(portal.Texts(portal.Parties()), ", ")+", both")
		return nil, false
	}
	if v["rematch"] != "" && !known || one.Rematch && one.Do != portal.Exit {
		d.ask(r, "rematch", "`"+v["rematch"]+"` is no answer to whether somebody else is sought", "write yes beside an exit, or leave it empty")
		return nil, false
	}
	return made, true
}

// mistakeIn returns what `check` would say of a decision, nil for nothing.
func mistakeIn(one portal.Decision) *diag.Diagnostic {
	text := "---\n" + edit.Write(edit.Entry{Key: "decisions", Value: edit.List(decisionValue(one))}) + "---\n"
	list := content.Decode("content/requests/x.md", []byte(text)).Diags
	at := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Line > 1 && d.Severity == diag.Error }) // not what the file lacks
	if at < 0 {
		return nil
	}
	return &list[at]
}

// add adds a decision to a request, where it is new and contradicts none.
func (d *decider) add(r *portal.Request, m *portal.Mentor, one portal.Decision) {
	one.Cycle, one.Mentor = r.Cycle, m.Slug
	file, together := d.files[r.Slug], false
	for i, old := range d.decided[r] {
		if old.Cycle != one.Cycle || old.Mentor != one.Mentor {
			continue
		}
		field := "decisions." + strconv.Itoa(i)
		switch makes := one.Do == portal.Lock || one.Do == portal.Accept; {
		case old.Do == one.Do && old.By == one.By && one.Rematch && !old.Rematch:
			d.change(file, "rematch "+m.Slug, edit.Set(edit.Plain("true"), "decisions", strconv.Itoa(i), "rematch"))
			return
		case old.Do == one.Do && old.By == one.By:
			if one.Reason != "" && one.Reason != old.Reason || one.Note != "" && one.Note != old.Note {
				d.conflict(file, field, old, one)
			}
			return
		case makes && (old.Do == portal.Decline || old.Do == portal.Forbid || old.Do == portal.Exit) && !d.force:
			d.conflict(file, field, old, one)
			return
		}
		together = together || old.Do == portal.Lock || old.Do == portal.Accept
	}
	if one.Do == portal.Exit && !together {
		d.Questions = append(d.Questions, Question{Line: d.lines[[2]string{r.Slug, m.Slug}], Name: r.Slug, Field: "decision", Text: "an exit ends a pair, and the two are none; meant may be decline"})
		return
	}
	j := d.matches.Judge(r, m)
	if !together && (one.Do == portal.Lock || one.Do == portal.Accept) {
		against := "the mentor suits too little to be suggested"
		if j.Failed != "" {
			against = d.words.Text("filtered-" + string(j.Failed))
		}
		if j.Failed != "" || j.Band == "" {
			d.Notes = append(d.Notes, fmt.Sprintf("%s with %s overrides: %s.", r.Slug, m.Slug, against))
		}
	}
	one.Because = d.because(&j)
	if d.change(file, strings.TrimSuffix(string(one.Do)+" "+m.Slug+" by "+string(one.By), " by "), edit.Add(decisionValue(one), "decisions")) {
		d.decided[r] = append(d.decided[r], one)
	}
}

// change changes a file of a request, and reports whether it could.
func (d *decider) change(file *File, what string, how edit.Change) bool {
	changed, err := edit.Apply(file.New, how)
	if err != nil {
		d.Questions = append(d.Questions, Question{Name: path.Base(file.Path), Field: "file", Text: "the file cannot be changed: " + err.Error()})
		return false
	}
	file.New, file.Fields = changed, append(file.Fields, what)
	return true
}

func (d *decider) conflict(f *File, field string, old, new portal.Decision) {
	say := func(one portal.Decision) string {
		return strings.Join(strings.Fields(string(one.Do)+" "+one.Mentor+" "+string(one.By)+" "+string(one.Reason)+" "+one.Note), " ")
	}
	d.Conflicts = append(d.Conflicts, Conflict{f.Path, field, say(old), say(new)})
}

const reasonsKept = 5 // of a decision, the most important

// because returns the most important evidence for a pair, in sentences.
func (d *decider) because(j *match.Judgement) string {
	var all []string
	for i := range j.Evidence {
		if e := &j.Evidence[i]; e.Reason != match.LockedPair && e.Reason != match.AcceptedPair {
			all = append(all, d.words.Reason(page.ReasonOf(e, false, page.Unlinked)))
		}
	}
	return answer.Cut(strings.Join(all[:min(len(all), reasonsKept)], "; "), 1000)
}

// decisionValue returns a decision as a value of a file.
func decisionValue(one portal.Decision) edit.Value {
	entries := []edit.Entry{
		{Key: "cycle", Value: edit.Text(one.Cycle)}, {Key: "mentor", Value: edit.Text(one.Mentor)}, {Key: "do", Value: edit.Text(string(one.Do))},
		{Key: "by", Value: edit.Text(string(one.By))}, {Key: "reason", Value: edit.Text(string(one.Reason))}, {Key: "because", Value: edit.Text(one.Because)},
		{Key: "note", Value: edit.Text(one.Note)}, {Key: "rematch", Value: edit.Plain(map[bool]string{true: "true"}[one.Rematch])},
		{Key: "date", Value: edit.Plain(one.Date.String())},
	}
	return edit.Group(slices.DeleteFunc(entries, func(e edit.Entry) bool { return e.Value.IsEmpty() })...)
}
