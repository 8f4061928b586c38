package intake

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ithaca/generator"
	"ithaca/generator/contacts"
	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/intake/records"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/table"
	"ithaca/generator/wholefile"
	"ithaca/generator/worktree"
)

// Options say what is imported, and from where.
type Options struct {
	Choices
	Site     generator.Options
	Paths    []string // of one table, or of files that visitors saved
	Map      string   // path of the map; "" for none
	Contacts string   // path of the contacts
	Answers  string   // path of a table of answers; "" for none
}

// Job is an import that is ready to be written.
type Job struct {
	*Plan
	Options Options
	NewMap  bool // the map is named and not there yet

	mapFile, mapText string   // of the map that is named: as it is, and as it is written
	repeated         []string // options taken over from the last import, in sentences
	folders          worktree.Folders
	matches          *match.Index
}

// Prepare reads what an import needs, and works out what it does. It writes nothing. A
// *diag.Refusal says what is missing.
func Prepare(o Options) (*Job, error) {
	if o.Kind == Decisions {
		return prepareDecisions(o)
	}
	in := &Input{Choices: o.Choices}
	job := &Job{Options: o, folders: o.Site.Folders()}
	for _, step := range []func(*Job, *Input) error{readPaths, checkOutside, readMemory, readMap, readAnswers, readContacts, takeSite} {
		if err := step(job, in); err != nil {
			return nil, err
		}
	}
	in.File = job.folders.Read
	plan, err := Understand(in)
	if err != nil {
		return nil, table.InFile(o.Paths[0], err)
	}
	job.Plan = plan
	plan.Notes = append(job.repeated, plan.Notes...)
	if job.NewMap {
		job.mapText = plan.MapText()
	} else if o.Map = job.Options.Map; o.Map != "" {
		job.mapText = plan.withQuestions(job.mapFile)
	}
	return job, nil
}

// readPaths reads the table, the lists, or the files that visitors saved.
func readPaths(job *Job, in *Input) error {
	var people records.List
	for _, path := range job.Options.Paths {
		data, err := readBounded(path)
		if err != nil {
			return err
		}
		if in.Kind == Requests && strings.EqualFold(filepath.Ext(path), ".md") {
			in.Saved = append(in.Saved, Saved{filepath.Base(path), data})
			continue
		}
		if records.Reads(path) {
			if err := people.Read(path, data); err != nil {
				return table.InFile(path, err)
			}
			continue
		}
		if ext := strings.ToLower(filepath.Ext(path)); ext == ".js" || ext == ".ts" {
			return diag.Refuse(path+" is a program, and no list", "copy the list in it, from its first [ to its last ], into a file that ends in .yml")
		}
		if len(in.Lines) > 0 {
			return diag.Refuse("two tables were named: "+path+" is the second", "import one after the other")
		}
		if in.Lines, err = table.Parse(bytes.NewReader(data)); err != nil {
			return table.InFile(path, err)
		}
		if len(in.Lines) == 0 {
			return diag.Refuse(path+" is empty", "export the answers of the form again, as CSV")
		}
	}
	switch {
	case people.Lines == nil:
	case in.Lines != nil:
		return diag.Refuse("a table and a list were named", "import one after the other")
	default:
		in.Lines = people.Lines
	}
	return nil
}

// readBounded reads a file up to one byte more than a table may have: a device may be
// endless.
func readBounded(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, table.MaxBytes+1))
}

// checkOutside refuses what would put people's data where others read it.
func checkOutside(job *Job, _ *Input) error {
	o := job.Options
	if o.Kind == Requests && (o.Site.Requests == "" || worktree.Within(o.Site.Requests, o.Site.Site)) {
		return diag.Refuse("requests of mentees lie outside of the site, because git publishes what it holds", "make a folder elsewhere and name it: "+o.Line("--requests "+contacts.Outside(o.Site.Site, "requests")))
	}
	if o.Contacts == "" {
		return diag.Refuse("who people are is kept in a file outside of the site", "name one; it is made if it is not there: "+o.Line("--contacts "+contacts.Outside(o.Site.Site, "contacts.csv")))
	}
	if where := contacts.Inside(job.folders, o.Contacts); where != "" {
		return diag.Refuse("`"+o.Contacts+"` lies "+where, "name a file elsewhere: "+o.Line("--contacts "+contacts.Outside(o.Site.Site, "contacts.csv")))
	}
	return nil
}

// Line returns the command line of the import with added at its end, for the shell.
func (o Options) Line(added string) string {
	parts := []string{"ithaca import", string(o.Kind)}
	for _, path := range o.Paths {
		parts = append(parts, diag.ShellWord(path))
	}
	until := ""
	if !o.Until.IsZero() {
		until = o.Until.String()
	}
	for _, flag := range []struct{ name, value string }{{"site", o.Site.Site}, {"requests", o.Site.Requests}, {"map", o.Map}, {"contacts", o.Contacts}, {"answers", o.Answers}, {"until", until}, {"cycle", o.Cycle}} {
		if flag.value != "" && flag.value != "." && !strings.Contains(added, "--"+flag.name+" ") {
			parts = append(parts, "--"+flag.name+" "+diag.ShellWord(flag.value))
		}
	}
	if o.NewTopics {
		parts = append(parts, "--new-topics")
	}
	if o.Force && added != "--force" {
		parts = append(parts, "--force")
	}
	return strings.Join(append(parts, added), " ")
}

func readMap(job *Job, in *Input) error {
	if job.Options.Map == "" {
		return nil
	}
	data, err := readBounded(job.Options.Map)
	if errors.Is(err, fs.ErrNotExist) {
		job.NewMap = true
		return nil
	}
	if err == nil {
		job.mapFile = string(data)
		in.Map, err = ReadMap(data)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", job.Options.Map, err)
	}
	return nil
}

func readAnswers(job *Job, in *Input) error {
	if job.Options.Answers == "" {
		return nil
	}
	f, err := os.Open(job.Options.Answers)
	if err != nil {
		return err
	}
	defer f.Close()
	in.Answers, err = table.Parse(f)
	return table.InFile(job.Options.Answers, err)
}

// readMemory reads the memory of earlier imports. A table is read with the map and the
// answers of its last import unless others are named, because without them it would be
// understood in another way; those of another table would misread it.
func readMemory(job *Job, in *Input) (err error) {
	o := &job.Options
	if in.Memory, err = contacts.ReadMemory(o.Contacts); err != nil {
		return err
	}
	if err = in.Memory.AddSalt(o.Random); err != nil || in.Lines == nil {
		return err
	}
	columns, key := in.Memory.Like(string(o.Kind), in.Lines[0].Cells)
	beside, last := filepath.Dir(o.Contacts), in.Memory.Tables[key]
	for _, table := range []struct {
		now  *string
		last string
		flag string
	}{{&o.Map, last.Map, "map"}, {&o.Answers, last.Answers, "answers"}} {
		if *table.now != "" || table.last == "" {
			continue
		}
		path := filepath.FromSlash(table.last)
		if !filepath.IsAbs(path) {
			path = filepath.Join(beside, path)
		}
		if _, err := os.Stat(path); err != nil {
			return diag.Refuse("the last import of this table had --"+table.flag+" "+path+", which is gone; without it people would change back", "name the file where it is now: "+o.Line("--"+table.flag+" FILE"))
		}
		*table.now = path
		job.repeated = append(job.repeated, "As in the last import of this table: --"+table.flag+" "+diag.ShellWord(path)+".")
	}
	if in.Memory.Tables == nil {
		in.Memory.Tables = map[string]contacts.Tables{}
	}
	key = cmp.Or(key, string(o.Kind)+" "+in.Memory.Hash(columns...))
	in.Memory.Tables[key] = contacts.Tables{Map: relativeTo(beside, o.Map), Answers: relativeTo(beside, o.Answers), Columns: columns}
	return nil
}

// relativeTo returns a path relative to a folder if it can be, with slashes; "" for "".
func relativeTo(folder, path string) string {
	if path == "" {
		return ""
	}
	if from, err := filepath.Rel(worktree.Real(folder), worktree.Real(path)); err == nil {
		path = from
	}
	return filepath.ToSlash(path)
}

// readContacts reads the contacts, which may be missing.
func readContacts(job *Job, in *Input) error {
	data, err := wholefile.Read(job.Options.Contacts)
	if err != nil {
		return err
	}
	if in.Contacts, err = contacts.Parse(data); err != nil {
		return table.InFile(job.Options.Contacts, err)
	}
	questions, err := wholefile.Read(job.QuestionsPath())
	if answers := job.Options.Answers; hasAnswers(questions, job.Options.Kind) && (answers == "" || worktree.Real(answers) != worktree.Real(job.QuestionsPath())) {
		return diag.Refuse(job.QuestionsPath()+" holds answers, and this import would write a new one", "add them: "+job.Options.Line("--answers "+diag.ShellWord(job.QuestionsPath()))+"; or move the file away")
	}
	return err
}

// QuestionsPath returns the path of the table of questions, beside the contacts.
func (job *Job) QuestionsPath() string {
	return filepath.Join(filepath.Dir(job.Options.Contacts), "questions.csv")
}

// takeSite reads the site.
func takeSite(job *Job, in *Input) error {
	if _, err := os.Stat(filepath.Join(job.Options.Site.Site, "content", "index.md")); err != nil {
		return diag.Refuse("there is no content/index.md in `"+job.Options.Site.Site+"`", "name the site's folder with --site")
	}
	o := job.Options.Site
	o.ContentOnly = true
	if o.Requests != "" {
		if _, err := os.Stat(o.Requests); errors.Is(err, fs.ErrNotExist) {
			o.Requests = "" // made when something is written
		}
	}
	snapshot, err := generator.Take(o)
	if err != nil {
		return err
	}
	job.matches = snapshot.Matches()
	in.Portal, in.Today = snapshot.Portal(), portal.DateOf(o.Today)
	return readable(snapshot.Diagnostics())
}

// readable refuses a site whose index.md cannot be read: its cycles, its languages
// and what it allows would be taken for missing.
func readable(list diag.List) error {
	for _, d := range list {
		switch d.Code {
		case field.BadYAML, field.YAMLFeature, field.DuplicateKey, field.NoFrontmatter, field.UnclosedFrontmatter, field.FrontmatterTooLong:
			if d.File == "content/index.md" {
				return diag.Refuse(fmt.Sprintf("content/index.md cannot be read: line %d: %s", d.Line, d.Message), "mend it first; `ithaca check` shows it with a hint")
			}
		}
	}
	return nil
}

// Day reads a day as YYYY-MM-DD.
func Day(text string) (portal.Date, error) { return portal.ParseDate(text) }

// AsksInMap reports whether the map that is named gets lines to uncomment.
func (job *Job) AsksInMap() bool { return job.mapText != job.mapFile }

// Misread reports whether a column or a value was not understood that a map could settle.
func (job *Job) Misread() bool {
	return job.Kind != Decisions && len(job.Asked(true)) > 0 || slices.ContainsFunc(job.Columns, func(c Column) bool { return !c.Known })
}

// MapBeside returns where a map would lie, beside the contacts.
func (job *Job) MapBeside() string {
	return filepath.Join(filepath.Dir(job.Options.Contacts), string(job.Kind)+".toml")
}

// UpToDate reports whether everything that the job would write is on the disk already.
func (job *Job) UpToDate() bool {
	if len(job.Files) > 0 || job.NewMap {
		return false
	}
	if job.Kind == Decisions {
		return true
	}
	questions, _ := wholefile.Read(job.QuestionsPath())
	return wholefile.Holds(job.Options.Contacts, contacts.Text(job.Plan.Contacts)) &&
		wholefile.Holds(job.QuestionsPath(), job.QuestionTable(questions)) && job.Memory.IsWritten(job.Options.Contacts)
}
