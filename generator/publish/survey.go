package publish

import (
	"fmt"
	"io/fs"
	"maps"
)

// survey is what an exchange has to know about the output.
type survey struct {
	foreign []string // plain files of others, to be carried over
	why     string   // what an exchange cannot carry over, as a clause
}

// survey walks the whole output. What is planned or to be removed is known;
// the rest was put there by others.
func (r *Run) survey(c change) (survey, error) {
	var found survey
	if r.disk.root == nil {
		return found, nil
	}
	ours := foldersOf(maps.Keys(r.plan))
	top, err := r.disk.root.Stat(".")
	if err != nil {
		return found, fault("read", r.out.given, err)
	}
	err = fs.WalkDir(r.disk.root.FS(), ".", func(at string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fault("read", r.out.shown(at), err)
		case at == ".", at == manifestName:
			return nil
		case entry.IsDir() && !ours[at] && !r.disk.oldFolders()[at]:
			found.why = fmt.Sprintf("the output holds the folder %s/, which Ithaca did not make", at)
		case entry.IsDir():
			found.why, err = r.surveyFolder(at, entry, top)
		case r.known(at, c):
		case entry.Type().IsRegular():
			found.foreign = append(found.foreign, at)
		default:
			found.why = fmt.Sprintf("the output holds %s, which is not a plain file", at)
		}
		if err == nil && found.why != "" {
			return fs.SkipAll
		}
		return err
	})
	return found, err
}

// surveyFolder looks at a folder of ours, which an exchange replaces by a new
// one.
func (r *Run) surveyFolder(at string, entry fs.DirEntry, top fs.FileInfo) (why string, err error) {
	info, err := entry.Info()
	if err == nil && info.Mode()&0o200 == 0 {
		err = fs.ErrPermission
	}
	switch {
	case err != nil:
		return "", fault("write", r.out.shown(at), err)
	case device(info) != device(top):
		return fmt.Sprintf("%s/ is a mount point", at), nil
	case owner(info) != owner(top):
		return fmt.Sprintf("%s/ belongs to another user", at), nil
	}
	return "", nil
}

// known reports whether a file is part of the change: planned or to be removed.
func (r *Run) known(name string, c change) bool {
	if _, planned := r.plan[name]; planned {
		return true
	}
	_, removed := c.removed[name]
	return removed
}
