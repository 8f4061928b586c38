package cli

import (
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func versionCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		RunE: func(*cobra.Command, []string) error {
			a.printVersion()
			return nil
		},
	}
}

func (a *app) printVersion() {
	b := built()
	commit := ""
	if b.commit != "" {
		commit = "commit " + b.commit[:min(12, len(b.commit))] + ", "
	}
	if b.changed {
		commit = strings.TrimSuffix(commit, ", ") + " with changes, "
	}
	a.Say("ithaca %s (%s%s, %s/%s)", b.version, commit, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// buildFacts are what this program was built from.
type buildFacts struct {
	version string // of the release, v1.2.3, or one that Go made of the commit; "development" if neither is known
	commit  string // "" if it is not known
	changed bool   // files differed from those of the commit
}

// built returns what this program was built from, as Go's linker noted it.
func built() buildFacts {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return buildFacts{version: "development"}
	}
	return factsOf(info)
}

func factsOf(info *debug.BuildInfo) buildFacts {
	b := buildFacts{version: strings.TrimSuffix(info.Main.Version, "+dirty")}
	if b.version == "" || b.version == "(devel)" {
		b.version = "development"
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.commit = s.Value
		case "vcs.modified":
			b.changed = s.Value == "true"
		}
	}
	return b
}

var releaseVersion = regexp.MustCompile(`^v\d+\.\d+\.\d+$`)

// isRelease reports whether a program was built from a tag, without changes.
func (b buildFacts) isRelease() bool { return !b.changed && releaseVersion.MatchString(b.version) }
