package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"slices"
	"strings"
	"sync"

	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// drawing is what a template is given: everything about one page.
type drawing struct {
	Site *site.Site
	Head *site.Head
	URL  string // the page's own, root-relative
	View any    // a pointer to the view type of the page's kind
	// what search engines are told of an event, as a block of JSON-LD; nil for nothing
	Linked any
	// the same page in each of the portal's languages; none in a portal of one
	Versions []site.Version

	theme  *Theme
	shared *planCache
	cards  int // how many were drawn
}

// planCache caches what was drawn once for a plan, which is identified by the pointer to its
// Site. A theme keeps only the latest plan's.
type planCache struct {
	site  *site.Site
	parts sync.Map // partKey → template.HTML
	cards sync.Map // a partial and a mentor's URL, with "#lazy" for the card further down a page → template.HTML
	small sync.Map // smallKey → template.HTML
}

// partKey is everything that a part drawn by Once may depend on.
type partKey struct{ name, lang, section, url, trail string }

func (t *Theme) cacheOf(s *site.Site) *planCache {
	current := t.shared.Load()
	if current == nil || current.site != s {
		current = &planCache{site: s} // goroutines that meet here draw some parts twice
		t.shared.Store(current)
	}
	return current
}

// Dir returns the direction of the page's language: ltr or rtl.
func (d *drawing) Dir() string { return direction(d.Head.Lang) }

// Policy returns the content security policy of every page.
func (d *drawing) Policy() string { return site.ContentPolicy }

// Extra returns what the page's file says in fields of the program's own, by their keys.
func (d *drawing) Extra() map[string]site.Own {
	all := map[string]site.Own{}
	for _, own := range d.Head.Own {
		all[own.Key] = own
	}
	return all
}

// Once returns a partial that is drawn once for all pages with the same language, section
// and breadcrumb. It sees .Site and of .Head only Lang, Section and Breadcrumb; .URL is
// empty except on pages that the frame links to.
func (d *drawing) Once(name string) (template.HTML, error) {
	key := partKey{name: name, lang: d.Head.Lang, section: d.Head.Section, trail: trail(d.Head)}
	if inFrame(d.Site, d.URL) {
		key.url = d.URL
	}
	if part, ok := d.shared.parts.Load(key); ok {
		return part.(template.HTML), nil
	}
	common := &drawing{
		Site: d.Site, URL: key.url,
		Head:  &site.Head{Lang: key.lang, Section: key.section, Breadcrumb: d.Head.Breadcrumb},
		theme: d.theme, shared: d.shared,
	}
	return drawCached(&d.shared.parts, key, d.theme, name, common)
}

// trail returns the URL of the last breadcrumb, by which breadcrumbs differ.
func trail(h *site.Head) string {
	if n := len(h.Breadcrumb); n > 0 {
		return h.Breadcrumb[n-1].URL
	}
	return ""
}

// inFrame reports whether the frame of every page links to a URL, which it then
// marks as the current one.
func inFrame(s *site.Site, url string) bool {
	return url == s.Home ||
		slices.ContainsFunc(s.Navigation, func(n site.NavEntry) bool { return n.URL == url }) ||
		slices.ContainsFunc(s.Footer, func(l site.Link) bool { return l.URL == url })
}

// eagerFaces is how many cards of a page have their pictures loaded at once.
const eagerFaces = 6

// Card returns a mentor's card, or another partial about a mentor, drawn once for all lists.
// With a picture there are two: after the first eagerFaces of a page pictures are loaded lazily.
func (d *drawing) Card(c page.MentorCard, name ...string) (template.HTML, error) {
	return d.mentor(append(name, "card")[0], c)
}

// Cards returns a partial for each of some mentors, drawn once for all lists, with between
// between them.
func (d *drawing) Cards(name, between string, cards []page.MentorCard) (template.HTML, error) {
	return joined(between, len(cards), func(i int) (template.HTML, error) { return d.mentor(name, cards[i]) })
}

func (d *drawing) mentor(name string, c page.MentorCard) (template.HTML, error) {
	key := name + c.URL
	if d.cards++; c.Photo != nil && d.cards > eagerFaces {
		photo := *c.Photo
		photo.Lazy, c.Photo, key = true, &photo, key+"#lazy"
	}
	if card, ok := d.shared.cards.Load(key); ok {
		return card.(template.HTML), nil
	}
	return drawCached(&d.shared.cards, key, d.theme, name, c)
}

// smallKey is a partial and what it shows.
type smallKey struct {
	name  string
	value any
}

// cached returns a partial that is drawn once for each value, such as a date or a link to a
// topic. The value must be comparable, or a list of comparable values.
func (t *Theme) cached(name string, value any) (template.HTML, error) {
	comparable, err := comparableOf(value)
	if err != nil {
		return "", err
	}
	s, key := t.shared.Load(), smallKey{name, comparable}
	if part, ok := s.small.Load(key); ok {
		return part.(template.HTML), nil
	}
	return drawCached(&s.small, key, t, name, value)
}

// every returns a partial for each value of a list as cached does, with between between
// them.
func (t *Theme) every(name, between string, list any) (template.HTML, error) {
	values := reflect.ValueOf(list)
	if values.Kind() != reflect.Slice {
		return "", fmt.Errorf("every wants a list, not a value of type %T", list)
	}
	return joined(between, values.Len(), func(i int) (template.HTML, error) {
		return t.cached(name, values.Index(i).Interface())
	})
}

// joined returns n parts with something between them.
func joined(between string, n int, part func(i int) (template.HTML, error)) (template.HTML, error) {
	var b strings.Builder
	for i := range n {
		one, err := part(i)
		if err != nil {
			return "", err
		}
		if i == 0 {
			b.Grow(n * (len(one) + len(between)) * 9 / 8)
		} else {
			b.WriteString(between)
		}
		b.WriteString(string(one))
	}
	return template.HTML(b.String()), nil
}

// comparableOf returns a map key for a value: what a pointer points to, and for a list an
// array of the same elements.
func comparableOf(value any) (any, error) {
	v := reflect.Indirect(reflect.ValueOf(value))
	if v.Kind() == reflect.Slice && v.Len() <= maxList {
		v = v.Convert(reflect.ArrayOf(v.Len(), v.Type().Elem()))
	}
	if !v.IsValid() || !v.Type().Comparable() {
		return nil, fmt.Errorf("cached cannot compare values of type %T", value)
	}
	return v.Interface(), nil
}

// maxList bounds the length of cached lists: longer ones hardly repeat, and each length is
// an array type.
const maxList = 32

// drawCached draws a partial and stores it in a cache. Two goroutines may draw the same one,
// with the same bytes.
func drawCached(m *sync.Map, key any, t *Theme, name string, data any) (template.HTML, error) {
	drawn, err := t.execute(t.parts, name, data)
	if err != nil {
		return "", err
	}
	part := template.HTML(bytes.TrimSpace(drawn))
	m.Store(key, part)
	return part, nil
}
