package portaltest

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
)

// CheckLinks judges a finished portal as a visitor and a browser would, and
// gives one line for each fault, sorted: "index.html: href \"/x/\" leads nowhere".
// The portal lies in a folder and was built for a base_url; of one that was built
// without, base is the path below which it is served, "" for the root.
//
// Every address in a page must lead to a file, every fragment to an id; every
// page can be reached from the home page (but 404.html and pages that only
// forward); nothing is loaded from elsewhere and nothing is inline; and each page
// has what assistive technology relies on: a language, a title, one h1, one main
// and ids that are unique.
//
// An empty list also means that there was at least a home page.
func CheckLinks(dir, base string) []string {
	u, err := url.Parse(strings.TrimSuffix(base, "/"))
	if err != nil {
		return []string{err.Error()}
	}
	t := &tree{prefix: u.Path, files: map[string]bool{}, pages: map[string]*page{}}
	if u.Host != "" {
		t.origin = u.Scheme + "://" + u.Host
	}
	if err := t.read(os.DirFS(dir)); err != nil {
		return []string{err.Error()}
	}
	if t.pages["index.html"] == nil {
		return []string{"index.html: there is no home page"}
	}
	for _, p := range t.pages {
		t.checkPage(p)
	}
	for _, style := range t.styles {
		t.checkLinks(style)
	}
	t.reach()
	slices.Sort(t.faults)
	return slices.Compact(t.faults)
}

// tree is a finished portal.
type tree struct {
	prefix string
	origin string           // "https://portal.example", or ""
	files  map[string]bool  // by path
	pages  map[string]*page // by path
	styles []*page          // the style sheets, of which only the links are known
	faults []string
}

func (t *tree) fault(p *page, format string, args ...any) {
	t.faults = append(t.faults, p.path+": "+fmt.Sprintf(format, args...))
}

func (t *tree) read(files fs.FS) error {
	return fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		t.files[name] = true
		switch path.Ext(name) {
		case ".html":
			t.pages[name], err = readPage(files, name)
		case ".css":
			var style *page
			style, err = readStyle(files, name)
			t.styles = append(t.styles, style)
		}
		return err
	})
}

// url returns the address under which a page is served.
func (t *tree) url(p *page) string {
	return t.prefix + "/" + strings.TrimSuffix(p.path, "index.html")
}

func (t *tree) checkPage(p *page) {
	for _, fault := range p.faults() {
		t.fault(p, "%s", fault)
	}
	t.checkLinks(p)
}

// checkLinks follows the links of a page and remembers where visitors can go.
func (t *tree) checkLinks(p *page) {
	for _, l := range p.links {
		target, fault := t.follow(p, l)
		switch {
		case fault != "":
			t.fault(p, "%s %q %s", l.attribute, l.to, fault)
		case target == nil:
		case l.use == canonical && target != p && !p.forwards && !translates(p, target):
			t.fault(p, "the canonical address %q is that of another page", l.to)
		case l.use == visited:
			p.leadsTo = append(p.leadsTo, target)
		}
	}
}

// translates reports whether a page is another one in a second language, which search
// engines are led to the original of where nobody has translated it.
func translates(p, original *page) bool {
	return p.lang != original.lang && p.path == strings.ToLower(p.lang)+"/"+original.path
}

// follow finds the page that a link leads to, nil for anything that is not a
// page of the portal. The fault says what is wrong with the link, "" when it is
// fine.
func (t *tree) follow(p *page, l link) (target *page, fault string) {
	u, err := url.Parse(l.to)
	if err != nil || l.to == "" {
		return nil, "is not an address"
	}
	if u.Host != "" && t.origin != "" && u.Scheme+"://"+u.Host == t.origin {
		u.Scheme, u.Host = "", ""
	} else if l.use == canonical {
		return nil, "does not begin with the address of the portal"
	}
	if u.Scheme != "" || u.Host != "" {
		return nil, foreign(u, l.use)
	}
	base := &url.URL{Path: t.url(p)}
	name, fault := t.locate(base.ResolveReference(u).Path)
	if fault != "" {
		return nil, fault
	}
	target = t.pages[name]
	told := strings.Contains(u.Fragment, "=") // what a script is told, not a place
	if u.Fragment != "" && !told && target != nil && target.ids[u.Fragment] == 0 {
		return nil, "leads to a place that the page does not have"
	}
	return target, ""
}

// foreign judges an address outside of the portal: visitors may go there, but
// their browsers may not be sent there unasked.
func foreign(u *url.URL, use use) string {
	if use != visited {
		return "is loaded from elsewhere"
	}
	switch u.Scheme {
	case "https", "http", "mailto", "tel":
		return ""
	}
	return "has a scheme that no link may have"
}

// locate finds the file that is served at a path.
func (t *tree) locate(served string) (name, fault string) {
	name, ok := strings.CutPrefix(served, t.prefix+"/")
	if !ok {
		return "", "lies outside of the portal"
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	if t.files[name] {
		return name, ""
	}
	if t.files[name+"/index.html"] {
		return "", "lacks its final slash"
	}
	return "", "leads nowhere"
}

// reach names the pages that no path of links from the home page leads to.
func (t *tree) reach() {
	seen := map[*page]bool{}
	queue := []*page{t.pages["index.html"]}
	for len(queue) > 0 {
		p := queue[0]
		queue = queue[1:]
		if !seen[p] {
			seen[p] = true
			queue = append(queue, p.leadsTo...)
		}
	}
	for _, p := range t.pages {
		if !seen[p] && !p.forwards && path.Base(p.path) != "404.html" {
			t.fault(p, "no path of links leads here from the home page")
		}
	}
}
