package intake

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/contacts"
	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/each"
	"ithaca/generator/edit"
	"ithaca/generator/intake/answer"
	"ithaca/generator/order"
	"ithaca/generator/portal"
	"ithaca/generator/worktree"
)

// importer collects a plan.
type importer struct {
	*Input
	plan        *Plan
	dates       answer.Dates
	vocabulary  *vocabulary
	conversions map[Conversion]map[int]bool // the lines of each
	byName      map[string][]string         // slugs of mentors, by folded name
	hidden      map[string]bool             // by slug: mentors whose profiles are drafts
	files       map[string]string           // paths of the files of people of the kind, by slug
	taken       map[string]int              // by slug: the line of the person for whom this import writes it
}

// Understand returns the plan of an import. An error says why the table cannot be read at
// all; mistakes in rows are questions of the plan.
func Understand(in *Input) (*Plan, error) {
	im := &importer{
		Input: in, vocabulary: newVocabulary(in.Portal, in.Kind), conversions: map[Conversion]map[int]bool{},
		plan:   &Plan{Kind: in.Kind, Map: in.Map, Contacts: slices.Clone(in.Contacts), Memory: contacts.Memory{Salt: in.Memory.Salt, People: map[string]contacts.Recalled{}, Tables: in.Memory.Tables}},
		byName: map[string][]string{}, hidden: map[string]bool{}, taken: map[string]int{},
	}
	maps.Copy(im.plan.Memory.People, in.Memory.People)
	if err := im.chooseCycle(); err != nil {
		return nil, err
	}
	im.indexPeople()
	if in.Kind == Requests && len(im.byName) == 0 {
		im.note("The site has no mentors yet. Import them first: whom people would choose or avoid is found among them, and what they need among the topics that mentors bring.")
	}
	if len(in.Lines) > 0 {
		if err := im.readRows(); err != nil {
			return nil, err
		}
	}
	if err := im.addSaved(); err != nil {
		return nil, err
	}
	im.topicFiles()
	im.finish()
	return im.plan, nil
}

// chooseCycle sets the cycle of requests, where none is named, to the only open one.
func (im *importer) chooseCycle() error {
	program := im.Portal.Program
	var open, all []string
	for i := range program.Cycles {
		c := &program.Cycles[i]
		all = append(all, c.ID)
		if phase := c.Phase(im.Today); phase != portal.Running && phase != portal.Ended {
			open = append(open, c.ID)
		}
	}
	switch {
	case im.Cycle != "" && program.Cycle(im.Cycle) == nil:
		hint := "plan it under `cycles` in content/index.md"
		if len(all) > 0 {
			hint = "write one of: " + strings.Join(all, ", ")
		}
		return diag.Refuse("there is no cycle `"+im.Cycle+"`", hint)
	case im.Cycle != "" || im.Kind == Mentors:
	case len(open) == 1:
		im.Cycle = open[0]
		im.note("Requests are for the cycle %s, the only one that is open.", im.Cycle)
	case len(open) == 0:
		return diag.Refuse("requests are for a cycle, and content/index.md has none that is open", "plan one under `cycles` in content/index.md, or name one with --cycle")
	default:
		return diag.Refuse("requests are for a cycle, and several are open: "+strings.Join(open, ", "), "name one with --cycle")
	}
	return nil
}

func (im *importer) note(format string, args ...any) {
	im.plan.Notes = append(im.plan.Notes, fmt.Sprintf(format, args...))
}

// indexPeople fills byName, hidden and files from the site.
func (im *importer) indexPeople() {
	files := map[Kind]map[string]string{Mentors: {}, Requests: {}}
	for _, m := range slices.Concat(im.Portal.Mentors, im.Portal.Drafts.Mentors) {
		key := portal.Fold(m.Name)
		im.byName[key] = append(im.byName[key], m.Slug)
		files[Mentors][m.Slug] = m.File
	}
	for _, m := range im.Portal.Drafts.Mentors {
		im.hidden[m.Slug] = true
	}
	for _, r := range slices.Concat(im.Portal.Requests, im.Portal.Drafts.Requests) {
		files[Requests][r.Slug] = r.File
	}
	im.files = files[im.Kind]
}

// readRows adds the people of the table to the plan.
func (im *importer) readRows() error {
	columns, err := columnsOf(im.Input)
	if err != nil {
		return err
	}
	im.plan.Columns = columns
	rows, notes := rowsOf(im.Lines, columns, im.Map.Defaults)
	im.plan.Notes = append(im.plan.Notes, notes...)
	if err := im.applyAnswers(rows); err != nil {
		return err
	}
	im.noteMissing(columns, rows)
	im.readDates(rows)
	rows = im.latest(rows)
	im.plan.People = len(rows)
	for _, r := range rows {
		if err := im.person(r); err != nil {
			return err
		}
	}
	return nil
}

// noteMissing notes which of the columns that every table needs was not understood.
func (im *importer) noteMissing(columns []Column, rows []row) {
	has := func(field string) bool {
		return slices.ContainsFunc(columns, func(c Column) bool { return c.Field == field })
	}
	if !has("name") && !has("first-name") && !has("email") {
		im.note("No column says who people are. The first line of a table names its columns: if it tells of a person, put one above it, such as: name,email,topics,about.")
	}
	if n := len(slices.DeleteFunc(slices.Clone(columns), func(c Column) bool { return c.Field != "consent" })); n > 1 {
		im.note("%d columns were understood as `consent`: each must say yes. Where one asks for something else, say `ignore` in the map.", n)
	}
	for _, needed := range []string{"name", "consent", "timestamp", "languages"} {
		empty := len(slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.cells[needed] != "" }))
		if empty == len(rows) || empty > 0 && needed != "consent" {
			im.plan.lacking = append(im.plan.lacking, needed)
		}
		if !has(needed) && im.Map.Defaults[needed] == "" && (needed != "name" || !has("last-name")) && (needed != "languages" || im.Kind == Mentors) {
			im.note("No column was understood as `%s`: say in the map which one it is, or what counts for all under [defaults].", needed)
		}
	}
}

// readDates sets dates to the order in which the table writes days.
func (im *importer) readDates(rows []row) {
	days := each.Of(rows, func(r row) string { return r.cells["timestamp"] })
	if im.dates = answer.DatesOf(days, im.Map.Dates, im.Today); im.dates.Why != "" {
		im.plan.Notes = append(im.plan.Notes, im.dates.Why)
	}
}

// applyAnswers replaces cells by what people answered, who are known by e-mail address.
func (im *importer) applyAnswers(rows []row) error {
	if len(im.Answers) == 0 {
		return nil
	}
	if !slices.Contains(im.Answers[0].Cells, "email") {
		return diag.Refuse("the table of answers has no column `email`", "fill in questions.csv, which an import writes: it has a column for every field that is asked for")
	}
	known := append(answer.Fields(string(im.Kind)), "person", "slug")
	byAddress := map[string]map[string]string{}
	for _, answered := range byColumn(im.Answers) {
		if file := answered["file"]; file == "" || strings.HasPrefix(file, string(im.Kind)+"/") {
			byAddress[address(answered["email"])] = answered
		}
	}
	for _, r := range rows {
		for name, text := range byAddress[address(r.cells["email"])] {
			if text != "" && slices.Contains(known, name) && name != "name" && name != "email" {
				r.cells[name] = text
			}
		}
	}
	return nil
}

// address returns the form in which e-mail addresses are compared.
func address(text string) string {
	return strings.ToLower(strings.TrimSpace(strings.TrimPrefix(text, "'")))
}

// latest returns the rows without those that the same person sent again later.
func (im *importer) latest(rows []row) []row {
	last := map[string]int{}
	later := func(a, b row) bool { // reports whether b is at least as late as a
		x, ok1 := im.dates.Read(a.cells["timestamp"])
		y, ok2 := im.dates.Read(b.cells["timestamp"])
		return !ok1 || !ok2 || !y.Before(x)
	}
	for i, r := range rows {
		who := address(r.cells["email"])
		if before, again := last[who]; who != "" && (!again || later(rows[before], r)) {
			last[who] = i
		}
	}
	var kept []row
	for i, r := range rows {
		who := address(r.cells["email"])
		if who != "" && last[who] != i {
			im.note("Lines %d and %d have the same address: line %d counts, which was sent last.", min(r.line, rows[last[who]].line), max(r.line, rows[last[who]].line), rows[last[who]].line)
			continue
		}
		kept = append(kept, r)
	}
	return kept
}

// person adds the person of a row to the plan.
func (im *importer) person(r row) error {
	p := &person{row: r, importer: im, unchanged: map[string]bool{}, email: address(r.cells["email"])}
	p.setName()
	if p.name == "" && p.email == "" {
		p.ask("name", "", "the row names nobody, and is left out", "")
		im.addQuestions(p)
		return nil
	}
	if p.email != "" && !field.IsEmail(p.email) { // a mail merge would take it as it is
		p.email = ""
		p.ask("email", "", "this is no e-mail address, so that nobody can be asked there", "")
	}
	found, err := p.identify()
	if err != nil || !found {
		im.addQuestions(p)
		return err
	}
	if im.Kind == Mentors {
		p.setMentor()
	} else {
		p.setRequest()
	}
	p.takeOutMistakes()
	im.taken[slugIn(p.file)] = p.line
	im.write(p)
	im.addQuestions(p)
	return nil
}

// addQuestions adds the questions of a person to the plan.
func (im *importer) addQuestions(p *person) {
	for i := range p.asked {
		if p.asked[i].File == "" {
			p.asked[i].File = p.file
		}
	}
	im.plan.Questions = append(im.plan.Questions, p.asked...)
}

// eastern are names in scripts where that of the family comes first.
var eastern = regexp.MustCompile(`^[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}]+$`)

// setName sets the person's name, and of a mentor an employer behind a comma.
func (p *person) setName() {
	text, first, last := p.cells["name"], p.cells["first-name"], p.cells["last-name"]
	if last == "" && !strings.Contains(text, first) {
		text, last = "", text // as "nom" beside "prénom"
	}
	if eastern.MatchString(first + last) {
		first, last = last, first
	}
	text = cmp.Or(text, strings.TrimSpace(first+" "+last))
	p.name = answer.ProperName(text)
	if name, company, found := strings.Cut(p.name, ", "); found && len(strings.Fields(name)) > 1 && p.cells["organisation"] == "" && p.Kind == Mentors {
		p.convert("name", p.name, name+" | organisation: "+company)
		p.name, p.cells["organisation"] = name, company
	}
	if text != "" && p.Kind == Mentors {
		p.convert("name", strings.Trim(text, " "), p.name)
	}
}

// convert notes that a value was turned into another.
func (p *person) convert(name, from, to string) {
	if from == to {
		return
	}
	c := Conversion{Field: name, From: answer.OneLine(from), To: to}
	if p.conversions[c] == nil {
		p.conversions[c] = map[int]bool{}
	}
	p.conversions[c][p.line] = true
}

// topicFiles adds files for the new topics that written files use.
func (im *importer) topicFiles() {
	for _, made := range im.vocabulary.added {
		path := "content/topics/" + made.name + ".md"
		if im.vocabulary.used[made.name] && im.File(path) == nil && !slices.ContainsFunc(im.plan.Files, func(f File) bool { return f.Path == path }) {
			title := edit.Write(edit.Entry{Key: "title", Value: edit.Text(made.title)})
			im.plan.Files = append(im.plan.Files, File{File: worktree.File{Path: path, New: []byte("---\n" + title + "---\n")}})
		}
	}
}

// finish sorts the lists of the plan.
func (im *importer) finish() {
	im.plan.others = func(slug string) bool {
		_, named := im.taken[slug]
		return slug != "" && !named && !im.hasLeft(slug)
	}
	for c, lines := range im.conversions {
		c.People = len(lines)
		im.plan.Conversions = append(im.plan.Conversions, c)
	}
	order.Stable(im.plan.Conversions, func(a, b Conversion) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(portal.Fold(a.From), portal.Fold(b.From)), cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To))
	})
	// Topics come first, for an import that breaks off: the others name them.
	rank := func(f File) string { return fmt.Sprint(!f.IsTopic(), f.Path) } // false comes before true
	order.Stable(im.plan.Files, func(a, b File) int { return cmp.Compare(rank(a), rank(b)) })
	order.Stable(im.plan.Contacts, func(a, b contacts.Contact) int { return cmp.Or(cmp.Compare(a.Slug, b.Slug), cmp.Compare(a.Key, b.Key)) })
	if im.plan.Map.Dates == "" && im.dates.Decided && im.dates.Why != "" {
		im.plan.Map.Dates = map[bool]string{true: "day-first", false: "month-first"}[im.dates.DayFirst]
	}
}
