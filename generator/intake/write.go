package intake

import (
	"os"
	"path/filepath"

	"ithaca/generator/contacts"
	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// change returns the files to write.
func (job *Job) change() *worktree.Change {
	c := &worktree.Change{Folders: job.folders, Whole: true}
	for _, f := range job.Files {
		c.Files = append(c.Files, f.File)
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
// interrupted the next one completes it, because the memory still is the old one. It returns
// the folders with backups of the old files; none where git has them all.
func (job *Job) Write() (copies []string, err error) {
	for _, step := range []func() error{job.Check, job.writeBeside, job.WriteMap} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	if copies, err = job.change().Write(); err != nil || job.Kind == Decisions {
		return copies, err
	}
	return copies, job.Memory.Write(job.Options.Contacts)
}

// WriteMap writes the map that is named where it is not there yet, or asks for more.
func (job *Job) WriteMap() error {
	if !job.AsksInMap() {
		return nil
	}
	return wholefile.Replace(job.Options.Map, []byte(job.mapText), 0o644)
}

// writeBeside writes the contacts and the questions. Only their owner may read them.
func (job *Job) writeBeside() error {
	if job.Kind == Decisions {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(job.Options.Contacts), 0o700); err != nil {
		return err
	}
	questions, err := wholefile.Read(job.QuestionsPath())
	if err == nil {
		err = wholefile.Replace(job.Options.Contacts, contacts.Text(job.Plan.Contacts), 0o600)
	}
	if err == nil {
		err = wholefile.Replace(job.QuestionsPath(), job.QuestionTable(questions), 0o600)
	}
	return err
}
