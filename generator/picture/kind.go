package picture

import (
	"bytes"
	"net/http"
	"strings"
)

// kindOf returns what a file is by its first bytes, in words: most often a program
// changed only the name of another picture.
func kindOf(data []byte) string {
	head := data[:min(len(data), 1024)]
	what, _, _ := strings.Cut(http.DetectContentType(head), ";")
	switch {
	case len(data) == 0:
		return "empty"
	case bytes.HasPrefix(head, []byte("version https://git-lfs")):
		return "a pointer of Git LFS, not the picture itself"
	case len(head) > 8 && string(head[4:8]) == "ftyp":
		return "a HEIC, an AVIF or a film"
	case bytes.Contains(head, []byte("<svg")):
		return "an SVG"
	case what == "application/octet-stream":
		return "not a picture that is known here"
	}
	return "of the type " + what
}
