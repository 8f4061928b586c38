package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/portal"
)

var Page = declare(Kind{
	Folder: "pages", one: "page", title: "Pages", BodyLimit: guideLimit, Top: 2,
	words:    "A text of the organizers: `pages/about.md` becomes /about/. A portal with mentors needs `privacy` and `code-of-conduct`. The texts of `program`, `help` and `accessibility` stand above what the portal itself says there.",
	Reserved: portal.ReservedSegments(),
}, func(all *portal.Portal, p *portal.Page) { all.Pages = append(all.Pages, p) },
	field.Group(nil,
		field.Must("title", field.Line(120), func(p *portal.Page) *string { return &p.Title }, "The title."),
		field.Has("summary", field.Line(300), func(p *portal.Page) *string { return &p.Summary }, "What the page is about, in a sentence."),
		own[portal.Page](), draft[portal.Page](), aliases[portal.Page](),
	))
