package field

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// provoked holds, for each complaint that is known by its words, fields about which
// the YAML reader complains so.
var provoked = map[string]string{
	unknownAnchor:                                           "name: *ana\n",
	strayColon:                                              "headline: I can help: with bees\n",
	missingColon:                                            "name: Ana\nbees\nrole: Keeper\n",
	tabCharacter:                                            "style:\n \tdirectness: 1\n",
	missingKey:                                              "name: 'Ana' Silva\n",
	"did not find expected ',' or ']'":                      "values: [a, b\nname: Ana\n",
	"did not find expected ',' or '}'":                      "style: {directness: 1\nname: Ana\n",
	"found unexpected end of stream":                        "name: \"Ana\n",
	"found unexpected document indicator":                   "name: \"Ana\n---\nrole: Keeper\"\n",
	"found unknown escape character":                        "name: \"C:\\keys\"\n",
	"did not find expected hexadecimal number":              "name: \"\\xyz\"\n",
	"invalid Unicode character escape":                      "name: \"\\uD800\"\n",
	"found character that cannot start any token":           "name: @ana\n",
	"did not find expected node content":                    "values: [,]\n",
	"mapping keys are not allowed":                          "name: ? a\n",
	"did not find expected alphabetic or numeric character": "name: & ana\n",
	"directive":                                             "%bees\n",
	"tag":                                                   "name: !<bees\n",
	"block sequence entries are not allowed":                "values: - a\n",
	"did not find expected '-' indicator":                   "values:\n  - a\n  b: c\n",
	"did not find expected comment or line break":           "name: | Ana\n",
	"did not find expected <document start>":                "  name: Ana\nrole: Keeper\n",
	"exceeded max depth":                                    strings.Repeat("[", 10_100),
}

func TestErrorsOfTheYAMLParserAreRecognised(t *testing.T) {
	known := []string{unknownAnchor, strayColon, missingColon, missingKey}
	for _, f := range yamlFaults {
		known = append(known, f.contains)
	}
	for words := range provoked {
		if !slices.Contains(known, words) {
			t.Errorf("%q is provoked, and nothing looks for it", words)
		}
	}
	for _, words := range known {
		block, given := provoked[words]
		if !given {
			t.Errorf("nothing provokes %q", words)
			continue
		}
		var e *yaml.LoadError
		loader, err := yaml.NewLoader(bytes.NewReader([]byte(block)))
		if err == nil {
			err = loader.Load(new(yaml.Node))
		}
		if !errors.As(err, &e) || !strings.Contains(e.Message+" "+e.ContextMsg, words) {
			t.Errorf("of %q the reader says %v, not %q", block, err, words)
		}
	}
}
