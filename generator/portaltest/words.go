package portaltest

import (
	"embed"
	"strconv"
	"strings"
)

//go:embed words/*.txt
var wordFiles embed.FS

// words is what the invented portals are made from.
type words struct {
	fields, crafts, industries []string
	syllables                  []string
	sentences, advice          []string
	needs                      []need
	places                     []place
	skills                     []string // crafts in fields, every one in a large portal
	spread                     zipf     // over skills
}

type need struct{ kind, title, ask string }

type place struct{ town, country, zone, language string }

func readWords(skills int) *words {
	w := &words{
		fields: lines("fields"), crafts: lines("crafts"), industries: lines("industries"),
		syllables: lines("names"), sentences: lines("sentences"), advice: lines("advice"),
	}
	for _, line := range lines("needs") {
		parts := strings.Split(line, "|")
		w.needs = append(w.needs, need{parts[0], parts[1], parts[2]})
	}
	for _, line := range lines("places") {
		parts := strings.Split(line, "|")
		w.places = append(w.places, place{parts[0], parts[1], parts[2], parts[3]})
	}
	for _, craft := range w.crafts {
		for _, field := range w.fields {
			w.skills = append(w.skills, field+" "+craft)
		}
	}
	w.skills = w.skills[:min(skills, len(w.skills))]
	w.spread = newZipf(len(w.skills))
	return w
}

func lines(name string) []string {
	data, err := wordFiles.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic(err) // the file is embedded: it cannot be missing
	}
	return strings.Split(strings.TrimSpace(string(data)), "\n")
}

// slug returns the file name for a title of the word lists.
func slug(title string) string { return strings.ReplaceAll(strings.ToLower(title), " ", "-") }

// sentence writes one of the sentences with its gaps, like {year}, filled.
func (w *words) sentence(b *strings.Builder, d dice, from []string) {
	rest := pick(d, from)
	for {
		before, after, found := strings.Cut(rest, "{")
		b.WriteString(before)
		if !found {
			return
		}
		gap, after, _ := strings.Cut(after, "}")
		b.WriteString(w.fill(d, gap))
		rest = after
	}
}

func (w *words) fill(d dice, gap string) string {
	switch gap {
	case "field":
		return strings.ToLower(pick(d, w.fields))
	case "craft":
		return pick(d, w.crafts)
	case "place":
		return pick(d, w.places).town
	case "year":
		return strconv.Itoa(d.between(1985, 2024))
	}
	return strconv.Itoa(d.between(3, 30))
}

// paragraph returns sentences up to about a number of bytes, at least one.
func (w *words) paragraph(d dice, from []string, size int) string {
	var b strings.Builder
	b.Grow(size + 150)
	w.sentence(&b, d, from)
	for b.Len() < size {
		b.WriteByte(' ')
		w.sentence(&b, d, from)
	}
	return b.String()
}

// name returns a given and a family name that nobody is known to bear.
func (w *words) name(d dice) (given, family string) {
	return w.syllablesOf(d, 2), w.syllablesOf(d, d.between(2, 3))
}

func (w *words) syllablesOf(d dice, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pick(d, w.syllables))
	}
	name := b.String()
	return strings.ToUpper(name[:1]) + name[1:]
}

// slugs returns the titles' slugs as a YAML list.
func slugs(titles []string) string {
	all := make([]string, len(titles))
	for i, title := range titles {
		all[i] = slug(title)
	}
	return "[" + strings.Join(all, ", ") + "]"
}
