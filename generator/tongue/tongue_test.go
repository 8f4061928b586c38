package tongue_test

import (
	"slices"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"ithaca/generator/tongue"
)

func TestAMacrolanguageAndItsMembersAreShared(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		shared bool
	}{
		{"no", "nb", true}, {"no", "nn", true}, {"nb", "nn", true}, {"zh", "cmn", true}, {"zh", "yue", true},
		{"fa", "prs", true}, {"pes", "prs", true}, {"ar", "arb", true}, {"ar", "arz", true}, {"ms", "zsm", true},
		{"sw", "swh", true}, {"et", "ekk", true}, {"lv", "lvs", true}, {"ku", "ckb", true}, {"pt", "pt", true},
		{"cmn", "yue", false}, {"arz", "ary", false}, {"ckb", "kmr", false}, {"da", "no", false}, {"pt", "es", false},
		{"id", "ms", false}, {"hr", "sr", false}, {"en", "", false},
	} {
		if tongue.Shared(c.a, c.b) != c.shared || tongue.Shared(c.b, c.a) != c.shared {
			t.Errorf("%s and %s: shared %v, want %v", c.a, c.b, !c.shared, c.shared)
		}
		if got := slices.Contains(tongue.Understood(c.a), c.b); got != c.shared {
			t.Errorf("who asks for %s understands %s: %v", c.a, c.b, got)
		}
	}
}

func TestEveryCodeOfTheTablesIsOneThatFilesMayWrite(t *testing.T) {
	codes := tongue.Named()
	for _, macro := range []string{"ak", "ar", "az", "et", "fa", "ff", "gn", "kok", "ku", "lah", "lv", "mg", "mn", "ms", "ne", "no", "om", "or", "ps", "qu", "sc", "sq", "sw", "uz", "yi", "zh", "zza"} {
		codes = append(codes, tongue.Understood(macro)...)
	}
	for _, code := range codes {
		if tag, err := language.Parse(code); err != nil || tag.String() != code && code != "ajp" {
			t.Errorf("%s is %s: %v", code, tag, err)
		}
	}
}

func TestLanguagesAreCalledByNamesAndNeverByCodes(t *testing.T) {
	german := display.Tags(language.German)
	for _, c := range []struct{ tag, english, german, own string }{
		{"no", "Norwegian", "norsk", "norsk"},
		{"nb", "Norwegian Bokmål", "Norwegisch Bokmål", "norsk bokmål"},
		{"nn", "Norwegian Nynorsk", "Norwegisch Nynorsk", "nynorsk"},
		{"prs", "Dari", "دری", "دری"},
		{"cmn", "Mandarin Chinese", "普通话", "普通话"},
		{"zh", "Chinese", "Chinesisch", "中文"},
		{"apc", "Levantine Arabic", "العربية الشامية", "العربية الشامية"},
		{"azb", "South Azerbaijani", "تۆرکجه", "تۆرکجه"},
		{"pt-BR", "Brazilian Portuguese", "Brasilianisches Portugiesisch", "português"},
		{"tlh", "Klingon", "Klingonisch", ""},
	} {
		tag := language.MustParse(c.tag)
		if got := tongue.English(tag); got != c.english {
			t.Errorf("%s is %q in English, want %q", c.tag, got, c.english)
		}
		if got := tongue.Name(tag, language.German, german); got != c.german {
			t.Errorf("%s is %q in German, want %q", c.tag, got, c.german)
		}
		if got := tongue.OwnName(tag); got != c.own {
			t.Errorf("%s calls itself %q, want %q", c.tag, got, c.own)
		}
	}
}
