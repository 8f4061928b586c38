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
	"sync/atomic"
)

// Window is how many characters of a long text make a find.
const Window = 24

// Secret is a text that must not be published.
type Secret struct {
	Name string // what it is, in words that may be printed
	Text string
	// InPublic states that the secret itself stands in texts that are public
	// otherwise. There it does not count.
	InPublic bool
}

// Gate searches for secrets. It is safe for concurrent use.
type Gate struct {
	whole   map[string][]needle // by their first word
	windows *windows
	public  []*Public
	marked  []string // the secrets that stand in public texts, in normal form
	judged  sync.Map // by text of a find, whether it is public
	exempt  atomic.Int64
}

// needle is a short secret in normal form.
type needle struct {
	name string
	text string
}

// Public is a text that is published anyway. Any number of gates can share it.
type Public struct {
	normal func() string
}

// NewPublic returns a public text. It is brought into its normal form when a
// find has to be looked up in it for the first time: most texts never are.
func NewPublic(text func() string) *Public {
	return &Public{sync.OnceValue(func() string { return " " + normal(text()) + " " })}
}

// New makes a gate for secrets. A find that also stands in one of the public
// texts is not reported: a topic's name is no secret because a private text
// mentions it.
func New(secrets []Secret, public []*Public) *Gate {
	g := &Gate{whole: map[string][]needle{}, windows: newWindows(), public: public}
	for _, s := range secrets {
		g.add(s)
	}
	return g
}

// add enters a secret, and the addresses and numbers within it as secrets of
// their own.
func (g *Gate) add(s Secret) {
	if s.InPublic {
		g.marked = append(g.marked, normal(s.Text))
	}
	g.enter(s.Name, s.Text)
	for _, part := range identifying.FindAllString(s.Text, -1) {
		if len(part) < len(strings.TrimSpace(s.Text)) {
			g.enter(s.Name, part)
		}
	}
}

func (g *Gate) enter(name, secret string) {
	text := normal(secret)
	runes := []rune(text)
	if len(runes) > Window {
		g.windows.add(name, runes)
		return
	}
	if len(runes) < shortest {
		return
	}
	first, _, _ := strings.Cut(text, " ")
	g.whole[first] = append(g.whole[first], needle{name, text})
}

// shortest is how many characters a secret has at least: shorter ones stand
// everywhere.
const shortest = 3

// Empty reports that there is nothing to search for.
func (g *Gate) Empty() bool { return len(g.whole) == 0 && g.windows.empty() }

// Exempt returns how many finds were passed because the text is published anyway.
func (g *Gate) Exempt() int { return int(g.exempt.Load()) }

// Search returns the names of the secrets in finished bytes, each once, in the
// order in which they are met.
func (g *Gate) Search(data []byte) []string {
	if g.Empty() {
		return nil
	}
	var names []string
	seen := map[string]bool{}
	hit := func(name, text string) {
		if seen[name] {
			return
		}
		if g.isPublic(text) {
			g.exempt.Add(1)
			return
		}
		seen[name] = true
		names = append(names, name)
	}
	var buffer []byte
	for _, form := range forms(string(data)) {
		buffer = appendNormal(buffer[:0], form)
		text := string(buffer)
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
	var around []string // the secrets that it is a part of
	for _, secret := range g.marked {
		if strings.Contains(" "+secret+" ", text) {
			around = append(around, secret)
		}
	}
	public := slices.ContainsFunc(g.public, func(p *Public) bool {
		t := p.normal()
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
	if len(g.whole) == 0 {
		return
	}
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], ' ')
		if end < 0 {
			end = len(text) - start
		}
		for _, n := range g.whole[text[start:start+end]] {
			rest := text[start:]
			if strings.HasPrefix(rest, n.text) && (len(rest) == len(n.text) || rest[len(n.text)] == ' ') {
				hit(n.name, " "+n.text+" ")
			}
		}
		start += end + 1
	}
}
