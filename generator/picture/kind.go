package picture

import (
	"bytes"
	"unicode/utf8"
)

// kinds are the formats that are most often named like a JPEG or PNG. A dot in a signature
// matches any byte.
var kinds = []struct{ signature, name string }{
	{"GIF8", "a GIF"},
	{"RIFF....WEBP", "a WebP"},
	{"....ftyphei", "a HEIC, as iPhones make them"},
	{"....ftyphev", "a HEIC, as iPhones make them"},
	{"....ftypmif1", "a HEIC, as iPhones make them"},
	{"....ftypavi", "an AVIF"},
	{"....ftyp", "a film"},
	{"\x00\x00\x00\x0cJXL ", "a JPEG XL"},
	{"\xff\x0a", "a JPEG XL"},
	{"II*\x00", "a TIFF or a camera's raw file"},
	{"MM\x00*", "a TIFF or a camera's raw file"},
	{"BM", "a BMP"},
	{"8BPS", "a Photoshop file"},
	{"%PDF", "a PDF"},
	{"version https://git-lfs", "a pointer of Git LFS, not the picture itself"},
}

// kindOf returns what a file is by its first bytes, in words.
func kindOf(data []byte) string {
	for _, k := range kinds {
		if hasSignature(data, k.signature) {
			return k.name
		}
	}
	head := data[:min(len(data), 1024)]
	switch {
	case len(data) == 0:
		return "empty"
	case bytes.Contains(head, []byte("<svg")):
		return "an SVG"
	case isText(head):
		return "a text"
	}
	return "not a picture that is known here"
}

func hasSignature(data []byte, signature string) bool {
	if len(data) < len(signature) {
		return false
	}
	for i := range len(signature) {
		if signature[i] != '.' && signature[i] != data[i] {
			return false
		}
	}
	return true
}

// isText reports whether the first bytes of a file are text in UTF-8. The last character
// may be incomplete.
func isText(head []byte) bool {
	for len(head) > 0 {
		r, size := utf8.DecodeRune(head)
		if r == utf8.RuneError && size == 1 {
			return !utf8.FullRune(head)
		}
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' {
			return false
		}
		head = head[size:]
	}
	return true
}
