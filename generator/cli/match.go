package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/ask"
	"ithaca/generator/diag"
	"ithaca/generator/round"
	"ithaca/generator/wholefile"
)

// matchFlags are those of the command match.
type matchFlags struct {
	round.Options
	points   int
	out      string
	letters  bool
	contacts string
	more     []string
}

func matchCommand(a *app) *cobra.Command {
	var f matchFlags
	c := &cobra.Command{
		Use:   "match [--cycle ID]",
		Short: "Assign all requests of a cycle to mentors, and explain the result",
		RunE:  func(*cobra.Command, []string) error { return a.match(f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.Cycle, "cycle", "", "the `id` of the cycle")
	flags.IntVar(&f.points, "min-score", 0, "make no pair of fewer than so many `points` of 100")
	flags.StringVar(&f.out, "out", "", "also write pairs.csv, report.html and report.json to this `folder`, outside the portal (default, with --cycle and --requests: match-CYCLE beside the requests)")
	flags.BoolVar(&f.letters, "letters", false, "write the letters that are due to --out: letters.csv and letters.html; none is sent")
	flags.StringVar(&f.contacts, "contacts", "", "the `file` of people's names and addresses, outside of the site: for --letters, and for names in the report and in pairs.csv")
	flags.StringSliceVar(&f.more, "add-place", nil, "what if a `mentor` had one more place, or n more: ana-silva=2")
	flags.StringSliceVar(&f.Without, "without", nil, "what if a `mentor` took no part (for good: ithaca people confirm MENTOR --status paused)")
	flags.StringSliceVar(&f.Relax, "relax", nil, "what if a `filter` ruled nobody out: language, kind, format, duration, place or stage")
	completeFlag(c, "cycle", a.siteNames("cycles"))
	completeFlag(c, "without", a.siteNames("mentors"))
	completeFlag(c, "add-place", a.siteNames("mentors"))
	return c
}

func (a *app) match(f matchFlags) error {
	if f.points < 0 || f.points > 100 {
		return usageError{errors.New("--min-score takes points from 0 to 100")}
	}
	if err := a.checkOut(f.out); err != nil {
		return usageError{err}
	}
	content, err := a.content()
	if err != nil {
		return err
	}
	words, folders := ask.English(a.options.Templates), a.templateFolders()
	asked, err := f.round()
	if err != nil {
		return usageError{err}
	}
	if f.out == "" && a.requests != "" && f.Cycle != "" && !asked.WhatIf() {
		f.out = filepath.Join(filepath.Dir(filepath.Clean(a.requests)), "match-"+f.Cycle)
	}
	if asked.Earlier, err = earlier(f.out); err != nil {
		return err
	}
	if asked.WhatIf() {
		return misfit(a.whatIf(content, words, asked))
	}
	outcome, err := round.Match(content, words, asked)
	if err != nil {
		return misfit(err)
	}
	if day := outcome.Over(); day != "" {
		a.Complain("%s ended on %s: nobody can be brought together in it any more.", outcome.Title, day)
	}
	if f.letters {
		return misfit(a.writeLetters(f, outcome))
	}
	if outcome.People, err = a.behind(f); err != nil {
		return err
	}
	kept := ""
	if f.out != "" {
		page, err := outcome.Page(words, folders...)
		if err != nil {
			return err
		}
		report, err := json.MarshalIndent(outcome, "", "  ")
		if err != nil {
			return err
		}
		if kept, err = keepTyped(filepath.Join(f.out, "pairs.csv")); err != nil {
			return err
		}
		if err := write(f.out, map[string][]byte{"pairs.csv": outcome.Table(), "report.html": page, "report.json": append(report, '\n')}); err != nil {
			return err
		}
	}
	err = a.Outcome(outcome)
	if f.out != "" && a.Format != "json" {
		a.Say("")
		pairs := filepath.ToSlash(filepath.Join(f.out, "pairs.csv"))
		a.Say("Written: %s, report.html and report.json. Fill in the columns `decision` and `by` of the", pairs)
		a.Say("first, and bring it back: %s", a.typed("ithaca import decisions "+pairs))
		if kept != "" {
			a.Say("What was typed in it before is kept in %s. If that was not brought back yet: %s", kept, a.typed("ithaca import decisions "+kept))
		}
	}
	if len(outcome.Proof.Faults) > 0 {
		return errors.New("the check of the result failed, please report it: " + outcome.Proof.Faults[0])
	}
	return err
}

// misfit makes what cannot be done as it was asked for a wrong usage.
func misfit(err error) error {
	if wrong := new(diag.Refusal); errors.As(err, &wrong) {
		return usageError{errors.New(strings.TrimSuffix(wrong.Error()+"; "+wrong.Hint(), "; "))}
	}
	return err
}

// templateFolders returns the folders of templates, the site's own first.
func (a *app) templateFolders() []fs.FS {
	return []fs.FS{os.DirFS(filepath.Join(a.site, "templates")), a.options.Templates}
}

// earlier reads the pairs of the last run from its folder.
func earlier(out string) ([]round.PairIDs, error) {
	if out == "" {
		return nil, nil
	}
	data, err := wholefile.Read(filepath.Join(out, "report.json"))
	if err != nil {
		return nil, err
	}
	return round.Earlier(data)
}

// checkOut refuses folders whose files would be read or published.
func (a *app) checkOut(out string) error {
	if out == "" {
		return nil
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return errors.New("--out takes a folder, and `" + out + "` is a file")
	}
	for _, folder := range []string{"content", "templates", "public"} {
		if _, inside := relative(filepath.Join(a.site, folder), out); inside {
			return errors.New("--out: what is written names requests, and `" + out + "` is in " + folder + "/; name a folder outside the site")
		}
	}
	return a.ownFolder(out)
}

// ownFolder refuses a folder that holds other files than what is written: git is to ignore it.
func (a *app) ownFolder(out string) error {
	site, _ := relative(a.site, out)
	requests, _ := relative(a.requests, out)
	ignored, err := os.ReadFile(filepath.Join(out, ".gitignore"))
	if site == "." || a.requests != "" && requests == "." || err == nil && string(ignored) != ignoreAll {
		return errors.New("`" + out + "` holds other files, and git is to ignore all that is written; name a folder for these alone")
	}
	return nil
}

// ignoreAll is the .gitignore of a folder that git has to leave alone.
const ignoreAll = "*\n"

// write writes files to a folder that git ignores, for its owner's eyes.
func write(folder string, files map[string][]byte) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	files[".gitignore"] = []byte(ignoreAll) // which sorts before the others
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := wholefile.Write(root, name, files[name], 0o600); err != nil {
			return fmt.Errorf("write %s: %w", filepath.Join(folder, name), err)
		}
	}
	return nil
}

// keepTyped renames a table that somebody has typed into, so that a new one does not
// take its place, and returns its new name; "" where there is nothing to keep.
func keepTyped(path string) (kept string, err error) {
	data, err := wholefile.Read(path)
	if err != nil || !round.Typed(data) {
		return "", err
	}
	for n := 1; ; n++ {
		kept = fmt.Sprintf("%s-%d.csv", strings.TrimSuffix(path, ".csv"), n)
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			return filepath.ToSlash(kept), os.Rename(path, kept)
		}
	}
}
