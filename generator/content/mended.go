package content

import (
	"bytes"
	"path"
	"slices"

	"ithaca/generator/diag"
)

// maxMended is how many mistakes of a file decodeMended mends at most.
const maxMended = 10

// decodeMended adds the mistakes that other mistakes hide because decoding stopped at them:
// at a name that is no slug, or a line that is no field. Where the remedy is certain the file
// is decoded again as if it was mended, so that its author sees all mistakes at once. Only
// the diagnostics are used.
func (doc *Document) decodeMended(data []byte) {
	file, list := doc.Path, doc.Diags
	for range maxMended {
		at := slices.IndexFunc(list, func(d diag.Diagnostic) bool { return d.Mend.Do == diag.RenameFile || d.Mend.Do == diag.WriteLine })
		if at < 0 {
			return
		}
		if mend := list[at].Mend; mend.Do == diag.RenameFile {
			file = renamed(file, mend.With)
		} else {
			data = withLine(data, list[at].Line, mend.With)
		}
		list = decode(file, data).Diags
		for _, d := range list {
			d.File = doc.Path
			if !slices.ContainsFunc(doc.Diags, func(known diag.Diagnostic) bool { return known.Position == d.Position && known.Code == d.Code }) {
				doc.Diags = append(doc.Diags, d)
			}
		}
	}
}

// renamed returns the path of a file under another name, or in a folder of another name.
func renamed(file, name string) string {
	if path.Ext(name) == "" {
		return path.Join(path.Dir(path.Dir(file)), name, path.Base(file))
	}
	return path.Join(path.Dir(file), name)
}

// withLine returns a file with a line, by its number from 1, replaced.
func withLine(data []byte, number int, text string) []byte {
	lines := bytes.Split(data, []byte("\n"))
	if number < 1 || number > len(lines) {
		return data
	}
	lines[number-1] = []byte(text)
	return bytes.Join(lines, []byte("\n"))
}
