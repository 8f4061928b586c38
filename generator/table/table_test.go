package table

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plainly knows the columns name and place.
func plainly(heading string) string {
	if heading = strings.ToLower(heading); heading == "name" || heading == "place" {
		return heading
	}
	return ""
}

func TestTablesOfEverySpreadsheetSayTheSame(t *testing.T) {
	const plain = "name,place\nAna,Lagos\nBo,\n"
	want := []Row{{Line: 2, Values: map[string]string{"name": "Ana", "place": "Lagos"}}, {Line: 3, Values: map[string]string{"name": "Bo", "place": ""}}}
	for name, text := range map[string]string{
		"plain": plain, "a byte order mark": "\ufeff" + plain, "CRLF": strings.ReplaceAll(plain, "\n", "\r\n"),
		"semicolons": strings.ReplaceAll(plain, ",", ";"), "tabs": strings.ReplaceAll(plain, ",", "\t"),
		"no last line end": strings.TrimSuffix(plain, "\n"), "capitals and spaces": strings.Replace(plain, "name,place", "Name , PLACE", 1),
		"CR alone": strings.ReplaceAll(plain, "\n", "\r"),
		"quotes":   strings.ReplaceAll(plain, "Ana", "\"Ana\""),
	} {
		got, err := Read(strings.NewReader(text), plainly)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if diff := cmp.Diff(want, got.Rows); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestWhatKeepsATableFromBeingReadIsSaidWithItsLine(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "line 1: the file is empty",
		"\nname,Name\n":            "line 2: two columns are named as `name` is",
		"name\n\"Ana\n":            "line 2: a quote is missing",
		"\xff":                     "line 1: the file is not in UTF-8",
		"\xff\xfen\x00x":           "line 1: the file breaks off in the middle of a character",
		strings.Repeat("a", 9<<20): "line 1: the file is larger than 8 MB",
		"name\n\"" + strings.Repeat("a,b\n", MaxCell/4) + "a\"\n": "line 2: a value has 50001 characters",
		"name\n" + strings.Repeat("a\n", MaxRows+1):               "line 10002: more than 10000 lines",
		"name\n" + strings.Repeat("a,", MaxColumns) + "b":         "line 2: more than 1000 columns",
	} {
		_, err := Read(strings.NewReader(text), plainly)
		if wrong := new(Mistake); !errors.As(err, &wrong) || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%.20q: %v, want %s", text, err, want)
		}
	}
}

func TestALineThatNamesTheSeparatorIsObeyed(t *testing.T) {
	got, err := Parse(strings.NewReader("sep=;\r\na,b,c;d\r\n"))
	if diff := cmp.Diff([]Line{{2, []string{"a,b,c", "d"}}}, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestATableIsReadWhateverStandsBetweenItsValues(t *testing.T) {
	want := []Line{{1, []string{"Name", "Help (separate with ;)", "About"}}, {2, []string{"Ana", "knots; tides", "two\nlines, \"so\""}}, {5, []string{"Bo", "", ""}}}
	for _, comma := range []string{",", ";", "\t"} {
		text := strings.ReplaceAll("Name|\"Help (separate with ;)\"|About\nAna|\"knots; tides\"|\"two\nlines, \"\"so\"\"\"\n||\nBo||\n", "|", comma)
		got, err := Parse(strings.NewReader(text))
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%q: %v\n%s", comma, err, diff)
		}
	}
}

func TestATableInUTF16IsRead(t *testing.T) {
	const little = "\xff\xfeN\x00\t\x00\xe9\x00\n\x00"
	const big = "\xfe\xff\x00N\x00\t\x00\xe9\x00\n"
	for _, text := range []string{little, big} {
		got, err := Parse(strings.NewReader(text))
		if diff := cmp.Diff([]Line{{1, []string{"N", "é"}}}, got); diff != "" || err != nil {
			t.Error(err, diff)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a,b\n\"x\ny\",2\n")
	f.Add("\xff\xfea\x00;\x00")
	f.Fuzz(func(t *testing.T, text string) {
		lines, err := Parse(strings.NewReader(text))
		if wrong := new(Mistake); err != nil && !errors.As(err, &wrong) {
			t.Fatal(err)
		}
		for i, line := range lines {
			if len(line.Cells) == 0 || i > 0 && line.Number <= lines[i-1].Number {
				t.Fatalf("%q: %v", text, lines)
			}
		}
	})
}

func TestColumnsOfOtherNamesAreLeftOutAndTold(t *testing.T) {
	got, err := Read(strings.NewReader("\"Notes, old\";name\ncalled; Ana\n"), plainly)
	want := &Table{Columns: []string{"", "name"}, Unread: []string{"Notes, old"}, Rows: []Row{{Line: 2, Values: map[string]string{"name": "Ana"}}}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
}
