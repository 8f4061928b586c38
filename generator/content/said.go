package content

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Said reads a field of a request from texts that stand in no file, such as
// arguments of a command and cells of a table, by the same rules as in a file. A
// need is written as "topic:want:goal", where all but the topic may be left out and
// stand in any order, and a move as "from:to", where one end may be left out; other
// groups, truths and numbers are not read so. Said stores the value in r and returns
// the mistakes, whose positions mean nothing; what only other files know, such as
// which topics and cycles there are, is left to the caller.
func Said(r *portal.Request, name string, values []string) diag.List {
	fields := requestFields()
	i := slices.IndexFunc(fields, func(f field[portal.Request]) bool { return f.name == name })
	d := &decoder{doc: &Document{kind: requestKind}, reader: &Reader{}, field: name}
	if i < 0 {
		d.errorf(diag.Position{}, UnknownKey, "", "there is no field `%s`", name)
		return d.doc.Diags
	}
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, value := range values {
		first, rest, _ := strings.Cut(value, ":")
		switch first = strings.TrimSpace(first); {
		case name == "needs" && first == "":
			d.errorf(diag.Position{}, MissingField, "write it as `public speaking:must:3`", "`%s` names no topic", value)
			return d.doc.Diags
		case name == "needs":
			n.Content = append(n.Content, saidNeed(value))
		case name == "move" && (!strings.Contains(value, ":") || first+strings.TrimSpace(rest) == ""):
			d.errorf(diag.Position{}, WrongType, "write it as `nursing:data analysis`; one of them may be left out", "a move has two ends")
			return d.doc.Diags
		case name == "move":
			n.Content = append(n.Content, mapping("from", first, "to", rest))
		default:
			n.Content = append(n.Content, words(value))
		}
	}
	if fields[i].about.json != "array" && len(n.Content) == 1 {
		n = n.Content[0]
	}
	if !empty(n) {
		fields[i].read(d, n, r)
	}
	return d.doc.Diags
}

// saidNeed returns "topic:want:goal" as the group that it is in a file. The goal is a
// level in digits or in words.
func saidNeed(text string) *yaml.Node {
	parts := strings.Split(text, ":")
	pairs := []string{"topic", parts[0]}
	for _, part := range parts[1:] {
		word := strings.ToLower(strings.TrimSpace(part))
		key := "want"
		if level := slices.Index([]string{"knows", "practises", "leads", "teaches"}, word); level >= 0 {
			word = strconv.Itoa(level + 1)
		}
		if _, err := strconv.Atoi(word); err == nil {
			key = "goal"
		}
		pairs = append(pairs, key, word)
	}
	return mapping(pairs...)
}

// mapping returns pairs of a key and a value as a mapping, but for empty values.
func mapping(pairs ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for i := 0; i < len(pairs); i += 2 {
		if value := strings.TrimSpace(pairs[i+1]); value != "" {
			node := words(value)
			if pairs[i] == "goal" {
				node.Tag = "!!int"
			}
			n.Content = append(n.Content, words(pairs[i]), node)
		}
	}
	return n
}

func words(text string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text}
}

// TakesMany reports whether a field of a request is a list.
func TakesMany(name string) bool {
	return slices.ContainsFunc(requestFields(), func(f field[portal.Request]) bool {
		return f.name == name && f.about.json == "array"
	})
}
