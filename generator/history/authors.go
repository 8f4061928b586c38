package history

import (
	"slices"
	"strings"

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
