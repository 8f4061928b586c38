package history

import (
	"slices"
	"strings"

	"ithaca/generator/worktree"
)

// Strangers returns those of some files of a folder that somebody changed, in the commits
// since the work began, who has neither changed them before nor changed one of the paths
// that only organizers do. People are known by the addresses of their commits, which anybody
// can invent: this is a reason to ask, and no proof.
func Strangers(folder, revision string, files []string, organizers ...string) ([]string, error) {
	if len(files) == 0 {
		return nil, nil
	}
	base, err := begin(folder, revision)
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

// authors returns the addresses of those who changed some paths.
func authors(folder, commits string, paths ...string) ([]string, error) {
	out, err := worktree.Git(folder, nil, append([]string{"log", "--no-merges", "--no-show-signature", "--format=%ae", commits, "--"}, paths...)...)
	if err != nil {
		return nil, err
	}
	return strings.Fields(strings.ToLower(string(out))), nil
}
