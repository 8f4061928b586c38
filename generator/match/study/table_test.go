package study

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// small returns a portal of two mentors, a request and a topic.
func small() *portal.Portal {
	mentor := func(slug, name string) *portal.Mentor {
		return &portal.Mentor{Item: portal.Item{Slug: slug}, Name: name, Languages: []string{"en"}}
	}
	baking := &portal.Topic{Item: portal.Item{Slug: "baking"}, Title: "Baking"}
	return &portal.Portal{
		Program:  &portal.Program{Cycles: []portal.Cycle{{ID: "spring"}}},
		Mentors:  []*portal.Mentor{mentor("ana-silva", "Ana Silva"), mentor("bo-berg", "Bo Berg")},
		Requests: []*portal.Request{{Item: portal.Item{Slug: "heron-42"}, Cycle: "spring"}},
		Topics:   portal.NewTopics([]*portal.Topic{baking}, map[string]*portal.Topic{"baking": baking}),
	}
}

// pairsIn returns the pairs of a table.
func pairsIn(p *portal.Portal, data string) ([]Pair, error) {
	past, err := Read(p, strings.NewReader(data), nil)
	if err != nil {
		return nil, err
	}
	return past.Pairs, nil
}

func FuzzPastPairsAreReadOrRefused(f *testing.F) {
	for _, seed := range []string{
		"request,mentor\nheron-42,ana-silva\n", "\ufeffrequest;mentor;cycle\r\n\"heron-42\";Bo Berg;spring\r\n", "mentor\tneeds\nana-silva\tbaking:must\n",
		"request,mentor\n\"heron", "", ",\n,", "request,request\n", "mentor,needs,needs\n", "request,mentor\nheron-42,ana-silva,x\n", "\xff",
		"mentor,move,windows,languages\nana-silva,baking:,Tue 18:00-20:00,en\n", "0\r\"",
	} {
		f.Add([]byte(seed))
	}
	p := small()
	f.Fuzz(func(t *testing.T, data []byte) {
		past, err := pairsIn(p, string(data))
		if wrong := (Unusable)(nil); errors.As(err, &wrong) {
			for _, mistake := range wrong {
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
			if portal.Find(p.Mentors, pair.Mentor) == nil || pair.Request == nil || slices.Contains(past[:i], pair) {
				t.Fatalf("%q gives the pair %+v", data, pair)
			}
		}
	})
}

func TestTablesOfEverySpreadsheetSayTheSame(t *testing.T) {
	p := small()
	said := func(table string) string {
		past, err := pairsIn(p, table)
		if err != nil {
			return err.Error()
		}
		var lines []string
		for _, pair := range past {
			lines = append(lines, pair.Request.Slug+" "+pair.Mentor+" "+pair.Request.Cycle)
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
	p := small()
	for name, text := range map[string]string{
		"lines": "request,mentor\n" + strings.Repeat("heron-42,ana-silva\n", table.MaxRows+1),
		"bytes": "request,mentor\nheron-42,\"" + strings.Repeat("a", table.MaxBytes) + "\"\n",
	} {
		if _, err := pairsIn(p, text); !errors.As(err, new(Unusable)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
