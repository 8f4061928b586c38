package page_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"ithaca/generator/portaltest"
	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

const profile = "---\nname: Ana Silva\nheadline: I can help you find your feet\nlanguages: [en]\navailability: {status: open, until: %s}\ncontact: %s\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\n"

// mentorOf plans a site with one mentor and gives their page's view.
func mentorOf(t *testing.T, until, contact, settings string) *page.Mentor {
	t.Helper()
	files := map[string]string{"content/mentors/ana.md": fmt.Sprintf(profile, until, contact)}
	return with(t, files, settings).Page("/mentors/ana/").View().(*page.Mentor)
}

// with plans a small site that has more files and more settings in index.md.
func with(t *testing.T, more map[string]string, settings string) *site.Plan {
	t.Helper()
	files := portaltest.Base()
	maps.Copy(files, more)
	files["content/index.md"] = strings.Replace(files["content/index.md"], "\n---\n", "\n"+settings+"\n---\n", 1)
	plan, list := planned(files, false)
	if list.HasErrors() {
		t.Fatal(list)
	}
	return plan
}

func TestAnAddressIsGivenOnlyByThoseWhoAskForMail(t *testing.T) {
	const message = `message: {url: "https://forms.example/write?to={mentor}&cycle={cycle}"}`
	const office = `contact: {name: Office, url: "mailto:office@harbour.example"}`
	for _, c := range []struct{ contact, settings, write, mail string }{
		{"{via: organizer}", message, "https://forms.example/write?to=ana&cycle=", ""},
		{"{via: organizer}", office, "mailto:office@harbour.example", ""},
		{"{via: organizer}", "", "https://harbour.example/concerns/", ""},
		{"{via: organizer, address: ana@example.org, url: https://ana.example.org}", "", "https://harbour.example/concerns/", ""},
		{"{via: form, url: https://ana.example.org/write, address: ana@example.org}", message, "https://ana.example.org/write", ""},
		{"{via: link, url: https://ana.example.org}", office, "https://ana.example.org", ""},
		{"{via: email, address: ana@example.org, url: https://ana.example.org}", message, "mailto:ana@example.org", "ana@example.org"},
	} {
		v := mentorOf(t, "2026-12-31", c.contact, c.settings)
		if v.Write.URL != c.write || v.MailTo != c.mail {
			t.Errorf("%s, %s: write to %q, mail to %q", c.contact, c.settings, v.Write.URL, v.MailTo)
		}
	}
}

func TestAnAvailabilityThatHasRunOutIsNotBelieved(t *testing.T) {
	for until, state := range map[string]string{"2026-11-16": "open", "2026-11-15": site.Unconfirmed} {
		if v := mentorOf(t, until, "{via: organizer}", ""); v.Availability.State != state || v.Availability.Until.String() != until {
			t.Errorf("until %s: %+v", until, v.Availability)
		}
	}
	if v := mentorOf(t, "2026-11-16", "{via: organizer}", "as_of: 2027-01-01"); v.Availability.State != site.Unconfirmed {
		t.Errorf("on the day on which the portal is frozen: %+v", v.Availability)
	}
}

func TestAProfileNamesTheRoundsThatAreNotOver(t *testing.T) {
	const cycles = "cycles: [{id: last-year, title: Last year, start: 2025-01-01, end: 2025-06-01}, {id: spring, title: Spring, start: 2027-01-10, end: 2027-03-20}, {id: summer}]"
	for said, want := range map[string][]string{"[last-year, spring, summer]": {"Spring", "summer"}, "[last-year]": nil, "[]": nil} {
		if got := mentorOf(t, "2026-12-31", "{via: organizer}\ncycles: "+said, cycles).Rounds; !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", said, got, want)
		}
	}
}
