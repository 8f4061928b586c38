package markdown

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/tools/txtar"
)

// allowed holds the attributes that each element may have. There are no others.
var allowed = map[string]string{
	"p": "class dir", "h2": "id dir", "h3": "id dir", "h4": "id dir", "h5": "id dir", "h6": "id dir",
	"div": "class role tabindex aria-label", "section": "class role aria-label",
	"a": "href title rel class role aria-label", "img": "src alt title loading decoding",
	"ul": "class", "ol": "class start", "li": "id value dir", "blockquote": "dir", "hr": "", "br": "",
	"pre": "tabindex", "code": "class", "em": "", "strong": "", "del": "", "sup": "id",
	"table": "", "thead": "", "tbody": "", "tr": "", "th": "scope class dir", "td": "class dir",
	"dl": "", "dt": "dir", "dd": "dir", "label": "", "input": "type checked",
}

func FuzzParse(f *testing.F) {
	archives, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range archives {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range archive.Files {
			if strings.HasSuffix(file.Name, ".md") {
				f.Add(file.Data)
			}
		}
	}
	for _, family := range families {
		f.Add([]byte(family.text(200)))
	}
	f.Add([]byte("a\x00b\xff\xfe\r\nc\rd\u2028\u202e"))
	f.Fuzz(func(t *testing.T, body []byte) { checkDocument(t, body) })
}

// checkDocument checks what must hold for any text whatever.
func checkDocument(t *testing.T, body []byte) {
	t.Helper()
	source := bytes.Clone(body)
	d, diags := Parse(body, Options{File: "x.md"})
	if !bytes.Equal(source, body) {
		t.Error("the body was changed")
	}
	again, _ := Parse(body, Options{File: "x.md"})
	if !reflect.DeepEqual(d, again) {
		t.Error("the same text gave two documents")
	}
	lines := strings.Split(strings.ToValidUTF8(string(body), "\uFFFD"), "\n")
	for _, diag := range diags {
		if diag.Line < 1 || diag.Line > len(lines) || diag.Column < 1 || diag.Column > utf8.RuneCountInString(lines[diag.Line-1])+1 {
			t.Errorf("%s lies outside the text", diag)
		}
	}
	for _, l := range d.Links {
		checkPlace(t, lines, l)
	}
	if !utf8.ValidString(d.Text()) || strings.Contains(d.Text(), "\x00") || strings.Contains(d.Text(), "  ") || strings.TrimSpace(d.Text()) == "" && d.Words > 0 {
		t.Errorf("the plain text is not tidy: %q", d.Text())
	}
	var b strings.Builder
	d.Render(&b, func(i int) string { return "/url/" + strconv.Itoa(i) }, func(key, _ string) string { return key })
	if b.Len() > 40*len(body)+64<<10 {
		t.Errorf("%d bytes became %d", len(body), b.Len())
	}
	checkHTML(t, b.String(), d)
}

// checkPlace checks that a link is where its position says.
func checkPlace(t *testing.T, lines []string, l Link) {
	runes := []rune(lines[l.Position.Line-1])
	if l.Position.Column > len(runes) {
		t.Errorf("%+v lies outside its line", l)
		return
	}
	rest := string(runes[l.Position.Column-1:])
	if first := rest[0]; first == '[' || first == '!' || first == '<' {
		return
	}
	if !strings.HasPrefix(rest, strings.Fields(l.Text + " x")[0]) {
		t.Errorf("%+v is not at %q", l, rest)
	}
}

// checkHTML reads HTML as a browser does, and checks that it holds nothing but
// what this package writes, nested as it was written.
func checkHTML(t *testing.T, text string, d *Document) {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	nodes, err := html.ParseFragment(strings.NewReader(text), body)
	if err != nil {
		t.Errorf("%v in\n%s", err, text)
	}
	c := &htmlCheck{document: d, ids: map[string]bool{}}
	for _, n := range nodes {
		c.collect(n)
	}
	for _, n := range nodes {
		c.node(n, "")
	}
	if written := writtenPaths(text); !reflect.DeepEqual(c.paths, written) && c.problem == "" {
		c.problem = fmt.Sprintf("a browser reads other elements than were written:\n%v\n%v", c.paths, written)
	}
	if c.problem != "" {
		t.Errorf("%s\nin %s", c.problem, text)
	}
}

type htmlCheck struct {
	document *Document
	ids      map[string]bool
	paths    []string // of all elements, in order
	problem  string
}

// collect checks that ids are unique, and not those of the page.
func (c *htmlCheck) collect(n *html.Node) {
	for _, a := range n.Attr {
		if a.Key != "id" {
			continue
		}
		if c.ids[a.Val] || a.Val == "" || a.Val == "main" || strings.HasPrefix(a.Val, "i-") || strings.ContainsAny(a.Val, " \t\n") {
			c.problem = fmt.Sprintf("the id %q is taken twice, reserved or malformed", a.Val)
		}
		c.ids[a.Val] = true
	}
	for child := range n.ChildNodes() {
		c.collect(child)
	}
}

func (c *htmlCheck) node(n *html.Node, path string) {
	switch n.Type {
	case html.TextNode:
		return
	case html.ElementNode:
	default:
		c.problem = fmt.Sprintf("a node of type %d: %q", n.Type, n.Data)
		return
	}
	attributes, ok := allowed[n.Data]
	if !ok || n.Namespace != "" {
		c.problem = "the element " + n.Data
	}
	for _, a := range n.Attr {
		if !strings.Contains(" "+attributes+" ", " "+a.Key+" ") {
			c.problem = fmt.Sprintf("the attribute %s in %s", a.Key, n.Data)
		}
		if (a.Key == "href" || a.Key == "src") && !c.known(a.Val) {
			c.problem = fmt.Sprintf("%s %q in %s", a.Key, a.Val, n.Data)
		}
	}
	path += "/" + n.Data
	if strings.Count(path, "/") > 128 {
		c.problem = "deeper than browsers and validators follow"
	}
	c.paths = append(c.paths, path)
	for child := range n.ChildNodes() {
		c.node(child, path)
	}
}

// known reports whether an address is one that Render was given, or leads to an
// id in the text.
func (c *htmlCheck) known(address string) bool {
	if id, ok := strings.CutPrefix(address, "#"); ok {
		return c.ids[id]
	}
	i, err := strconv.Atoi(strings.TrimPrefix(address, "/url/"))
	return err == nil && i >= 0 && i < len(c.document.Links)
}

// writtenPaths returns the paths of all elements as the tags say, without the
// corrections that browsers make. A tag that is not closed shows in the paths.
func writtenPaths(text string) []string {
	var paths, open []string
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return paths
		case html.StartTagToken:
			name, _ := z.TagName()
			open = append(open, string(name))
			paths = append(paths, "/"+strings.Join(open, "/"))
			switch string(name) {
			case "br", "hr", "img", "input":
				open = open[:len(open)-1]
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				return append(paths, "/misplaced end of "+string(name))
			}
			open = open[:len(open)-1]
		}
	}
}

// atoms are what Markdown is made of. Texts strung together from them reach
// corners of the grammar that changed bytes do not.
var atoms = []string{
	"a", "Word ", "é", "日本", "مر", "\n", "\n", "\n\n", " ", "    ", "\t", "- ", "* ", "1. ", "2) ", "> ", ">", ": ", "# ", "### ",
	"\n===\n", "\n---\n", "```\n", "~~~", "    x\n", "|", "|a|b|\n|:-|-:|\n", "\\|", "[ ] ", "[x] ", "[!TIP] ", "[!NO]\n",
	"*", "**", "_", "~~", "`", "``", "[", "]", "(", ")", "](b)", "![", "[a](b)", "![a](b)", "[r]", "[r]: c 'd'\n", "[^a]", "[^a]: ", "[^b]",
	"<", ">", "<b>", "</b>", "<a href='x'>", "<!--", "-->", "<!-- c -->", "<https://e.org>", "<a@e.org>", " https://e.org/x", " www.e.org", " a@e.org",
	"(javascript:x)", "](//e)", "&amp;", "&#x6A;", "&#0;", "\\", "\\*", "\"", "'", "\u200b", "\u202e", "\u2067", "\u2069", "\x00", "\xff", "\r\n",
}

func TestTextsOfAllKindsAreSound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 3_000 {
		var b strings.Builder
		for range random.IntN(40) {
			b.WriteString(atoms[random.IntN(len(atoms))])
		}
		checkDocument(t, []byte(b.String()))
		if t.Failed() {
			t.Fatalf("the text was %q", b.String())
		}
	}
}

func TestHTMLInTheDemoIsSound(t *testing.T) {
	found := 0
	err := filepath.WalkDir("../../content", func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".md") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		found++
		if parts := strings.SplitN(string(data), "\n---\n", 2); len(parts) == 2 {
			checkDocument(t, []byte(parts[1]))
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d files read: %v", found, err)
	}
}
