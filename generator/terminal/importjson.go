package terminal

import (
	"slices"

	"ithaca/generator/intake"
)

// ImportAnswer is what an import does, for programs: what the text says, in its order.
// Like the text it names people, and never their addresses.
type ImportAnswer struct {
	intake.Plan
	Values  []intake.Open   `json:"values"` // to settle
	Files   []importedFile  `json:"files"`
	Written *intake.Written `json:"written"` // null where nothing was
	Errors  int             `json:"errors"`  // in the content, after it was written
}

// importedFile is a file that an import makes or changes.
type importedFile struct {
	Path   string   `json:"path"`
	New    bool     `json:"new"`
	Draft  bool     `json:"draft"`
	Fields []string `json:"fields"` // that change
}

// ImportAnswer returns what an import does, for programs.
func (t *Terminal) ImportAnswer(job *intake.Job) ImportAnswer {
	answer := ImportAnswer{Plan: *job.Plan, Values: some(job.Open()), Files: []importedFile{}}
	answer.Columns, answer.Notes, answer.Conversions = some(job.Columns), some(job.Notes), some(job.Conversions)
	answer.Questions, answer.Conflicts = some(job.Questions), slices.Clone(some(job.Conflicts))
	if job.Kind == intake.Requests { // what they say is confided, as in the text
		for i := range answer.Conflicts {
			answer.Conflicts[i].Here, answer.Conflicts[i].There = "", ""
		}
	}
	for _, f := range job.Files {
		answer.Files = append(answer.Files, importedFile{t.Here(f.Path), f.Old == nil, f.Draft, some(f.Fields)})
	}
	return answer
}

// some returns a list that is never nil: programs get [] in place of null.
func some[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
