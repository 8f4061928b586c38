package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
)

// Saved is a request that a visitor saved in the finder or wrote in a sheet.
type Saved struct {
	Name string // of its file
	Data []byte
}

// organizersKeys are the fields of a request that only organizers fill in: all others a
// visitor may state.
var organizersKeys = []string{"adult", "waiting_since", "decisions", "draft", "left"}

// addSaved adds the requests that visitors saved, each like a row of a table. A file that
// was imported already is recognised by its hash, which stands in for an e-mail address.
func (im *importer) addSaved() error {
	for i, s := range im.Saved {
		im.plan.People++
		sum := sha256.Sum256(s.Data)
		p := &person{row: row{i + 1, map[string]string{}}, importer: im, unchanged: map[string]bool{}, name: "", email: "file:" + hex.EncodeToString(sum[:8])}
		found, err := p.identify()
		if err != nil {
			return err
		}
		if !found {
			continue
		}
		fields, err := edit.Read([]byte(strings.ReplaceAll(string(s.Data), "\r\n", "\n")))
		if err != nil {
			return diag.Refuse(s.Name+": "+err.Error(), "it has to be a file that the finder or a sheet of the portal saved")
		}
		p.savedFields(fields)
		p.takeOutMistakes()
		im.taken[slugIn(p.file)] = p.line
		for j := range p.asked {
			p.asked[j].Name, p.asked[j].Email, p.asked[j].File = s.Name, "", p.file
		}
		im.write(p)
		im.addQuestions(p)
	}
	im.dropFileMarks()
	return nil
}

// savedFields sets the fields that a visitor may state, and asks about the others.
func (p *person) savedFields(fields edit.Fields) {
	for _, e := range fields.Entries() {
		key, value := e.Key, e.Value
		switch {
		case slices.Contains(organizersKeys, key):
			p.ask(key, "", "left out: organizers fill this in", "")
			continue
		case !slices.Contains(kinds.Request.Keys, key):
			p.ask(answer.Cut(key, 60), "", "left out: a request has no such field", "")
			continue
		case key == "consent" || key == "cycle": // below
			continue
		case key == "ranked" || key == "avoid":
			value = p.savedMentors(key, value)
		}
		p.set(value, key)
	}
	cycle, _ := fields.Get("cycle")
	if p.Portal.Program.Cycle(cycle.Text()) == nil {
		cycle = edit.Text(p.Cycle)
	}
	p.set(edit.Text(cycle.Text()), "cycle")
	day, agreed := fields.Get("consent", "matching")
	if date, err := portal.ParseDate(day.Text()); agreed && err == nil {
		p.set(edit.Plain(date.String()), "waiting_since")
		p.set(edit.Plain(date.String()), "consent", "matching")
	} else {
		p.draft = true
		p.ask("consent", "", "may this be used for matching? Nobody agreed", "")
	}
	if strings.TrimSpace(fields.Body) != "" {
		p.ask("text", "", "the text below the fields is left out: a request has none", "")
	}
}

// savedMentors returns the mentors of a list whom the site has, and asks about the others.
func (p *person) savedMentors(key string, value edit.Value) edit.Value {
	var known []string
	for _, item := range value.Items() {
		if portal.Find(p.Portal.Mentors, item.Text()) != nil || key == "avoid" && p.hidden[item.Text()] {
			known = append(known, item.Text())
			continue
		}
		p.ask(key, item.Text(), "which mentor?", "")
		p.draft = p.draft || key == "avoid"
	}
	return edit.Texts(known...)
}

// dropFileMarks removes the hashes of saved files from the addresses of contacts.
func (im *importer) dropFileMarks() {
	for i := range im.plan.Contacts {
		if strings.HasPrefix(im.plan.Contacts[i].Email, "file:") {
			im.plan.Contacts[i].Email = ""
		}
	}
}
