package markdown

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/hidden"

	"github.com/yuin/goldmark/ast"
)

// EmptyLink is reported for a link without an address or without words: nobody
// could follow it, or hear where it leads.
const EmptyLink diag.Code = "empty-link"

// MissingAlt is reported for an image without alternative text.
const MissingAlt diag.Code = "missing-alt"

func (w *writer) link(n *ast.Link) {
	if w.inAlt || w.inLink || w.inlines >= maxInlines {
		w.inline(n) // HTML has no links in links
		return
	}
	link := Link{Dest: resolve(n.Destination), title: resolve(n.Title), Position: w.notes.position(n.Pos())}
	if link.Dest == "" {
		w.notes.error(n.Pos(), EmptyLink, "write the address between the parentheses", "the link has no address")
		w.inline(n)
		return
	}
	if !w.allows(&link, n.Pos()) {
		w.inline(n)
		return
	}
	w.anchor(link, n.Pos(), func() { w.inline(n) })
}

// allows returns whether a link's address may be in the page, and reports if not.
func (w *writer) allows(link *Link, offset int) bool {
	external, fault := CheckURL(link.Dest)
	if _, r := hidden.Find(link.title); fault == nil && r != 0 { // from a character reference, which checkShape does not resolve
		fault = &diag.Diagnostic{Code: HiddenCharacters, Message: "the title of the link holds a hidden character", Hint: "delete the character"}
	}
	if fault != nil {
		w.notes.error(offset, fault.Code, fault.Hint, "%s", fault.Message)
		return false
	}
	link.External = external
	w.urls += len(link.Dest) + len(link.title)
	return true
}

// anchor writes a link around what content writes.
func (w *writer) anchor(link Link, offset int, content func()) {
	i := len(w.links)
	w.links = append(w.links, link)
	w.linkText = append(w.linkText, span{})
	w.slot(slot{kind: linkOpens, n: uint32(i)})
	w.inLink = true
	w.inlines++
	from := w.text.Len()
	content()
	w.linkText[i] = span{from, w.text.Len()}
	w.inlines--
	w.inLink = false
	w.slot(slot{kind: linkCloses})
	if len(bytes.TrimSpace(w.text.Bytes()[from:])) == 0 && !w.full() {
		w.notes.error(offset, EmptyLink, "write between the brackets where the link leads", "the link has no words")
	}
}

func (w *writer) autoLink(n *ast.AutoLink) {
	label := n.Label(w.source)
	offset := n.Pos()
	switch w.source[offset] {
	case ' ', '*', '_', '~', '(':
		offset++ // a bare address is recognised at the character before it
	}
	if w.inAlt || w.inLink || w.inlines >= maxInlines {
		w.plain(label)
		return
	}
	link := Link{Dest: string(label), Position: w.notes.position(offset)}
	switch {
	case n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(link.Dest), "mailto:"):
		link.Dest = "mailto:" + link.Dest
	case n.Protocol != nil:
		link.Dest = "https://" + link.Dest
	}
	if !w.allows(&link, offset) {
		w.plain(label)
		return
	}
	w.anchor(link, offset, func() { w.plain(label) })
}

func (w *writer) image(n *ast.Image) {
	from := w.text.Len()
	alt := w.inAlt
	w.inAlt = true
	w.inline(n)
	w.inAlt = alt
	if alt {
		return
	}
	words := string(bytes.TrimSpace(w.text.Bytes()[from:]))
	link := Link{Dest: resolve(n.Destination), Image: true, title: resolve(n.Title), Position: w.notes.position(n.Pos())}
	if link.Dest == "" {
		w.notes.error(n.Pos(), EmptyLink, "write the picture's file between the parentheses", "the image has no file")
		escapeTo(&w.html, words)
		return
	}
	if !w.allowsImage(&link, n.Pos()) {
		escapeTo(&w.html, words)
		return
	}
	switch hint := "say between the brackets what the picture shows"; {
	case words == "":
		w.notes.warn(n.Pos(), MissingAlt, hint, "the image `%s` has no alternative text", clip(link.Dest))
	case NamesPicture(words):
		w.notes.warn(n.Pos(), MissingAlt, hint, "the alternative text `%s` is the name of a file", clip(words))
	}
	w.slot(slot{kind: imageSlot, n: uint32(len(w.links))})
	w.links = append(w.links, link)
	w.linkText = append(w.linkText, span{from, w.text.Len()})
}

// NamesPicture reports whether a text is the name of a picture's file, which is of no use as
// alternative text.
func NamesPicture(text string) bool {
	return slices.Contains([]string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic"}, strings.ToLower(path.Ext(text)))
}

// allowsImage returns whether an image may be shown, as only files of the site may, and
// reports if not.
func (w *writer) allowsImage(link *Link, offset int) bool {
	if !w.allows(link, offset) {
		return false
	}
	if link.External {
		w.notes.error(offset, RemoteImage, "save the picture beside the text and write its file name",
			"the image `%s` is on another server", clip(link.Dest))
	}
	return !link.External
}
