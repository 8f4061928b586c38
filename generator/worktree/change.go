package worktree

import (
	"fmt"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// Change is files of a site that are written together.
type Change struct {
	Folders Folders
	Files   []File // in the order of writing
	// Whole says that more changes than a look at the files shows, so that git has to hold
	// all of their folders as they are; where there is no git, a copy is kept.
	Whole bool
}

// byFolder returns the paths that change, by the folder in which git is asked for them.
func (c *Change) byFolder() map[string][]string {
	folders := map[string][]string{}
	for _, f := range c.Files {
		top, prefix := c.Folders.Where("content"), "content/"
		if c.Folders.Requests != "" && strings.HasPrefix(f.Path, requests) {
			top, prefix = c.Folders.Requests, requests
		}
		folders[top] = append(folders[top], strings.TrimPrefix(f.Path, prefix))
	}
	return folders
}

// Check returns a *diag.Refusal where the files must not be written: changes that git has
// not stored could not be taken back.
func (c *Change) Check() error {
	var all []string
	for folder, paths := range c.byFolder() {
		if c.Whole {
			paths = nil
		}
		files, err := Uncommitted(folder, paths...)
		if err != nil {
			return err
		}
		all = append(all, files...)
	}
	if len(all) == 0 {
		return nil
	}
	slices.Sort(all)
	return diag.Refuse(fmt.Sprintf("git has not stored %d changed files, such as %s, so that this could not be taken back", len(all), all[0]), "commit them first, or add --force")
}

// InGit reports whether git holds the files.
func (c *Change) InGit() bool {
	for folder := range c.byFolder() {
		if Repository(folder) != "" {
			return true
		}
	}
	return false
}

// Write writes the files, each whole or not at all, and returns the folders in which they
// are kept as they were where git does not hold them.
func (c *Change) Write() (copies []string, err error) {
	changes := slices.ContainsFunc(c.Files, func(f File) bool { return f.Old != nil })
	for folder := range c.byFolder() {
		if !c.Whole || !changes || Repository(folder) != "" {
			continue
		}
		beside := c.Folders.Site
		if folder == c.Folders.Requests {
			beside = folder
		}
		kept, err := keepCopy(folder, Real(beside)+"-before-change")
		if err != nil {
			return copies, err
		}
		copies = append(copies, kept)
	}
	slices.Sort(copies)
	for _, f := range c.Files {
		if f.New == nil && slices.ContainsFunc(c.Files, func(to File) bool { return to.Was == f.Path }) {
			continue // moved, not removed
		}
		if err := c.Folders.Write(f); err != nil {
			return copies, fmt.Errorf("write %s: %w", c.Folders.Where(f.Path), err)
		}
	}
	return copies, nil
}
