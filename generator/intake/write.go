package intake

import (
	"os"
	"path/filepath"

	"ithaca/generator/contacts"
	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// Written is what an import wrote.
type Written struct {
	Copies    []string // folders with backups of the old files; none where git has them all
	Contacts  string   // path of the contacts; "" for decisions
	Questions string
	Map       string
}

// change returns the files to write.
func (job *Job) change() *worktree.Change {
	c := &worktree.Change{Folders: job.folders, Whole: true}
	for _, f := range job.Files {
		c.Files = append(c.Files, worktree.File{Path: f.Path, Old: f.Old, New: f.New})
	}
	return c
}

// Check reports why the job must not be written.
func (job *Job) Check() error {
	if job.Options.Force {
		return nil
	}
	return job.change().Check()
}

// Write writes the job: first the contacts and questions, then the map, then the files of
// people, each by an atomic rename, and last the memory. After an import that was
// interrupted the next one completes it, because the memory still is the old one.
func (job *Job) Write() (*Written, error) {
	if err := job.Check(); err != nil {
		return nil, err
	}
	w := &Written{}
	if err := job.writeBeside(w); err != nil {
		return nil, err
	}
	if err := job.WriteMap(w); err != nil {
		return nil, err
	}
	copies, err := job.change().Write()
	if w.Copies = copies; err != nil || job.Kind == Decisions {
		return w, err
	}
	return w, job.Memory.Write(job.Options.Contacts)
}

// WriteMap writes the map that is named and not there yet.
func (job *Job) WriteMap(w *Written) error {
	if !job.NewMap {
		return nil
	}
	w.Map = job.Options.Map
	return wholefile.Replace(job.Options.Map, []byte(job.MapText()), 0o644)
}

// writeBeside writes the contacts and the questions. Only their owner may read them.
func (job *Job) writeBeside(w *Written) error {
	if job.Kind == Decisions {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(job.Options.Contacts), 0o700); err != nil {
		return err
	}
	questions, err := wholefile.Read(job.questionsPath())
	if err == nil {
		err = wholefile.Replace(job.Options.Contacts, contacts.Text(job.Plan.Contacts), 0o600)
	}
	if err == nil {
		err = wholefile.Replace(job.questionsPath(), job.QuestionTable(questions), 0o600)
	}
	w.Contacts, w.Questions = job.Options.Contacts, job.questionsPath()
	return err
}
