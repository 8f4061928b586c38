package page

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"

	"ithaca/generator/each"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// Search is the page on which everything can be found, from A to Z: the view of
// "search".
type Search struct {
	Needs   []TopicEntry
	Topics  []TopicEntry
	Guides  []Card
	Kinds   []KindEntry // of resources
	Letters []Letter    // every mentor's name; of a large portal those of one part
	Parts   []NamePart  // of a large portal: the pages that hold the names
	Names   bool        // the page is one of them and has nothing else
}

// Letter is the names that begin with it.
type Letter struct {
	Letter string
	Names  []site.Link
}

// NamePart is a page of names, by its first and its last.
type NamePart struct {
	From, To string
	URL      string
	Current  bool
}

// searchPage is where everything is found.
const searchPage = "/search/"

// namesTogether is how many names one page has at most.
const namesTogether = 200

func planSearch(pl planner) {
	all := sync.OnceValue(func() [][]*portal.Mentor { return slices.Collect(slices.Chunk(pl.ByName(), namesTogether)) })
	parts := func(current int) (parts []NamePart) {
		for i, names := range all() {
			parts = append(parts, NamePart{names[0].Name, names[len(names)-1].Name, pl.URL(namesPath(i)), i == current})
		}
		return parts
	}
	apart := len(pl.Ordered) > namesTogether
	pl.add(searchPage, nil, site.Head{Section: "search", Breadcrumb: pl.Trail()}, func() any {
		v := newSearch(pl.views)
		if apart {
			v.Parts = parts(-1)
		} else {
			v.Letters = pl.letters(slices.Concat(all()...))
		}
		return v
	})
	for i := 0; apart && i*namesTogether < len(pl.Ordered); i++ {
		head := site.Head{Section: "search", Breadcrumb: pl.Trail("nav-search", searchPage), PageNumber: i + 1}
		pl.add(namesPath(i), nil, head, func() any { return &Search{Names: true, Letters: pl.letters(all()[i]), Parts: parts(i)} })
	}
}

// namesPath returns where a part of the names is, from 0.
func namesPath(part int) string { return chapterPath(searchPage+"names/", part+1) }

func newSearch(pl views) *Search {
	v := &Search{Kinds: pl.kindEntries()}
	for _, t := range pl.ShownTopics() {
		if entry := pl.topicEntry(t); t.IsNeed() {
			v.Needs = append(v.Needs, entry)
		} else {
			v.Topics = append(v.Topics, entry)
		}
	}
	v.Guides = each.Of(pl.Portal.Guides, pl.guideCard)
	c := pl.Collator()
	order.Stable(v.Guides, func(a, b Card) int { return c.CompareString(a.Title, b.Title) })
	return v
}

// letters puts ordered mentors under the first letters of their names. A letter
// with an accent stands under the plain one, unless the portal's language has a
// place of its own for it.
func (pl views) letters(ordered []*portal.Mentor) []Letter {
	c := pl.Collator()
	var letters []Letter
	for _, m := range ordered {
		letter := firstLetter(c, m.Name)
		if n := len(letters); n == 0 || letters[n-1].Letter != letter {
			letters = append(letters, Letter{Letter: letter})
		}
		last := &letters[len(letters)-1]
		last.Names = append(last.Names, site.Link{Title: m.Name, URL: pl.URL(site.MentorPath(m))})
	}
	return letters
}

// firstLetter returns the letter that a name stands under.
func firstLetter(c *collate.Collator, name string) string {
	at := strings.IndexFunc(name, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
	if at < 0 {
		return ""
	}
	r, _ := utf8.DecodeRuneInString(name[at:])
	own := string(unicode.ToUpper(r))
	plain, _ := utf8.DecodeRuneInString(portal.Fold(own))
	if base := string(unicode.ToUpper(plain)); plain != utf8.RuneError && c.CompareString(base, own) == 0 {
		return base
	}
	return own
}
