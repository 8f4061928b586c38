package content

import (
	"fmt"
	"strings"
)

// levelWords are what people write beside a topic to say how well they know it, by
// the level that each means. Words that also say what somebody is, such as senior,
// are not among them.
var levelWords = map[string]int{
	"beginner": 1, "beginners": 1, "basic": 1, "basics": 1, "fundamentals": 1, "novice": 1, "intermediate": 2, "advanced": 3, "expert": 4,
}

// cutLevel splits a level off a topic's key: "sql" and 3 for "sql-advanced". The level is 0
// where there is none.
func cutLevel(key string) (topic string, level int) {
	words := strings.Split(key, "-")
	if n := len(words); n > 2 && words[n-1] == "level" {
		words = words[:n-1]
	}
	last := len(words) - 1
	if last < 1 {
		return key, 0
	}
	if level = levelWords[words[last]]; level > 0 {
		words = words[:last]
		if last > 1 && words[last-1] == "for" { // sql for beginners
			words = words[:last-1]
		}
	} else if level = levelWords[words[0]]; level > 0 {
		words = words[1:]
	}
	return strings.Join(words, "-"), level
}

// levelHint returns a hint for a mention with a level in the topic's name: how to write it
// in fields. It is "" where there is no level, or no such topic without it.
func (l *linker) levelHint(doc *Document, ref Mention, key string) string {
	name, level := cutLevel(key)
	if level == 0 {
		return ""
	}
	t := l.topics.byKey[name]
	if t == nil || t.Draft {
		return ""
	}
	switch doc.fieldAt(uint16(ref.At.Line), uint16(ref.At.Column)) {
	case "skills":
		return fmt.Sprintf("write the level in a field of its own: `{topic: %s, level: %d}`", t.Slug, level)
	case "needs":
		return fmt.Sprintf("write the level in a field of its own: `{topic: %s, goal: %d}`, or `now: %d` for where they stand", t.Slug, level, level)
	}
	return "write `" + t.Slug + "`: this field takes no level"
}

// fieldAt returns the top-level field of the file at a line and column, "" where it is not
// known.
func (d *Document) fieldAt(line, column uint16) string {
	key, found := "", keyPosition{}
	for _, k := range d.keys {
		before := k.line < line || k.line == line && k.column <= column
		if before && (k.line > found.line || k.line == found.line && k.column >= found.column) {
			key, found = d.kind.Keys[k.field], k
		}
	}
	return key
}
