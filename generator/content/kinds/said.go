package kinds

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// SaidFields returns the names of the fields of a request that Said is meant for, in the
// order of the form.
func SaidFields() []string {
	return strings.Fields("needs goals move languages timezone windows stage kinds formats duration country location offers values cycle")
}

// Said reads a field of a request from a text that stands in no file, such as an
// argument of a command and a cell of a table, by the same rules as in a file. The values
// of a list stand between commas or semicolons; where there are none the field stays. A
// need is written as "topic:want:goal", where all but the topic may be left out and
// stand in any order, and a move as "from:to", where one end may be left out; other
// groups, truths and numbers are not read so. Said stores the value in r and returns
// the mistakes, whose positions mean nothing; what only other files know, such as
// which topics and cycles there are, is left to the caller.
func Said(r *portal.Request, name, text string) (diags diag.List) {
	fields := requestFields()
	f := fields[slices.IndexFunc(fields, func(f field.Field[portal.Request]) bool { return f.Name() == name })]
	values := []string{text}
	if f.IsList() {
		values = strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	}
	var items []string
	for _, value := range values {
		value = strings.TrimSpace(value)
		first, rest, move := strings.Cut(value, ":")
		switch first, rest = strings.TrimSpace(first), strings.TrimSpace(rest); {
		case value == "":
		case name == "needs" && first == "":
			diags.Errorf(diag.Position{}, field.MissingField, "write it as `public speaking:must:3`", "`%s` names no topic", value)
			return diags
		case name == "needs":
			items = append(items, saidNeed(value))
		case name == "move" && (!move || first+rest == ""):
			diags.Errorf(diag.Position{}, field.WrongType, "write it as `nursing:data analysis`; one of them may be left out", "a move has two ends")
			return diags
		case name == "move":
			items = append(items, saidGroup("from", first, "to", rest))
		default:
			items = append(items, field.Quoted(value))
		}
	}
	if len(items) == 0 {
		return nil
	}
	return field.ReadItems(f, items, r)
}

// saidNeed returns "topic:want:goal" as a group in YAML. The goal is a level as a digit or a
// word.
func saidNeed(text string) string {
	parts := strings.Split(text, ":")
	pairs := []string{"topic", parts[0]}
	for _, said := range parts[1:] {
		word := strings.ToLower(strings.TrimSpace(said))
		key := "want"
		word = cmp.Or(part.LevelNamed(word), word)
		if _, err := strconv.Atoi(word); err == nil {
			key = "goal"
		}
		pairs = append(pairs, key, word)
	}
	return saidGroup(pairs...)
}

// saidGroup returns pairs of a key and a value as a group in YAML, without empty values.
func saidGroup(pairs ...string) string {
	var fields []string
	for i := 0; i < len(pairs); i += 2 {
		value := strings.TrimSpace(pairs[i+1])
		if pairs[i] != "goal" && value != "" {
			value = field.Quoted(value)
		}
		if value != "" {
			fields = append(fields, pairs[i]+": "+value)
		}
	}
	return "{" + strings.Join(fields, ", ") + "}"
}

// Takes returns what a field of a request takes, in words: "time zone as Africa/Lagos"; of a
// list what each entry takes.
func Takes(name string) string {
	switch name {
	case "needs":
		return "topic, as `public speaking:must:3`"
	case "move":
		return "move, as `nursing:data analysis`"
	}
	_, takes, _ := Request.About.Field(name)
	return strings.TrimPrefix(takes, "list; each entry: ")
}
