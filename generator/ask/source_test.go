package ask_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A reader of source files that has nothing in common with the one of package
// content: it looks at text, so that what it confirms was really written.

// written is the text of a file: its fields, by the keys at the top, and its body.
type written struct {
	fields map[string]string
	text   string // all of it
}

func readWritten(t *testing.T, file string) written {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	w := written{map[string]string{}, string(data)}
	key, parts := "", strings.SplitN(string(data), "---\n", 3)
	for line := range strings.Lines(parts[1]) {
		if before, after, found := strings.Cut(line, ":"); found && before == strings.TrimLeft(before, " -#") {
			key, line = before, after
		}
		w.fields[key] += line
	}
	return w
}

// plain returns a text in small letters and hyphens, with one before and after.
func plain(text string) string {
	var b strings.Builder
	b.WriteByte('-')
	for _, c := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			b.WriteRune(c)
		case unicode.IsMark(c):
		case !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-") + "-"
}

// names holds every name of a topic: its slug, and what its file says.
type names map[string][]string

// readNames reads the names of all topics, and what their files say is broader.
func readNames(t *testing.T, site string) (all names, above map[string]string) {
	t.Helper()
	all, above = names{}, map[string]string{}
	files, err := filepath.Glob(filepath.Join(site, "content/topics/*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		w, slug := readWritten(t, file), strings.TrimSuffix(filepath.Base(file), ".md")
		all[slug] = append(all[slug], w.fields["title"])
		for _, also := range strings.FieldsFunc(w.fields["also"], func(c rune) bool { return strings.ContainsRune("[],\n", c) }) {
			all[slug] = append(all[slug], strings.TrimPrefix(strings.TrimSpace(also), "- "))
		}
		above[slug] = w.fields["broader"]
	}
	return all, above
}

// in reports whether a text names a topic.
func (n names) in(text, slug string) bool {
	folded := plain(text)
	return slices.ContainsFunc(append(slices.Clone(n[slug]), slug), func(name string) bool {
		return len(plain(name)) > 2 && strings.Contains(folded, plain(name))
	})
}

// entry returns the entry of a list that names a topic, "" for none: one with its
// slug before one with another name, which may be a part of some other topic's.
func (n names) entry(list, slug string) string {
	other := ""
	for _, entry := range regexp.MustCompile(`\n|[{}]`).Split(list, -1) {
		if strings.Contains(plain(entry), plain(slug)) {
			return entry
		}
		if other == "" && n.in(entry, slug) {
			other = entry
		}
	}
	return other
}

// hasWord reports whether a text holds a form of a word: one with the same beginning,
// or a shorter one that the word begins with.
func hasWord(text, word string) bool {
	word = strings.Trim(plain(word), "-")
	letters := []rune(word)
	stem := string(letters[:max(min(3, len(letters)), len(letters)*6/10)])
	return slices.ContainsFunc(strings.Split(plain(text), "-"), func(other string) bool {
		const ending = 5 // letters of "-ning", at most
		return strings.HasPrefix(other, stem) || len(other) > 1 && strings.HasPrefix(word, other) && len(word)-len(other) <= ending
	})
}

// week is the minutes of a week in UTC in which somebody is free.
type week [7 * 24 * 60]bool

var hours = regexp.MustCompile(`(Sun|Mon|Tue|Wed|Thu|Fri|Sat) (\d\d):(\d\d)-(\d\d):(\d\d)`)

// freeIn returns when somebody is free in the week of a day.
func (w written) freeIn(t *testing.T, day time.Time) (free week) {
	t.Helper()
	offset := w.offset(t, day)
	for _, m := range hours.FindAllStringSubmatch(w.fields["windows"]+w.fields["availability"], -1) {
		number := func(i int) int { return int(m[i][0]-'0')*10 + int(m[i][1]-'0') }
		first := slices.Index([]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}, m[1]) * 24 * 60
		for at := first + number(2)*60 + number(3); at < first+number(4)*60+number(5); at++ {
			free[(at-offset+2*len(free))%len(free)] = true
		}
	}
	return free
}

// offset returns by how many minutes clocks are ahead of UTC on a day.
func (w written) offset(t *testing.T, day time.Time) int {
	t.Helper()
	zone, err := time.LoadLocation(strings.TrimSpace(w.fields["timezone"]))
	if err != nil {
		t.Fatal(err)
	}
	_, seconds := day.In(zone).Zone()
	return seconds / 60
}

// season returns when a cycle begins and ends, as the text of index.md has it.
func season(t *testing.T, site, cycle string) (begin, end time.Time) {
	t.Helper()
	_, text, _ := strings.Cut(readWritten(t, filepath.Join(site, "content/index.md")).text, "id: "+cycle)
	for _, of := range []struct {
		key string
		at  *time.Time
	}{{"start", &begin}, {"end", &end}} {
		found := regexp.MustCompile(of.key + `: (\d{4}-\d\d-\d\d)`).FindStringSubmatch(text)
		if found == nil {
			t.Fatal("no cycle " + cycle)
		}
		day, err := time.Parse(time.DateOnly, found[1])
		if err != nil {
			t.Fatal(err)
		}
		*of.at = day.Add(12 * time.Hour)
	}
	return begin, end
}
