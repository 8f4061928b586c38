package site

import "ithaca/generator/portal"

// judgeLinks reports every link of an author's text that leads nowhere.
func (pl *Planner) judgeLinks() {
	for _, page := range pl.pages {
		if page.Item != nil && page.Item.Lang == "" { // else judged with the original
			pl.judgeText(page.Item)
		}
	}
}

// judgeText reports the links of a text that lead nowhere.
func (pl *Planner) judgeText(item *portal.Item) {
	if item.Body == nil {
		return
	}
	for _, link := range item.Body.Links {
		if link.External && !pl.own(link.Dest) {
			continue
		}
		if _, problem := pl.judge(item, link); problem != nil {
			pl.report(item, link.Position.Line, link.Position.Column, problem)
		}
	}
}
