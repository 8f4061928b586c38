package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/worktree"
)

// output is the folder to write to.
type output struct {
	given string // as the caller named it, for messages
	path  string // absolute and without symbolic links
}

// locate returns the output at dir, of which the last folders need not exist.
func locate(dir string) (output, error) {
	out := output{given: filepath.Clean(dir), path: worktree.Real(dir)}
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		// another build may have made the folder since
		if link, err := os.Lstat(dir); err == nil && link.Mode()&fs.ModeSymlink != 0 {
			return out, refusal(out.given, "it is a symbolic link that leads nowhere")
		}
		return out, nil
	}
	if err != nil {
		return out, fault("find", out.given, err)
	}
	if !info.IsDir() {
		return out, refusal(out.given, "it is not a folder")
	}
	return out, nil
}

// refuse returns a refusal if the output may not be this folder. It runs before anything
// is created or locked.
func (o output) refuse(options Options) error {
	if filepath.Dir(o.path) == o.path {
		return refusal(o.given, "it is the root of a file system")
	}
	guarded := map[string]string{}
	if home, err := os.UserHomeDir(); err == nil {
		guarded[home] = "your home folder"
	}
	if here, err := os.Getwd(); err == nil {
		guarded[here] = "the folder you are working in"
	}
	for _, dir := range slices.Concat(options.Protected, options.Inputs) {
		guarded[dir] = dir + ", where the portal is made from"
	}
	delete(guarded, "")
	for dir, what := range guarded {
		if inside(dir, o.path) {
			return refusal(o.given, "it is or holds %s", what)
		}
	}
	for _, dir := range options.Inputs {
		if inside(o.path, dir) {
			return refusal(o.given, "it lies inside %s, which the portal is made from", dir)
		}
	}
	return nil
}

// inside reports whether dir is ancestor or below it, by path or by identity: on file
// systems that ignore letter case one folder has several paths.
func inside(dir, ancestor string) bool {
	ancestor = worktree.Real(ancestor)
	target, targetErr := os.Stat(ancestor)
	for at := worktree.Real(dir); ; at = filepath.Dir(at) {
		if at == ancestor {
			return true
		}
		if info, err := os.Stat(at); err == nil && targetErr == nil && os.SameFile(info, target) {
			return true
		}
		if filepath.Dir(at) == at {
			return false
		}
	}
}

// refuseForeign refuses a folder without a manifest that contains anything but dotfiles
// and CNAME, which git and hosts put there.
func (o output) refuseForeign(damaged bool) error {
	entries, err := os.ReadDir(o.path)
	if err != nil {
		return fault("read", o.given, err)
	}
	what := "it"
	var foreign []string
	for _, entry := range entries {
		name := entry.Name()
		if name == ".git" {
			what = "it is the root of a git repository and"
		}
		if !strings.HasPrefix(name, ".") && name != "CNAME" {
			foreign = append(foreign, name)
		}
	}
	if len(foreign) == 0 {
		return nil
	}
	if damaged {
		return refusal(o.given, "%s and its copy %s are damaged or of another version, and without them Ithaca cannot tell "+
			"its own files from yours; move what you want to keep out of %s, delete that folder and build again",
			manifestName, manifestCopy, o.given)
	}
	return refusal(o.given, "%s holds files that Ithaca did not make (%s); choose an empty folder", what, diag.Few(foreign, 3))
}

// lockBeside returns the path of the lock beside the output. A long name is cut.
func (o output) lockBeside() string {
	base := filepath.Base(o.path)
	return filepath.Join(filepath.Dir(o.path), "."+base[:min(len(base), 200)]+".ithaca-lock")
}

// shown returns a path in the output as messages name it.
func (o output) shown(name string) string {
	return filepath.Join(o.given, filepath.FromSlash(name))
}

// real returns the absolute path of a path in the output.
func (o output) real(name string) string {
	return filepath.Join(o.path, filepath.FromSlash(name))
}
