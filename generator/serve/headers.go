package serve

import (
	"cmp"
	"net/http"
	"path"
	"strings"
)

// setHeaders gives an answer the headers that its address is published with. The
// rules have the form in which several static hosts take them: an address, which
// may end in *, at the beginning of a line, and its headers below it, indented.
func setHeaders(to http.Header, rules []byte, url string) {
	applies := false
	for line := range strings.Lines(string(rules)) {
		rule := strings.TrimSpace(line)
		name, value, found := strings.Cut(rule, ":")
		switch {
		case rule == "", rule[0] == '#':
		case line[0] != ' ' && line[0] != '\t':
			prefix, many := strings.CutSuffix(rule, "*")
			applies = url == rule || many && strings.HasPrefix(url, prefix)
		case applies && found:
			to.Set(strings.TrimSpace(name), strings.TrimSpace(value))
		}
	}
}

// contentType returns the type of a file of a portal by its name. The table is our
// own: that of a machine differs from one to the next.
func contentType(url string) string {
	types := map[string]string{
		".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8",
		".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
		".json": "application/json", ".webmanifest": "application/manifest+json",
		".xml": "application/xml", ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8",
		".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8", ".toml": "text/plain; charset=utf-8",
		"":     "text/plain; charset=utf-8", // _headers, CNAME and the like
		".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
		".webp": "image/webp", ".gif": "image/gif", ".ico": "image/vnd.microsoft.icon",
		".woff2": "font/woff2", ".pdf": "application/pdf", ".mp4": "video/mp4",
	}
	if strings.HasSuffix(url, "/") {
		return types[".html"]
	}
	return cmp.Or(types[strings.ToLower(path.Ext(url))], "application/octet-stream")
}
