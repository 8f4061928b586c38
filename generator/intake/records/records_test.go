package records

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/table"
)

func TestListsOfOtherProgramsAreReadAsTables(t *testing.T) {
	for _, c := range []struct{ path, text, want string }{
		{"mentors.json", `[{"name":"Ana","tags":["knots","tides"],"max_mentees":2},` + "\n\t" + `{"name":"Bo \ud83d\ude00","linkedin":null}]`,
			"1: name|tags|max_mentees\n1: Ana|knots; tides|2\n2: Bo 😀\n"},
		{"mentors.json", `{"version": 3, "mentors": [` + "\n" + `{"name": "Ana", "location": {"city": "Porto"}}]}`,
			"1: name|location.city\n2: Ana|Porto\n"},
		{"mentors.yml", "# ours\n- name: Ana\n  skills:\n    areas: [knots]\n    years: 4\n  network:\n    - github: https://github.com/ana\n    - linkedin: https://linkedin.com/in/ana\n- name: Bo\n  bio: |\n    One.\n    Two.\n",
			"1: name|skills.areas|skills.years|network.github|network.linkedin|bio\n2: Ana|knots|4|https://github.com/ana|https://linkedin.com/in/ana\n9: Bo|||||One.\nTwo.\n\n"},
		{"mentors.YAML", "- name: Ana\n  channels:\n    - {type: email, id: ana@example.org}\n    - {type: slack, id: U1}\n  posts:\n    - {title: Sailor, place: Porto}\n    - {title: Cook, place: Lagos}\n",
			"1: name|channels.email|channels.slack|posts [title]|posts [place]\n1: Ana|ana@example.org|U1|Sailor; Cook|Porto; Lagos\n"},
		{"list.yml", "[\n\n  // ours\n  { id: 1, name: 'Ana', help: [\"knots\",], },\n]\n",
			"1: id|name|help\n4: 1|Ana|knots\n"},
		{"mentors.md", "# Mentors\n\n| Name | Github | Topics |\n|:-----|--------|---|\n| Ana | [@ana](https://github.com/ana) | knots \\| tides |\n| [Bo](bo.md) | |\n\n## Away\n\n| Name | Since |\n| --- | --- |\n| Chi | May |\n",
			"1: Name|Github.link|Topics|Since\n5: Ana|https://github.com/ana|knots | tides\n6: Bo\n12: Chi|||May\n"},
		{"ana.yml", "name: Ana\nnetwork:\n  - {github: ana}\n  - {web: ana.example}\n",
			"1: name|network.github|network.web\n1: Ana|ana|ana.example\n"},
		{"mentors.yml", "ana: {name: Ana, place: {city: Porto}}\nbo: {name: Bo}\n",
			"1: name|place.city\n1: Ana|Porto\n2: Bo\n"},
		{"export.json", `{"mentors": {"-N1": {"name": "Ana"}}}`, "1: name\n1: Ana\n"},
		{"mentors.json", `[{"name": "Ana", "channels": [{"id": "ana", "type": "github", "_id": "5d5"}, {"type": "site"}]}]`,
			"1: name|channels.github|channels [_id]|channels [type]\n1: Ana|ana|5d5|site\n"},
		{"ana.md", "---\nname: Ana\ntags: [knots]\n---\nI sail.\n", "1: name|tags|about\n1: Ana|knots|I sail.\n"},
	} {
		var l List
		if err := l.Read(c.path, []byte(c.text)); err != nil {
			t.Errorf("%s: %v", c.path, err)
			continue
		}
		var got strings.Builder
		for _, line := range l.Lines {
			fmt.Fprintf(&got, "%d: %s\n", line.Number, strings.Join(line.Cells, "|"))
		}
		if diff := cmp.Diff(c.want, got.String()); diff != "" {
			t.Errorf("%s:\n%s", c.path, diff)
		}
	}
}

func TestPagesOfSeveralPeopleMakeOneTable(t *testing.T) {
	var l List
	for _, text := range []string{"---\nname: Ana\nrole: nurse\n---\n", "---\ntags: [knots]\nname: Bo\n---\n"} {
		if err := l.Read("x.md", []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	want := []table.Line{{Number: 1, Cells: []string{"name", "role", "tags"}}, {Number: 1, Cells: []string{"Ana", "nurse"}}, {Number: 1, Cells: []string{"Bo", "", "knots"}}}
	if diff := cmp.Diff(want, l.Lines); diff != "" {
		t.Error(diff)
	}
}

func TestWhatKeepsAListFromBeingReadIsSaidWithItsLine(t *testing.T) {
	for _, c := range []struct{ path, text, want string }{
		{"a.yml", "- name: Ana\n- name: Bo\n  bio: I sail: a lot\n", "line 3: a value that holds a colon and a space needs quotes: "},
		{"a.json", "[\n{\"name\": \"Ana\",\n", "line 2: the bracket that opens here is never closed: "},
		{"a.json", `["Ana", "Bo"]`, "line 1: there is no list of people"},
		{"a.yml", "- &a {name: Ana}\n- *a\n", "line 1: `&a` names a field"},
		{"a.md", "+++\ntitle = \"Ana\"\n+++\n", "line 1: the file does not begin with a line `---`: only YAML is read"},
		{"a.md", "# Ana\n\nI sail.\n", "line 1: there is no table here"},
		{"a.json", "[{" + fields(table.MaxColumns) + `}, {"name": "Ana"}]`, "line 1: more than 1000 different fields; "},
		{"a.yml", strings.Repeat("- {name: Ana}\n", table.MaxRows+1), "line 10000: more than 10000 people; "},
		{"a.json", `[{"tags": [1` + strings.Repeat(",1", 400_000) + `]}]`, "line 1: more than 400000 values; "},
		{"a.json", `[{"tags": ["` + strings.Repeat("x", table.MaxCell) + `", "y"]}]`, "line 1: a value of more than 50000 characters"},
		{"a.json", "PK\x03\x04", "line 1: this is a spreadsheet's own file"},
	} {
		err := new(List).Read(c.path, []byte(c.text))
		if wrong := new(table.Mistake); !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s %q: %v, want %s", c.path, c.text, err, c.want)
		}
	}
}

// fields returns n fields of an object in JSON.
func fields(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf(`"f%d": 1`, i)
	}
	return strings.Join(all, ", ")
}

func FuzzRead(f *testing.F) {
	f.Add("a.json", `[{"a": {"b": [{"type": "x", "id": 1}]}}]`)
	f.Add("a.md", "| a |\n|---|\n| [b](http://c) |")
	f.Add("a.yml", "- a: b\n- [c]\n")
	f.Fuzz(func(t *testing.T, path, text string) {
		var l List
		if l.Read(path, []byte(text)) == nil && Reads(path) && len(l.Lines) < 2 {
			t.Errorf("nobody is read of %q, and nothing is said", text)
		}
		for _, line := range l.Lines {
			if len(line.Cells) > len(l.Lines[0].Cells) {
				t.Errorf("%q is a row with more cells than columns", text)
			}
		}
	})
}
