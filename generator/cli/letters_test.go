package cli_test

import (
	"encoding/json"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"ithaca/generator/table"
)

// reached is a command of scripts: it fails unless the letters of a match reach
// everybody who takes part, each under the address that the contacts have for them.
func reached(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: reached letters.csv contacts.csv report.json")
	}
	var report struct {
		Pairs  []struct{ Request, Mentor string }
		Report struct {
			Load []struct {
				Mentor string
				Places int
			}
			Unmatched []struct {
				Request string
				Got     int
			}
		}
	}
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[2])), &report))
	due := map[string]int{} // letters by slug
	for _, p := range report.Pairs {
		due[p.Request]++
		due[p.Mentor]++
	}
	for _, u := range report.Report.Unmatched {
		if u.Got == 0 {
			due[u.Request]++
		}
	}
	for _, m := range report.Report.Load {
		if m.Places > 0 && due[m.Mentor] == 0 {
			due[m.Mentor]++
		}
	}
	address := map[string]string{}
	for _, c := range rows(ts, args[1]) {
		address[c["slug"]] = c["name"] + " <" + c["email"] + ">"
	}
	for _, l := range rows(ts, args[0]) {
		if got := l["name"] + " <" + l["email"] + ">"; got != address[l["to"]] {
			ts.Fatalf("the letter to %s goes to %s, who is %s", l["to"], got, address[l["to"]])
		}
		if greeting, _, _ := strings.Cut(l["body"], "\n"); !strings.Contains(greeting, l["name"]) {
			ts.Fatalf("the letter to %s does not greet %s:\n%s", l["to"], l["name"], l["body"])
		}
		due[l["to"]]--
	}
	for slug, n := range due {
		if n != 0 {
			ts.Fatalf("%s should have %d letters more", slug, n)
		}
	}
}

// rows reads a table by its headings.
func rows(ts *testscript.TestScript, file string) (all []map[string]string) {
	lines, err := table.Parse(strings.NewReader(ts.ReadFile(file)))
	ts.Check(err)
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, heading := range lines[0].Cells {
			row[heading] = line.Cells[i]
		}
		all = append(all, row)
	}
	return all
}
