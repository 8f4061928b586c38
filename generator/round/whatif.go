package round

import (
	"slices"
	"strings"

	"ithaca/generator/cohort"
	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// WhatIf reports whether the options ask what would be if something were otherwise.
func (o *Options) WhatIf() bool { return len(o.More)+len(o.Without)+len(o.Relax) > 0 }

// Base returns the options with everything as it is.
func (o Options) Base() Options {
	o.More, o.Without, o.Relax = nil, nil, nil
	return o
}

// Named returns who is with whom, to be compared with another outcome.
func (o *Outcome) Named() []cohort.Named {
	all := []cohort.Named{}
	for i := range o.Pairs {
		all = append(all, cohort.Named{Request: o.Pairs[i].Request, Mentor: o.Pairs[i].Mentor})
	}
	return all
}

// Relaxable returns the filters that Options.Relax takes.
func Relaxable() (filters []string) {
	for _, f := range match.Filters() {
		if changeable(f) {
			filters = append(filters, string(f))
		}
	}
	return filters
}

// check refuses mentors and filters that there are not.
func (o *Options) check(p *portal.Portal) error {
	slugs, filters := portal.Slugs(p.Mentors), Relaxable()
	named := slices.Clone(o.Without)
	for slug := range o.More {
		named = append(named, slug)
	}
	slices.Sort(named)
	for _, slug := range named {
		if !slices.Contains(slugs, slug) {
			return diag.Refuse("there is no mentor `"+slug+"`", diag.DidYouMean(slug, slugs))
		}
	}
	for _, f := range o.Relax {
		if !slices.Contains(filters, f) {
			return diag.Refuse("`"+f+"` is no filter that people could relax", "those are "+strings.Join(filters, ", "))
		}
	}
	return nil
}
