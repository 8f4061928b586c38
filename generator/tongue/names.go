package tongue

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// moreNames are names, in English and in the language itself, that the tables of
// CLDR in golang.org/x/text lack, or give to another code as well.
const moreNames = `
	acm Mesopotamian Arabic|العربية العراقية
	acq Taʽizzi-Adeni Arabic|العربية التعزية العدنية
	afb Gulf Arabic|العربية الخليجية
	apc Levantine Arabic|العربية الشامية
	apd Sudanese Arabic|العربية السودانية
	ars Najdi Arabic|العربية النجدية
	ayl Libyan Arabic|العربية الليبية
	aii Assyrian Neo-Aramaic|ܣܘܪܝܬ
	azb South Azerbaijani|تۆرکجه
	ckb Central Kurdish|کوردیی ناوەندی
	cmn Mandarin Chinese|普通话
	cnr Montenegrin|crnogorski
	fuv Nigerian Fulfulde|Fulfulde
	hne Chhattisgarhi|छत्तीसगढ़ी
	kmr Northern Kurdish|Kurmancî
	mww Hmong Daw|Hmoob Dawb
	nb Norwegian Bokmål|norsk bokmål
	no Norwegian|norsk
	pnb Western Punjabi|پنجابی
	prs Dari|دری
	rhg Rohingya|Ruáingga
	skr Saraiki|سرائیکی
	src Logudorese Sardinian|sardu logudoresu
	sro Campidanese Sardinian|sardu campidanesu
	swc Congo Swahili|Kiswahili ya Kongo
	tw Twi|Twi
	vro Võro|võro
`

type names struct{ english, own string }

var more = sync.OnceValue(func() map[string]names {
	all := map[string]names{}
	for line := range strings.Lines(moreNames) {
		code, both, _ := strings.Cut(strings.TrimSpace(line), " ")
		if english, own, found := strings.Cut(both, "|"); found {
			all[code] = names{english, own}
		}
	}
	return all
})

// Named returns the languages that have a name here which CLDR has not.
func Named() []string {
	all := make([]string, 0, len(more()))
	for code := range more() {
		all = append(all, code)
	}
	return all
}

// Name returns the name of a language among the names of an interface's language. A
// language without one there has its own name; "" stands for none at all.
func Name(tag language.Tag, in language.Tag, namer display.Namer) string {
	base, _ := in.Base()
	if known, ok := more()[tag.String()]; ok {
		if name := namer.Name(tag); base.String() != "en" && name != "" && tag.String() != "no" && tag.String() != "cmn" {
			return name
		} else if base.String() != "en" {
			return known.own
		}
		return known.english
	}
	if name := namer.Name(tag); name != "" {
		return name
	}
	return OwnName(tag)
}

// English returns the English name of a language, its own name where there is none,
// "" where neither is known.
func English(tag language.Tag) string { return Name(tag, language.English, display.English.Tags()) }

// OwnName returns a language's name in the language itself, "" where none is known.
func OwnName(tag language.Tag) string {
	if known, ok := more()[tag.String()]; ok {
		return known.own
	}
	return display.Self.Name(tag)
}
