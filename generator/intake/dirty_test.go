package intake_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/diag"
	"ithaca/generator/intake"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

// form is what an export of one tool in one language looks like.
type form struct {
	name                       string
	headings                   string // separated by |
	separator, date, yes, no   string
	languages, windows, places []string
	utf16                      bool
}

var forms = []form{
	{name: "Google Forms in Spanish", headings: "Marca temporal|Dirección de correo electrónico|Nombre y apellidos|Puesto|¿En qué puedes ayudar?|Idiomas|Zona horaria|¿Cuándo puedes?|¿Cuántas personas?|Cuéntanos sobre ti|Acepto que se publique mi perfil|Sitio web",
		separator: ",", date: "2/1/2006 15:04:05", yes: "Acepto", no: "No", languages: []string{"español, inglés", "Inglés; francés", "alemán y español"}, windows: []string{"Mar 18:00-20:00", "martes por la noche", "cualquiera"}, places: []string{"2", "máximo 3", "una"}},
	{name: "Microsoft Forms in German", headings: "ID|Startzeit|Fertigstellungszeit|E-Mail|Name|Vollständiger Name|Beruf|Wobei kannst du helfen?|Sprachen|Zeitzone|Wann hast du Zeit?|Wie viele Mentees?|Stell dich vor|Ich willige ein, dass mein Profil veröffentlicht wird|Webseite",
		separator: ";", date: "2.1.2006 15:04", yes: "Ja", no: "Nein", languages: []string{"Deutsch, Englisch", "Norwegisch", "Französisch und Deutsch"}, windows: []string{"Di 18:00-20:00", "dienstags abends", "egal"}, places: []string{"zwei", "max. 2", "2-3"}},
	{name: "Typeform in French", headings: "#|Prénom|Nom de famille|Adresse e-mail|Métier|Sur quoi pouvez-vous aider ?|Langues|Fuseau horaire|Disponibilités|Combien de personnes ?|Parlez-nous de vous|J'accepte que mon profil soit publié|Lien|Submit Date (UTC)|Network ID",
		separator: "\t", date: "2006-01-02 15:04:05", yes: "Oui", no: "Non", languages: []string{"français, anglais", "Anglais", "espagnol et français"}, windows: []string{"soirs", "mardi soir", "peu importe"}, places: []string{"deux", "1", "selon"}},
	{name: "Airtable in Portuguese", headings: "Nome completo|E-mail|Profissão|Em que pode ajudar?|Línguas|Fuso horário|Disponibilidade|Quantas pessoas?|Fale sobre você|Concordo com a publicação|Site|Created time|Record ID",
		separator: ",", date: "1/2/2006 3:04pm", yes: "checked", no: "", languages: []string{"português, inglês", "Inglês / português", "espanhol"}, windows: []string{"terça à noite", "qualquer", "fins de semana"}, places: []string{"duas", "2", "3"}, utf16: true},
	{name: "a sheet in English", headings: "Submitted at|Work e-mail address|Full name|Job title / company|Skills|Spoken languages|Time zone|When can you meet?|How many people?|Bio|May we publish this? I agree|LinkedIn",
		separator: ";", date: "2006/01/02 3:04:05 PM", yes: "I agree", no: "No thanks", languages: []string{"English (native), Spanish (B2)", "english", "EN"}, windows: []string{"Tue 18:00-20:00", "Mon-Fri after 6pm", "weekends"}, places: []string{"max 2", "as needed", "2 mentees"}},
}

// dirt is what stands in cells that nobody expects.
var (
	dirtyNames = []string{"  ANA SILVA ", "bo berg", "Łukasz O'Brien", "Nguyễn Thị Mai", "李小龙", "Дарья Иванова", "Ana  Silva", "Null", "Yes No", "Con", "=cmd|' /C calc'!A0", "-Dee-", "\"Chi\" Ume", "José da Silva, Initech", "D'Arcy Ng", "أحمد علي"}
	dirtyHelp  = []string{"sailing; knots", "Knots, sailing and weather", "sailing (tides, knots)", "", "???", "n/a", "#sailing", "C++", "[sailing]", "sailing: a lot", "weather\nknots", "- knots\n- tides", strings.Repeat("sailing ", 30)}
	dirtyZones = []string{"Europe/Madrid", "CET", "UTC+1", "EST", "Lisbon", "", "any", "+05:30", "GMT", "moon", "Pacific Time", "Africa/Lagos "}
	dirtyTexts = []string{
		"I sail.", "", "Write to ana.secret@example.org or +49 170 1234567!", "ana (at) example (dot) org", "<script>alert(1)</script>", "=HYPERLINK(\"http://example.org\",\"x\")",
		"---\nname: x\n---", "# Big\n\nText\n====\n", "[x](javascript:alert(1))", "[broken](my file.pdf)", "![p](http://example.org/x.png)", "| a | b |\n|---|---|\n| 1 | 2 | 3 |", "[[ORGANISATION]]",
		"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c", "zero\u200bwidth \u202eoverride", strings.Repeat("> ", 40) + "deep", "tel 0170 1234567, mailto:bo.secret@example.org", strings.Repeat("long ", 4000), "\\ \" ' ` {{ }} %s", "&lt;b&gt; &amp;", "```\ncode", "* * *",
	}
	dirtyRoles = []string{"CTO, Initech", "Nurse @ St Mary's", "", "freelance", "yes", "12:30", "boss: \"me\"", strings.Repeat("very ", 40) + "senior", "me@example.org", "Null"}
	dirtyLinks = []string{"linkedin.com/in/x", "http://example.org", "", "javascript:alert(1)", "me@example.org", "https://example.org/a b", "n/a", "https://user:pass@example.org"}
)

var (
	firstNames = strings.Fields("Ana Bo Chi Dee Eli Fay Gus Hana Ines Jo Kim Lea Mio Noor Omar Pia Quin Rui Sol Tam Uma Vera Wei Xia Yara Zoë ANTONIO kateřina")
	lastNames  = strings.Fields("Silva Berg Ume Oh Roe Lim Ng Haddad Ortiz Novák Wójcik Okafor Tan Singh Khan Müller García Yılmaz Rossi Jensen Tanaka Mensah O'Brien")
)

// table makes an export with every kind of dirt.
func (f form) table(r *rand.Rand, rows int) []byte {
	headings := strings.Split(f.headings, "|")
	var lines []string
	write := func(cells []string) {
		for i, c := range cells {
			if strings.ContainsAny(c, "\",;\t\n") || r.IntN(3) == 0 {
				cells[i] = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
		}
		lines = append(lines, strings.Join(cells, f.separator))
	}
	write(headings)
	pick := func(all []string) string { return all[r.IntN(len(all))] }
	for n := range rows {
		address := fmt.Sprintf("person%d@example.org", n-r.IntN(2)*r.IntN(2))
		day := time.Date(2026, 10, 1+r.IntN(40), 9, 5, 7, 0, time.UTC)
		cells := make([]string, len(strings.Split(f.headings, "|")))
		for i, h := range strings.Split(f.headings, "|") {
			cells[i] = f.cell(h, day, pick)
			if strings.Contains(strings.ToLower(h), "mail") || strings.Contains(h, "correo") {
				cells[i] = pick([]string{address, strings.ToUpper(address), " " + address, address})
			}
		}
		write(cells)
		if r.IntN(20) == 0 {
			lines = append(lines, strings.Repeat(f.separator, len(headings)-1))
		}
	}
	text := strings.Join(lines, pick([]string{"\n", "\r\n"})) + "\n"
	if !f.utf16 {
		return []byte("\ufeff" + text)
	}
	data := []byte{0xff, 0xfe}
	for _, c := range text {
		if c > 0xffff {
			c = '?'
		}
		data = append(data, byte(c), byte(c>>8))
	}
	return data
}

// cell returns what stands below a heading.
func (f form) cell(heading string, day time.Time, pick func([]string) string) string {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(strings.ToLower(heading), w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("zeit]", "fertigstellungszeit", "marca temporal", "submit", "created"):
		return pick([]string{day.Format(f.date), day.Format(f.date), day.Format(f.date), ""})
	case has("acepto", "willige", "accepte", "concordo", "agree"):
		return pick([]string{f.yes, f.yes, f.yes, f.no, "maybe"})
	case has("idiom", "sprachen", "langues", "línguas", "languages"):
		return pick(append([]string{"Klingonish", "", "UK"}, append(f.languages, f.languages...)...))
	case has("zona", "zeitzone", "fuseau", "fuso", "time zone"):
		return pick(dirtyZones)
	case has("cuándo", "wann", "disponib", "when"):
		return pick(f.windows)
	case has("cuántas", "wie viele", "combien", "quantas", "how many"):
		return pick(append([]string{"", "-1", "1000", "∞"}, f.places...))
	case has("ayudar", "helfen", "aider", "ajudar", "skills"):
		return pick(dirtyHelp)
	case has("cuéntanos", "stell dich", "parlez", "fale", "bio"):
		return pick(dirtyTexts)
	case has("web", "lien", "site", "linkedin"):
		return pick(dirtyLinks)
	case has("puesto", "beruf", "métier", "profissão", "job"):
		return pick(dirtyRoles)
	case heading == "Name":
		return "anonymous"
	case has("name", "nombre", "nome", "prénom", "nom de"):
		return pick([]string{pick(dirtyNames), pick(firstNames) + " " + pick(lastNames), pick(firstNames) + " " + pick(lastNames)})
	}
	return pick([]string{"1", "", "x"})
}

// site writes a small site into a folder and returns its path.
func site(t testing.TB, strict bool) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "site")
	topics := ""
	if strict {
		topics = "topics: {strict: true}\n"
	}
	for name, text := range map[string]string{
		"index.md":                 "---\ntitle: Harbour Mentoring\nbase_url: https://harbour.example\nconcerns: {name: Safety desk, url: \"https://harbour.example/concerns\"}\ncycles: [{id: spring-2027, start: 2027-03-01, end: 2027-09-01}]\n" + topics + "---\nWelcome.\n",
		"pages/code-of-conduct.md": "---\ntitle: Code of conduct\n---\nBe kind.\n",
		"pages/privacy.md":         "---\ntitle: Privacy\n---\nWhat we keep.\n",
		"topics/sailing.md":        "---\ntitle: Sailing\n---\n",
		"topics/knots.md":          "---\ntitle: Knots\nkind: challenge\nasks: [\"I cannot tie anything\"]\n---\n",
	} {
		path := filepath.Join(dir, "content", filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var today = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)

// imported imports a table and returns what was done.
func imported(t testing.TB, dir string, data []byte, change func(*intake.Options)) *intake.Job {
	t.Helper()
	path := filepath.Join(filepath.Dir(dir), "table.csv")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	o := intake.Options{
		Choices: intake.Choices{Kind: intake.Mentors, Random: rand.NewChaCha8([32]byte{1})},
		Site:    generator.Options{Site: dir, Today: today}, Paths: []string{path},
		Contacts: filepath.Join(filepath.Dir(dir), "private", "contacts.csv"),
	}
	if change != nil {
		change(&o)
	}
	job, err := intake.Prepare(o)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := job.Write(); err != nil {
		t.Fatal(err)
	}
	return job
}

// passesCheck fails where a site has a mistake.
func passesCheck(t testing.TB, o generator.Options) *portal.Portal {
	t.Helper()
	s, err := generator.Take(o)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range s.Diagnostics() {
		if d.Severity == diag.Error {
			data, _ := os.ReadFile(filepath.Join(o.Site, d.File))
			t.Errorf("%s:%d: %s [%s]\n%s", d.File, d.Line, d.Message, d.Code, data)
		}
	}
	return s.Portal()
}

// anAddress finds e-mail addresses and telephone numbers.
var anAddress = regexp.MustCompile(`[\w.+-]+@[\w-]+\.\w+|secret|1234567`)

func TestDirtyRowsOfEachFormBecomeFilesThatPassCheck(t *testing.T) {
	for n, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(n), 7))
			dir := site(t, n == 1)
			rows, files, profiles := 120, 60, 15
			if portaltest.Long() {
				rows, files, profiles = 500, 200, 60
			}
			data := f.table(r, rows)
			newTopics := func(o *intake.Options) { o.NewTopics = n%2 == 1 }
			job := imported(t, dir, data, newTopics)
			passesCheck(t, generator.Options{Site: dir, Today: today, Templates: os.DirFS("../../templates")})
			for _, file := range job.Files {
				if found := anAddress.Find(file.New); found != nil {
					t.Errorf("%s holds %s:\n%s", file.Path, found, file.New)
				}
			}
			published, written := 0, map[string]bool{}
			for _, file := range job.Files {
				written[file.Path] = true
				if !file.Draft {
					published++
				}
			}
			refused := 0
			for _, q := range job.Questions {
				if strings.Contains(q.Text, "The answer was no") {
					refused++
					if written[q.File] {
						t.Errorf("line %d answered no, and got %s", q.Line, q.File)
					}
				}
			}
			if len(job.Files)+refused < files || (refused > 0) != (f.no != "") || published < profiles || len(job.Questions) < rows || len(job.Conversions) < 20 {
				t.Errorf("%d files (%d of them profiles), %d questions, %d conversions of %d people", len(job.Files), published, len(job.Questions), len(job.Conversions), job.People)
			}
			again := imported(t, dir, data, newTopics)
			if len(again.Files) > 0 || !again.UpToDate() {
				t.Errorf("the same table changes %d files: %s %v", len(again.Files), again.Files[0].Path, again.Files[0].Fields)
			}
		})
	}
}

func TestTheTablesOfAProgramAreUnderstoodTheSameWhateverTheirEncoding(t *testing.T) {
	data, err := os.ReadFile("testdata/mentors.csv")
	if err != nil {
		t.Fatal(err)
	}
	first := imported(t, site(t, false), data, nil)
	other := bytes.ReplaceAll(bytes.TrimPrefix(data, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
	second := imported(t, site(t, false), other, nil)
	if len(first.Files) == 0 || len(first.Files) != len(second.Files) {
		t.Fatalf("%d and %d files", len(first.Files), len(second.Files))
	}
	for i, f := range first.Files {
		if !bytes.Equal(f.New, second.Files[i].New) {
			t.Errorf("%s\n%s", f.New, second.Files[i].New)
		}
	}
}
