package intake

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ithaca/generator/contacts"
	"ithaca/generator/diag"
	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// Written is what an import wrote.
type Written struct {
	Copy      string   // the folder with the files as they were; "" where git or nothing has them
	Files     []string // of the site and of the requests, as paths from here
	Contacts  string   // "" where none are kept
	Questions string
	Map       string
}

// folder is where the files of the job's kind lie.
func (job *Job) folder() string {
	if job.Kind != Mentors && job.Options.Site.Requests != "" {
		return job.Options.Site.Requests
	}
	return filepath.Join(job.Options.Site.Site, "content")
}

// Check reports why the job must not be written: changes that git has not stored could not
// be taken back.
func (job *Job) Check() error {
	if len(job.Files) == 0 || job.Options.Force {
		return nil
	}
	files, err := worktree.Uncommitted(job.folder())
	if err != nil || len(files) == 0 {
		return err
	}
	return diag.Refuse(fmt.Sprintf("git has not stored %d changed files, such as %s, so that an import could not be taken back", len(files), files[0]),
		"commit them first, or add --force: "+job.Options.Line("--force"))
}

// Write writes the job: first what tells people apart, then their files, each of which is
// complete, old or new, whatever happens, and last what was imported. An import that
// breaks off before has changed less than it will remember, so the next one goes on.
func (job *Job) Write() (*Written, error) {
	if err := job.Check(); err != nil {
		return nil, err
	}
	w := &Written{Files: []string{}}
	if err := job.keep(w); err != nil {
		return nil, err
	}
	if err := job.writeBeside(w); err != nil {
		return nil, err
	}
	if err := job.WriteMap(w); err != nil {
		return nil, err
	}
	for _, f := range job.Files {
		if err := job.folders.Write(worktree.File{Path: f.Path, New: f.New}); err != nil {
			return w, fmt.Errorf("write %s: %w", job.folders.Where(f.Path), err)
		}
		w.Files = append(w.Files, job.folders.Where(f.Path))
	}
	if job.Options.Contacts == "" {
		return w, nil
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

// keep keeps a copy of files that change outside of git.
func (job *Job) keep(w *Written) (err error) {
	if !slices.ContainsFunc(job.Files, func(f File) bool { return f.Old != nil }) || worktree.Repository(job.folder()) != "" {
		return nil
	}
	beside := job.Options.Site.Site
	if job.folder() == job.Options.Site.Requests {
		beside = job.Options.Site.Requests
	}
	w.Copy, err = worktree.KeepCopy(job.folder(), beside, "before-import")
	return err
}

// writeBeside writes the contacts and the questions. Only their owner may read them.
func (job *Job) writeBeside(w *Written) error {
	if job.Options.Contacts == "" {
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
