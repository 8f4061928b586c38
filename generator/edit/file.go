package edit

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"ithaca/generator/content/field"
)

// file is a parsed file. All offsets are in plain.
type file struct {
	raw        []byte
	plain      string // raw without the byte order mark, and with lines that end in \n
	newline    string // how the lines that are added to raw end
	root       field.Node
	lines      []int // by line of the fields: its offset
	fieldsEnd  int   // where the closing fence begins
	bodyStart  int   // where the body begins
	inBrackets bool  // the change is within a flow collection, where more texts need quotes
}

// open parses a file.
func open(data []byte) (*file, error) {
	f := &file{raw: data, newline: "\n"}
	rest := bytes.TrimPrefix(data, []byte("\ufeff"))
	if i := bytes.IndexByte(rest, '\n'); i > 0 && rest[i-1] == '\r' {
		f.newline = "\r\n"
	}
	f.plain = strings.ReplaceAll(string(rest), "\r\n", "\n")
	d := field.Decoder{}
	refuse := func() (*file, error) {
		if len(d.Diags) > 0 {
			return nil, lineError(d.Diags[0].Line, d.Diags[0].Message)
		}
		return nil, errors.New("the fields cannot be read")
	}
	if !utf8.ValidString(f.plain) {
		return nil, errors.New("the file is not in UTF-8")
	}
	block, body, _, ok := d.Split([]byte(f.plain))
	if !ok {
		return refuse()
	}
	if f.root, ok = d.Parse(block); !ok {
		return refuse()
	}
	begin := strings.IndexByte(f.plain, '\n') + 1
	f.fieldsEnd, f.bodyStart = begin+len(block), len(f.plain)-len(body)
	f.lines = []int{begin}
	for i, c := range block {
		if c == '\n' {
			f.lines = append(f.lines, begin+i+1)
		}
	}
	return f, nil
}

func (f *file) body() string { return f.plain[f.bodyStart:] }

// splice is a stretch of file.plain with its replacement.
type splice struct {
	from, to int // offsets; to is excluded
	text     string
}

// splice returns the raw file with a stretch replaced.
func (f *file) splice(s splice) []byte {
	from, to := f.rawOffset(s.from), f.rawOffset(s.to)
	var out []byte
	out = append(out, f.raw[:from]...)
	out = append(out, strings.ReplaceAll(s.text, "\n", f.newline)...)
	return append(out, f.raw[to:]...)
}

// rawOffset returns the offset in raw of an offset in plain. A \n of plain is at the \r of
// a \r\n.
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

// start returns the offset at which a node begins.
func (f *file) start(n field.Node) (int, error) {
	if n.Line < 1 || n.Line > len(f.lines) || n.Column < 1 {
		return 0, errPosition
	}
	at := f.lines[n.Line-1]
	for range n.Column - 1 {
		_, size := utf8.DecodeRuneInString(f.plain[at:])
		if at+size > f.fieldsEnd {
			return 0, errPosition
		}
		at += size
	}
	return at, nil
}

// lineStart and lineEnd return the offsets at which the line of an offset begins and ends,
// the \n excluded.
func (f *file) lineStart(at int) int { return strings.LastIndexByte(f.plain[:at], '\n') + 1 }

func (f *file) lineEnd(at int) int {
	if i := strings.IndexByte(f.plain[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(f.plain)
}

// spacesTo returns as many spaces as there are characters before an offset on its line.
func (f *file) spacesTo(at int) string {
	return strings.Repeat(" ", utf8.RuneCountInString(f.plain[f.lineStart(at):at]))
}

// isFlow reports whether a node is a flow collection, in brackets or braces.
func (f *file) isFlow(n field.Node) bool {
	at, err := f.start(n)
	return err == nil && (n.IsGroup() && f.plain[at] == '{' || n.IsList() && f.plain[at] == '[')
}
