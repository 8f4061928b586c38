package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"ithaca/generator"
)

// real returns the path of a file or folder without links, as far as it exists.
func real(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return path
	}
	for rest := ""; ; {
		if found, err := filepath.EvalSymlinks(full); err == nil {
			return filepath.Join(found, rest)
		}
		if filepath.Dir(full) == full {
			return path
		}
		full, rest = filepath.Dir(full), filepath.Join(filepath.Base(full), rest)
	}
}

// within reports whether a path lies in a folder, or is it.
func within(path, folder string) bool {
	relative, err := filepath.Rel(real(folder), real(path))
	return err == nil && relative != ".." && !strings.HasPrefix(relative, ".."+string(filepath.Separator))
}

// inside says where a path lies if others would read there who people are; "" if not.
func inside(site generator.Options, path string) string {
	root := repository(site.Site)
	switch {
	case within(path, site.Site) || root != "" && within(path, root):
		return "inside the site or its repository, where others read it"
	case site.Requests != "" && within(path, site.Requests):
		return "among the requests, which it would give names to"
	}
	return ""
}

// repository returns the top folder of the git work tree that holds a folder, "" for none.
func repository(folder string) string {
	for at := real(folder); ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, ".git")); err == nil {
			return at
		}
		if filepath.Dir(at) == at {
			return ""
		}
	}
}

// outside returns a path beside a site and its repository.
func outside(site, name string) string {
	root := repository(site)
	if root == "" {
		root = real(site)
	}
	path := filepath.Join(filepath.Dir(root), name)
	if relative, err := filepath.Rel(real("."), path); err == nil {
		path = relative
	}
	return shellWord(filepath.ToSlash(path))
}

// sameFile reports whether two paths are those of one file.
func sameFile(a, b string) bool { return a != "" && real(a) == real(b) }

// uncommitted returns the files below a folder that git has not stored as they are. It is
// empty outside of git, and inGit then false.
func uncommitted(folder string) (files []string, inGit bool, err error) {
	if repository(folder) == "" {
		return nil, false, nil
	}
	var complaint bytes.Buffer
	command := exec.Command("git", "-C", folder, "status", "--porcelain", "-z", "--", ".")
	command.Stderr = &complaint
	out, err := command.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, true, fmt.Errorf("ask git for changes in %s: %s", folder, strings.TrimSpace(complaint.String()))
	}
	for entry := range strings.SplitSeq(string(out), "\x00") {
		if len(entry) > 3 {
			files = append(files, entry[3:])
		}
	}
	return files, true, nil
}

// keepCopy copies a folder beside another one, and returns where; "" where there is
// nothing to copy.
func keepCopy(folder, beside, name string) (string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(entries) == 0 {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	base := real(beside) + "-" + name
	to := base
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); errors.Is(err, fs.ErrNotExist) {
			break
		}
		to = fmt.Sprintf("%s-%d", base, n)
	}
	if err := os.CopyFS(to, os.DirFS(folder)); err != nil {
		return "", fmt.Errorf("keep a copy of %s: %w", folder, err)
	}
	return to, nil
}
