package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
)

// Document returns a page for the organizer's disk, which is no page of a portal and loads
// nothing, from the template local/NAME.html of the first folder that has it.
func Document(w *Words, name string, data any, folders ...fs.FS) ([]byte, error) {
	file := "local/" + name + extension
	for _, folder := range folders {
		text, err := fs.ReadFile(folder, file)
		if err != nil {
			continue
		}
		t, err := template.New(file).Funcs(template.FuncMap{"t": w.text, "list": w.List, "number": w.number, "originally": originally}).Parse(string(text))
		var b bytes.Buffer
		if err == nil {
			err = t.Execute(&b, data)
		}
		if err != nil {
			return nil, fmt.Errorf("draw templates/%s: %w", file, err)
		}
		return b.Bytes(), nil
	}
	return nil, fmt.Errorf("there is no template %s", file)
}
