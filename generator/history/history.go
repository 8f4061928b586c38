// Package history asks git what has changed since a revision.
//
// It takes a folder and a revision and returns which files differ from it, with their old
// bytes. Git is asked only for names and bytes of objects, and files on the disk are read
// here, so that no filter or diff program can run on a stranger's change.
//
// It does not know the portal, and writes nothing.
package history

import (
	"bytes"
	"crypto/sha1" // the name of an object in git; nothing is trusted because of it
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/order"
	"ithaca/generator/worktree"
)

// Change is a file that differs from its old version.
type Change struct {
	Path   string // relative to the folder, with slashes
	Before []byte // the old bytes; nil for a new file, for one that is no text, and where it was larger than maxText
	Gone   bool
	New    bool
}

// maxText is up to how many bytes Change.Before is set.
const maxText = 1 << 20

// defaultBranch is the revision to compare with where none is named.
const defaultBranch = "origin/HEAD"

// Since returns the files below some paths of a folder that differ, on the disk, from the
// merge base of HEAD and a revision; "" means origin/HEAD. They are sorted by path, and
// include files that git does not track. The error is a *diag.Refusal where somebody can do
// something about it.
func Since(folder, revision string, paths ...string) ([]Change, error) {
	base, err := mergeBase(folder, revision)
	if err != nil {
		return nil, err
	}
	was, err := tree(folder, base, paths)
	if err != nil {
		return nil, err
	}
	var changes []Change
	for _, top := range paths {
		found, err := changedBelow(folder, top, was)
		if err != nil {
			return nil, err
		}
		changes = append(changes, found...)
	}
	for name, entry := range was {
		if !entry.met {
			changes = append(changes, Change{Path: name, Gone: true})
		}
	}
	order.Stable(changes, func(a, b Change) int { return strings.Compare(a.Path, b.Path) })
	return changes, contents(folder, was, changes)
}

// mergeBase returns the merge base of HEAD and a revision.
func mergeBase(folder, revision string) (string, error) {
	if worktree.Repository(folder) == "" {
		return "", diag.Refuse("the site does not lie in a git repository", "name the files: `ithaca check content/mentors/ana-silva.md`")
	}
	named := revision
	if named == "" {
		named = defaultBranch
	}
	commit, err := worktree.Git(folder, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", named+"^{commit}")
	if errors.Is(err, worktree.ErrNoGit) {
		return "", diag.Refuse("git was not found", "install git, or name the files: `ithaca check content/mentors/ana-silva.md`")
	}
	shallow, err2 := worktree.Git(folder, nil, "rev-parse", "--is-shallow-repository")
	cut := err2 == nil && strings.TrimSpace(string(shallow)) == "true"
	switch {
	case err2 != nil: // git does not work here at all
		return "", diag.Refuse("git cannot read the repository: "+err2.Error(), "mend what git complains of, and check again")
	case err != nil && cut:
		return "", shallowError(named)
	case err != nil && revision == "":
		return "", diag.Refuse("git knows no "+defaultBranch+", the branch that changes are for", "name it, as --since=origin/main; or let git find it: git remote set-head origin --auto")
	case err != nil:
		return "", diag.Refuse("git knows no revision `"+revision+"`", "name a branch, a tag or a commit, as --since=origin/main")
	}
	base, err := worktree.Git(folder, nil, "merge-base", "--end-of-options", strings.TrimSpace(string(commit)), "HEAD")
	switch {
	case err != nil && cut:
		return "", shallowError(named)
	case err != nil:
		return "", diag.Refuse("nothing is common to what is here and `"+named+"`", "name another branch, a tag or a commit, as --since=origin/main")
	}
	return strings.TrimSpace(string(base)), nil
}

func shallowError(named string) error {
	return diag.Refuse("the history here is cut off before `"+named+"`", "fetch all of it: `fetch-depth: 0` below `with:` of actions/checkout, or `git fetch --unshallow`")
}

// blob is a file as git stores it.
type blob struct {
	id   string
	size int64
	met  bool // it is on the disk
}

// tree returns the files of a commit below some paths of a folder.
func tree(folder, commit string, paths []string) (map[string]*blob, error) {
	out, err := worktree.Git(folder, nil, append([]string{"ls-tree", "-r", "-l", "-z", commit, "--"}, paths...)...)
	if err != nil {
		return nil, fmt.Errorf("ask git for the files of %s: %w", commit, err)
	}
	was := map[string]*blob{}
	for entry := range strings.SplitSeq(string(out), "\x00") {
		about, name, found := strings.Cut(entry, "\t")
		parts := strings.Fields(about) // mode, kind, name of the object, size
		if !found || len(parts) != 4 || parts[1] != "blob" || parts[0] == "120000" {
			continue // symbolic links and submodules are no files of a site
		}
		size, err := strconv.ParseInt(parts[3], 10, 64)
		if err != nil {
			return nil, fmt.Errorf("ask git for the files of %s: unreadable answer", commit)
		}
		was[name] = &blob{id: parts[2], size: size}
	}
	return was, nil
}

// changedBelow returns the files below a path that are new or changed, and marks the blobs
// of those that exist as met.
func changedBelow(folder, top string, was map[string]*blob) (changes []Change, err error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	err = fs.WalkDir(root.FS(), top, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == top:
			return nil
		case err != nil:
			return err
		case d.IsDir() && name != top && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		before := was[name]
		if before == nil {
			changes = append(changes, Change{Path: name, New: true})
			return nil
		}
		before.met = true
		data, err := root.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return err
		}
		// Git may have written \r\n for \n at the checkout.
		if !before.hashesTo(data) && !before.hashesTo(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))) {
			changes = append(changes, Change{Path: name})
		}
		return nil
	})
	return changes, err
}

// hashesTo reports whether data has the blob's size and object id.
func (b *blob) hashesTo(data []byte) bool {
	if int64(len(data)) != b.size {
		return false
	}
	var h hash.Hash = sha1.New()
	if len(b.id) == hex.EncodedLen(sha256.Size) {
		h = sha256.New()
	}
	fmt.Fprintf(h, "blob %d\x00", len(data))
	h.Write(data)
	return hex.EncodeToString(h.Sum(nil)) == b.id
}

// contents sets Before of changed files to their old bytes.
func contents(folder string, was map[string]*blob, changes []Change) error {
	var wanted []int
	var ids strings.Builder
	for i, c := range changes {
		if b := was[c.Path]; b != nil && b.size <= maxText && slices.Contains([]string{".md", ".html", ".toml"}, path.Ext(c.Path)) {
			wanted = append(wanted, i)
			ids.WriteString(b.id + "\n")
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	out, err := worktree.Git(folder, strings.NewReader(ids.String()), "cat-file", "--batch")
	if err != nil {
		return fmt.Errorf("ask git for what files were: %w", err)
	}
	for _, i := range wanted {
		size := int(was[changes[i].Path].size)
		_, rest, found := bytes.Cut(out, []byte("\n"))
		if !found || len(rest) <= size {
			return errors.New("ask git for what files were: the answer breaks off")
		}
		changes[i].Before, out = rest[:size:size], rest[size+1:]
	}
	return nil
}
