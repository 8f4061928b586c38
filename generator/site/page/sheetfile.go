package page

import (
	"cmp"
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
	Takes  string // text, number, date, topic, country, timezone, language, free, url or email
	Family string // of the interface's words for its values; "" where they are words
	field.Bounds
	Beside string // the field without whose answer this one says nothing
}

// profileKey is what a sheet knows of a key of a profile.
type profileKey struct {
	takes  string // "" for a text or a number
	family string // of the interface's words for its values; "" where they are words
	needed bool   // its person must answer it
}

// profileKeys returns the keys of a profile of which more is known. Needed are those that
// package content asks for, and one topic, without which nobody is ever suggested: a test
// of package generator holds them against the portal's own check.
func profileKeys() map[string]profileKey {
	topic, how, day := profileKey{takes: "topic"}, profileKey{family: "how"}, profileKey{takes: "date", needed: true}
	return map[string]profileKey{
		"name": {needed: true}, "headline": {needed: true}, "country": {takes: "country"}, "timezone": {takes: "timezone"},
		"languages": {takes: "language", needed: true}, "stage": {family: "stage"}, "accepts.stages": {family: "stage-of"},
		"skills.topic": {takes: "topic", needed: true}, "skills.level": {family: "level"}, "helps_with": topic,
		"learning": topic, "industries": topic, "path.from": topic, "path.to": topic,
		"kinds": how, "formats": how, "duration": {family: "duration"}, "offers": {family: "offer"},
		"availability.until": day, "availability.windows": {takes: "free", family: "free"}, "consent.publish": day, "confirmed": day,
		"contact.via": {family: "via", needed: true}, "contact.url": {takes: "url"}, "contact.address": {takes: "email"},
	}
}

var (
	fileLine  = regexp.MustCompile(`^( *)(- +)?(?:([\w-]+):)?(.*)$`)
	filePlace = regexp.MustCompile(`\{([a-z0-9-]+)\}`)
)

// fileParts returns the parts of a profile that an output fills from its sheet, in
// the order of the output. Only the first part of a key is needed.
func fileParts(w *portal.Worksheet) []FilePart {
	form, keys := kinds.Called("mentor"), profileKeys()
	var parts []FilePart
	var entries []string         // of lists, in which the parts stand
	heads := map[string]string{} // by entry, the field that it cannot be without
	eachPart(w, func(key, name string, entry int) {
		part := FilePart{Key: key, Field: name, Bounds: form.About.Bounds(key), Takes: keys[key].takes, Family: keys[key].family}
		first := !slices.ContainsFunc(parts, func(p FilePart) bool { return p.Key == key })
		part.Needed = first && keys[key].needed
		if part.Takes == "" && part.Number {
			part.Takes = "number"
		}
		part.Takes = cmp.Or(part.Takes, "text")
		list, _, _ := strings.Cut(key, ".")
		entries = append(entries, list+strconv.Itoa(entry))
		if key == "skills.topic" || key == "path.what" || key == "cadence.every" {
			heads[entries[len(parts)]] = name
		}
		parts = append(parts, part)
	})
	for i := range parts {
		if head := heads[entries[i]]; head != parts[i].Field {
			parts[i].Beside = head
		}
	}
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

// ownSheet returns the address of the sheet that a profile is made with, and the answers
// that fill it in with what a mentor's page says, as lines "field=answer"; "" without a
// sheet. What the sheet has fewer fields for is left out, and so are the text and the days
// of consent, which is given anew.
func (pl views) ownSheet(m *portal.Mentor) (address string, answers []string) {
	i := slices.IndexFunc(pl.Portal.Worksheets, func(w *portal.Worksheet) bool { return w.Produces == portal.ProfileProduct })
	if i < 0 {
		return "", nil
	}
	sheet, said, met := pl.Portal.Worksheets[i], pl.profileAnswers(m), map[string]int{}
	for _, part := range fileParts(sheet) {
		entries := said[part.Key]
		n := met[part.Key]
		if met[part.Key]++; part.Entries == 0 && n < len(entries) {
			entries = entries[n : n+1]
		} else if n > 0 {
			continue
		}
		for _, text := range entries {
			if text != "" && text != "0" {
				answers = append(answers, part.Field+"="+strings.Join(strings.Fields(text), " "))
			}
		}
	}
	if answers == nil {
		return "", nil
	}
	return pl.URL(sheetPath(sheet)) + "#of=" + m.Slug, answers
}

// profileAnswers returns what a profile says, by the keys of its file. Of the steps of
// a path only the setbacks are asked for in a sheet.
func (pl views) profileAnswers(m *portal.Mentor) map[string][]string {
	said := map[string][]string{
		"name": {m.Name}, "role": {m.Role}, "headline": {m.Headline}, "country": {m.Country}, "timezone": {m.Timezone},
		"languages": m.Languages, "stage": {string(m.Stage)}, "accepts.stages": portal.Texts(m.Accepts.Stages), "kinds": portal.Texts(m.Kinds), "formats": portal.Texts(m.Formats), "duration": portal.Texts(m.Duration), "offers": portal.Texts(m.Offers),
		"ideal_mentee": {m.IdealMentee}, "not_offered": m.NotOffered, "helps_with": pl.Portal.Topics.Slugs(m.HelpsWith), "learning": pl.Portal.Topics.Slugs(m.Learning),
		"availability.capacity": {strconv.Itoa(m.Availability.Capacity)}, "contact.via": {string(m.Contact.Via)}, "contact.url": {m.Contact.URL},
	}
	if m.Cadence != nil {
		said["cadence.every"] = []string{strconv.Itoa(m.Cadence.Weeks)}
	}
	if m.Intro != nil {
		said["intro.first"], said["intro.reply_within"] = []string{m.Intro.First}, []string{m.Intro.ReplyWithin}
	}
	for _, s := range m.Skills {
		said["skills.topic"] = append(said["skills.topic"], pl.toRef(s.Topic).Title)
		said["skills.level"] = append(said["skills.level"], strconv.Itoa(int(s.Level)))
	}
	for _, s := range m.Path {
		if s.Kind == portal.Setback {
			said["path.what"] = append(said["path.what"], s.What)
			said["path.year"] = append(said["path.year"], strconv.Itoa(s.Year))
		}
	}
	return said
}
