package edit_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/edit"
)

// awkward are texts and ways of writing them that readers of YAML trip over.
var awkward = []string{
	"Ana Silva", "yes", "No", "null", "~", "12:30", "1e3", "0x1F", "2027-01-01", "@ana", "- x", "a: b", "a #b", "#b", "[a", "{b}", "it's", `say "hi"`, `\n`,
	"a, b", "*a", "&a", "!a", "%a", "|", ">", "", " lead", "trail ", "two\nlines", "tab\there", "Łukasz Wójcik", "日本", "---", "...", "a  b", "?", ": ", "=cmd", "`x`", "\u2028", "é",
}

func texts() *rapid.Generator[string] {
	return rapid.OneOf(rapid.SampledFrom(awkward), rapid.StringMatching(`[a-z:#,'" \[\]{}0-9-]{0,12}`))
}

func values(depth int) *rapid.Generator[edit.Value] {
	return rapid.Custom(func(t *rapid.T) edit.Value {
		switch kind := rapid.IntRange(0, 5).Draw(t, "kind"); {
		case kind == 0 && depth > 0:
			return edit.List(rapid.SliceOfN(values(depth-1), 1, 3).Draw(t, "items")...)
		case kind == 1 && depth > 0:
			return edit.Group(edit.Entry{Key: "a", Value: values(depth-1).Draw(t, "a")}, edit.Entry{Key: "b-c", Value: values(depth-1).Draw(t, "b")})
		case kind == 2:
			return edit.Whole(rapid.IntRange(-9, 9999).Draw(t, "number"))
		}
		return edit.Text(texts().Draw(t, "text"))
	})
}

// written returns fields in one of the many ways in which people write them.
func written(t *rapid.T) string {
	var b strings.Builder
	b.WriteString("---\n")
	for _, key := range rapid.Permutation([]string{"name", "list", "lines", "group", "braces", "text", "empty"}).Draw(t, "order") {
		if rapid.IntRange(0, 3).Draw(t, "comment") == 0 {
			b.WriteString("# before " + key + "\n")
		}
		behind := rapid.SampledFrom([]string{"", " # behind", "   # [x, {y"}).Draw(t, "behind")
		switch key {
		case "name":
			b.WriteString("name: " + rapid.SampledFrom([]string{"Ana", "'it''s'", `"a \" b"`, "two\n  lines", "Ana, [x"}).Draw(t, "name") + behind + "\n")
		case "list":
			b.WriteString("list: " + rapid.SampledFrom([]string{"[a, b]", "[]", "[ 'x, y' , b ]", "[a,\n  b, # c\n  d]", "[a: 1, b]"}).Draw(t, "list") + behind + "\n")
		case "lines":
			pad := rapid.SampledFrom([]string{"", "  ", "      "}).Draw(t, "pad")
			b.WriteString("lines:" + behind + "\n" + pad + "- one # c\n\n" + pad + "# between\n" + pad + "- {a: x}\n" + pad + "- a: 1\n" + pad + "  b: 2\n")
		case "group":
			b.WriteString("group:\n  a: x" + behind + "\n  b:\n    c: |\n      long\n\n      text\n    d: [1]\n")
		case "braces":
			b.WriteString("braces: {a: x, b: [y, 'z']}" + behind + "\n")
		case "text":
			b.WriteString("text: >-\n  folded\n  text\n\n")
		case "empty":
			b.WriteString("empty:" + behind + "\n")
		}
	}
	return b.String() + "---\nBody\n"
}

func TestAfterAnyChangeTheFileSaysTheChangeAndNothingElse(t *testing.T) {
	paths := [][]string{{"name"}, {"list"}, {"lines"}, {"group"}, {"group", "a"}, {"group", "b"}, {"group", "b", "c"}, {"group", "new"},
		{"braces", "a"}, {"braces", "b"}, {"braces", "new"}, {"text"}, {"empty"}, {"empty", "x"}, {"new"}, {"new", "deep"}, {"lines", "1", "a"}, {"lines", "2", "b"}, {"list", "0"}}
	rapid.Check(t, func(t *rapid.T) {
		text := written(t)
		if rapid.Bool().Draw(t, "CRLF") {
			text = strings.ReplaceAll(text, "\n", "\r\n")
		}
		path := rapid.SampledFrom(paths).Draw(t, "path")
		value := values(2).Draw(t, "value")
		got, err := edit.Apply([]byte(text), edit.Set(value, path...))
		if err != nil {
			if path[0] != "list" || len(path) == 1 || got != nil {
				t.Fatalf("%v is refused with %q: %v", path, got, err)
			}
			return // an entry of a list that holds no fields takes none
		}
		before, _ := edit.Read([]byte(text))
		after, err := edit.Read(got)
		if err != nil {
			t.Fatal(err)
		}
		if found, ok := after.Get(path...); !ok || found.String() != value.String() {
			t.Fatalf("%v says %s, not %s, in\n%s", path, found, value, got)
		}
		for _, key := range []string{"name", "list", "lines", "group", "braces", "text", "empty"} {
			a, _ := before.Get(key)
			b, _ := after.Get(key)
			if key != path[0] && a.String() != b.String() {
				t.Fatalf("%s became %s in\n%s", key, b, got)
			}
		}
		outsideUntouched(t, text, string(got), path[0])
	})
}

// outsideUntouched compares what stands before and behind the lines of a field.
func outsideUntouched(t *rapid.T, before, after, key string) {
	from := strings.Index(before, "\n"+key+":")
	if from < 0 {
		after = strings.ReplaceAll(after, "\r", "") // that the ends of lines stay is tested with examples
		from = strings.Index(after, "\nnew:")
		to := from + 1 + strings.IndexByte(after[from+1:], '\n')
		if after[:from]+after[to:] != strings.ReplaceAll(before, "\r", "") {
			t.Fatalf("a new field changed what was there:\n%s", after)
		}
		return
	}
	rest := before[from+1:]
	to := len(rest)
	for _, other := range []string{"name", "list", "lines", "group", "braces", "text", "empty", "---"} {
		if at := strings.Index(rest, "\n"+other); at >= 0 && other != key {
			to = min(to, at)
		}
	}
	if !strings.HasPrefix(after, before[:from]) || !strings.HasSuffix(after, rest[to:]) {
		t.Fatalf("bytes outside of %s changed:\n%s\n----\n%s", key, before, after)
	}
}

func TestSettingWhatAFileSaysChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := written(t)
		fields, err := edit.Read([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		key := rapid.SampledFrom([]string{"name", "list", "lines", "group", "braces", "text"}).Draw(t, "key")
		value, _ := fields.Get(key)
		if got, err := edit.Apply([]byte(text), edit.Set(value, key)); err != nil || string(got) != text {
			t.Fatalf("%v\n%s", err, got)
		}
	})
}

func FuzzApply(f *testing.F) {
	f.Add(profile, "Ana", "name", "")
	f.Add("---\na: {b: [c, d]}\n---\n", "x: y", "a", "b")
	f.Add("---\r\n'a b': |\r\n  x\r\n---\r\n", "- z", "a b", "")
	f.Fuzz(func(t *testing.T, data, text, key, inner string) {
		if len(data) > 2000 {
			return
		}
		path := []string{key}
		if inner != "" {
			path = append(path, inner)
		}
		for _, c := range []edit.Change{
			edit.Set(edit.Text(text), path...), edit.Remove(path...), edit.Add(edit.Text(text), path...), edit.Drop(edit.Text(text), path...),
		} {
			got, err := edit.Apply([]byte(data), c)
			if err != nil {
				continue
			}
			if _, err := edit.Read(got); err != nil && !bytes.Equal(got, []byte(data)) {
				t.Fatalf("%q became unreadable: %q: %v", data, got, err)
			}
		}
	})
}
