package content

import "ithaca/generator/portal"

func pageItem(p *portal.Page) *portal.Item { return &p.Item }

var pageKind = declare(kind{
	folder: "pages", title: "Pages", bodyLimit: guideLimit, top: 2,
	words:    "A text of the organizers: `pages/about.md` becomes /about/. A portal with mentors needs `privacy` and `code-of-conduct`. The texts of `program`, `help` and `accessibility` stand above what the portal itself says there.",
	reserved: portal.ReservedSegments(),
}, pageItem, func(all *portal.Portal, p *portal.Page) { all.Pages = append(all.Pages, p) },
	object(nil,
		must("title", line(120), func(p *portal.Page) *string { return &p.Title }, "The title."),
		has("summary", line(300), func(p *portal.Page) *string { return &p.Summary }, "What the page is about, in a sentence."),
		draft(pageItem), aliases(pageItem),
	))
