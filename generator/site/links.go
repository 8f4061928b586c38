package site

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// The codes of links within the site.
const (
	// BrokenLink: a link to a page or file that is not there.
	BrokenLink diag.Code = "broken-link"
	// BrokenAnchor: a link to a heading that its page does not have.
	BrokenAnchor diag.Code = "broken-anchor"
)

// problem is why a link leads nowhere, or where it should not.
type problem struct {
	diag.Diagnostic        // without a code for what is reported where it was made
	missing         string // the file or path that is not there, for a better hint
}

func broken(message, hint string) *problem {
	return &problem{Diagnostic: diag.Diagnostic{Code: BrokenLink, Message: message, Hint: hint}}
}

const pathHint = "link to a file of the portal by its path from this one"

// resolve returns the URL for a link within the site as an author wrote it: a path
// relative to the author's file ("../guides/first-meeting.md#agenda"), a path
// within the site ("/guides/first-meeting/") or a heading of the same text
// ("#agenda"). A link to a draft that is shown has both: it works, and must not
// stay.
func (p *Plan) resolve(from *portal.Item, dest string) (string, *problem) {
	within := dest
	if path, own := p.ownPath(dest); own {
		within = path
	}
	target, fragment, _ := strings.Cut(within, "#")
	target, _, _ = strings.Cut(target, "?")
	target, fragment = markdown.Unescape(target), markdown.Unescape(fragment)
	if target == "" {
		return anchored("", fragment, from, dest)
	}
	page := p.target(from, target)
	if page == nil {
		if draft, absent := p.absent(from, target); absent {
			if !draft {
				return "", &problem{} // a file that cannot be read is not the link's mistake
			}
			return "", toDraft(dest)
		}
		problem := broken("the link `"+short(dest)+"` leads to nothing in this portal", pathHint)
		problem.missing = target
		return "", problem
	}
	href, problem := anchored(page.URL, p.headingOf(page, fragment), page.Item, dest)
	if problem == nil && !from.Draft && p.leadsToDraft(page) {
		problem = toDraft(dest)
		problem.Message += "; build refuses this"
		problem.Severity = diag.Warning
	}
	return href, problem
}

// leadsToDraft reports whether a page is about a draft, or an older address of one.
func (p *Plan) leadsToDraft(page *Page) bool {
	if page.alias.File != "" {
		page = p.Of(page.alias.File)
	}
	return page != nil && page.Draft()
}

// absent reports whether a path means a file that is not published, and whether that is a
// draft.
func (p *Plan) absent(from *portal.Item, target string) (draft, absent bool) {
	at := path.Join(path.Dir(from.File), target)
	candidates := []string{at, at + ".md", path.Join(at, "index.md")}
	if strings.HasPrefix(target, "/") {
		within := path.Clean(strings.TrimPrefix(target, p.Site.Root))
		candidates = []string{"content" + within + ".md", "content" + within + "/index.md", "content/pages" + within + ".md"}
	}
	for _, file := range candidates {
		if draft, absent = p.Portal.Absent[file]; absent {
			return draft, true
		}
	}
	return false, false
}

func toDraft(dest string) *problem {
	return broken("the link `"+short(dest)+"` leads to a draft, which visitors will not see", "leave it out until that is published, or remove `draft: true` there")
}

// target finds the page that a path means, or nil.
func (p *Plan) target(from *portal.Item, target string) *Page {
	if strings.HasPrefix(target, "/") {
		return p.pageAt(target)
	}
	file := path.Clean(path.Dir(from.File) + "/" + target)
	if page := p.Of(file); page != nil {
		return page
	}
	// ana.md and ana/index.md are the same item: moving a file into a folder of
	// its own, to put a picture beside it, breaks no link.
	name := strings.TrimSuffix(strings.TrimSuffix(file, "/index.md"), ".md")
	for _, ending := range []string{".md", "/index.md"} {
		if page := p.Of(name + ending); page != nil {
			return page
		}
	}
	if within, ok := strings.CutPrefix(file, "content/"); ok {
		return p.pageAt("/" + strings.TrimPrefix(within, "pages/"))
	}
	return nil
}

// pageAt finds the page at a path within the site, with or without the slash at
// its end, or with base_url's path before it.
func (p *Plan) pageAt(within string) *Page {
	within = path.Clean(within)
	for _, candidate := range []string{p.Site.Prefix + within, p.Site.Prefix + within + "/", within + "/", p.Site.Root + within, p.Site.Root + within + "/"} {
		if page := p.Page(strings.Replace(candidate, "//", "/", 1)); page != nil {
			return page
		}
	}
	return nil
}

// anchored adds a fragment to a URL when the page's text has such a heading.
func anchored(at, fragment string, item *portal.Item, dest string) (string, *problem) {
	if fragment == "" {
		if at == "" {
			return "", broken("the link `"+short(dest)+"` names no page", pathHint)
		}
		return at, nil
	}
	var ids []string
	if item != nil {
		for _, h := range item.Body.Headings {
			if h.ID == fragment {
				return at + (&url.URL{Fragment: fragment}).String(), nil
			}
			ids = append(ids, h.ID)
		}
	}
	problem := broken("no heading there has the anchor `#"+short(fragment)+"`", anchorHint(fragment, ids))
	problem.Code = BrokenAnchor
	return "", problem
}

// anchorHint proposes the anchor that was probably meant.
func anchorHint(fragment string, ids []string) string {
	if near := diag.Nearest(fragment, ids); near != "" {
		return "did you mean `#" + near + "`?"
	}
	if len(ids) == 0 {
		return "that page has no headings to link to"
	}
	return "its headings are " + short("#"+strings.Join(ids, ", #"))
}

func short(text string) string { return diag.Short(text, 60) }

// judgeLinks reports every link of an author's text that leads nowhere.
func (pl *Planner) judgeLinks() {
	for _, page := range pl.pages {
		item := page.Item
		if item == nil || item.Body == nil || item.Lang != "" { // judged with the original
			continue
		}
		for _, link := range item.Body.Links {
			if link.External && !pl.own(link.Dest) {
				continue
			}
			if _, problem := pl.judge(item, link); problem != nil {
				pl.report(item, link.Position.Line, link.Position.Column, problem)
			}
		}
	}
}

// judge resolves one link of a text.
func (p *Plan) judge(from *portal.Item, link markdown.Link) (string, *problem) {
	if link.Image {
		return p.image(from, link.Dest)
	}
	return p.resolve(from, link.Dest)
}

// ownPath returns the path within the site of an absolute address, and reports
// whether it is one of this portal, in whichever spelling of its host.
func (p *Plan) ownPath(address string) (within string, own bool) {
	if !strings.Contains(address, "//") {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme+"://"+asciiHost(u.Host) != p.Site.Origin {
		return "", false
	}
	u.Scheme, u.User, u.Host = "", nil, ""
	within, own = strings.CutPrefix(u.String(), p.Site.Root)
	if within == "" || within[0] == '?' || within[0] == '#' {
		within = "/" + within
	}
	return within, own && within[0] == '/'
}

// own reports whether an absolute address is one of this portal.
func (p *Plan) own(address string) bool {
	_, own := p.ownPath(address)
	return own
}

// image returns the URL of a picture among the organizers' own files. Pictures of
// the content are not shown in texts: nothing has looked into them.
func (p *Plan) image(from *portal.Item, dest string) (string, *problem) {
	page := p.target(from, dest)
	const shown = ".jpg .jpeg .png .svg .webp .avif .gif" // by browsers, in a page
	if page != nil && page.Template == "" && slices.Contains(strings.Fields(shown), strings.ToLower(path.Ext(page.Path))) {
		return page.URL, nil
	}
	return "", &problem{Diagnostic: diag.Diagnostic{
		Code: ImageUnread, Severity: diag.Warning, Message: "this picture is not shown; its description stands in its place",
		Hint: "put it into templates/static/ and write its path from there, as `/table.jpg`",
	}}
}

// ImageUnread warns of a picture in a text that cannot be shown.
const ImageUnread diag.Code = "image-unread"

// report adds what is wrong with a link at its place in an author's file.
func (pl *Planner) report(from *portal.Item, line, column int, p *problem) {
	if p.Code == "" {
		return
	}
	if p.missing != "" {
		p.Hint = cmp.Or(pl.nearestTarget(from, p.missing), p.Hint)
	}
	if p.Hint == pathHint {
		p.Hint += ", as `" + relative(path.Dir(from.File), "content/mentors/NAME.md") + "`"
	}
	p.Position = diag.Position{File: from.File, Line: line, Column: column}
	pl.diags = append(pl.diags, p.Diagnostic)
}
