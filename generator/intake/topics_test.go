package intake_test

import (
	"os"
	"path/filepath"
	"testing"

	"ithaca/generator"
	"ithaca/generator/intake"
)

func TestNewTopicsOfMentorsGetFilesAndThoseOfMenteesDoNot(t *testing.T) {
	dir := site(t, false)
	mentors := "Timestamp,Full name,E-mail,Languages,What can you help with?,I agree that my profile is published\n" +
		"2026-11-02 10:00,Ana Silva,ana@example.org,English,boat building; SAILS,Yes\n" +
		"2026-11-02 11:00,Bo Berg,bo@example.org,English,Boat Building,Yes\n" +
		"2026-11-02 12:00,Chi Ume,chi@example.org,English,diving,No\n"
	newTopics := func(o *intake.Options) { o.NewTopics = true }
	imported(t, dir, []byte(mentors), newTopics)
	for name, want := range map[string]string{"boat-building": "---\ntitle: Boat building\n---\n", "sails": "---\ntitle: SAILS\n---\n"} {
		if got, err := os.ReadFile(filepath.Join(dir, "content", "topics", name+".md")); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "content", "topics", "diving.md")); err == nil {
		t.Error("a topic is made of what somebody wrote who did not agree")
	}
	for _, m := range passesCheck(t, generator.Options{Site: dir, Today: today, Templates: os.DirFS("../../templates")}).Mentors {
		if m.Skills[0].Topic.Text != "boat-building" {
			t.Errorf("%s helps with %v", m.Name, m.Skills)
		}
	}
	if again := imported(t, dir, []byte(mentors), newTopics); !again.UpToDate() {
		t.Errorf("the same table changes %v", again.Files)
	}
	before, _ := os.ReadDir(filepath.Join(dir, "content", "topics"))
	imported(t, dir, []byte("Timestamp,Your name,E-mail,What do you need help with?,I agree that my answers are used for matching\n2026-11-03 10:00,Dee Oh,dee@example.org,divorce,Yes\n"), func(o *intake.Options) {
		o.Kind, o.NewTopics, o.Site.Requests = intake.Requests, true, filepath.Join(filepath.Dir(dir), "requests")
	})
	after, _ := os.ReadDir(filepath.Join(dir, "content", "topics"))
	if len(before) != len(after) {
		t.Errorf("a request adds topics to the site: %v", after)
	}
}

func TestRequestsBeforeAnyMentorsAreToldToComeSecond(t *testing.T) {
	dir := site(t, false)
	table := []byte("Timestamp,Your name,E-mail,What do you need help with?,Which mentors would you choose?,I agree that my answers are used for matching\n2026-11-03 10:00,Dee Oh,dee@example.org,sailing,Ana Silva,Yes\n")
	job := imported(t, dir, table, func(o *intake.Options) {
		o.Kind, o.Site.Requests = intake.Requests, filepath.Join(filepath.Dir(dir), "requests")
	})
	const want = "The site has no mentors yet. Import them first"
	for _, note := range job.Notes {
		if len(note) > len(want) && note[:len(want)] == want {
			return
		}
	}
	t.Errorf("the notes are %q", job.Notes)
}
