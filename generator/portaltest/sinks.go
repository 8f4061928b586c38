package portaltest

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Sinks returns what a page should not have, whoever wrote its texts: elements and
// attributes that the built-in templates never write, addresses of schemes that do
// something else than lead to a page, and scripts within the page. It reads the page
// as a browser does and shares no code with what wrote it.
func Sinks(page []byte) []string {
	root, err := html.ParseWithOptions(bytes.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		return []string{err.Error()}
	}
	var found []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			found = append(found, sinksOf(n)...)
		}
	}
	return found
}

func sinksOf(n *html.Node) (found []string) {
	add := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	allowed, known := elements[n.Data]
	if n.Namespace != "" {
		allowed, known = drawn[n.Namespace+" "+n.Data]
	}
	switch {
	case !known:
		add("<%s>", n.Data)
	case n.Data == "script" && attribute(n, "type") != "application/ld+json" && n.FirstChild != nil:
		add("a script in the page")
	}
	for _, a := range n.Attr {
		switch {
		case a.Namespace != "" || !slices.Contains(allowed, a.Key) && !slices.Contains(everywhere, a.Key) && !strings.HasPrefix(a.Key, "data-"):
			add("<%s %s>", n.Data, a.Key)
		case a.Key == "href" || a.Key == "src" || a.Key == "data-href":
			if Acts(a.Val) {
				add("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
		case a.Key == "content" && strings.EqualFold(attribute(n, "http-equiv"), "refresh"):
			if _, to, _ := strings.Cut(a.Val, "url="); Acts(to) {
				add("a refresh to %q", a.Val)
			}
		}
	}
	return found
}

// Acts reports whether following an address would do something else than lead to a
// page, write a mail or call somebody. Browsers pass over spaces and control
// characters in it.
func Acts(address string) bool {
	address = strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToLower(address))
	scheme, _, found := strings.Cut(address, ":")
	return found && !strings.ContainsAny(scheme, "/?#%") && !slices.Contains([]string{"https", "http", "mailto", "tel"}, scheme)
}

// everywhere are attributes that any element may bear.
var everywhere = strings.Fields("aria-controls aria-current aria-describedby aria-hidden aria-label aria-labelledby class dir hidden id lang role tabindex title")

// drawn are the elements of the marks of the theme, and of the picture that stands
// for a mentor without a photo.
var drawn = map[string][]string{
	"svg svg": {"height", "preserveAspectRatio", "viewBox", "width", "xmlns"}, "svg rect": {"fill", "height", "width"}, "svg g": {"fill", "opacity"},
	"svg circle": {"cx", "cy", "r", "stroke-width"}, "svg path": {"d", "opacity", "stroke-dasharray", "stroke-width"},
	"svg text": {"dominant-baseline", "fill", "font-family", "font-size", "text-anchor", "x", "y"},
}

// elements are those that templates and Markdown write, with the attributes that
// each may bear.
var elements = map[string][]string{
	"a": {"href", "rel", "download", "target"}, "form": {"autocomplete"}, "html": {}, "img": {"alt", "src", "width", "height", "loading"},
	"input": {"autocomplete", "checked", "disabled", "list", "name", "type", "value"}, "button": {"type", "disabled"},
	"label": {"for"}, "link": {"href", "media", "rel", "type", "sizes"}, "meta": {"charset", "content", "http-equiv", "media", "name", "property"},
	"ol": {"start"}, "option": {"value", "selected"}, "script": {"src", "type"}, "select": {"autocomplete", "name"},
	"textarea": {"rows", "name"}, "time": {"datetime"}, "details": {"open", "name"}, "th": {"scope"}, "td": {}, "output": {"for"},
	"article": {}, "aside": {}, "bdi": {}, "blockquote": {}, "body": {}, "br": {}, "caption": {}, "code": {}, "datalist": {}, "dd": {}, "del": {},
	"div": {}, "dl": {}, "dt": {}, "em": {}, "fieldset": {"disabled"}, "figcaption": {}, "figure": {}, "footer": {}, "h1": {}, "h2": {}, "h3": {}, "h4": {},
	"h5": {}, "h6": {}, "head": {}, "header": {}, "hr": {}, "i": {}, "legend": {}, "li": {}, "main": {}, "nav": {}, "p": {}, "pre": {}, "section": {},
	"span": {}, "strong": {}, "summary": {}, "sup": {}, "table": {}, "tbody": {}, "template": {}, "thead": {}, "title": {}, "tr": {}, "ul": {},
}
