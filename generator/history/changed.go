package history

import (
	"errors"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/worktree"
)

// Changed returns, by path, the day on which a commit last changed each file that git tracks
// below some paths of a folder, as YYYY-MM-DD in the author's time zone. The error is a
// *diag.Refusal.
func Changed(folder string, paths ...string) (map[string]string, error) {
	if worktree.Repository(folder) == "" {
		return nil, diag.Refuse("the site does not lie in a git repository", "begin one with `git init`, and commit the site")
	}
	out, err := worktree.Git(folder, nil, append([]string{"log", "-z", "--relative", "--no-renames", "--name-only", "--format=%x01%as", "--"}, paths...)...)
	if errors.Is(err, worktree.ErrNoGit) {
		return nil, diag.Refuse("git was not found", "install git")
	}
	if err != nil {
		return nil, diag.Refuse("git has no history of the site: "+err.Error(), "commit the site")
	}
	days, day := map[string]string{}, ""
	for entry := range strings.SplitSeq(string(out), "\x00") {
		entry = strings.TrimLeft(entry, "\n")
		if of, begins := strings.CutPrefix(entry, "\x01"); begins {
			day = of
		} else if entry != "" && days[entry] == "" {
			days[entry] = day // the latest commits come first
		}
	}
	return days, nil
}
