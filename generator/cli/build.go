package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/upkeep"
)

func buildCommand(a *app) *cobra.Command {
	var out, base string
	c := &cobra.Command{
		Use:   "build [--out DIR] [--base-url URL]",
		Short: "Write the portal to public/",
		RunE:  func(*cobra.Command, []string) error { return a.build(out, base) },
	}
	c.Flags().StringVar(&out, "out", "", "the `folder` to write to (default: public/ in the site's folder)")
	c.Flags().StringVar(&base, "base-url", "", "the `address` at which this copy will be found, instead of base_url")
	return c
}

func (a *app) build(out, base string) error {
	options := a.options
	var err error
	if options.BaseURL, err = baseURL(base); err != nil {
		return err
	}
	if out == "" {
		out = a.public()
	}
	options.Output = out
	snapshot, err := generator.Take(options)
	if err != nil {
		return err
	}
	if err := a.Report(snapshot.Diagnostics(), snapshot.Source); err != nil {
		return err
	}
	lost := upkeep.Lost(snapshot, out)
	progress := a.Progress(a.started)
	var each func(done, all int)
	if a.Format == "text" {
		each = func(done, all int) { progress.At(time.Now(), done, all) }
	}
	result, err := snapshot.Build(options, out, each)
	progress.Clear()
	if errors.Is(err, generator.ErrMistakes) {
		mistakes, _ := snapshot.Diagnostics().Count()
		remains := filepath.ToSlash(out) + " stays as it was."
		if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
			remains = "nothing was written."
		}
		a.Complain("%s in the content; %s", diag.Count(mistakes, "mistake", "mistakes"), remains)
		return errFound
	}
	if err != nil {
		return unwritten(err, out)
	}
	for _, l := range lost {
		a.Complain("%s leads nowhere now: %s", l.Who, l.Settle)
	}
	a.summarize(result, out)
	return nil
}

// unwritten returns an error that says in plain words that an output folder cannot
// be made, where that is what has failed.
func unwritten(err error, out string) error {
	if at := new(fs.PathError); errors.As(err, &at) && slices.Contains([]string{"find", "lock", "create"}, at.Op) {
		return diag.Refuse("nothing can be written to "+filepath.ToSlash(out)+": "+at.Err.Error(),
			"name a folder with --out in which you may create files, on a disk of this machine")
	}
	return err
}

// public returns the folder that a site is published in if no other is named.
func (a *app) public() string { return filepath.Join(a.site, "public") }

// summarize says in one line what a build did; what is unusual gets its own.
func (a *app) summarize(r generator.Result, out string) {
	for _, file := range r.Kept {
		a.Complain("kept %s: it is no page of the portal any more, but somebody changed it", file)
	}
	if a.Format != "text" {
		return
	}
	a.Say("%s in %s: %s changed, %d removed, %s",
		diag.Count(r.Templates, "page", "pages"), filepath.ToSlash(out),
		diag.Count(r.Written, "file", "files"), r.Removed, elapsed(time.Since(a.started)))
}

// elapsed returns a time in the unit a person would use.
func elapsed(d time.Duration) string {
	if d < time.Second {
		return fmt.Sprintf("%d ms", d.Milliseconds())
	}
	return fmt.Sprintf("%.1f s", d.Seconds())
}

// baseURL checks the address given on the command line.
func baseURL(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", usageError{errors.New("--base-url takes an address as https://example.org/portal, not `" + text + "`")}
	}
	return text, nil
}
