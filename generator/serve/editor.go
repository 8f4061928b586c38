package serve

import (
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// editors are the addresses that open a place in an editor, by the name of its
// program. Those that live in a terminal have none.
var editors = map[string]string{
	"code":          "vscode://file{file}:{line}:{column}",
	"code-insiders": "vscode-insiders://file{file}:{line}:{column}",
	"codium":        "vscodium://file{file}:{line}:{column}",
	"cursor":        "cursor://file{file}:{line}:{column}",
	"windsurf":      "windsurf://file{file}:{line}:{column}",
	"zed":           "zed://file{file}:{line}:{column}",
	"subl":          "subl://open?url=file://{file}&line={line}&column={column}",
	"mate":          "txmt://open?url=file://{file}&line={line}&column={column}",
	"idea":          "idea://open?file={file}&line={line}&column={column}",
	"webstorm":      "webstorm://open?file={file}&line={line}&column={column}",
	"pycharm":       "pycharm://open?file={file}&line={line}&column={column}",
	"goland":        "goland://open?file={file}&line={line}&column={column}",
}

// Editor returns the first of some wishes that pages can open files with: each is
// a command as $VISUAL and $EDITOR hold it ("code --wait"), or an address with
// {file} and, if it takes them, {line} and {column}. It gives "" when there is
// none.
func Editor(wishes ...string) string {
	for _, wish := range wishes {
		if editorAddress(wish) != "" {
			return wish
		}
	}
	return ""
}

// editorAddress returns the address that a wish means.
func editorAddress(wish string) string {
	scheme, rest, ok := strings.Cut(wish, "://")
	if ok && plainScheme(scheme) && strings.Contains(rest, "{file}") {
		return wish
	}
	fields := strings.Fields(wish)
	if len(fields) == 0 {
		return ""
	}
	name := path.Base(filepath.ToSlash(fields[0]))
	return editors[strings.TrimSuffix(strings.TrimSuffix(name, ".exe"), ".cmd")]
}

// plainScheme reports whether a scheme is one that can only open a program.
func plainScheme(scheme string) bool {
	switch scheme {
	case "", "javascript", "data", "vbscript", "blob", "file", "http", "https":
		return false
	}
	return strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz0123456789+.-") == ""
}

// editorLink returns the address that opens a file, named by its absolute path, at
// a line and a column; "" where no editor is known.
func editorLink(editor, file string, line, column int) string {
	address := editorAddress(editor)
	if address == "" {
		return ""
	}
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") {
		file = "/" + file // a drive of Windows
	}
	return strings.NewReplacer(
		"{file}", escapeFile(file), "{line}", strconv.Itoa(line), "{column}", strconv.Itoa(column),
	).Replace(address)
}

// escapeFile escapes a path so that it can stand anywhere in an address.
func escapeFile(file string) string {
	parts := strings.Split(file, "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(url.QueryEscape(part), "+", "%20")
	}
	return strings.Join(parts, "/")
}
