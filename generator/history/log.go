package history

import (
	"errors"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/worktree"
)

// Strangers returns those of some files of a folder that somebody changed, in the commits
// since the merge base with a revision, who had changed neither that file before nor any of
// the paths organizers. People are recognised by the addresses of their commits, which
// anybody can invent: the result is a reason to ask, and no proof.
func Strangers(folder, revision string, files []string, organizers ...string) ([]string, error) {
	if len(files) == 0 {
		return nil, nil
	}
	base, err := mergeBase(folder, revision)
	if err != nil {
		return nil, err
	}
	known, err := authors(folder, base, organizers...)
	if err != nil {
		return nil, err
	}
	var strange []string
	for _, file := range files {
		before, err := authors(folder, base, file)
		if err != nil {
			return nil, err
		}
		now, err := authors(folder, base+"..HEAD", file)
		if err != nil {
			return nil, err
		}
		if slices.ContainsFunc(now, func(one string) bool { return !slices.Contains(known, one) && !slices.Contains(before, one) }) {
			strange = append(strange, file)
		}
	}
	return strange, nil
}

// authors returns the addresses, in lower case, of those who changed some paths in a range
// of commits.
func authors(folder, commits string, paths ...string) ([]string, error) {
	out, err := worktree.Git(folder, nil, append([]string{"log", "--no-merges", "--no-show-signature", "--format=%ae", commits, "--"}, paths...)...)
	if err != nil {
		return nil, err
	}
	return strings.Fields(strings.ToLower(string(out))), nil
}

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
