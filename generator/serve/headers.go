package serve

import (
	"cmp"
	"net/http"
	"path"
	"strings"
)

// headers are the rules of a _headers file, in its order.
type headers []rule

// rule says which headers go with the addresses of a pattern, which may end in *.
type rule struct {
	pattern string
	fields  [][2]string
}

// parseHeaders reads the form in which several static hosts take headers: an
// address at the beginning of a line, and the headers below it, indented.
func parseHeaders(text []byte) headers {
	var all headers
	for line := range strings.Lines(string(text)) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "", trimmed[0] == '#':
		case line[0] != ' ' && line[0] != '\t':
			all = append(all, rule{pattern: trimmed})
		case len(all) > 0:
			if name, value, ok := strings.Cut(trimmed, ":"); ok {
				last := &all[len(all)-1]
				last.fields = append(last.fields, [2]string{strings.TrimSpace(name), strings.TrimSpace(value)})
			}
		}
	}
	return all
}

// set returns an answer the headers that its address is published with.
func (h headers) set(to http.Header, url string) {
	for _, r := range h {
		if prefix, many := strings.CutSuffix(r.pattern, "*"); url == r.pattern || many && strings.HasPrefix(url, prefix) {
			for _, field := range r.fields {
				to.Set(field[0], field[1])
			}
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
