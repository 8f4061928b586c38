package start

import (
	"bytes"
	"slices"
	"strings"

	"ithaca/generator/content"
	"ithaca/generator/content/field"
	"ithaca/generator/diag"
)

// indexFile is where a site's facts stand.
const indexFile = "content/index.md"

// Facts are what is known of a program on its first day, by the names of Fact.
type Facts map[string]string

// Fact is something that a new site can be told.
type Fact struct {
	Name   string // "concerns-url"
	Words  string // what it is, for a question and for help
	Asked  bool   // on a terminal
	before string // what the value follows on its line in the skeleton's index.md
}

// AllFacts returns the facts that a new site can be told, in the order of questions.
func AllFacts() []Fact {
	return []Fact{
		{"title", "the program's name", true, "title: "},
		{"concerns-name", "who receives reports when something is wrong, by name or office", true, "  name: "},
		{"concerns-url", "where such reports go: an e-mail address or a web page", true, "  url: "},
		{"contact", "where all other questions and new profiles go, if not there: an e-mail address or a web page", true, "contact:\n  url: "},
		{"base-url", "the address that the portal will have, as https://example.org/portal/", false, "base_url: "},
		{"language", "the language of the portal, as a code: en, fr, pt-BR", false, "language: "},
	}
}

// Check returns a *diag.Refusal if a value is not what a fact takes.
func (f Fact) Check(value string) error {
	text, err := skeleton.ReadFile("skeleton/site/" + indexFile)
	if err != nil {
		return err
	}
	doc := content.Decode(indexFile, Facts{f.Name: value}.fill(text))
	i := slices.IndexFunc(doc.Diags, func(d diag.Diagnostic) bool { return d.Severity == diag.Error })
	if i < 0 {
		return nil
	}
	return diag.Refuse(f.Name+": "+doc.Diags[i].Message, doc.Diags[i].Hint)
}

// Check looks at each fact by itself, so that a mistake is said of the right one.
func (facts Facts) Check() error {
	for _, f := range AllFacts() {
		if facts[f.Name] == "" {
			continue
		}
		if err := f.Check(facts[f.Name]); err != nil {
			return err
		}
	}
	return nil
}

// fill writes the facts that are known into the skeleton's index.md.
func (facts Facts) fill(index []byte) []byte {
	for _, f := range AllFacts() {
		value := strings.TrimSpace(facts[f.Name])
		if f.Name == "contact" && value == "" {
			value = strings.TrimSpace(facts["concerns-url"])
		}
		if value == "" {
			continue
		}
		if (f.Name == "concerns-url" || f.Name == "contact") && strings.Contains(value, "@") && !strings.Contains(value, ":") {
			value = "mailto:" + value
		}
		before, rest, _ := bytes.Cut(index, []byte("\n"+f.before))
		_, after, _ := bytes.Cut(rest, []byte("\n"))
		index = slices.Concat(before, []byte("\n"+f.before+field.Quoted(value)+"\n"), after)
	}
	return index
}
