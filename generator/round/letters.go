package round

import (
	"bytes"
	"errors"
	"io/fs"
	"net/url"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"text/template"

	"ithaca/generator/cohort"
	"ithaca/generator/contacts"
	"ithaca/generator/content/kinds"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/site/page"
	"ithaca/generator/table"
)

// Letter is a letter to one person.
type Letter struct {
	Kind, To, Name, Email, Subject, Body string // To is a slug, or a pseudonym
	Pair                                 string // that both have accepted, as "heron-42 with ana-silva"; else ""
	Language                             string // of the text
}

// Mailto returns the address of a link that opens the letter in a mail program.
func (l *Letter) Mailto() string {
	inMail := strings.NewReplacer("+", "%20", "%0A", "%0D%0A") // of RFC 6068
	return "mailto:" + url.PathEscape(l.Email) + "?subject=" + inMail.Replace(url.QueryEscape(l.Subject)) + "&body=" + inMail.Replace(url.QueryEscape(l.Body))
}

// Letters are the letters that a cycle needs on a day.
type Letters struct {
	Title     string
	All       []Letter
	Unreached []string // why letters to some people are missing, in words

	cycle, today string
}

// Table returns the letters as a table (CSV) for a mail merge.
func (l *Letters) Table() []byte {
	rows := [][]string{{"kind", "to", "name", "email", "subject", "body", "language"}}
	for _, one := range l.All {
		rows = append(rows, []string{one.Kind, one.To, one.Name, one.Email, one.Subject, one.Body, one.Language})
	}
	return table.Write(rows)
}

// Once drops letters that are due once, and were written on an earlier day as before says: to
// people who have nobody, introductions and thanks. Before is the table (CSV) that an earlier
// run returned, nil for none; the result is the same table with the letters of this run added.
// What cannot be read is an error, as somebody might be told twice.
func (l *Letters) Once(before []byte) ([]byte, error) {
	rows, known := [][]string{{"cycle", "kind", "to", "pair", "day"}}, map[[4]string]string{}
	lines, err := table.Parse(bytes.NewReader(before))
	if err != nil {
		return nil, table.InFile("told.csv", err)
	}
	for i, line := range lines {
		switch {
		case len(line.Cells) != len(rows[0]) || i == 0 && !slices.Equal(line.Cells, rows[0]):
			return nil, table.InFile("told.csv", &table.Mistake{Line: line.Number,
				Text: "each line has cycle, kind, to, pair and day; mend it, or remove the file, and people are told again"})
		case i > 0:
			rows, known[[4]string(line.Cells)] = append(rows, line.Cells), line.Cells[4]
		}
	}
	l.All = slices.DeleteFunc(l.All, func(one Letter) bool {
		if !slices.Contains([]string{"not-this-time", "nobody-yet", "introduction", "closing"}, one.Kind) {
			return false
		}
		day, told := known[[4]string{l.cycle, one.Kind, one.To, one.Pair}]
		if !told {
			rows = append(rows, []string{l.cycle, one.Kind, one.To, one.Pair, l.today})
		}
		return told && day != l.today
	})
	return table.Write(rows), nil
}

// letterData is what the template of a letter may use. Names and addresses of the other
// side are empty until both have accepted.
type letterData struct {
	Name, Program, Portal, Cycle string
	Mentor, Mentee, Request      string
	MentorEmail, MenteeEmail     string
	Evidence, Topics, Others     []string
	Gap, Why                     string // what a mentor lacks for a request; what keeps all mentors from one
	Until, Start, Review, End    day
	Next                         day    // when the next requests are taken
	Confirmed                    day    // when the profile was confirmed last
	Headline                     string // of the profile
}

// writer writes the letters of an outcome.
type writer struct {
	*Outcome
	book    *addressBook
	folders []fs.FS // of templates, the site's own first
	locales map[string]*locale
	letters Letters
}

// Letters returns the letters of the portal's day: a proposal to each who has not accepted
// yet, an introduction when both have, check-ins, reviews and the end, and before the start
// a letter to each who has nobody. Folders hold templates, the site's own first and the
// built-in ones last. An error is a *diag.Refusal about a template.
func (o *Outcome) Letters(known []contacts.Contact, folders ...fs.FS) (*Letters, error) {
	w := newWriter(o, known, folders)
	w.letters.Title, w.letters.cycle, w.letters.today = o.Title, o.Cycle, o.gathered.portal.Today.String()
	got := map[string]bool{}
	for i := range o.Pairs {
		p := &o.Pairs[i]
		got[p.Request] = true
		if err := w.writePair(p); err != nil {
			return nil, err
		}
	}
	if !w.begun() {
		if err := w.writeUnmatched(got); err != nil {
			return nil, err
		}
	}
	w.letters.Unreached = w.book.wrong
	return &w.letters, nil
}

// Confirm returns letters that ask mentors, named by slugs, whether their profiles are
// still right.
func Confirm(p *portal.Portal, slugs []string, known []contacts.Contact, folders ...fs.FS) (*Letters, error) {
	w := newWriter(&Outcome{gathered: &gathered{portal: p}}, known, folders)
	w.letters.Title = p.Program.Title
	for _, slug := range slugs {
		err := w.write("please-confirm", mentorSide, slug, func(r *locale) letterData {
			m := portal.Find(r.portal.Mentors, slug)
			profile := r.home
			if profile != "" {
				profile += kinds.Mentor.Address(slug)
			}
			return letterData{Program: r.portal.Program.Title, Portal: profile, Mentor: m.Name, Until: r.day(m.Availability.Until), Confirmed: r.day(m.Confirmed), Headline: m.Headline}
		})
		if err != nil {
			return nil, err
		}
	}
	w.letters.Unreached = w.book.wrong
	return &w.letters, nil
}

// begun reports whether the cycle started before today.
func (w *writer) begun() bool {
	start := w.gathered.cycle.Start
	return !start.IsZero() && start.Before(w.gathered.portal.Today)
}

// writeUnmatched writes to the requests that got no mentor and to the mentors without a request.
func (w *writer) writeUnmatched(got map[string]bool) error {
	for _, u := range w.Report.Unmatched {
		if got[u.Request] {
			continue
		}
		if err := w.write("not-this-time", requestSide, u.Request, func(r *locale) letterData { return w.unmatchedData(r, &u) }); err != nil {
			return err
		}
	}
	for _, u := range w.Report.Unused {
		if err := w.write("nobody-yet", mentorSide, u.Mentor, w.cycleData); err != nil {
			return err
		}
	}
	return nil
}

// cycleData returns the data that all letters of a cycle share.
func (w *writer) cycleData(r *locale) letterData {
	p := r.portal.Program
	c := p.Cycle(w.gathered.cycle.ID)
	f := letterData{Program: p.Title, Portal: r.home, Cycle: c.Title, Until: r.day(c.ConfirmUntil), Start: r.day(c.Start), End: r.day(c.End), Review: r.day(w.gathered.cycle.NextReview(r.portal.Today))}
	if c.ConfirmUntil.Before(r.portal.Today) {
		f.Until = day{}
	}
	var next portal.Date
	for i := range p.Cycles {
		if from := p.Cycles[i].Requests.From; from.After(r.portal.Today) && from.After(c.Requests.From) && (next.IsZero() || next.After(from)) {
			next = from
		}
	}
	f.Next = r.day(next)
	return f
}

// unmatchedData returns the data of a letter to a request that has nobody.
func (w *writer) unmatchedData(r *locale, u *cohort.Unmatched) letterData {
	f := w.cycleData(r)
	for _, full := range u.Full {
		if m := portal.Find(w.gathered.portal.Mentors, full.Mentor); m != nil {
			f.Others = append(f.Others, m.Name)
		}
	}
	if len(u.RuledOut) == 1 && changeable(match.Filter(u.RuledOut[0].Filter)) {
		f.Why = r.words.Text("filtered-" + u.RuledOut[0].Filter)
	}
	return f
}

// writePair writes the letters to the two of a pair.
func (w *writer) writePair(p *Pair) error {
	request := portal.Find(w.gathered.portal.Requests, p.Request)
	both := func(r *locale) letterData {
		f := w.cycleData(r)
		f.Mentor, f.Request = p.Name, p.Request
		f.Evidence = each.Of(p.shareable, func(e match.Evidence) string { return r.words.Reason(page.ReasonOf(&e, false, r.named)) })
		if p.shareableGap != nil {
			f.Gap = r.words.Reason(page.ReasonOf(p.shareableGap, true, r.named))
		}
		for _, need := range request.Needs {
			if t := r.portal.Topics.Of(need.Topic); t != nil {
				f.Topics = append(f.Topics, t.Title)
			}
		}
		return f
	}
	accepted := portal.AcceptedBy(request, request.Cycle, p.Mentor)
	if !accepted[portal.ByMentor] || !accepted[portal.ByMentee] {
		if w.Over() != "" {
			return nil
		}
		var err error
		if !accepted[portal.ByMentee] {
			err = w.write("proposal-mentee", requestSide, p.Request, both)
		}
		if !accepted[portal.ByMentor] {
			err = errors.Join(err, w.write("proposal-mentor", mentorSide, p.Mentor, both))
		}
		return err
	}
	mentor, mentee := w.book.find(mentorSide, p.Mentor), w.book.find(requestSide, p.Request)
	kind := w.acceptedKind(portal.Decided(request, request.Cycle, p.Mentor).Date)
	if kind == "introduction" && !(mentor.reached && mentee.reached) {
		w.book.complain("%s and %s are not introduced", p.Request, p.Mentor)
		return nil
	}
	named := func(r *locale) letterData {
		f := both(r)
		if kind == "introduction" && w.begun() {
			f.Start = day{}
		}
		f.MentorEmail, f.Mentee, f.MenteeEmail = mentor.Email, mentee.Name, mentee.Email
		return f
	}
	before := len(w.letters.All)
	err := errors.Join(w.write(kind, requestSide, p.Request, named), w.write(kind, mentorSide, p.Mentor, named))
	for i := range w.letters.All[before:] {
		w.letters.All[before+i].Pair = p.Request + " with " + p.Mentor
	}
	return err
}

const (
	reviewDays = 14 // from how many days before a review people are reminded of it
	newDays    = 21 // for how many days after both have accepted the two are introduced
)

// acceptedKind returns the kind of today's letter to a pair that both have accepted, the
// last of them on a day; zero where that is not known.
func (w *writer) acceptedKind(accepted portal.Date) string {
	today, review := w.gathered.portal.Today, w.gathered.cycle.NextReview(w.gathered.portal.Today)
	switch {
	case w.Over() != "":
		return "closing"
	case !w.begun() || !accepted.IsZero() && accepted.DaysUntil(today) <= newDays:
		return "introduction"
	case !review.IsZero() && today.DaysUntil(review) <= reviewDays:
		return "review"
	}
	return "check-in"
}

// write writes a letter to a person, if one reaches them, from the template of its kind in
// the best of their languages. Tell returns the data for the template.
func (w *writer) write(kind string, s side, key string, tell func(*locale) letterData) error {
	to := w.book.find(s, key)
	if !to.reached {
		return nil
	}
	text, name, r := w.template(kind, w.languages(s, key, to))
	f := tell(r)
	if f.Name = to.Name; f.Name == "" && s == mentorSide {
		f.Name = portal.Find(w.gathered.portal.Mentors, key).Name
	}
	t, err := template.New(name).Option("missingkey=error").Funcs(template.FuncMap{"join": strings.Join, "list": r.words.List}).Parse(text)
	var b bytes.Buffer
	if err == nil {
		err = t.Execute(&b, f)
	}
	if err != nil {
		return misspelt(err)
	}
	first, body, _ := strings.Cut(strings.TrimLeft(b.String(), "\n"), "\n")
	subject, ok := strings.CutPrefix(first, "Subject: ")
	if !ok {
		return diag.Refuse("templates/letters/"+name+" does not begin with `Subject: `", "write the subject into its first line")
	}
	w.letters.All = append(w.letters.All, Letter{
		Kind: kind, To: key, Name: f.Name, Email: to.Email, Language: r.lang, Subject: strings.TrimSpace(subject), Body: strings.TrimSpace(body) + "\n",
	})
	return nil
}

var noField = regexp.MustCompile(`^(\S+): .*can't evaluate field (\w+) in type`)

// misspelt returns a refusal that says what is wrong with a template.
func misspelt(err error) error {
	text := strings.TrimPrefix(err.Error(), "template: ")
	found := noField.FindStringSubmatch(text)
	if found == nil {
		return diag.Refuse("templates/letters/"+text, "mend the template, or remove it to use the built-in one")
	}
	names := each.Of(reflect.VisibleFields(reflect.TypeFor[letterData]()), func(f reflect.StructField) string { return f.Name })
	return diag.Refuse("templates/letters/"+found[1]+": there is nothing named `"+found[2]+"` to fill in", diag.DidYouMean(found[2], names))
}
