package content_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

var (
	proposedField = regexp.MustCompile("`((name|headline|contact|level|languages): .+?)`(?:$|[:,])")
	proposedValue = regexp.MustCompile("(?:write|in quotes:) `?([^` ]+)`?(?: or `?[^` ]+`?)*(?:, whichever is meant)?$")
)

// What a hint proposes is pasted over what was written, and nothing is wrong with it.
func TestWhatAHintProposesIsALineThatWorks(t *testing.T) {
	pasted := 0
	for _, name := range []string{"hints-that-work", "by-meaning"} {
		data, err := os.ReadFile("testdata/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		files := txtar.Parse(data).Files
		site := sources(t, files[:len(files)-1])
		_, found := linked(site)
		for _, d := range found {
			if d.Line == 0 {
				continue
			}
			lines := strings.Split(site[d.File], "\n")
			line := lines[d.Line-1]
			if m := proposedField.FindStringSubmatch(d.Hint); m != nil {
				key, _, _ := strings.Cut(m[1], ":")
				lines[d.Line-1] = regexp.MustCompile(key+`: [^}\]]*`).ReplaceAllLiteralString(line, m[1])
			} else if m := proposedValue.FindStringSubmatch(d.Hint); m != nil && !strings.HasPrefix(line, "languages") {
				key, _, _ := strings.Cut(line, ":")
				lines[d.Line-1] = key + ": " + m[1]
			} else {
				continue
			}
			pasted++
			mended := map[string]string{}
			for path, text := range site {
				if path == d.File || !strings.HasPrefix(path, "content/mentors/") && !strings.HasPrefix(path, "content/events/") {
					mended[path] = text
				}
			}
			mended[d.File] = strings.Join(lines, "\n")
			if _, left := linked(mended); left.HasErrors() {
				t.Errorf("%s: pasted as %q: %v", d.Hint, lines[d.Line-1], left)
			}
		}
	}
	if pasted < 30 {
		t.Errorf("only %d hints could be pasted", pasted)
	}
}
