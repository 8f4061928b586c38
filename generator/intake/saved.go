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

// saved brings the requests that visitors saved, each as a row of a table would be. A
// file that was brought already is known by what it says.
func (im *importer) saved() error {
	for i, s := range im.Saved {
		im.plan.People++
		sum := sha256.Sum256(s.Data)
		p := &person{row: row{i + 1, map[string]string{}}, importer: im, kept: map[string]bool{}, name: "", email: "file:" + hex.EncodeToString(sum[:8])}
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
		im.keep(p)
	}
	im.forget()
	return nil
}

// savedFields takes over what a visitor may state.
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

// savedMentors returns those of a list whom the site has.
func (p *person) savedMentors(key string, value edit.Value) edit.Value {
	var known []string
	for _, item := range value.Items() {
		there := portal.Find(p.Portal.Mentors, item.Text()) != nil || key == "avoid" && p.hidden[item.Text()]
		if !there {
			p.ask(key, item.Text(), "which mentor?", "")
			p.draft = p.draft || key == "avoid"
			continue
		}
		known = append(known, item.Text())
	}
	return edit.Texts(known...)
}

// forget takes the marks of files, which are no addresses, out of the contacts.
func (im *importer) forget() {
	for i := range im.plan.Contacts {
		if strings.HasPrefix(im.plan.Contacts[i].Email, "file:") {
			im.plan.Contacts[i].Email = ""
		}
	}
	im.plan.Contacts = slices.Clip(im.plan.Contacts)
}
