package serve

import (
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

// home returns the path of the portal that the rules are written for: that of the
// first one, which is for all its pages.
func (h headers) home() string {
	if len(h) == 0 || !strings.HasSuffix(h[0].pattern, "/*") {
		return "/"
	}
	return strings.TrimSuffix(h[0].pattern, "*")
}

// contentType returns the type of a file of a portal by its name. It is our own
// table: what a machine's says differs from one to the next.
func contentType(url string) string {
	switch strings.ToLower(path.Ext(url)) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js", ".mjs":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json"
	case ".webmanifest":
		return "application/manifest+json"
	case ".xml":
		return "application/xml"
	case ".ics":
		return "text/calendar; charset=utf-8"
	case ".csv":
		return "text/csv; charset=utf-8"
	case ".txt", ".md", ".toml":
		return "text/plain; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".webp":
		return "image/webp"
	case ".gif":
		return "image/gif"
	case ".ico":
		return "image/vnd.microsoft.icon"
	case ".woff2":
		return "font/woff2"
	case ".pdf":
		return "application/pdf"
	case ".mp4":
		return "video/mp4"
	}
	if strings.HasSuffix(url, "/") {
		return "text/html; charset=utf-8"
	}
	if path.Ext(url) == "" {
		return "text/plain; charset=utf-8" // _headers, CNAME and the like
	}
	return "application/octet-stream"
}
