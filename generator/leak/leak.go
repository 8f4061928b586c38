// Package leak keeps private texts out of finished pages.
//
// It takes secrets (texts with a name, such as "tried" of a request) and texts
// that are published anyway, and gives a Gate, which searches finished bytes and
// names the secrets in them, never what they say. It does not know who has
// secrets, nor what a page is.
//
// A page is searched as it is and with HTML, URL and JSON escapes and base64
// undone. Texts are compared in a normal form: lower case, without accents,
// every run of anything but letters and digits one space. Of a long text every
// stretch of Window characters is searched, so that a part of it is found too;
// of a shorter one the whole, between the boundaries of words.
package leak

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Window is how many characters of a long text make a find.
const Window = 24

// Secret is a text that must not be published.
type Secret struct {
	Name string // what it is, in words that may be printed
	Text string
	// InPublic states that the secret, an address, stands in texts that are public
	// otherwise. There it does not count.
	InPublic bool
}

// Gate searches for secrets. It is safe for concurrent use.
type Gate struct {
	whole   map[string][]needle // short secrets by their first word
	windows *windows            // long ones
	marked  []string            // those that stand in public texts
	public  []Public
	judged  sync.Map // by the text of a find, whether it is public
}

// needle is a secret in normal form, as are all texts that are compared.
type needle struct {
	name string
	text string
}

// Public is a text that is published anyway. Any number of gates can share it.
type Public func() (normal string)

// NewPublic returns a public text. It is brought into its normal form when a
// find has to be looked up in it for the first time: most texts never are.
func NewPublic(text []byte) Public {
	return sync.OnceValue(func() string { return " " + normal(string(text)) + " " })
}

// New makes a gate for secrets. A find that also stands in one of the public
// texts is not reported: a topic's name is no secret because a private text
// mentions it.
func New(secrets []Secret, public []Public) *Gate {
	g := &Gate{whole: map[string][]needle{}, windows: newWindows(), public: public}
	for _, s := range secrets {
		g.add(s)
	}
	return g
}

// add enters a secret, and the addresses and numbers within it as secrets of
// their own.
func (g *Gate) add(s Secret) {
	whole := normal(s.Text)
	g.enter(needle{s.Name, whole})
	if s.InPublic {
		g.marked = append(g.marked, whole)
	}
	if s.InPublic || !strings.ContainsAny(s.Text, "@:0123456789") {
		return // nothing of the kind, and the expression is slow
	}
	for _, part := range identifying.FindAllString(s.Text, -1) {
		if len(part) < len(strings.TrimSpace(s.Text)) {
			g.enter(needle{s.Name, normal(part)})
		}
	}
}

// shortest is how many characters a secret has at least: shorter ones stand
// everywhere.
const shortest = 3

func (g *Gate) enter(secret needle) {
	switch length := utf8.RuneCountInString(secret.text); {
	case length > Window:
		g.windows.add(secret)
	case length >= shortest:
		first, _, _ := strings.Cut(secret.text, " ")
		g.whole[first] = append(g.whole[first], secret)
	}
}

// Empty reports that there is nothing to search for.
func (g *Gate) Empty() bool { return len(g.whole) == 0 && len(g.windows.blocks) == 0 }

// Search returns the names of the secrets in finished bytes, each once, in the
// order in which they are met.
func (g *Gate) Search(data []byte) []string {
	if g.Empty() {
		return nil
	}
	var names []string
	hit := func(name, text string) {
		if !slices.Contains(names, name) && !g.isPublic(text) {
			names = append(names, name)
		}
	}
	for _, form := range forms(string(data)) {
		text := normal(form)
		g.searchWords(text, hit)
		g.windows.search(text, hit)
	}
	return names
}

// isPublic reports whether the text of a find stands in a public text, elsewhere
// than as a part of a secret there.
func (g *Gate) isPublic(text string) bool {
	if public, known := g.judged.Load(text); known {
		return public.(bool)
	}
	around := slices.DeleteFunc(slices.Clone(g.marked), func(secret string) bool {
		return !strings.Contains(" "+secret+" ", text)
	})
	public := slices.ContainsFunc(g.public, func(normal Public) bool {
		t := normal()
		for _, secret := range around {
			t = strings.ReplaceAll(t, secret, "|")
		}
		return strings.Contains(t, text)
	})
	g.judged.Store(text, public)
	return public
}

// searchWords looks for the short secrets at the beginning of each word.
func (g *Gate) searchWords(text string, hit func(name, text string)) {
	for rest := text; rest != "" && len(g.whole) > 0; {
		word, next, _ := strings.Cut(rest, " ")
		for _, n := range g.whole[word] {
			if after, found := strings.CutPrefix(rest, n.text); found && (after == "" || after[0] == ' ') {
				hit(n.name, " "+n.text+" ")
			}
		}
		rest = next
	}
}
