package round

import (
	"bytes"
	"errors"
	"io/fs"
	"net/url"
	"strings"
	"text/template"

	"ithaca/generator/cohort"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/table"
)

// Letter is a letter to one person.
type Letter struct {
	Kind, To, Name, Email, Subject, Body string // To is a slug, or a pseudonym
}

// Mailto returns the address of a link that opens the letter in a mail program.
func (l *Letter) Mailto() string {
	inMail := strings.NewReplacer("+", "%20", "%0A", "%0D%0A") // of RFC 6068
	return "mailto:" + url.PathEscape(l.Email) + "?subject=" + inMail.Replace(url.QueryEscape(l.Subject)) + "&body=" + inMail.Replace(url.QueryEscape(l.Body))
}

// Letters are all letters that a cycle needs on a day.
type Letters struct {
	Title string
	All   []Letter
}

// Table returns the letters for a mail merge.
func (l *Letters) Table() []byte {
	rows := [][]string{{"kind", "to", "name", "email", "subject", "body"}}
	for _, one := range l.All {
		rows = append(rows, []string{one.Kind, one.To, one.Name, one.Email, one.Subject, one.Body})
	}
	return table.Write(rows)
}

// facts are what the template of a letter may fill in. Names and addresses of the other
// side are empty until both have accepted.
type facts struct {
	Name, Program, Portal, Cycle string
	Mentor, Mentee, Request      string
	MentorEmail, MenteeEmail     string
	Evidence, Topics, Others     []string
	Until, Start, Review, End    portal.Date
	Next                         portal.Date // when the next requests are taken
}

// writer writes the letters of an outcome.
type writer struct {
	*Outcome
	book    *addressBook
	folders []fs.FS // of templates, the site's own first
	letters Letters
}

// Letters writes what has to be said to whom on the portal's day: a proposal to each who
// has not accepted yet, an introduction after both have, check-ins, reviews and the end,
// and a word to those for whom there is nobody. Each person whose address is missing is
// named in the error, and then there are no letters.
func (o *Outcome) Letters(people []Person, folders ...fs.FS) (*Letters, error) {
	w := &writer{Outcome: o, book: newAddressBook(people), folders: folders, letters: Letters{Title: o.Title}}
	got := map[string]bool{}
	for i := range o.Pairs {
		p := &o.Pairs[i]
		got[p.Request] = true
		if err := w.pair(p); err != nil {
			return nil, err
		}
	}
	for _, u := range o.Report.Unmatched {
		if got[u.Request] {
			continue
		}
		if err := w.write("not-this-time", requestSide, u.Request, w.without(&u)); err != nil {
			return nil, err
		}
	}
	for _, u := range o.Report.Unused {
		if err := w.write("nobody-yet", mentorSide, u.Mentor, w.facts()); err != nil {
			return nil, err
		}
	}
	if err := w.book.err(); err != nil {
		return nil, err
	}
	return &w.letters, nil
}

func (w *writer) facts() facts {
	p, c := w.gathered.portal, w.gathered.cycle
	f := facts{Program: p.Program.Title, Portal: p.Program.BaseURL, Cycle: c.Title, Until: c.ConfirmUntil, Start: c.Start, End: c.End}
	for i := range p.Program.Cycles {
		if from := p.Program.Cycles[i].Requests.From; from.After(p.Today) && from.After(c.Requests.From) && (f.Next.IsZero() || f.Next.After(from)) {
			f.Next = from
		}
	}
	for _, day := range c.Reviews {
		if f.Review.IsZero() && !p.Today.After(day) {
			f.Review = day
		}
	}
	return f
}

// without are the facts for a request that has nobody.
func (w *writer) without(u *cohort.Unmatched) facts {
	f := w.facts()
	for _, full := range u.Full {
		if m := portal.Find(w.gathered.portal.Mentors, full.Mentor); m != nil {
			f.Others = append(f.Others, m.Name)
		}
	}
	return f
}

// pair writes what the two of a pair are told.
func (w *writer) pair(p *Pair) error {
	f, request := w.facts(), portal.Find(w.gathered.portal.Requests, p.Request)
	f.Mentor, f.Request, f.Evidence = p.Name, p.Request, p.told
	for _, need := range request.Needs {
		if t := w.gathered.portal.Topics.Of(need.Topic); t != nil {
			f.Topics = append(f.Topics, t.Title)
		}
	}
	accepted := match.AcceptedBy(request, request.Cycle, p.Mentor)
	if !accepted[portal.ByMentor] || !accepted[portal.ByMentee] {
		return errors.Join(
			w.unless(accepted[portal.ByMentee], "proposal-mentee", requestSide, p.Request, f),
			w.unless(accepted[portal.ByMentor], "proposal-mentor", mentorSide, p.Mentor, f))
	}
	mentor, mentee := w.book.find(mentorSide, p.Mentor), w.book.find(requestSide, p.Request)
	f.MentorEmail, f.Mentee, f.MenteeEmail = mentor.Email, mentee.Name, mentee.Email
	kind := w.stage(f)
	return errors.Join(w.write(kind, requestSide, p.Request, f), w.write(kind, mentorSide, p.Mentor, f))
}

func (w *writer) unless(done bool, kind string, s side, key string, f facts) error {
	if done {
		return nil
	}
	return w.write(kind, s, key, f)
}

const reviewDays = 14 // before a review that people are reminded of it

// stage returns what a pair that both have accepted is told today.
func (w *writer) stage(f facts) string {
	today := w.gathered.portal.Today
	switch {
	case f.Start.IsZero() || f.Start.After(today):
		return "introduction"
	case !f.End.IsZero() && today.After(f.End):
		return "closing"
	case !f.Review.IsZero() && today.DaysUntil(f.Review) <= reviewDays:
		return "review"
	}
	return "check-in"
}

// write writes a letter to a person from the template of its kind: in their language
// where there is one.
func (w *writer) write(kind string, s side, key string, f facts) error {
	to := w.book.find(s, key)
	if f.Name = to.Name; f.Name == "" && s == mentorSide {
		f.Name = portal.Find(w.gathered.portal.Mentors, key).Name
	}
	text, name := w.template(kind, to.Language)
	t, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"join": strings.Join}).Parse(text)
	var b bytes.Buffer
	if err == nil {
		err = t.Execute(&b, f)
	}
	if err != nil {
		return &Error{"templates/letters/" + strings.TrimPrefix(err.Error(), "template: "), "mend the template, or remove it to use the built-in one"}
	}
	first, body, _ := strings.Cut(strings.TrimLeft(b.String(), "\n"), "\n")
	subject, ok := strings.CutPrefix(first, "Subject: ")
	if !ok {
		return &Error{"templates/letters/" + name + " does not begin with `Subject: `", "write the subject into its first line"}
	}
	w.letters.All = append(w.letters.All, Letter{kind, key, f.Name, to.Email, strings.TrimSpace(subject), strings.TrimSpace(body) + "\n"})
	return nil
}

// template returns the text and the name of a kind's template.
func (w *writer) template(kind, language string) (text, name string) {
	for _, name = range []string{kind + "." + language + ".txt", kind + ".txt"} {
		for _, folder := range w.folders {
			if data, err := fs.ReadFile(folder, "letters/"+name); err == nil {
				return strings.ReplaceAll(string(data), "\r\n", "\n"), name
			}
		}
	}
	return "", name
}
