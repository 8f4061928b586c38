package stem_test

import (
	"strings"
	"testing"

	"ithaca/generator/stem"
)

func TestFormsOfAWordHaveOneStem(t *testing.T) {
	for _, c := range []struct{ language, one, other string }{
		{"en", "gardens", "gardening"}, {"en-GB", "genomics", "genomic"}, {"es", "enfermera", "enfermeras"},
		{"fr", "jardinier", "jardiniers"}, {"pt-BR", "programador", "programadores"}, {"de", "lehrer", "lehrern"},
		{"it", "giardino", "giardini"}, {"nl", "tuin", "tuinen"}, {"nb", "hage", "hagen"},
		{"ru", "сад", "сады"}, {"tr", "bahçe", "bahçeler"},
	} {
		l := stem.Of(c.language)
		if one, other := l.Stem(c.one), l.Stem(c.other); one != other || one == "" {
			t.Errorf("%s: %s gives %q, %s gives %q", c.language, c.one, one, c.other, other)
		}
	}
}

func TestFunctionWordsHaveNoStem(t *testing.T) {
	for language, word := range map[string]string{"en": "the", "es": "para", "fr": "avec", "pt": "não", "de": "und", "it": "della", "nl": "het"} {
		if got := stem.Of(language).Stem(word); got != "" {
			t.Errorf("%s: %s gives %q", language, word, got)
		}
	}
	for _, word := range strings.Split("self-employed", "-") { // they were all that two had in common
		if got := stem.Of("en").Stem(word); got != "" {
			t.Errorf("%s gives %q", word, got)
		}
	}
}

func TestAWordOfAnotherLanguageIsItsOwnStem(t *testing.T) {
	for _, word := range []string{"vijana", "園芸"} {
		if got := stem.Of("sw").Stem(word); got != word {
			t.Errorf("%s gives %q", word, got)
		}
	}
}
