package cli

import (
	"runtime/debug"
	"testing"
)

func TestTheVersionIsThatOfTheTagAndNamesTheCommit(t *testing.T) {
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "0123456789abcdef0123456789abcdef01234567"}
	for _, test := range []struct {
		name    string
		version string
		changed string
		want    buildFacts
	}{
		{"a release", "v1.2.3", "false", buildFacts{"v1.2.3", commit.Value, false}},
		{"a commit after a release with changes", "v1.2.4-0.20261130003059-0123456789ab+dirty", "true",
			buildFacts{"v1.2.4-0.20261130003059-0123456789ab", commit.Value, true}},
		{"no version", "(devel)", "false", buildFacts{"development", commit.Value, false}},
	} {
		t.Run(test.name, func(t *testing.T) {
			info := &debug.BuildInfo{Main: debug.Module{Version: test.version}, Settings: []debug.BuildSetting{commit, {Key: "vcs.modified", Value: test.changed}}}
			if got := factsOf(info); got != test.want {
				t.Errorf("it is built from %+v, not %+v", got, test.want)
			}
		})
	}
}
