package edit

import (
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/markdown"
)

// Relink returns a file in whose text every link leads to what "to" returns for its
// address: the address itself for a link that stays, and "" for one that becomes its
// words alone. It also returns on which lines of the file links have changed. The text is
// read again afterwards, and has to say what it said. The error is an *Error.
func Relink(data []byte, to func(address string) string) (changed []byte, lines []int, err error) {
	f, err := open(data)
	if err != nil {
		return nil, nil, err
	}
	r := relinking{text: f.body(), first: 1 + strings.Count(f.plain[:f.text], "\n"), to: to, splices: map[int]splice{}}
	before := r.parse(r.text)
	for _, link := range before.Links {
		if link.Image || to(link.Dest) == link.Dest {
			continue
		}
		if err := r.change(link); err != nil {
			return nil, nil, err
		}
		lines = append(lines, link.Position.Line)
	}
	if len(lines) == 0 {
		return data, nil, nil
	}
	text := r.changed()
	if line := r.differs(before, r.parse(text)); line > 0 {
		return nil, nil, r.refuse(line)
	}
	changed, err = Body(data, text)
	slices.Sort(lines)
	return changed, slices.Compact(lines), err
}

// relinking is a text whose links change.
type relinking struct {
	text    string
	first   int // line of the file
	to      func(string) string
	splices map[int]splice // by where they begin
}

func (r *relinking) parse(text string) *markdown.Document {
	const most = 4 << 20 // what may be written is no matter here
	doc, _ := markdown.Parse([]byte(text), markdown.Options{Line: r.first, Limit: most})
	return doc
}

func (r *relinking) refuse(line int) error {
	return &Error{line, "a link on this line is written in a way that cannot be changed here; change it by hand"}
}

// differs returns the line of the first link that is not what it should have become; 0
// where all are, and the text says the same.
func (r *relinking) differs(before, after *markdown.Document) int {
	rest, line := after.Links, r.first
	for _, link := range before.Links {
		line = link.Position.Line
		dest := link.Dest
		if !link.Image {
			dest = r.to(dest)
		}
		if dest == "" {
			continue
		}
		if len(rest) == 0 || rest[0].Dest != dest || rest[0].Text != link.Text {
			return line
		}
		rest = rest[1:]
	}
	if len(rest) > 0 || before.Text() != after.Text() {
		return line
	}
	return 0
}

func (r *relinking) put(s splice) { r.splices[s.from] = s }

// changed returns the text with all splices made.
func (r *relinking) changed() string {
	var b strings.Builder
	at := 0
	var from []int
	for place := range r.splices {
		from = append(from, place)
	}
	slices.Sort(from)
	for _, place := range from {
		s := r.splices[place]
		if s.from < at {
			continue // within another one; differs finds out whether that was right
		}
		b.WriteString(r.text[at:s.from] + s.text)
		at = s.to
	}
	return b.String() + r.text[at:]
}

// change plans the new form of a link.
func (r *relinking) change(link markdown.Link) error {
	at := r.offset(link.Position.Line, link.Position.Column)
	fault := r.refuse(link.Position.Line)
	if at < 0 {
		return fault
	}
	if r.text[at] != '[' {
		return r.changeBare(link, at, fault)
	}
	end := closing(r.text, at)
	if end < 0 {
		return fault
	}
	words, rest := r.text[at+1:end], r.text[end+1:]
	label := words
	if strings.HasPrefix(rest, "(") {
		from, to, last := destination(r.text, end+2)
		if last < 0 {
			return fault
		}
		return r.replace(link, splice{at, last, words}, splice{from, to, ""}, fault)
	}
	last := end + 1
	if strings.HasPrefix(rest, "[") {
		to := closing(r.text, end+1)
		if to < 0 {
			return fault
		}
		last = to + 1
		if name := r.text[end+2 : to]; strings.TrimSpace(name) != "" {
			label = name
		}
	}
	whole, address, ok := r.definition(label)
	if !ok {
		return fault
	}
	if r.to(link.Dest) == "" {
		r.put(whole)
	}
	return r.replace(link, splice{at, last, words}, address, fault)
}

// replace puts the words in the place of a link that goes, or a new address in the place
// of the old one.
func (r *relinking) replace(link markdown.Link, words, address splice, fault error) error {
	dest := r.to(link.Dest)
	if dest == "" {
		r.put(words)
		return nil
	}
	if r.text[address.from:address.to] != link.Dest {
		return fault
	}
	r.put(splice{address.from, address.to, dest})
	return nil
}

// changeBare plans the new form of an address that stands in the text by itself.
func (r *relinking) changeBare(link markdown.Link, at int, fault error) error {
	from, to := at, at+len(link.Dest)
	whole := splice{from, to, "`" + link.Dest + "`"}
	if r.text[at] == '<' {
		from, to = at+1, to+1
		whole = splice{at, to + 1, whole.text}
	}
	if to > len(r.text) || r.text[from:to] != link.Dest || r.to(link.Dest) != "" && link.Text == link.Dest {
		return fault // another address would be another text
	}
	return r.replace(link, whole, splice{from, to, ""}, fault)
}

// offset returns where a place of the file is in the text, -1 where it is not.
func (r *relinking) offset(line, column int) int {
	at := 0
	for range line - r.first {
		end := strings.IndexByte(r.text[at:], '\n')
		if end < 0 {
			return -1
		}
		at += end + 1
	}
	for i := range r.text[at:] {
		if column--; column == 0 {
			return at + i
		}
	}
	return -1
}

// closing returns where the bracket that opens at an offset is closed, -1 for nowhere.
func closing(text string, at int) int {
	depth := 0
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '`':
			run := len(text[i:]) - len(strings.TrimLeft(text[i:], "`"))
			if end := codeEnd(text, i+run, run); end > 0 {
				i = end - 1
			} else {
				i += run - 1
			}
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// codeEnd returns where code ends that so many backticks begin, -1 where they begin none.
func codeEnd(text string, at, run int) int {
	for at < len(text) {
		start := strings.IndexByte(text[at:], '`')
		if start < 0 {
			return -1
		}
		at += start
		length := len(text[at:]) - len(strings.TrimLeft(text[at:], "`"))
		at += length
		if length == run {
			return at
		}
	}
	return -1
}

// behindAddress is what may follow an address in parentheses: a title, and their end.
var behindAddress = regexp.MustCompile(`^\s*(?:\s(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))\s*)?\)`)

// destination returns where the address behind a parenthesis stands, and where the link
// ends; last is -1 where it has another form.
func destination(text string, at int) (from, to, last int) {
	from = at + len(text[at:]) - len(strings.TrimLeft(text[at:], " \t\n"))
	to = from
	if strings.HasPrefix(text[from:], "<") {
		end := strings.IndexAny(text[from:], ">\n")
		if end < 0 {
			return 0, 0, -1
		}
		from, to = from+1, from+end
		at = to + 1
	} else {
		for depth := 0; to < len(text) && !strings.ContainsRune(" \t\n", rune(text[to])); to++ {
			if text[to] == '(' {
				depth++
			} else if text[to] == ')' {
				if depth--; depth < 0 {
					break
				}
			} else if text[to] == '\\' {
				to++
			}
		}
		to = min(to, len(text))
		at = to
	}
	end := behindAddress.FindStringIndex(text[at:])
	if end == nil {
		return 0, 0, -1
	}
	return from, to, at + end[1]
}

// defining is a line that says where the links of a name lead.
var defining = regexp.MustCompile(`(?m)^[ \t>]*\[((?:[^\]\\]|\\.)+)\]:[ \t]*(?:<([^>\n]*)>|(\S+))[^\n]*(?:\n|\z)`)

// definition returns the line that says where the links of a name lead, which goes as a
// whole or gets another address.
func (r *relinking) definition(label string) (whole, address splice, ok bool) {
	for _, m := range defining.FindAllStringSubmatchIndex(r.text, -1) {
		if sameLabel(r.text[m[2]:m[3]], label) {
			from, to := max(m[4], m[6]), max(m[5], m[7])
			return splice{m[0], m[1], ""}, splice{from, to, ""}, true
		}
	}
	return whole, address, false
}

func sameLabel(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
