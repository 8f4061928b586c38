package portaltest

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// use is what a browser does with an address.
type use uint8

const (
	visited   use = iota // when the visitor asks for it
	loaded               // by itself, as a part of the page
	canonical            // nothing: it says where the page is published
)

// link is an address in a page.
type link struct {
	attribute string // "href", "src", …
	to        string
	use       use
}

// page is what is to be known of a page to judge it.
type page struct {
	path     string // below the folder of the portal
	links    []link
	ids      map[string]int
	mentions []string // ids that labels and descriptions refer to
	forwards bool     // it only leads on to another page
	lang     string
	title    string
	h1, main int
	inline   []string // what a strict content policy would block
	leadsTo  []*page  // filled by check
}

func readPage(files fs.FS, path string) (*page, error) {
	data, err := fs.ReadFile(files, path)
	if err != nil {
		return nil, err
	}
	root, err := html.ParseWithOptions(bytes.NewReader(data), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	p := &page{path: path, ids: map[string]int{}}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			p.element(n)
			for _, a := range n.Attr {
				p.attribute(n, a)
			}
		}
	}
	return p, nil
}

var styleAddress = regexp.MustCompile(`url\(\s*["']?([^"')]*?)["']?\s*\)|@import\s+["']([^"']*)["']`)

// readStyle reads the addresses in a style sheet.
func readStyle(files fs.FS, path string) (*page, error) {
	data, err := fs.ReadFile(files, path)
	p := &page{path: path}
	for _, found := range styleAddress.FindAllSubmatch(data, -1) {
		p.links = append(p.links, link{"url", string(found[1]) + string(found[2]), loaded})
	}
	return p, err
}

func (p *page) element(n *html.Node) {
	switch n.Data {
	case "html":
		p.lang = attribute(n, "lang")
	case "title":
		if n.Namespace == "" && n.FirstChild != nil {
			p.title = strings.TrimSpace(n.FirstChild.Data)
		}
	case "h1":
		p.h1++
	case "main":
		p.main++
	case "style", "base":
		p.inline = append(p.inline, "<"+n.Data+">")
	case "script":
		if attribute(n, "src") == "" && attribute(n, "type") != "application/ld+json" {
			p.inline = append(p.inline, "an inline script")
		}
	case "meta":
		if strings.EqualFold(attribute(n, "http-equiv"), "refresh") {
			p.forward(attribute(n, "content"))
		}
	}
}

// forward reads "0; url=/mentors/".
func (p *page) forward(content string) {
	p.forwards = true
	_, to, found := strings.Cut(content, "url=")
	if !found {
		to = content
	}
	p.links = append(p.links, link{"refresh", strings.TrimSpace(to), visited})
}

func (p *page) attribute(n *html.Node, a html.Attribute) {
	switch key := a.Key; {
	case key == "id":
		p.ids[a.Val]++
	case key == "style", strings.HasPrefix(key, "on"):
		p.inline = append(p.inline, fmt.Sprintf("the attribute %s=%q", key, a.Val))
	case key == "href" && n.Data == "link":
		p.links = append(p.links, link{key, a.Val, useOf(attribute(n, "rel"))})
	case key == "href" && (n.Data == "a" || n.Data == "area"), key == "cite":
		p.links = append(p.links, link{key, a.Val, visited})
	case key == "srcset", key == "imagesrcset":
		for _, candidate := range strings.Split(a.Val, ",") {
			address, _, _ := strings.Cut(strings.TrimSpace(candidate), " ")
			p.links = append(p.links, link{key, address, loaded})
		}
	case slices.Contains([]string{"href", "src", "action", "formaction", "poster", "data", "background"}, key):
		p.links = append(p.links, link{key, a.Val, loaded})
	case slices.Contains([]string{"for", "headers", "list", "form", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"}, key):
		p.mentions = append(p.mentions, strings.Fields(a.Val)...)
	}
}

// useOf reports what a browser does with a <link>: most kinds are fetched.
func useOf(rel string) use {
	switch rel {
	case "canonical":
		return canonical
	case "alternate", "next", "prev", "license", "author", "help", "me", "search":
		return visited
	}
	return loaded
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// faults says what the page lacks or should not have, apart from its links.
func (p *page) faults() []string {
	var all []string
	if !languageTag.MatchString(p.lang) {
		all = append(all, fmt.Sprintf("the language is %q", p.lang))
	}
	if p.title == "" {
		all = append(all, "there is no title")
	}
	if p.h1 != 1 {
		all = append(all, fmt.Sprintf("there are %d h1, not one", p.h1))
	}
	if p.main != 1 {
		all = append(all, fmt.Sprintf("there are %d main, not one", p.main))
	}
	for id, times := range p.ids {
		if times > 1 || id == "" || strings.ContainsAny(id, " \t\n") {
			all = append(all, fmt.Sprintf("the id %q is there %d times", id, times))
		}
	}
	for _, id := range p.mentions {
		if p.ids[id] == 0 {
			all = append(all, fmt.Sprintf("the id %q is referred to and not there", id))
		}
	}
	for _, what := range p.inline {
		all = append(all, what+" is blocked by the content policy")
	}
	return all
}
