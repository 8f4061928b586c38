package worktree

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"ithaca/generator/diag"
)

// Change is files of a site that are written together.
type Change struct {
	Folders Folders
	Files   []File // in the order of writing
	// Whole requires that everything in the folders of the files is committed, not the files
	// alone; where there is no git, the folders are copied first.
	Whole bool
}

// pathsByFolder returns the paths of the files, by and relative to the folder that holds
// content or the requests.
func (c *Change) pathsByFolder() map[string][]string {
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

// Check returns a *diag.Refusal if files have changes that are not committed, which could
// not be undone.
func (c *Change) Check() error {
	var all []string
	for folder, paths := range c.pathsByFolder() {
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

// InGit reports whether the files are in a git repository.
func (c *Change) InGit() bool {
	for folder := range c.pathsByFolder() {
		if Repository(folder) != "" {
			return true
		}
	}
	return false
}

// Write writes the files, each atomically, and returns the backups that it made of folders
// outside of git.
func (c *Change) Write() (copies []string, err error) {
	changes := slices.ContainsFunc(c.Files, func(f File) bool { return f.Old != nil })
	for folder := range c.pathsByFolder() {
		if !c.Whole || !changes || Repository(folder) != "" {
			continue
		}
		beside := c.Folders.Site
		if folder == c.Folders.Requests {
			beside = folder
		}
		kept, err := keepCopy(folder, Real(beside)+"-before-change")
		if err != nil {
			for _, made := range copies { // nothing has changed that they could bring back
				err = errors.Join(err, os.RemoveAll(made))
			}
			return nil, err
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
