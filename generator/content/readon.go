package content

import (
	"bytes"
	"path"
	"slices"

	"ithaca/generator/diag"
)

// maxReadings is how often a file is read on after a mistake.
const maxReadings = 10

// readOn looks for what else is wrong in a file that a mistake keeps from being read to its
// end: a name that is no address, a line that is no field. Where it is certain what should
// stand there the file is read as if it did, so that its author sees all mistakes at once.
// Nothing but these is taken from that.
func (doc *Document) readOn(data []byte) {
	file, list := doc.Path, doc.Diags
	for range maxReadings {
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

// withLine returns a file with another line in the place of one.
func withLine(data []byte, number int, text string) []byte {
	lines := bytes.Split(data, []byte("\n"))
	if number < 1 || number > len(lines) {
		return data
	}
	lines[number-1] = []byte(text)
	return bytes.Join(lines, []byte("\n"))
}
