package intake

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
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
		im.plan.Files = append(im.plan.Files, File{Path: p.file, New: p.text(), Draft: p.draft})
		im.remember(p, map[string]string{})
		im.vocabulary.use(p.topicsNamed)
		return
	}
	p.answered(old)
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
		im.plan.Files = append(im.plan.Files, File{Path: p.file, Old: old, New: m.data, Draft: p.draft, Fields: m.changed})
		if slices.ContainsFunc(m.changed, func(key string) bool { return slices.Contains([]string{"skills", "helps_with", "needs", "goals"}, key) }) {
			im.vocabulary.use(p.topicsNamed)
		}
	}
	im.plan.Memory.People[p.memoryKey()] = Recalled{p.file, m.known}
}

// answered drops the questions that somebody answered in the file itself.
func (p *person) answered(old []byte) {
	fields, err := edit.Read(old)
	if err != nil {
		return
	}
	p.asked = slices.DeleteFunc(p.asked, func(q Question) bool {
		if len(q.about) == 0 || slices.Contains([]string{"topics", "needs", "main-need", "goals", "ranked", "avoid", "consent"}, q.Field) {
			return false
		}
		for _, key := range q.about {
			value, there := fields.Get(strings.Split(key, ".")...)
			if there && !value.IsEmpty() && !p.states(key, value) {
				return true
			}
		}
		return false
	})
}

// states reports whether the row gives a field the value that the file has.
func (p *person) states(key string, value edit.Value) bool {
	return slices.ContainsFunc(p.settings, func(s setting) bool { return s.key() == key && s.value.Canonical() == value.Canonical() })
}

// remember keeps what a new file says.
func (im *importer) remember(p *person, fields map[string]string) {
	for _, s := range p.settings {
		fields[s.key()] = im.Memory.hash(s.key(), s.value.Canonical())
	}
	if p.body != "" {
		fields["body"] = im.Memory.hash("body", p.body)
	}
	im.plan.Memory.People[p.memoryKey()] = Recalled{p.file, fields}
}

// merger brings a person's file up to what the table says.
type merger struct {
	*importer
	person  *person
	data    []byte
	known   map[string]string // hashes of what was last imported
	changed []string
}

func (m *merger) merge() error {
	for _, s := range m.person.settings {
		if err := m.field(s.key(), s.value.Canonical(), edit.Set(s.value, s.path...)); err != nil {
			return err
		}
	}
	if m.person.body != "" {
		if err := m.body(); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(m.known)) {
		if m.stated(key) || m.person.held[key] || key == "body" {
			continue
		}
		if err := m.emptied(key); err != nil {
			return err
		}
	}
	return nil
}

func (m *merger) stated(key string) bool {
	return slices.ContainsFunc(m.person.settings, func(s setting) bool { return s.key() == key })
}

// state is how a field stands between the table and the file.
type state int

const (
	same     state = iota // the file says it already, or was edited while the table stayed
	outdated              // only the table changed
	conflict              // both did
)

// compare returns how a field stands: now is what the table says, here what the file does.
func (m *merger) compare(key, now, here string, there bool) state {
	last, imported := m.known[key]
	switch {
	case there && here == now, imported && last == m.hash(key, now):
		return same
	case !there && !imported, there && imported && last == m.hash(key, here), m.Force:
		return outdated
	}
	return conflict
}

// hash is that of what a field says.
func (m *merger) hash(key, text string) string { return m.Memory.hash(key, text) }

func (m *merger) field(key, now string, change edit.Change) error {
	fields, err := edit.Read(m.data)
	if err != nil {
		return err
	}
	value, there := fields.Get(strings.Split(key, ".")...)
	switch here := value.Canonical(); m.compare(key, now, here, there) {
	case conflict:
		m.plan.Conflicts = append(m.plan.Conflicts, Conflict{m.person.file, key, here, now})
		return nil
	case outdated:
		if m.data, err = edit.Apply(m.data, change); err != nil {
			return fmt.Errorf("`%s`: %w", key, err)
		}
		m.changed = append(m.changed, key)
	}
	m.known[key] = m.hash(key, now)
	return nil
}

// body brings the text up to what the table says.
func (m *merger) body() error {
	fields, err := edit.Read(m.data)
	if err != nil {
		return err
	}
	now, here := m.person.body, strings.TrimSpace(fields.Body)
	switch m.compare("body", now, here, here != "") {
	case conflict:
		m.plan.Conflicts = append(m.plan.Conflicts, Conflict{m.person.file, "text", answer.Cut(answer.OneLine(here), 60), answer.Cut(answer.OneLine(now), 60)})
		return nil
	case outdated:
		if m.data, err = edit.Body(m.data, "\n"+now+"\n"); err != nil {
			return err
		}
		m.changed = append(m.changed, "text")
	}
	m.known["body"] = m.hash("body", now)
	return nil
}

// emptied takes a field out that the table no longer states, unless it was edited.
func (m *merger) emptied(key string) error {
	fields, err := edit.Read(m.data)
	if err != nil {
		return err
	}
	path := strings.Split(key, ".")
	value, there := fields.Get(path...)
	switch {
	case !there:
	case m.known[key] != m.hash(key, value.Canonical()) && !m.Force:
		return nil // what was written by hand stays
	default:
		if m.data, err = edit.Apply(m.data, edit.Remove(path...)); err != nil {
			return fmt.Errorf("`%s`: %w", key, err)
		}
		m.changed = append(m.changed, key)
	}
	delete(m.known, key)
	return nil
}
