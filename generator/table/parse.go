package table

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
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
	data, err := Text(from)
	if err != nil {
		return nil, err
	}
	comma := separator(data)
	if m := named.FindSubmatch(data); m != nil {
		comma, data = rune(m[1][0]), data[len(m[0])-1:] // the line's end stays, for the numbers of lines
	}
	r := reader(data, comma)
	var lines []Line
	for {
		cells, err := r.Read()
		if wrong := new(csv.ParseError); errors.As(err, &wrong) {
			return nil, &Mistake{wrong.StartLine, "a quote is missing or stands where none belongs: put values with quotes in quotes, and double those inside"}
		} else if err != nil {
			return lines, nil // the end
		}
		number, _ := r.FieldPos(0)
		if len(cells) > MaxColumns {
			return nil, &Mistake{number, fmt.Sprintf("more than %d columns; leave out those that say nothing of people", MaxColumns)}
		}
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

func reader(data []byte, comma rune) *csv.Reader {
	r := csv.NewReader(bytes.NewReader(data))
	r.FieldsPerRecord, r.Comma = -1, comma
	r.TrimLeadingSpace = comma != '\t' // a tab is a space too
	return r
}

// Text reads what a spreadsheet saved as UTF-8: "Unicode text" is UTF-16. The error is a
// *Mistake where it is no text.
func Text(from io.Reader) ([]byte, error) {
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
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return nil, &Mistake{1, "this is a spreadsheet's own file (.xlsx or .ods), not a table; save it as \"CSV UTF-8\""}
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

// named is a first line that names the separator, as "sep=;" does for spreadsheets.
var named = regexp.MustCompile(`(?i)^sep=([,;\t])\r?\n`)

// separators are what stands between values; spreadsheets choose it by the country they
// are used in.
const separators = ",;\t"

// sample is how many lines are looked at to find out what stands between values.
const sample = 50

// separator returns what stands between the values of a table: what takes the most lines
// apart into as many values as the first, and of equals what makes the most of them.
func separator(data []byte) rune {
	best, agreeing, most := ',', 0, 0
	for _, c := range separators {
		r := reader(data, c)
		r.LazyQuotes, r.ReuseRecord = true, true
		agree, first := 0, 0
		for n := 0; n < sample; {
			cells, err := r.Read()
			if err != nil {
				break
			}
			if strings.Trim(strings.Join(cells, ""), " \t") == "" {
				continue
			}
			n++
			first = cmp.Or(first, len(cells))
			if len(cells) == first && first > 1 {
				agree++
			}
		}
		if agree > agreeing || agree == agreeing && agree > 0 && first > most {
			best, agreeing, most = c, agree, first
		}
	}
	return best
}
