package field

import (
	"bytes"
	"strings"

	"github.com/adrg/frontmatter"

	"ithaca/generator/diag"
	"ithaca/generator/markdown"
)

// The codes of a file whose frontmatter cannot be found.
const (
	// NoFrontmatter: the file does not begin with a line of three hyphens.
	NoFrontmatter diag.Code = "no-frontmatter"
	// UnclosedFrontmatter: the second line of three hyphens is missing.
	UnclosedFrontmatter diag.Code = "unclosed-frontmatter"
	// FrontmatterTooLong: the block is larger than maxFrontmatter.
	FrontmatterTooLong diag.Code = "frontmatter-too-long"
)

// maxFrontmatter bounds the frontmatter block in bytes: some checks of a YAML
// reader take time that grows faster than the text.
const maxFrontmatter = 32 << 10

// yamlFormat returns the raw block instead of decoding it.
var yamlFormat = frontmatter.NewFormat("---", "---", func(block []byte, into any) error {
	*into.(*[]byte) = bytes.Clone(block)
	return nil
})

// Split splits a file into its frontmatter and its body, which begins on a line of the file.
// It returns ok == false after reporting a mistake: a file whose frontmatter is not between
// two lines of exactly "---".
func (d *Decoder) Split(data []byte) (block, body []byte, line int, ok bool) {
	refuse := func(line int, code diag.Code, hint, format string, args ...any) {
		d.Diags.Errorf(diag.Position{File: d.File, Line: line, Column: 1}, code, hint, format, args...)
	}
	if d.reportConflicts(data) {
		return nil, nil, 0, false
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if !isFence(first) {
		message := "the file does not begin with a line `---`"
		if len(bytes.TrimSpace(data)) == 0 {
			message = "the file is empty"
		}
		hint := beginHint(string(first), data)
		if d.Profile && bytes.HasPrefix(data, []byte("# ")) && bytes.Count(data, []byte("\n## ")) > 2 {
			hint = "these look like the answers of a sheet that was not finished: ask for the file that its button \"Check and make my file\" makes"
		}
		refuse(1, NoFrontmatter, hint, "%s", message)
		return nil, nil, 0, false
	}
	end, lines := closingFence(rest)
	if end < 0 {
		if at, found := nearlyFence(rest); at > 0 {
			message := "the fields are closed by a line `---`, not by `" + Short(found) + "`"
			if found == "---" {
				message = "the line `---` that closes the fields must not be indented"
			}
			refuse(at+1, UnclosedFrontmatter, "write exactly `---` in this line, and nothing else", "%s", message)
		} else {
			refuse(1, UnclosedFrontmatter, "write a line `---` between the fields and the text",
				"the fields that begin here are never closed by a second line `---`")
		}
		return nil, nil, 0, false
	}
	block = rest[:end]
	if len(block) > maxFrontmatter {
		refuse(1, FrontmatterTooLong, "move long texts below the second `---`",
			"the fields take %d bytes; at most %d are read", len(block), maxFrontmatter)
		return nil, nil, 0, false
	}
	_, body, _ = bytes.Cut(rest[end:], []byte("\n"))
	// Only a line of hyphens can end a block for the library, and most have none.
	if bytes.Contains(block, []byte("---")) && !libraryAgrees(data[:len(data)-len(body)], block) {
		at, _ := nearlyFence(block)
		refuse(at+1, UnclosedFrontmatter, "write `---` only in the two lines that enclose the fields, not inside a field",
			"it is unclear where the fields end: a line `---` stands inside a field")
		return nil, nil, 0, false
	}
	return block, body, lines + 3, true
}

// reportConflicts reports the merge conflicts of a file, and returns true, if one begins in
// its frontmatter. Those of the body are reported when that is parsed.
func (d *Decoder) reportConflicts(data []byte) bool {
	begin, _ := markdown.Conflicts(data)
	if len(begin) == 0 {
		return false
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	if end, _ := closingFence(rest); isFence(first) && end >= 0 && begin[0] > len(first)+end {
		return false
	}
	for _, at := range begin {
		d.Diags.Errorf(diag.PositionOf(d.File, data, at, 1), markdown.ConflictMarkers, markdown.ConflictHint, markdown.ConflictMessage)
	}
	return true
}

// nearlyFence returns the number, from 1, and the text of the first line that was probably
// meant as the closing fence: indented or another number of hyphens, or the fences of other
// formats. It returns 0 where there is none.
func nearlyFence(rest []byte) (number int, text string) {
	for line := range bytes.Lines(rest) {
		number++
		text := strings.TrimSpace(string(line))
		if text == "..." || text == "+++" || len(text) > 1 && strings.Trim(text, "-–—") == "" {
			return number, text
		}
	}
	return 0, ""
}

// isFence reports whether a line is exactly "---"; spaces at its end do not count.
func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t")) == "---" }

// closingFence returns the offset of the first line that is exactly "---", -1 for none, and
// the number of lines before it.
func closingFence(rest []byte) (offset, lines int) {
	for offset < len(rest) {
		line, _, _ := bytes.Cut(rest[offset:], []byte("\n"))
		if isFence(line) {
			return offset, lines
		}
		offset += len(line) + 1
		lines++
	}
	return -1, lines
}

// libraryAgrees reports whether the frontmatter library splits a file's head, which ends
// with the closing fence, at the same offset. The library accepts an indented fence, so that
// part of a field, perhaps a private one, could become public text.
func libraryAgrees(head, block []byte) bool {
	var theirs []byte
	left, err := frontmatter.Parse(bytes.NewReader(head), &theirs, yamlFormat)
	return err == nil && len(left) == 0 && bytes.Equal(bytes.TrimSpace(theirs), bytes.TrimSpace(block))
}

// beginHint returns what to write instead of a first line that is no fence.
func beginHint(first string, data []byte) string {
	switch {
	case strings.TrimSpace(first) == "" && bytes.HasPrefix(bytes.TrimSpace(data), []byte("---")):
		return "delete the empty lines before the first `---`"
	case strings.HasPrefix(first, "+++"), strings.HasPrefix(first, ";;;"), strings.HasPrefix(first, "{"):
		return "only YAML is read: write the fields as `key: value` between two lines `---`"
	case strings.HasPrefix(strings.TrimSpace(first), "---"):
		return "the first line must be exactly `---`, with nothing before or after it"
	}
	return "begin the file with `---`, the fields, and `---` again"
}
