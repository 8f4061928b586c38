package portal

import "ithaca/generator/words"

// NewTermReader returns a reader for the language of a BCP 47 tag, which folds words
// as Fold does.
func NewTermReader(language string) *words.Reader { return words.NewReader(language, Fold) }

// Terms returns the words of a profile, which r reads where nobody has done so.
func (m *Mentor) Terms(r *words.Reader) words.Terms {
	if m.terms != nil {
		return m.terms
	}
	all := []string{m.Headline, m.Role, m.IdealMentee}
	for _, s := range m.Skills {
		all = append(all, s.Topic.Text)
	}
	for _, ref := range m.HelpsWith {
		all = append(all, ref.Text)
	}
	for _, s := range m.Path {
		all = append(all, s.What, s.From.Text, s.To.Text)
	}
	if m.Body != nil {
		all = append(all, m.Body.Text())
	}
	return r.Read(all...)
}

// AimTerms returns the words of what a mentee wants to reach and has tried, which
// reader reads where nobody has done so.
func (r *Request) AimTerms(reader *words.Reader) words.Terms {
	if r.aims != nil {
		return r.aims
	}
	return reader.Read(r.Aims.Short, r.Aims.Long, r.Tried)
}

// ForgetTerms makes the words of a copy be read anew, because its texts are others.
func ForgetTerms(item any) {
	if m, ok := item.(*Mentor); ok {
		m.terms = nil
	}
}

// KeepTerms reads the words of a mentor or a request and keeps them. It must be
// called before the value is shared.
func KeepTerms(item any, reader *words.Reader) {
	switch item := item.(type) {
	case *Mentor:
		item.terms = item.Terms(reader)
	case *Request:
		item.aims = item.AimTerms(reader)
	}
}
