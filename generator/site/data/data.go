// Package data plans the files that machines read: feed, calendars, sitemap, what
// search engines and hosts are told, the open export, and what the scripts of
// browsing, search and the match finder load.
//
// It takes the address book of package site, to which every page was added, and
// adds the files; their bytes are made when they are asked for. It does not know
// what pages show, templates or the disk. The interface's words, which some files
// hold, are asked for by their keys.
package data

import (
	"bytes"
	"encoding/json"
	"encoding/xml"

	"ithaca/generator/site"
)

// Plan plans every file.
func Plan(book *site.Planner) {
	plans := []func(*site.Planner){planParts, planCalendars, planFeed, planSitemap}
	if book.IsOwn() {
		plans = append(plans, planExport, planRobots, planHeaders)
	}
	for _, plan := range plans {
		plan(book)
	}
}

// format is the version of the data files; scripts leave others alone.
const format = 1

// encode returns a data file's bytes.
func encode(data any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(data) // text and numbers always have a form
	return b.Bytes()
}

// encodeXML does the same in XML.
func encodeXML(data any) []byte {
	text, _ := xml.MarshalIndent(data, "", "  ") // text always has a form
	return []byte(xml.Header + string(text) + "\n")
}
