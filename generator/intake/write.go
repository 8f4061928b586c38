package intake

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"ithaca/generator/diag"
	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// Written is what an import wrote.
type Written struct {
	Copy      string   `json:"copy"`     // the folder with the files as they were; "" where git or nothing has them
	Files     []string `json:"files"`    // of the site and of the requests, as paths from here
	Contacts  string   `json:"contacts"` // "" where none are kept
	Questions string   `json:"questions"`
	Map       string   `json:"map"`
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
		"commit them first, or add --force: "+job.Line("--force"))
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
	if job.NewMap {
		if err := replaceFile(job.Options.Map, []byte(job.MapText()), 0o644); err != nil {
			return nil, err
		}
		w.Map = job.Options.Map
	}
	for _, f := range job.Files {
		if err := job.folders().Write(worktree.File{Path: f.Path, New: f.New}); err != nil {
			return w, fmt.Errorf("write %s: %w", job.where(f.Path), err)
		}
		w.Files = append(w.Files, job.where(f.Path))
	}
	if job.Options.Contacts == "" {
		return w, nil
	}
	return w, replaceFile(job.beside(memoryFile), job.Memory.Write(), 0o600)
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
	questions, err := readIfThere(job.beside(questionsFile))
	if err != nil {
		return err
	}
	for _, f := range []struct {
		path string
		data []byte
	}{
		{job.Options.Contacts, WriteContacts(job.Plan.Contacts)},
		{job.beside(questionsFile), job.QuestionTable(questions)},
	} {
		if err := replaceFile(f.path, f.data, 0o600); err != nil {
			return err
		}
	}
	w.Contacts, w.Questions = job.Options.Contacts, job.beside(questionsFile)
	return nil
}

// replaceFile writes a file whole, or leaves it as it was. What it says already stays
// untouched.
func replaceFile(path string, data []byte, mode os.FileMode) error {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		return nil
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return err
	}
	defer root.Close()
	return wholefile.Write(root, filepath.Base(path), data, mode)
}
