package page

import (
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/portal"
)

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
		"languages": m.Languages, "kinds": portal.Texts(m.Kinds), "formats": portal.Texts(m.Formats), "duration": portal.Texts(m.Duration), "offers": portal.Texts(m.Offers),
		"ideal_mentee": {m.IdealMentee}, "not_offered": m.NotOffered, "helps_with": pl.Portal.Topics.Slugs(m.HelpsWith), "learning": pl.Portal.Topics.Slugs(m.Learning),
		"availability.capacity": {strconv.Itoa(m.Availability.Capacity)}, "contact.via": {string(m.Contact.Via)}, "contact.url": {m.Contact.URL},
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
