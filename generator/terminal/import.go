package terminal

import (
	"fmt"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/intake"
)

// Import prints what an import does, before it does it.
func (t *Terminal) Import(job *intake.Job) {
	t.showColumns(job.Columns)
	for _, note := range job.Notes {
		t.Say("%s", note)
	}
	t.showConversions(job.Conversions)
	t.showQuestions(job)
	t.showConflicts(job)
	t.showFiles(job)
}

func (t *Terminal) showColumns(columns []intake.Column) {
	for i, c := range columns {
		t.heading(i, "Columns")
		field := c.Field
		if !c.Known {
			field = "(not understood: left out)"
		}
		t.Say("  %-44s %s", quotedShort(c.Heading, 42), field)
	}
	if len(columns) > 0 {
		t.Say("")
	}
}

// quotedShort returns a text in quotes, cut to so many characters.
func quotedShort(text string, most int) string {
	return "\"" + diag.Short(strings.Join(strings.Fields(text), " "), most-2) + "\""
}

func (t *Terminal) showConversions(all []intake.Conversion) {
	field := ""
	for i, c := range all {
		t.heading(i, "\nTurned into something else")
		if c.Field != field {
			field = c.Field
			t.Say("  %s", field)
		}
		to := "→ " + c.To
		if c.To == "" {
			to = "left out"
		}
		t.Say("    %-40s %s%s", quotedShort(c.From, 40), to, times(c.People))
	}
}

func times(n int) string {
	if n == 1 {
		return ""
	}
	return fmt.Sprintf("  (%d×)", n)
}

// fewPeople is how many people a question names before it counts them.
const fewPeople = 4

// showQuestions prints values to settle, and then what people have to be asked beside them.
func (t *Terminal) showQuestions(job *intake.Job) {
	field := ""
	for i, o := range job.Asked(true) {
		t.heading(i, "\nValues to settle, in the map or by asking; until then they are left out")
		if o.Field != field {
			field = o.Field
			t.Say("  %s: %s", field, o.Text)
		}
		proposal := ""
		if o.Proposal != "" {
			proposal = "perhaps " + o.Proposal
		}
		t.Say("    %-40s %s%s", quotedShort(o.Value, 40), proposal, times(len(o.People)))
	}
	for i, q := range job.Asked(false) {
		t.heading(i, "\nQuestions to people")
		t.Say("  %s: %s", q.Field, q.Text)
		t.Say("    %s", diag.Few(q.People, fewPeople))
	}
}

func (t *Terminal) showConflicts(job *intake.Job) {
	for i, c := range job.Conflicts {
		t.heading(i, "\nChanged both in the table and by hand: left as it is (--force takes the table's)")
		if job.Kind == intake.Requests {
			t.Say("  %s: %s", c.File, c.Field)
			continue
		}
		t.Say("  %s: %s is %q, and %q in the table", c.File, c.Field, c.Here, c.There)
	}
}

func (t *Terminal) showFiles(job *intake.Job) {
	made, drafts, changed, topics := 0, 0, 0, ""
	for i, f := range job.Files {
		switch {
		case f.IsTopic():
			topics = ", and " + diag.Count(i+1, "new topic", "new topics") // they come first
		case f.Old != nil:
			changed++
		default:
			made++
			if f.Draft {
				drafts++
			}
		}
	}
	t.Say("\n%s: %s (%s), %d changed, %d as they are%s", diag.Count(job.People, "person", "people"), diag.Count(made, "new file", "new files"), diag.Count(drafts, "draft", "drafts"), changed, job.Same, topics)
	for _, f := range job.Files {
		if f.Old != nil {
			t.Say("  %s: %s", t.Here(f.Path), strings.Join(f.Fields, ", "))
		}
	}
}
