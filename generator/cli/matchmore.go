package cli

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/contacts"
	"ithaca/generator/round"
	"ithaca/generator/wholefile"
)

// round returns what the flags ask to be matched.
func (f *matchFlags) round() (round.Options, error) {
	o := f.Options
	o.MinScore, o.More = 100*f.points, map[string]int{}
	for _, text := range f.more {
		slug, number, stated := strings.Cut(text, "=")
		n := 1
		if stated {
			var err error
			if n, err = strconv.Atoi(number); err != nil || n < 1 || n > 1000 {
				return o, errors.New("--add-place takes a mentor and a number from 1 to 1000, as ana-silva=2, not `" + text + "`")
			}
		}
		o.More[slug] += n
	}
	if f.letters && (f.contacts == "" || f.out == "") {
		return o, errors.New("--letters needs to know who people are, and where to: --contacts ../contacts.csv --out ../letters")
	}
	if f.letters && o.WhatIf() {
		return o, errors.New("--letters tells what is, and not what would be: leave --add-place, --without and --relax out")
	}
	return o, nil
}

// behind returns who is behind requests, for what only the organizer reads.
func (a *app) behind(f matchFlags) (map[string]string, error) {
	if f.contacts == "" {
		return nil, nil
	}
	known, err := contacts.Read(a.options.Folders(), f.contacts, f.out)
	names := map[string]string{}
	for _, c := range known {
		if !c.Is("mentors") {
			names[c.Slug] = c.Name
		}
	}
	return names, err
}

// writeLetters writes the letters that are due.
func (a *app) writeLetters(f matchFlags, outcome *round.Outcome) error {
	known, err := contacts.Read(a.options.Folders(), f.contacts, f.out)
	if err != nil {
		return err
	}
	letters, err := outcome.Letters(known, a.templateFolders()...)
	if err != nil {
		return err
	}
	before, err := wholefile.Read(filepath.Join(f.out, "told.csv"))
	if err != nil {
		return err
	}
	all := len(letters.All)
	told, err := letters.Once(before)
	if err != nil {
		return err
	}
	if err := a.putLetters(f.out, letters, map[string][]byte{"told.csv": told}); err != nil {
		return err
	}
	if n := all - len(letters.All); n > 0 {
		a.Say("%4d written before, and not again (told.csv; without its line a letter is written anew)", n)
	}
	counts := map[string]int{}
	var kinds []string
	for _, l := range letters.All {
		if counts[l.Kind]++; counts[l.Kind] == 1 {
			kinds = append(kinds, l.Kind)
		}
	}
	for _, kind := range kinds {
		a.Say("%4d %s", counts[kind], kind)
	}
	a.Say("Written: %s and letters.html. None was sent.", filepath.ToSlash(filepath.Join(f.out, "letters.csv")))
	return a.unreached(letters)
}

// unreached names whom no letter reaches, as a mistake.
func (a *app) unreached(l *round.Letters) error {
	if len(l.Unreached) == 0 {
		return nil
	}
	a.Complain("Not everybody can be reached: %s. Complete the contacts, and write the letters again.", strings.Join(l.Unreached, "; "))
	return errFound
}

// putLetters writes letters as a table and as a page with a link for each, beside other
// files.
func (a *app) putLetters(out string, l *round.Letters, files map[string][]byte) error {
	if err := a.ownFolder(out); err != nil {
		return err
	}
	page, err := l.Page(ask.English(a.options.Templates), a.templateFolders()...)
	if err != nil {
		return err
	}
	files["letters.csv"], files["letters.html"] = l.Table(), page
	return write(out, files)
}

// whatIf prints what would be different.
func (a *app) whatIf(s *generator.Snapshot, words *ask.Words, o round.Options) error {
	base, err := round.Match(s, words, o.Base())
	if err != nil {
		return err
	}
	o.Earlier = base.PairIDs()
	changed, err := round.Match(s, words, o)
	if err != nil {
		return err
	}
	return a.WhatIf(base, changed)
}
