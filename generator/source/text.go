package source

import (
	"bytes"
	"fmt"
	"regexp"
	"unicode/utf8"

	"ithaca/generator/diag"
)

// BadEncoding is reported for text that is not UTF-8, or that holds characters
// no text has.
const BadEncoding diag.Code = "bad-encoding"

const saveAsUTF8 = "save the file again and choose the encoding UTF-8"

const byteOrderMark = "\uFEFF"

// normalise returns a text in UTF-8 without a byte order mark, with lines that end in \n,
// or a mistake that names no file. The result may share data.
func normalise(data []byte) ([]byte, *diag.Diagnostic) {
	if bytes.HasPrefix(data, []byte{0xFE, 0xFF}) || bytes.HasPrefix(data, []byte{0xFF, 0xFE}) {
		return nil, encodingMistake(data, 0, saveAsUTF8, "this file is saved as UTF-16, not as UTF-8")
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return nil, encodingMistake(data, i, "delete the character, or save the text again as UTF-8",
			"a NUL character (at byte %d of the file) is part of no text", i)
	}
	if !utf8.Valid(data) {
		i := firstInvalid(data)
		return nil, encodingMistake(data, i, saveAsUTF8,
			"the byte 0x%02X (at byte %d of the file) is not UTF-8", data[i], i)
	}
	if bytes.IndexByte(data, '\r') >= 0 {
		if at := loneReturn.FindIndex(data); at != nil {
			problem := encodingMistake(data, at[0], "let the editor end its lines in the way of Unix (LF)",
				"a carriage return alone (at byte %d of the file) ends no line here", at[0])
			if bytes.IndexByte(data, '\n') < 0 { // else it is not certain that a line ends there
				problem.Mend.Do = diag.EndLines
			}
			return nil, problem
		}
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	data = bytes.TrimPrefix(data, []byte(byteOrderMark))
	return data, nil
}

// loneReturn matches a carriage return that no line feed follows.
var loneReturn = regexp.MustCompile(`\r(?:[^\n]|\z)`)

func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// encodingMistake returns a mistake at an offset of the bytes on the disk. Its line and
// column do not count a byte order mark, which editors do not show.
func encodingMistake(data []byte, offset int, hint, format string, args ...any) *diag.Diagnostic {
	before := bytes.TrimPrefix(data[:offset], []byte(byteOrderMark))
	return &diag.Diagnostic{
		Position: diag.PositionOf("", before, len(before), 1),
		Severity: diag.Error, Code: BadEncoding, Message: fmt.Sprintf(format, args...), Hint: hint,
	}
}
