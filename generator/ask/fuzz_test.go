package ask

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator"
	"ithaca/generator/match/study"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// small is a site of two mentors, a request and two topics, in a folder.
func small(t testing.TB) *Matching {
	t.Helper()
	mentor := "---\nname: %s\nheadline: I can help\nlanguages: [en]\nskills: [%s]\navailability: {status: open, until: 2027-01-31}\n" +
		"contact: {via: organizer}\nconsent: {publish: 2026-10-01}\nconfirmed: 2026-10-01\n---\n"
	dir := t.TempDir()
	files := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/index.md":             "---\ntitle: Harbour\nbase_url: https://harbour.example\nconcerns: {name: Desk, url: \"https://harbour.example/c\"}\nrequests: {repository: invented}\ncycles: [{id: spring}]\n---\nWelcome.\n",
		"content/pages/privacy.md":     "---\ntitle: Privacy\n---\nText.\n",
		"content/mentors/ana-silva.md": fmt.Sprintf(mentor, "Ana Silva", "baking"),
		"content/mentors/bo-berg.md":   fmt.Sprintf(mentor, "Bo Berg", "public-speaking"),
		"content/requests/heron-42.md": "---\nlanguages: [en]\nneeds: [{topic: baking}]\ncycle: spring\nconsent: {matching: 2026-10-01}\n---\n",
		"content/topics/baking.md":     "---\ntitle: Baking\nkind: skill\nalso: [Bread]\n---\n",
	} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	taken, err := generator.Take(generator.Options{Site: dir, Today: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC), ContentOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	return New(taken, English(os.DirFS("../../templates")))
}

// pairsOf returns the pairs of a table.
func pairsOf(m *Matching, data string) ([]study.Pair, error) {
	past, err := m.PastPairs(strings.NewReader(data), nil)
	if err != nil {
		return nil, err
	}
	return past.pairs, nil
}

func FuzzPastPairsAreReadOrRefused(f *testing.F) {
	for _, seed := range []string{
		"request,mentor\nheron-42,ana-silva\n", "\ufeffrequest;mentor;cycle\r\n\"heron-42\";Bo Berg;spring\r\n", "mentor\tneeds\nana-silva\tbaking:must\n",
		"request,mentor\n\"heron", "", ",\n,", "request,request\n", "mentor,needs,needs\n", "request,mentor\nheron-42,ana-silva,x\n", "\xff",
		"mentor,move,windows,languages\nana-silva,baking:,Tue 18:00-20:00,en\n", "0\r\"",
	} {
		f.Add([]byte(seed))
	}
	m := small(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		past, err := pairsOf(m, string(data))
		if wrong := new(TableError); errors.As(err, &wrong) {
			for _, mistake := range wrong.Mistakes {
				if mistake.Line < 1 || mistake.Line > 1+bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte("\r")) || mistake.Text == "" {
					t.Fatalf("%q: %+v", data, mistake)
				}
			}
			return
		}
		if err != nil || len(past) == 0 {
			t.Fatalf("%q gives %+v, %v", data, past, err)
		}
		for i, pair := range past {
			if portal.Find(m.portal.Mentors, pair.Mentor) == nil || pair.Request == nil || slices.Contains(past[:i], pair) {
				t.Fatalf("%q gives the pair %+v", data, pair)
			}
		}
	})
}

func TestTablesOfEverySpreadsheetSayTheSame(t *testing.T) {
	m := small(t)
	said := func(table string) string {
		past, err := pairsOf(m, table)
		if err != nil {
			return err.Error()
		}
		var lines []string
		for _, p := range past {
			lines = append(lines, p.Request.Slug+" "+p.Mentor+" "+p.Request.Cycle)
		}
		return strings.Join(lines, "\n")
	}
	const plain = "request,mentor,cycle\nheron-42,ana-silva,spring\nheron-42,bo-berg,spring\n"
	const want = "heron-42 ana-silva spring\nheron-42 bo-berg spring"
	for name, table := range map[string]string{
		"plain": plain, "a byte order mark": "\ufeff" + plain, "CRLF": strings.ReplaceAll(plain, "\n", "\r\n"),
		"semicolons": strings.ReplaceAll(plain, ",", ";"), "tabs": strings.ReplaceAll(plain, ",", "\t"),
		"no last line end": strings.TrimSuffix(plain, "\n"), "empty lines": strings.ReplaceAll(plain, "\n", "\n\n"),
		"capitals and spaces": strings.Replace(plain, "request,mentor,cycle", "Request, Mentor , CYCLE", 1),
		"other headings":      strings.Replace(plain, "request,mentor,cycle", "Mentee,Name of the mentor,Round", 1),
		"Spanish":             strings.Replace(plain, "request,mentor,cycle", "Solicitud,Nombre del mentor,Edición", 1),
		"French":              strings.Replace(plain, "request,mentor,cycle", "Mentoré(e),Nom du mentor,Session", 1),
		"Portuguese":          strings.Replace(plain, "request,mentor,cycle", "Mentorando,Nome da mentora,Edição", 1),
		"German":              strings.Replace(plain, "request,mentor,cycle", "Mentee,Mentor:in,Durchgang", 1),
		"other columns":       "notes," + strings.ReplaceAll(plain, "heron-42", "\"a, b\",heron-42"),
		"cycles as titles":    strings.ReplaceAll(plain, ",spring", ",SPRING"),
		"names turned round":  strings.Replace(plain, "bo-berg", "\"Berg, Bo\"", 1),
		"quotes":              strings.ReplaceAll(plain, "heron-42", "\"heron-42\""),
		"empty columns":       strings.ReplaceAll(plain, "spring\n", "spring \n"),
	} {
		if d := cmp.Diff(want, said(table)); d != "" {
			t.Errorf("%s:\n%s", name, d)
		}
	}
}

func TestATableThatIsTooLargeIsRefused(t *testing.T) {
	m := small(t)
	for name, text := range map[string]string{
		"lines": "request,mentor\n" + strings.Repeat("heron-42,ana-silva\n", table.MaxRows+1),
		"bytes": "request,mentor\nheron-42,\"" + strings.Repeat("a", table.MaxBytes) + "\"\n",
	} {
		if _, err := pairsOf(m, text); !errors.As(err, new(*TableError)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
