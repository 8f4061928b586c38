package field_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/content"
	"ithaca/generator/content/kinds"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

// The schemas come from the declarations that decode, so whatever is read
// without a mistake must also suit them.
func TestWhatIsReadWithoutAMistakeSuitsItsSchema(t *testing.T) {
	seen := map[string]int{}
	judge := func(schemas map[string]any, path string, data []byte) {
		if doc := content.Decode(path, data); !strings.HasSuffix(path, ".md") || doc.Diags.HasErrors() {
			return
		}
		name, rest, _ := strings.Cut(strings.TrimPrefix(path, "content/"), "/")
		if rest == "" {
			name = "index"
		}
		seen[name]++
		schema := schemas[name].(map[string]any)
		if strings.Count(path, ".") > 1 { // a translation repeats only what is text
			schema = nothingRequired(schema).(map[string]any)
		}
		if problem := suits(schema, fields(t, path, data), name); problem != "" {
			t.Errorf("%s: %s", path, problem)
		}
	}
	var docs []*content.Document
	decoded := decodedSchemas(t, nil)
	for _, f := range portaltest.Files(portaltest.Options{Mentors: 50}) {
		judge(decoded, f.Path, f.Data)
	}
	demo := os.DirFS("../../..")
	err := fs.WalkDir(demo, "content", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".") || strings.HasPrefix(entry.Name(), "_") {
			return err
		}
		data, err := fs.ReadFile(demo, path)
		judge(decoded, path, data)
		docs = append(docs, content.Decode(path, data))
		return err
	})
	demos, _ := content.Link(docs, content.Options{})
	named := decodedSchemas(t, demos)
	for _, doc := range docs {
		if data, err := fs.ReadFile(demo, doc.Path); err == nil {
			judge(named, doc.Path, data)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"index", "mentors", "topics", "guides", "resources", "stories", "pages"} {
		if seen[name] == 0 {
			t.Errorf("no sound file of %s was judged", name)
		}
	}
}

// nothingRequired returns a schema without what it requires, at every depth.
func nothingRequired(schema any) any {
	switch s := schema.(type) {
	case map[string]any:
		kept := map[string]any{}
		for key, value := range s {
			if _, names := value.([]any); key != "required" || !names {
				kept[key] = nothingRequired(value)
			}
		}
		return kept
	case []any:
		kept := make([]any, len(s))
		for i, value := range s {
			kept[i] = nothingRequired(value)
		}
		return kept
	}
	return schema
}

func TestASchemaRefusesWhatDecodingRefuses(t *testing.T) {
	schemas := decodedSchemas(t, nil)
	for _, c := range []struct{ kind, fields, problem string }{
		{"mentors", "name: Ana\n", "is missing"},
		{"mentors", "nmae: Ana\n", "nmae is unknown"},
		{"topics", "title: 42\n", "not a string"},
		{"topics", "title: A\nkind: ability\n", "not one of"},
		{"topics", "title: A\nalso: B\n", "not a array"},
		{"topics", "title: " + strings.Repeat("a", 81) + "\n", "too long"},
		{"topics", "title: A\naliases: [B]\n", "does not match"},
		{"stories", "title: A\nsummary: B\nconsent: {}\n", "publish is missing"},
	} {
		data := []byte("---\n" + c.fields + "---\n")
		if doc := content.Decode("content/"+c.kind+"/a.md", data); !doc.Diags.HasErrors() {
			t.Errorf("%q is decoded without an error", c.fields)
		}
		got := suits(schemas[c.kind].(map[string]any), fields(t, c.kind, data), c.kind)
		if !strings.Contains(got, c.problem) {
			t.Errorf("%q: %q, want %q", c.fields, got, c.problem)
		}
	}
}

func TestTheReferenceNamesEveryFieldOfEveryKind(t *testing.T) {
	reference := kinds.Reference()
	for kind, s := range decodedSchemas(t, nil) {
		for name := range s.(map[string]any)["properties"].(map[string]any) {
			if !strings.Contains(reference, "`"+name+"`") {
				t.Errorf("the reference does not name `%s` of %s", name, kind)
			}
		}
	}
	if strings.Contains(reference, "%!") || strings.Contains(reference, "| |") {
		t.Error("a cell of the reference is empty or was not filled in")
	}
}

// decodedSchemas returns the schemas as an editor gets them: through JSON.
func decodedSchemas(t *testing.T, p *portal.Portal) map[string]any {
	data, err := json.Marshal(kinds.Schemas(p))
	if err != nil {
		t.Fatal(err)
	}
	var schemas map[string]any
	if err := json.Unmarshal(data, &schemas); err != nil {
		t.Fatal(err)
	}
	return schemas
}

// fields returns the fields of a file as a program that knows only YAML sees them.
func fields(t *testing.T, path string, data []byte) any {
	block, _, _ := bytes.Cut(bytes.TrimPrefix(data, []byte("---\n")), []byte("\n---"))
	var node yaml.Node
	if err := yaml.Load(block, &node); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return plain(node.Content[0])
}

// plain returns a node as JSON would hold it; dates are texts there.
func plain(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = plain(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		l := []any{}
		for _, c := range n.Content {
			l = append(l, plain(c))
		}
		return l
	}
	var value any
	if n.Tag == "!!timestamp" || n.Tag == "!!str" {
		return n.Value
	}
	_ = n.Decode(&value)
	if i, ok := value.(int); ok {
		return float64(i)
	}
	return value
}

// suits reports what of a value a schema refuses, "" for nothing. It knows the
// words that our schemas use.
func suits(s map[string]any, value any, at string) string {
	if choices, ok := s["anyOf"].([]any); ok {
		problem := ""
		for _, choice := range choices {
			if problem = suits(choice.(map[string]any), value, at); problem == "" {
				return ""
			}
		}
		return problem
	}
	if value == nil {
		return ""
	}
	if enum, ok := s["enum"].([]any); ok && !slices.Contains(enum, value) {
		return fmt.Sprintf("%s is not one of %v", at, enum)
	}
	if s["type"] == nil {
		return ""
	}
	switch kind := s["type"].([]any)[0].(string); v := value.(type) {
	case string:
		return suitsText(s, kind, v, at)
	case float64:
		if kind != "integer" || v < s["minimum"].(float64) || v > s["maximum"].(float64) {
			return fmt.Sprintf("%s is not a %s within its bounds: %v", at, kind, v)
		}
	case bool:
		if kind != "boolean" {
			return fmt.Sprintf("%s is not a %s", at, kind)
		}
	case []any:
		return suitsList(s, kind, v, at)
	case map[string]any:
		return suitsGroup(s, kind, v, at)
	}
	return ""
}

func suitsText(s map[string]any, kind, text, at string) string {
	if kind != "string" {
		return fmt.Sprintf("%s is not a %s", at, kind)
	}
	if max, ok := s["maxLength"].(float64); ok && float64(utf8.RuneCountInString(strings.TrimSpace(text))) > max {
		return at + " is too long"
	}
	if pattern, ok := s["pattern"].(string); ok && !regexp.MustCompile(pattern).MatchString(text) {
		return fmt.Sprintf("%s does not match %s: %q", at, pattern, text)
	}
	return ""
}

func suitsList(s map[string]any, kind string, list []any, at string) string {
	if kind != "array" || float64(len(list)) > s["maxItems"].(float64) {
		return fmt.Sprintf("%s is not a %s within its bounds", at, kind)
	}
	for i, entry := range list {
		if problem := suits(s["items"].(map[string]any), entry, fmt.Sprintf("%s[%d]", at, i)); problem != "" {
			return problem
		}
	}
	return ""
}

func suitsGroup(s map[string]any, kind string, group map[string]any, at string) string {
	if kind != "object" {
		return fmt.Sprintf("%s is not a %s", at, kind)
	}
	properties, closed := s["properties"].(map[string]any)
	for key, value := range group {
		if properties[key] == nil && closed && len(properties) > 0 {
			return at + "." + key + " is unknown"
		}
		if p, ok := properties[key].(map[string]any); ok {
			if problem := suits(p, value, at+"."+key); problem != "" {
				return problem
			}
		}
	}
	required, _ := s["required"].([]any)
	for _, key := range required {
		if group[key.(string)] == nil {
			return at + "." + key.(string) + " is missing"
		}
	}
	return ""
}
