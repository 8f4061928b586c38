package content

import (
	"slices"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// Said reads a field of a request from texts that stand in no file, such as
// arguments of a command: languages, timezone, windows and the like, by the same
// rules as in a file. Fields that are groups, such as needs, and truths and
// numbers are not read so. It stores the value in r and returns the mistakes, whose
// positions mean nothing; what only other files know, such as which topics and
// cycles there are, is left to the caller.
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
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value})
	}
	if fields[i].about.json != "array" && len(n.Content) == 1 {
		n = n.Content[0]
	}
	if !empty(n) {
		fields[i].read(d, n, r)
	}
	return d.doc.Diags
}

// TakesMany reports whether a field of a request is a list.
func TakesMany(name string) bool {
	return slices.ContainsFunc(requestFields(), func(f field[portal.Request]) bool {
		return f.name == name && f.about.json == "array"
	})
}
