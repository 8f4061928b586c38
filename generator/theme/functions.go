package theme

import (
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"strings"

	"ithaca/generator/picture"
	"ithaca/generator/portal"
	"ithaca/generator/site"
	"ithaca/generator/tongue"
	"ithaca/generator/zone"
)

// functions returns what templates can call. templates/README.md documents each;
// a test keeps the two alike.
func (t *Theme) functions() template.FuncMap {
	w := t.words
	return template.FuncMap{
		"t": w.say, "term": w.sayTerm, "terms": w.terms, "list": w.List, "forms": w.forms,
		"date": w.Date, "clock": w.clock, "number": w.number, "upto": upto,
		"language": w.language, "languages": w.languages, "sorted": w.sorted, "autonym": w.autonym, "country": w.country,
		"reason": w.sayReason, "city": zone.City, "href": href, "prose": t.prose, "asset": t.asset, "originally": originally, "cached": t.cached, "every": t.every, "initials": initials,
	}
}

// href returns the address of a link that is a path within the site or has one of four
// schemes, and "" for every other. It marks addresses as safe for html/template, whose own
// filter refuses tel.
func href(address any) template.URL {
	text := fmt.Sprint(address)
	if strings.HasPrefix(text, "/") && !strings.HasPrefix(text, "//") && !strings.ContainsAny(text, "\\\t\n\r") {
		return template.URL(text)
	}
	u, err := url.Parse(text)
	if err != nil {
		return ""
	}
	web := (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
	direct := (u.Scheme == "mailto" || u.Scheme == "tel") && u.Opaque != ""
	if !web && !direct {
		return ""
	}
	return template.URL(u.String())
}

// asset returns the path of an asset below Site.Assets.
func (t *Theme) asset(name string) (string, error) {
	if path := t.assetPath(name); path != "" {
		return path, nil
	}
	return "", fmt.Errorf("there is no file %s in %s/", name, assetFolder)
}

// prose returns an author's text as HTML, which package markdown has made safe.
func (t *Theme) prose(p site.Prose) template.HTML {
	if p.Empty() {
		return ""
	}
	var w strings.Builder
	p.Doc.Render(&w, p.Href, func(key, arg string) string { return t.words.Text(key, "Text", arg) })
	return template.HTML(w.String())
}

// originally returns the attributes that mark a text as written in another language
// than the page; none for "".
func originally(lang string) template.HTMLAttr {
	if lang == "" {
		return ""
	}
	return template.HTMLAttr(` lang="` + template.HTMLEscapeString(lang) + `" dir="` + direction(lang) + `"`)
}

// initials returns an SVG for a person without a picture, which package picture has made
// safe.
func initials(name string) template.HTML { return template.HTML(picture.Initials(name)) }

// upto returns the numbers from 1 to n.
func upto(n int) []int {
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i + 1
	}
	return numbers
}

// Date returns a day in words, "" for none.
func (w *Words) Date(d portal.Date) string {
	if d.IsZero() {
		return ""
	}
	month := w.Text("month-" + fmt.Sprint(int(d.Month)))
	return w.Text("date", countName, d.Day, "Day", d.Day, "Month", month, "Year", d.Year)
}

// clock returns the time of day that is some minutes after midnight.
func (w *Words) clock(minutes int) string {
	return w.Text("clock", "Hours", fmt.Sprintf("%02d", minutes/60), "Minutes", fmt.Sprintf("%02d", minutes%60))
}

// List joins items as in a sentence: "a, b and c".
func (w *Words) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	joined, message := items[0], "list-more"
	for i, item := range items[1:] {
		if i == len(items)-2 {
			message = "list-last"
		}
		joined = w.Text(message, "A", joined, "B", item)
		if before, found := strings.CutSuffix(joined, " y "+item); found && spanishE.MatchString(item) && tongue.Base(w.lang.String()) == "es" {
			joined = before + " e " + item
		}
	}
	return joined
}

// spanishE matches what Spanish joins with "e" and not with "y": what begins with the
// sound of an i. The script say.js has the same.
var spanishE = regexp.MustCompile(`(?i)^h?[ií][^aeo]`)
