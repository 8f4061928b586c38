package intake_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/intake"
	"ithaca/generator/table"
)

// round is a site with two mentors and two requests outside of it.
func round(t testing.TB) intake.Options {
	t.Helper()
	dir := site(t, false)
	requests := filepath.Join(filepath.Dir(dir), "requests")
	for path, text := range map[string]string{
		filepath.Join(dir, "content", "mentors", "ana-silva.md"): mentor("Ana Silva"),
		filepath.Join(dir, "content", "mentors", "bo-berg.md"):   mentor("Bo Berg"),
		filepath.Join(requests, "heron-42.md"):                   request + "# ours\nneeds: [{topic: sailing, want: must}]   # first\n---\n",
		filepath.Join(requests, "swift-61.md"):                   request + "needs: [{topic: knots}]\ndecisions:\n  - {cycle: spring-2027, mentor: bo-berg, do: lock, date: 2026-11-01}  # agreed by telephone\n---\n",
	} {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return intake.Options{
		Site:    generator.Options{Site: dir, Requests: requests, Templates: os.DirFS("../../templates"), Today: today},
		Choices: intake.Choices{Kind: intake.Decisions}, Paths: []string{filepath.Join(filepath.Dir(dir), "pairs.csv")},
	}
}

func mentor(name string) string {
	return "---\nname: " + name + "\nheadline: I can help you with knots\nlanguages: [en]\nskills: [sailing, knots]\navailability: {status: open, until: 2027-03-01, capacity: 1}\n" +
		"contact: {via: organizer}\nconsent: {publish: 2026-11-01}\nconfirmed: 2026-11-01\n---\n"
}

const request = "---\nlanguages: [en]\ncycle: spring-2027\nconsent: {matching: 2026-11-01}\n"

const pairsHead = "cycle,request,mentor,name,decision,by,reason,note\n"

func decided(t testing.TB, o intake.Options, rows string) *intake.Job {
	t.Helper()
	if err := os.WriteFile(o.Paths[0], []byte(pairsHead+rows), 0o600); err != nil {
		t.Fatal(err)
	}
	job, err := intake.Prepare(o)
	if err != nil {
		t.Fatal(err)
	}
	return job
}

func TestADecisionIsAddedAndNothingElseOfTheFileChanges(t *testing.T) {
	o := round(t)
	job := decided(t, o, "spring-2027,heron-42,ana-silva,Ana Silva,accept,mentee,,\"two\nlines, \"\"quoted\"\"\"\n")
	if len(job.Files) != 1 || len(job.Questions) > 0 {
		t.Fatalf("%d files, %v", len(job.Files), job.Questions)
	}
	f := job.Files[0]
	if before := bytes.TrimSuffix(f.Old, []byte("---\n")); !bytes.HasPrefix(f.New, before) {
		t.Errorf("what stood there changed:\n%s", f.New)
	}
	if _, err := job.Write(); err != nil {
		t.Fatal(err)
	}
	passesCheck(t, o.Site)
	if again := decided(t, o, "spring-2027,heron-42,ana-silva,Ana Silva,accept,mentee,,\"two\nlines, \"\"quoted\"\"\"\n"); !again.UpToDate() {
		t.Errorf("the same table changes %s", again.Files[0].New)
	}
}

func TestYesAndNoInATableOfDecisionsAcceptAndDecline(t *testing.T) {
	o := round(t)
	for row, want := range map[string][]string{
		"Yes,both":  {"accept ana-silva by mentor", "accept ana-silva by mentee"},
		"no,mentor": {"decline ana-silva by mentor"},
		"lock,":     {"lock ana-silva"},
	} {
		if job := decided(t, o, "spring-2027,heron-42,ana-silva,Ana Silva,"+row+",,\n"); len(job.Files) != 1 || !slices.Equal(job.Files[0].Fields, want) {
			t.Errorf("%s: %v, %v", row, job.Files, job.Questions)
		}
	}
}

func TestDecisionsNeedRequestsToDecideAbout(t *testing.T) {
	o := round(t)
	o.Site.Requests = ""
	if err := os.WriteFile(o.Paths[0], []byte(pairsHead+"spring-2027,heron-42,ana-silva,,lock,,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := intake.Prepare(o)
	if refused := new(diag.Refusal); !errors.As(err, &refused) || !strings.Contains(refused.Hint(), "--requests") {
		t.Errorf("without the requests: %v", err)
	}
}

// Whatever a table says, only decisions are added to requests, each file can be read, and
// what kept a row from being read is asked.
func FuzzDecisions(f *testing.F) {
	for _, row := range []string{
		"spring-2027,heron-42,ana-silva,Ana Silva,lock,,,", "spring-2027,swift-61,ana-silva,,accept,both,fit,'=1+1", "spring-2027,swift-61,bo-berg,,decline,mentor,time,\"a: b\n---\n# c\"",
		"autumn,heron-42,nobody,,forbid,,,", ",,,,,,,", "spring-2027,heron-42,ana-silva,,exit,mentee,moved,\x1b[31m", "\"",
	} {
		f.Add(row)
	}
	o := round(f)
	f.Fuzz(func(t *testing.T, rows string) {
		if err := os.WriteFile(o.Paths[0], []byte(pairsHead+rows), 0o600); err != nil {
			t.Fatal(err)
		}
		job, err := intake.Prepare(o)
		wrong, refused := new(table.Mistake), new(diag.Refusal)
		if errors.As(err, &wrong) || errors.As(err, &refused) || err != nil && strings.Contains(err.Error(), "pairs.csv:") {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range job.Files {
			before, err1 := edit.Read(file.Old)
			after, err2 := edit.Read(file.New)
			if err := errors.Join(err1, err2); err != nil {
				t.Fatalf("%v\n%s", err, file.New)
			}
			for _, key := range []string{"languages", "cycle", "consent", "needs"} {
				a, _ := before.Get(key)
				b, _ := after.Get(key)
				if was, is := edit.Write(edit.Entry{Key: key, Value: a}), edit.Write(edit.Entry{Key: key, Value: b}); was != is {
					t.Fatalf("%sbecame %sin\n%s", was, is, file.New)
				}
			}
		}
	})
}
