package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/content/kinds"
	"ithaca/generator/portal"
	"ithaca/generator/site"
)

// SheetFile is the file that a worksheet's filled output is saved as.
type SheetFile struct {
	Name    string // without its ending, where no answer names the file
	NamedBy string // the field whose answer does; "" for none
	Output  string // what a profile's sheet becomes, with the version of the privacy notice that its person agrees to
	Exact   bool   // the file is read by the portal: days must be written as days
	Draft   site.NewFile
	Parts   []FilePart // what the fields of a profile's sheet are; none of other sheets
	Consent bool       // the file states a consent to be shown, which its person must give
}

// sheetFile says how the output of a sheet is saved. A profile can be proposed to
// the repository; requests are private and never are.
func (pl views) sheetFile(w *portal.Worksheet) SheetFile {
	file := SheetFile{Name: w.Slug}
	if w.Produces != portal.ProfileProduct && w.Produces != portal.RequestProduct {
		return file
	}
	file.Name = string(w.Produces)
	file.Exact = strings.HasPrefix(w.Output, "---\n")
	for _, name := range []string{"pseudonym", "name"} {
		if file.NamedBy == "" && slices.ContainsFunc(w.Fields, func(f portal.SheetField) bool { return f.Name == name }) {
			file.NamedBy = name
		}
	}
	if w.Produces == portal.ProfileProduct && file.Exact {
		file.Output, file.Parts = withTerms(w.Output, pl.Portal.Program.Privacy.Version), fileParts(w)
		file.Consent = slices.ContainsFunc(file.Parts, func(p FilePart) bool { return p.Key == "consent.publish" })
		file.Draft = pl.NewFile("content/mentors")
	}
	return file
}

var consentDay = regexp.MustCompile(`(?m)^(consent:\n(?:  .*\n)*?  )(publish: .*\n)`)

// withTerms returns an output whose consent names a version of the privacy notice: a
// newer one asks again only those who are known to have agreed to an older one.
func withTerms(output, version string) string {
	if version == "" || strings.Contains(output, "\n  terms: ") {
		return output
	}
	return consentDay.ReplaceAllString(output, "${1}${2}  terms: "+strings.ReplaceAll(strconv.Quote(version), "$", "$$$$")+"\n")
}

// FilePart says what a field of a sheet is in the file that the sheet becomes.
type FilePart struct {
	Key    string // of the file: "country"; below another one "availability.until"; "" for its text
	Field  string // of the sheet
	Needed bool   // the file is not finished without it
	Takes  string // text, number, date, topic, country, timezone, language, url or email
	field.Bounds
	Beside string // the field without whose answer this one says nothing
}

// takes returns what a profile's key takes.
func takes(key string, number bool) string {
	switch key {
	case "country", "timezone":
		return key
	case "languages":
		return "language"
	case "skills.topic", "helps_with", "learning", "industries", "path.from", "path.to":
		return "topic"
	case "availability.until", "consent.publish", "confirmed":
		return "date"
	case "contact.url":
		return "url"
	case "contact.address":
		return "email"
	}
	if number {
		return "number"
	}
	return "text"
}

// profileNeeds returns the keys that a profile must have and that its person answers:
// those that package content asks for, and one topic, without which nobody is
// ever suggested. A test of package generator holds them against the portal's own
// check.
func profileNeeds() []string {
	return []string{"name", "headline", "languages", "skills.topic", "availability.until", "contact.via", "consent.publish", "confirmed"}
}

var (
	fileLine  = regexp.MustCompile(`^( *)(- +)?(?:([\w-]+):)?(.*)$`)
	filePlace = regexp.MustCompile(`\{([a-z0-9-]+)\}`)
)

// fileParts returns the parts of a profile that an output fills from its sheet, in
// the order of the output. Only the first part of a key is needed.
func fileParts(w *portal.Worksheet) []FilePart {
	form := kinds.Called("mentor")
	var parts []FilePart
	heads := map[string]string{} // the fields that an entry of a list cannot be without
	eachPart(w, func(key, field string, entry int) {
		if key == "skills.topic" || key == "path.what" {
			list, _, _ := strings.Cut(key, ".")
			heads[list+strconv.Itoa(entry)] = field
		}
	})
	eachPart(w, func(key, name string, entry int) {
		part := FilePart{Key: key, Field: name, Bounds: form.About.Bounds(key)}
		first := !slices.ContainsFunc(parts, func(p FilePart) bool { return p.Key == key })
		part.Needed = first && slices.Contains(profileNeeds(), key)
		part.Takes = takes(key, part.Number)
		list, _, _ := strings.Cut(key, ".")
		if head := heads[list+strconv.Itoa(entry)]; head != name {
			part.Beside = head
		}
		parts = append(parts, part)
	})
	return parts
}

// eachPart goes through the keys of a profile that an output fills from its sheet,
// with the number of the list's entry that they stand in; the file's text is "".
func eachPart(w *portal.Worksheet, yield func(key, field string, entry int)) {
	head, text, isFile := strings.Cut(strings.TrimPrefix(w.Output, "---\n"), "\n---\n")
	if !isFile || w.Produces != portal.ProfileProduct {
		return
	}
	above, entry := "", 0
	for line := range strings.Lines(head) {
		m := fileLine.FindStringSubmatch(strings.TrimRight(line, "\n"))
		key := m[3]
		if m[2] != "" {
			entry++
		}
		switch {
		case m[1] == "":
			above = key
		case key == "":
			key = above
		default:
			key = above + "." + key
		}
		for _, place := range filePlace.FindAllStringSubmatch(m[4], -1) {
			yield(key, place[1], entry)
		}
	}
	for _, place := range filePlace.FindAllStringSubmatch(text, -1) {
		yield("", place[1], 0)
	}
}

// family returns the family of the interface's words for the values of a profile's
// key, "" where its values are words.
func family(key string) string {
	switch key {
	case "kinds", "formats":
		return "how"
	case "offers":
		return "offer"
	case "contact.via":
		return "via"
	case "accepts.stages":
		return "stage-of"
	case "skills.level":
		return "level"
	case "duration", "stage":
		return key
	}
	return ""
}

// optionFamilies returns the families of the words for what fields offer, by the
// names of the fields.
func optionFamilies(w *portal.Worksheet) map[string]string {
	of := map[string]string{}
	eachPart(w, func(key, field string, _ int) {
		if f := family(key); f != "" {
			of[field] = f
		}
	})
	return of
}
