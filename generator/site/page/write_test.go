package page_test

import (
	"fmt"
	"testing"

	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

// portalOf plans a site with one mentor, a worksheet that makes a profile, and
// some settings of index.md.
func portalOf(t *testing.T, contact, settings string) *site.Plan {
	t.Helper()
	return with(t, map[string]string{
		"content/mentors/ana.md": fmt.Sprintf(profile, "2026-12-31", contact),
		"content/worksheets/profile.md": "---\ntitle: A profile\nsummary: It becomes a file.\nproduces: profile\nfields:\n  - {label: Name, name: name}\n" +
			"output: \"---\\nname: {name}\\n---\\n\"\n---\n",
		"content/worksheets/needs.md": "---\ntitle: Needs\nsummary: They stay private.\nproduces: request\nfields:\n  - {label: Pseudonym, name: pseudonym}\n" +
			"output: \"{pseudonym}\"\n---\n",
	}, settings)
}

func TestAProfileIsProposedWhereItsForgeTakesNewFiles(t *testing.T) {
	for repository, want := range map[string]string{
		"{url: https://github.com/a/b}":                      "https://github.com/a/b/new/main/content/mentors?filename={name}.md&value={text}",
		"{url: https://codeberg.org/a/b/, branch: portal}":   "https://codeberg.org/a/b/_new/portal/content/mentors?filename={name}.md&value={text}",
		"{url: https://gitlab.example.org/a/b, branch: dev}": "https://gitlab.example.org/a/b/-/new/dev/content/mentors?file_name={name}.md",
		"": "",
	} {
		settings := ""
		if repository != "" {
			settings = "repository: " + repository
		}
		plan := portalOf(t, "{via: organizer}", settings)
		save := plan.Page("/worksheets/profile/").View().(*page.Worksheet).Save
		if save.Draft.URL != want || save.Name != "profile" || save.NamedBy != "name" || !save.Exact {
			t.Errorf("%s: %+v", repository, save)
		}
		if private := plan.Page("/worksheets/needs/").View().(*page.Worksheet).Save; private.Draft.URL != "" || private.NamedBy != "pseudonym" || private.Exact {
			t.Errorf("a request: %+v", private)
		}
	}
}
