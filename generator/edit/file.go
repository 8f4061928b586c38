package edit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"ithaca/generator/content/field"
)

// file is a file whose fields are changed. Offsets are those of its text in one form,
// without the byte order mark and with lines that end in \n.
type file struct {
	raw   []byte
	plain string
	line  string // how the file's lines end
	root  field.Node
	lines []int // where the lines of the fields begin
	end   int   // of the last line of the fields: where the closing fence begins
	text  int   // where the text below begins
	flow  bool  // the place of a change lies within brackets, where more texts need quotes
}

// open reads a file.
func open(data []byte) (*file, error) {
	f := &file{raw: data, line: "\n"}
	rest := bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := bytes.IndexByte(rest, '\n'); i > 0 && rest[i-1] == '\r' {
		f.line = "\r\n"
	}
	f.plain = strings.ReplaceAll(string(rest), "\r\n", "\n")
	d := field.Decoder{}
	refuse := func() (*file, error) {
		e := &Error{Reason: "the fields cannot be read"}
		if len(d.Diags) > 0 {
			e.Line, e.Reason = d.Diags[0].Line, d.Diags[0].Message
		}
		return nil, e
	}
	if !utf8.ValidString(f.plain) {
		return nil, &Error{Reason: "the file is not in UTF-8"}
	}
	block, body, _, ok := d.Split([]byte(f.plain))
	if !ok {
		return refuse()
	}
	if f.root, ok = d.Parse(block); !ok {
		return refuse()
	}
	begin := strings.IndexByte(f.plain, '\n') + 1
	f.end, f.text = begin+len(block), len(f.plain)-len(body)
	f.lines = []int{begin}
	for i, c := range block {
		if c == '\n' {
			f.lines = append(f.lines, begin+i+1)
		}
	}
	return f, nil
}

func (f *file) body() string { return f.plain[f.text:] }

// splice is a stretch of the text in its one form, and what takes its place.
type splice struct {
	from, to int
	text     string
}

// splice returns the file as it lies on the disk with a stretch replaced.
func (f *file) splice(s splice) []byte {
	from, to := f.rawOffset(s.from), f.rawOffset(s.to)
	var out []byte
	out = append(out, f.raw[:from]...)
	out = append(out, strings.ReplaceAll(s.text, "\n", f.line)...)
	return append(out, f.raw[to:]...)
}

// rawOffset returns where a byte of the text stands in the file: that of a line's end
// at the first byte of the end.
func (f *file) rawOffset(at int) int {
	raw := len(f.raw) - len(bytes.TrimPrefix(f.raw, []byte("\ufeff")))
	for i := 0; i < at; i++ {
		if f.raw[raw] == '\r' && f.plain[i] == '\n' {
			raw++
		}
		raw++
	}
	return raw
}

// start returns where a node begins.
func (f *file) start(n field.Node) (int, error) {
	if n.Line < 1 || n.Line > len(f.lines) || n.Column < 1 {
		return 0, errLost
	}
	at := f.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(f.plain[at:])
		if at+size > f.end {
			return 0, errLost
		}
		at += size
	}
	return at, nil
}

// lineStart and lineEnd return where the line of an offset begins and ends.
func (f *file) lineStart(at int) int { return strings.LastIndexByte(f.plain[:at], '\n') + 1 }

func (f *file) lineEnd(at int) int {
	if i := strings.IndexByte(f.plain[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(f.plain)
}

// indent returns the white space before an offset on its line, and whether there is
// nothing else.
func (f *file) indent(at int) (string, bool) {
	before := f.plain[f.lineStart(at):at]
	return before, strings.Trim(before, " ") == ""
}

// column returns as many spaces as there are characters before an offset on its line.
func (f *file) column(at int) string {
	return strings.Repeat(" ", utf8.RuneCountInString(f.plain[f.lineStart(at):at]))
}

// inFlow reports whether a node is written in brackets or braces.
func (f *file) inFlow(n field.Node) bool {
	at, err := f.start(n)
	return err == nil && (n.IsGroup() && f.plain[at] == '{' || n.IsList() && f.plain[at] == '[')
}
