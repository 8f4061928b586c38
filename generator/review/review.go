// Package review looks at a change of a site as its reviewer does.
//
// It takes a site and a revision and returns what the change does: mistakes of the changed
// files, mistakes that it causes in others, pages that appear or go, and a summary of the
// profiles in plain words. It compares two snapshots, of the site as it lies on the disk and
// of the same site with the changed files as they were.
//
// It does not know flags and HTML, and writes nothing.
package review

import (
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/history"
)

// Review is a change of a site.
type Review struct {
	Now, Before *generator.Snapshot
	Changes     []history.Change

	strangers diag.List
}

// NotTheAuthor warns of a profile that is changed by somebody who has not written it before,
// and who is no organizer.
const NotTheAuthor diag.Code = "not-the-author"

// mostAsked is of how many profiles git is asked who wrote them: a change of more is an
// organizer's.
const mostAsked = 50

// Take reads a site and what has changed in it since a revision, "" for the branch that
// changes are for. The error is a *diag.Refusal where git cannot say.
func Take(o generator.Options, revision string) (*Review, error) {
	changes, err := history.Since(o.Site, revision, "content", "templates")
	if err != nil {
		return nil, err
	}
	if o.Requests != "" { // they stand in the place of those of the site
		changes = slices.DeleteFunc(changes, func(c history.Change) bool { return strings.HasPrefix(c.Path, "content/requests/") })
	}
	r := &Review{Changes: changes}
	if r.Now, err = generator.Take(o); err != nil {
		return nil, err
	}
	o.Unwritten = map[string][]byte{}
	for _, c := range changes {
		if c.New || c.Before != nil { // a picture stays what it is now
			o.Unwritten[c.Path] = c.Before
		}
	}
	if r.Before, err = r.Now.Update(o); err != nil {
		return nil, err
	}
	return r, r.findStrangers(o.Site, revision)
}

// findStrangers looks for profiles that somebody else than their author changed.
func (r *Review) findStrangers(site, revision string) error {
	var profiles []string
	for _, c := range r.Changes {
		if strings.HasPrefix(c.Path, "content/mentors/") && strings.HasSuffix(c.Path, ".md") && !c.New && len(profiles) < mostAsked {
			profiles = append(profiles, c.Path)
		}
	}
	strange, err := history.Strangers(site, revision, profiles, "content/index.md", "templates", ".github")
	for _, file := range strange {
		r.strangers.Warnf(diag.Position{File: file, Line: 1, Column: 1}, NotTheAuthor, "ask the person whose profile it is, before it is published",
			"the profile is changed by somebody who has not written it before, and has not worked on the portal itself")
	}
	return err
}

// changed reports whether a file is one of those that changed.
func (r *Review) changed(file string) bool {
	_, found := slices.BinarySearchFunc(r.Changes, file, func(c history.Change, file string) int { return strings.Compare(c.Path, file) })
	return found
}

// Diagnostics returns the mistakes of the changed files together with those that the change
// causes in others, and the rest, which was there before.
func (r *Review) Diagnostics() (ours, other diag.List) {
	before := map[diag.Diagnostic]bool{}
	for _, d := range r.Before.Diagnostics() {
		before[d] = true
	}
	ours, other = r.Now.Diagnostics().Split(func(d diag.Diagnostic) bool { return r.changed(d.File) || !before[d] })
	return append(ours, r.strangers...).Sorted(), other
}
