package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/contacts"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

func TestAMapIsReadAsItIsWritten(t *testing.T) {
	p := &Plan{
		Kind: Mentors, Columns: []Column{{Heading: "Say \"hi\" \\ \t€", Field: "about"}, {Heading: "Name", Field: "name"}},
		Map:       Map{Dates: "day-first", Defaults: map[string]string{"country": "NG"}, Values: map[string]map[string]string{"timezone": {"CET": "Europe/Berlin"}}},
		Questions: []Question{{Field: "timezone", Value: "cet", Text: "x"}, {Field: "windows", Value: "a\n\"b\"", Text: "which?", Proposal: "Tue 18:00-21:00"}},
	}
	text := p.MapText()
	for _, form := range []string{text, strings.NewReplacer("# \"a", "\"a").Replace(text)} {
		got, err := ReadMap([]byte(form))
		want := Map{Columns: map[string]string{"Say \"hi\" \\ \t€": "about", "Name": "name"}, Dates: p.Map.Dates, Defaults: p.Map.Defaults, Values: map[string]map[string]string{"timezone": {"CET": "Europe/Berlin"}, "windows": {}}}
		if form != text {
			want.Values["windows"] = map[string]string{"a \"b\"": "Tue 18:00-21:00"}
		}
		if d := cmp.Diff(want, got); d != "" || err != nil {
			t.Errorf("%v %s\n%s", err, d, form)
		}
	}
	for _, bad := range []string{"dates = \"either\"", "colums = {}", "[columns", "dates = 3"} {
		if _, err := ReadMap([]byte(bad)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	f.Add("Name,Email,Topics,I agree,Timestamp\nAna,a@example.org,sailing,yes,1/2/2026\n", "[values.topics]\n\"sailing\" = \"+boats\"\n", true)
	f.Add("Your name;What do you need help with?;Languages\n\"Bo\nBerg\";x, y;EN\n", "", false)
	f.Add("When are you free? [Mon];When are you free? [Tue];Name\nevening;18:00;=x\n", "dates = \"day-first\"", true)
	f.Fuzz(func(t *testing.T, text, settled string, mentors bool) {
		lines, err := table.Parse(strings.NewReader(text))
		if err != nil || len(text) > 3000 {
			return
		}
		m, err := ReadMap([]byte(settled))
		if err != nil {
			return
		}
		in := &Input{
			Choices: Choices{Kind: Requests, NewTopics: true, Random: strings.NewReader(strings.Repeat("0123456789", 50_000))},
			Lines:   lines, Map: m, Memory: contacts.Memory{Salt: "x"}, Today: portal.Date{Year: 2026, Month: 11, Day: 20},
			Portal: &portal.Portal{Program: &portal.Program{Cycles: []portal.Cycle{{ID: "spring"}}}}, File: func(string) []byte { return nil },
		}
		if mentors {
			in.Kind = Mentors
		}
		plan, err := Understand(in)
		if err != nil {
			return
		}
		for _, file := range plan.Files {
			if !strings.HasPrefix(file.Path, "content/") || strings.Contains(file.Path, "..") {
				t.Fatalf("%q gives the path %q", text, file.Path)
			}
		}
		if _, err := ReadMap([]byte(plan.MapText())); err != nil {
			t.Fatalf("the map cannot be read: %v\n%s", err, plan.MapText())
		}
		if _, err := contacts.Parse(contacts.Text(plan.Contacts)); err != nil {
			t.Fatalf("the contacts cannot be read: %v", err)
		}
	})
}
