package cli

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"ithaca/generator/round"
)

// matchFlags are those of the command match.
type matchFlags struct {
	cycle    string
	minScore int
	out      string
}

const matchHelp = `Match assigns all requests of a cycle to mentors at once: as many people as
possible get a mentor, and among all ways to do that it takes the one with the
highest sum of scores. What was decided holds: locked and accepted pairs stay,
declined and forbidden ones are not made, avoided mentors and employers are
obeyed. The result is proved: a check that knows nothing of the search compares
every pair.

It says who is matched with whom and why, who is not and what would change that,
which mentors stay without anybody, where one more place would help most, and
which topics to recruit for. These are proposals; nothing is decided or published.

Without --cycle it takes the only cycle that has not begun and has requests.`

func matchCommand(a *app) *cobra.Command {
	var f matchFlags
	c := &cobra.Command{
		Use:   "match [--cycle ID]",
		Short: "Assign all requests of a cycle to mentors, and explain the result",
		Long:  matchHelp,
		Example: `  ithaca match
  ithaca match --cycle spring-2027 --requests ../our-requests --out ../match-spring-2027
  ithaca match --min-score 40 --format json`,
		Args: refuseArguments,
		RunE: func(*cobra.Command, []string) error { return a.match(f) },
	}
	flags := c.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.cycle, "cycle", "", "the `id` of the cycle")
	flags.IntVar(&f.minScore, "min-score", 0, "make no pair of fewer than so many `points` of 100")
	flags.StringVar(&f.out, "out", "", "also write pairs.csv and report.json to this `folder`, outside the portal")
	return c
}

func (a *app) match(f matchFlags) error {
	if f.minScore < 0 || f.minScore > 100 {
		return usageError{errors.New("--min-score takes points from 0 to 100")}
	}
	if err := a.checkOut(f.out); err != nil {
		return usageError{err}
	}
	content, options, err := a.content()
	if err != nil {
		return err
	}
	outcome, err := round.Match(content, round.English(options.Templates), round.Options{Cycle: f.cycle, MinScore: 100 * f.minScore})
	if wrong := new(round.Error); errors.As(err, &wrong) {
		return usageError{errors.New(strings.TrimSuffix(wrong.Problem+"; "+wrong.Remedy, "; "))}
	}
	if err != nil {
		return err
	}
	if f.out != "" {
		if err := write(f.out, outcome); err != nil {
			return err
		}
	}
	if a.format == "json" {
		err = a.json(outcome)
	} else {
		a.outcome(outcome)
		if f.out != "" {
			a.say("")
			a.say("Written: %s and report.json. Fill in the column `decision` of the first.", filepath.ToSlash(filepath.Join(f.out, "pairs.csv")))
		}
	}
	if len(outcome.Proof.Faults) > 0 {
		return errors.New("the check of the result failed, please report it: " + outcome.Proof.Faults[0])
	}
	return err
}

// checkOut refuses folders whose files would be read or published.
func (a *app) checkOut(out string) error {
	if out == "" {
		return nil
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return errors.New("--out takes a folder, and `" + out + "` is a file")
	}
	target, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	for _, folder := range []string{"content", "templates", "public"} {
		inside, err := filepath.Abs(filepath.Join(a.site, folder))
		if err != nil {
			return err
		}
		if way, err := filepath.Rel(inside, target); err == nil && filepath.IsLocal(way) {
			return errors.New("--out: what is written names requests, and `" + out + "` is in " + folder + "/; name a folder outside the site")
		}
	}
	return nil
}

// write writes the outcome to a folder of its own, which git ignores.
func write(folder string, o *round.Outcome) error {
	report, err := json.MarshalIndent(o, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, file := range []struct {
		name string
		data []byte
	}{{".gitignore", []byte("*\n")}, {"pairs.csv", o.Table()}, {"report.json", append(report, '\n')}} {
		if err := os.WriteFile(filepath.Join(folder, file.name), file.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
