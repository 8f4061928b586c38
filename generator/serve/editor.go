package serve

import (
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"ithaca/generator/diag"
)

// Editor returns the first of some wishes that pages can open files with: each is
// a command as $VISUAL and $EDITOR hold it ("code --wait"), or an address with
// {file} and, if it takes them, {line} and {column}. It returns "" when there is
// none.
func Editor(wishes ...string) string {
	for _, wish := range wishes {
		if editorAddress(wish) != "" {
			return wish
		}
	}
	return ""
}

// editorAddress returns the address that a wish means, "" for none: editors that
// live in a terminal have none.
func editorAddress(wish string) string {
	scheme, rest, ok := strings.Cut(wish, "://")
	if ok && opensProgram(scheme) && strings.Contains(rest, "{file}") {
		return wish
	}
	command, _, _ := strings.Cut(strings.TrimSpace(wish), " ")
	name := path.Base(filepath.ToSlash(command))
	switch name = strings.TrimSuffix(strings.TrimSuffix(name, ".exe"), ".cmd"); name {
	case "code":
		return "vscode://file{file}:{line}:{column}"
	case "code-insiders":
		return "vscode-insiders://file{file}:{line}:{column}"
	case "codium":
		return "vscodium://file{file}:{line}:{column}"
	case "cursor", "windsurf", "zed":
		return name + "://file{file}:{line}:{column}"
	case "subl":
		return "subl://open?url=file://{file}&line={line}&column={column}"
	case "mate":
		return "txmt://open?url=file://{file}&line={line}&column={column}"
	case "idea", "webstorm", "pycharm", "goland":
		return name + "://open?file={file}&line={line}&column={column}"
	}
	return ""
}

// opensProgram reports whether a scheme is one that can only open a program.
func opensProgram(scheme string) bool {
	switch scheme {
	case "", "javascript", "data", "vbscript", "blob", "file", "http", "https":
		return false
	}
	return strings.Trim(scheme, "abcdefghijklmnopqrstuvwxyz0123456789+.-") == ""
}

// editorLink returns the address that opens a place in a file, which is named by
// its absolute path; "" where no editor is known.
func editorLink(editor, file string, at diag.Position) string {
	file = filepath.ToSlash(file)
	if !strings.HasPrefix(file, "/") {
		file = "/" + file // a drive of Windows
	}
	escaped := strings.NewReplacer("+", "%20", "%2F", "/").Replace(url.QueryEscape(file))
	return strings.NewReplacer(
		"{file}", escaped, "{line}", strconv.Itoa(max(1, at.Line)), "{column}", strconv.Itoa(max(1, at.Column)),
	).Replace(editorAddress(editor))
}
