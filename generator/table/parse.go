package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
)

// Line is a line of a table, which may span several lines of the file.
type Line struct {
	Number int // the file's line on which it begins, from 1
	Cells  []string
}

// Parse reads a table as lines of cells without the spaces around them, and leaves out
// lines without any. The error is a *Mistake where the table cannot be read as one.
func Parse(from io.Reader) ([]Line, error) {
	data, err := text(from)
	if err != nil {
		return nil, err
	}
	comma, data := named(data)
	if comma == 0 {
		comma = separator(data)
	}
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.Comma = -1, comma
	r.TrimLeadingSpace = r.Comma != '\t' // a tab is a space too
	var lines []Line
	for {
		cells, err := r.Read()
		if wrong := new(csv.ParseError); errors.As(err, &wrong) {
			return nil, &Mistake{wrong.StartLine, "a quote is missing or stands where none belongs: put values with quotes in quotes, and double those inside"}
		} else if err != nil {
			return lines, nil // the end
		}
		number, _ := r.FieldPos(0)
		for i := range cells {
			if len(cells[i]) > MaxCell {
				return nil, &Mistake{number, fmt.Sprintf("a value has %d characters; at most %d are read: is a quote missing?", utf8.RuneCountInString(cells[i]), MaxCell)}
			}
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case strings.Join(cells, "") == "":
		case len(lines) > MaxRows:
			return nil, &Mistake{number, fmt.Sprintf("more than %d lines; leave out the oldest", MaxRows)}
		default:
			lines = append(lines, Line{number, cells})
		}
	}
}

// text reads what a spreadsheet saved as UTF-8: "Unicode text" is UTF-16.
func text(from io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(from, MaxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read a table: %w", err)
	case len(data) > MaxBytes:
		return nil, &Mistake{1, fmt.Sprintf("the file is larger than %d MB; leave out the oldest lines", MaxBytes>>20)}
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		if len(data)%2 != 0 {
			return nil, &Mistake{1, "the file breaks off in the middle of a character; export it again"}
		}
		if data, err = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data); err != nil {
			return nil, &Mistake{1, "the file is damaged; save it again as \"CSV UTF-8\""}
		}
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return nil, &Mistake{1, "the file is not in UTF-8; save it as \"CSV UTF-8\""}
	}
	if bytes.IndexByte(data, '\n') < 0 { // old programs end lines with a carriage return alone
		data = bytes.ReplaceAll(data, []byte("\r"), []byte("\n"))
	}
	return data, nil
}

// named returns the separator that the first line of a table names, as "sep=;" does for
// spreadsheets, and the table with that line empty; 0 where it names none.
func named(data []byte) (rune, []byte) {
	first, rest, found := bytes.Cut(data, []byte("\n"))
	text, ok := strings.CutPrefix(strings.ToLower(strings.TrimRight(string(first), "\r")), "sep=")
	if !found || !ok || len(text) != 1 || !strings.Contains(separators, text) {
		return 0, data
	}
	return rune(text[0]), data[len(data)-len(rest)-1:]
}

// separators are what stands between values; spreadsheets choose it by the country they
// are used in.
const separators = ",;\t"

// sample is how many lines are looked at to find out what stands between values.
const sample = 50

// separator returns what stands between the values of a table: what stands in the most
// lines as often as in the first, and of equals what stands there most often.
func separator(data []byte) rune {
	best, agreeing, most := ',', 0, 0
	lines := counts(data)
	for i, c := range separators {
		agree := 0
		for _, line := range lines {
			if line[i] == lines[0][i] && line[i] > 0 {
				agree++
			}
		}
		if agree > agreeing || agree == agreeing && agree > 0 && lines[0][i] > most {
			best, agreeing, most = c, agree, lines[0][i]
		}
	}
	return best
}

// counts returns how often each separator stands outside of quotes in the first lines.
func counts(data []byte) (lines [][len(separators)]int) {
	var line [len(separators)]int
	quoted, empty := false, true
	for _, c := range data {
		switch i := strings.IndexByte(separators, c); {
		case c == '"':
			quoted, empty = !quoted, false
		case quoted:
		case c == '\n':
			if !empty {
				lines = append(lines, line)
			}
			line, empty = [len(separators)]int{}, true
			if len(lines) == sample {
				return lines
			}
		case i >= 0:
			line[i]++
		case c != '\r' && c != ' ':
			empty = false
		}
	}
	return append(lines, line)
}
