// Package site is the address book of a portal: which pages and machine files it
// has, where they are, and in which order lists show what they list.
//
// It takes a portal and the parts that plan its pages and files (package page and
// package data) and returns a Plan. It is the only maker of URLs and the judge of
// the links that authors write. It does not know what pages show, templates,
// interface words or the disk: where a link needs a word of the interface it
// carries the word's key.
package site

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/idna"

	"ithaca/generator/diag"
	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// Options say how a plan differs from what the content states.
type Options struct {
	BaseURL  string             // replaces base_url when not empty
	Pictures map[string]Picture // by the picture's file in the content
	Static   map[string][]byte  // files published as they are, by their paths in the portal
	Matches  *match.Index       // of the portal; nil for a new one, made when a page needs it
}

// Part plans some of a portal's pages or files.
type Part func(*Planner)

// New plans the portal, part by part, and judges every link in it. The
// diagnostics are those of links, aliases and addresses; a plan with errors must
// not be published but can be looked at.
//
// A portal seen in other languages gets a plan for each, which the first leads to.
func New(p *portal.Portal, o Options, parts ...Part) (*Plan, diag.List) {
	own := newPlanner(p, o, nil)
	all := []*Planner{own}
	for _, other := range p.Others {
		pl := newPlanner(other, o, own)
		own.others = append(own.others, pl.Plan)
		all = append(all, pl)
	}
	for _, pl := range all {
		if pl == own {
			pl.planPictures()
		}
		for _, plan := range parts {
			plan(pl)
		}
		pl.planAliases()
		if pl == own {
			pl.planStatic()
		}
		pl.fillFrame(o.Static)
	}
	for _, pl := range all {
		pl.judgeLinks()
	}
	return own.Plan, found(all)
}

// found returns the mistakes that were found, each once: in most files all languages
// have the same.
func found(all []*Planner) diag.List {
	diags := all[0].diags
	for _, pl := range all[1:] {
		for _, d := range pl.diags {
			if !slices.Contains(diags, d) {
				diags = append(diags, d)
			}
		}
	}
	return diags
}

// splitBase takes a base_url apart into its origin ("https://a.example") and
// the path prefix that every URL of the site begins with ("/portal" or "").
func splitBase(base string) (origin, prefix string) {
	u, err := url.Parse(base)
	if err != nil || u.Host == "" {
		return "", ""
	}
	return u.Scheme + "://" + asciiHost(u.Host), strings.TrimRight(u.EscapedPath(), "/")
}

// asciiHost returns the one spelling of a host that every machine reads: in small
// letters, its other ones in Punycode.
func asciiHost(host string) string {
	name, port, _ := strings.Cut(host, ":")
	if ascii, err := idna.Lookup.ToASCII(name); err == nil {
		host = strings.TrimSuffix(ascii+":"+port, ":")
	}
	return host
}
