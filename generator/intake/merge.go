package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/portal"
	"ithaca/generator/worktree"
)

// write plans a person's file: a new one, or what changed in the table since the last
// import and was not edited by hand.
func (im *importer) write(p *person) {
	known := im.Memory.People[p.memoryKey()].Fields
	old := im.File(p.file)
	if old == nil && p.refused {
		return // git keeps drafts too
	}
	if old == nil {
		im.plan.Files = append(im.plan.Files, File{File: worktree.File{Path: p.file, New: p.text()}, Draft: p.draft})
		im.remember(p, map[string]string{})
		im.vocabulary.use(p.topicsNamed)
		return
	}
	if p.isOlder(old, known["confirmed"]) && !im.Force {
		im.note("Line %d was not sent after the last confirmation of %s, which stays as it is (--force takes the line's).", p.line, p.file)
		p.asked = slices.DeleteFunc(p.asked, func(q Question) bool { return q.Field != "consent" || !p.refused })
		im.plan.Same++
		return
	}
	p.dropAnswered(old)
	m := merger{importer: im, person: p, data: old, known: maps.Clone(known)}
	if m.known == nil {
		m.known = map[string]string{}
	}
	if err := m.merge(); err != nil {
		p.ask("file", "", "the file cannot be changed: "+err.Error(), "")
		return
	}
	if len(m.changed) == 0 {
		im.plan.Same++
	} else {
		im.plan.Files = append(im.plan.Files, File{File: worktree.File{Path: p.file, Old: old, New: m.data}, Draft: p.draft, Fields: m.changed})
		if slices.ContainsFunc(m.changed, func(key string) bool { return slices.Contains([]string{"skills", "helps_with", "needs", "goals"}, key) }) {
			im.vocabulary.use(p.topicsNamed)
		}
	}
	im.plan.Memory.People[p.memoryKey()] = contacts.Recalled{File: p.file, Fields: m.known}
}

// isOlder reports whether a mentor's row was sent before the file was last confirmed, or on
// no day that it tells, and is not the row that was imported, whose hash of the day is given.
func (p *person) isOlder(old []byte, imported string) bool {
	fields, err := edit.Read(old)
	if err != nil || p.Kind != Mentors || imported == "" {
		return false
	}
	here, _ := fields.Get("confirmed")
	confirmed, err := portal.ParseDate(here.Text())
	at := slices.IndexFunc(p.settings, func(s setting) bool { return s.key() == "confirmed" })
	if err != nil || at < 0 {
		return err == nil
	}
	day, _ := portal.ParseDate(p.settings[at].value.Text())
	return day.Before(confirmed) && imported != p.Memory.Hash("confirmed", p.settings[at].value.Canonical())
}

// dropAnswered drops the questions that somebody answered in the file itself.
func (p *person) dropAnswered(old []byte) {
	fields, err := edit.Read(old)
	if err != nil {
		return
	}
	p.asked = slices.DeleteFunc(p.asked, func(q Question) bool {
		if len(q.keeps) == 0 || slices.Contains([]string{"topics", "needs", "main-need", "goals", "ranked", "avoid", "consent"}, q.Field) {
			return false
		}
		for _, key := range q.keeps {
			value, there := fields.Get(strings.Split(key, ".")...)
			if there && !value.IsEmpty() && !p.states(key, value) {
				return true
			}
		}
		return false
	})
}

// states reports whether a field has the same value in the row as in the file.
func (p *person) states(key string, value edit.Value) bool {
	return slices.ContainsFunc(p.settings, func(s setting) bool { return s.key() == key && s.value.Canonical() == value.Canonical() })
}

// remember notes the hashes of a new file's fields in the memory.
func (im *importer) remember(p *person, fields map[string]string) {
	for _, s := range p.settings {
		fields[s.key()] = im.Memory.Hash(s.key(), s.value.Canonical())
	}
	if p.body != "" {
		fields["body"] = im.Memory.Hash("body", p.body)
	}
	im.plan.Memory.People[p.memoryKey()] = contacts.Recalled{File: p.file, Fields: fields}
}

// merger updates an existing file of a person from the table (a three-way merge: the file,
// the table, and what was last imported).
type merger struct {
	*importer
	person  *person
	data    []byte
	known   map[string]string // hashes of what was last imported
	changed []string
}

func (m *merger) merge() error {
	fields, err := edit.Read(m.data)
	if err != nil {
		return err
	}
	for _, s := range m.person.settings {
		here, there := fields.Get(s.path...)
		if m.outdated(s.key(), s.value.Canonical(), here.Canonical(), there, s.key()) {
			if m.data, err = edit.Apply(m.data, edit.Set(s.value, s.path...)); err != nil {
				return fmt.Errorf("`%s`: %w", s.key(), err)
			}
		}
	}
	if now, here := m.person.body, strings.TrimSpace(fields.Body); now != "" && m.outdated("body", now, here, here != "", "text") {
		if m.data, err = edit.Body(m.data, "\n"+now+"\n"); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(m.known)) {
		if m.stated(key) || m.person.unchanged[key] || key == "body" {
			continue
		}
		if err := m.removeUnstated(key, fields); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) stated(key string) bool {
	return slices.ContainsFunc(m.person.settings, func(s setting) bool { return s.key() == key })
}

// outdated reports whether a field has to be set: now is its value in the table, here that
// in the file, where there says that it has one. It updates the hash of the last import,
// and adds a conflict, under the name shown, where both have changed.
func (m *merger) outdated(key, now, here string, there bool, shown string) (changed bool) {
	last, imported := m.known[key]
	switch {
	case there && here == now, imported && last == m.Memory.Hash(key, now): // or was edited while the table stayed
	case !there && !imported, there && imported && last == m.Memory.Hash(key, here), m.Force: // only the table changed
		m.changed = append(m.changed, shown)
		changed = true
	default:
		if key == "body" {
			here, now = answer.Cut(answer.OneLine(here), 60), answer.Cut(answer.OneLine(now), 60)
		}
		m.plan.Conflicts = append(m.plan.Conflicts, Conflict{m.person.file, shown, here, now})
		return false
	}
	m.known[key] = m.Memory.Hash(key, now)
	return changed
}

// removeUnstated removes a field that the table no longer states, unless it was edited.
func (m *merger) removeUnstated(key string, fields edit.Fields) (err error) {
	path := strings.Split(key, ".")
	value, there := fields.Get(path...)
	switch {
	case !there:
	case m.known[key] != m.Memory.Hash(key, value.Canonical()) && !m.Force:
		return nil // what was written by hand stays
	default:
		if m.data, err = edit.Apply(m.data, edit.Remove(path...)); err != nil {
			return fmt.Errorf("`%s`: %w", key, err)
		}
		m.changed = append(m.changed, key+" (taken out)")
	}
	delete(m.known, key)
	return nil
}
