package kinds

import (
	"ithaca/generator/content/field"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"

	"cmp"
)

var Program = declare(Kind{
	title: "The program (index.md)", BodyLimit: guideLimit, Top: 2,
	words: "content/index.md states the facts of the program and the settings of its portal. The text below the fields is the home page's.",
}, func(all *portal.Portal, p *portal.Program) { all.Program = p },
	field.Group(checkProgram, append(programFacts(), programSettings()...)...))

// programFacts is what the program is and who answers for it.
func programFacts() []field.Field[portal.Program] {
	type p = portal.Program
	return []field.Field[p]{
		field.Must("title", field.Line(80), func(p *p) *string { return &p.Title }, "The portal's name."),
		field.Has("tagline", field.Line(120), func(p *p) *string { return &p.Tagline }, "The promise in one sentence."),
		field.Has("description", field.Line(300), func(p *p) *string { return &p.Description }, "What search engines and link previews say."),
		field.Has("contact", part.NamedURL(), func(p *p) *portal.NamedURL { return &p.Contact }, "Who answers questions."),
		field.Must("concerns", part.Concerns(), func(p *p) *portal.Concerns { return &p.Concerns }, "Where to report a problem; linked from every page."),
		field.Has("privacy", part.Privacy(), func(p *p) *portal.Privacy { return &p.Privacy }, "The facts of the privacy notice, shown on /privacy/."),
		field.Has("screening", field.List(field.Line(300), 20), func(p *p) *[]string { return &p.Screening }, "How mentors are checked, in words."),
		field.Has("audience", field.Word([]string{"adults", "minors"}), func(p *p) *string { return &p.Audience }, "Whom the program is for."),
		field.Has("values", field.List(field.Code(40), 60), func(p *p) *[]string { return &p.Values }, "The values people may choose from."),
		field.Has("cycles", field.List(part.Cycle(), 60), func(p *p) *[]portal.Cycle { return &p.Cycles }, "The rounds of the program."),
		field.Has("questions", field.List(part.Question(), 30), func(p *p) *[]portal.Question { return &p.Questions }, "What people ask about the program; shown on /program/."),
		field.Has("apply", part.Template(), func(p *p) *string { return &p.Apply }, "The form for mentees."),
		field.Has("message", part.Template(), func(p *p) *string { return &p.Message }, "The form for messages to mentors."),
	}
}

// programSettings is how the portal is made.
func programSettings() []field.Field[portal.Program] {
	type p = portal.Program
	return []field.Field[p]{
		field.Has("base_url", field.BaseAddress(), func(p *p) *string { return &p.BaseURL }, "Where the portal is published; it may have a path."),
		field.Has("language", field.Language(), func(p *p) *string { return &p.Language }, "The portal's language; en if not stated."),
		field.Has("as_of", part.Date(), func(p *p) *portal.Date { return &p.AsOf }, "Freezes today, for demos and archives; the pages say so."),
		field.Has("repository", part.Repository(), func(p *p) *portal.Repository { return &p.Repository }, "Where the source of the portal is kept."),
		field.Has("brand", part.Brand(), func(p *p) *portal.Brand { return &p.Brand }, "The look."),
		field.Has("navigation", field.List(part.Navigation(), 7), func(p *p) *[]portal.NavigationLink { return &p.Navigation }, "The entries of the navigation; what there is, if not stated."),
		field.Has("matching", part.Matching(), func(p *p) *portal.Weights { return &p.Weights }, "Settings of the matching."),
		field.Has("requests", part.RequestPolicy(), func(p *p) *portal.RequestPolicy { return &p.Requests }, "What happens with mentees' requests."),
		field.Has("topics", part.TopicPolicy(), func(p *p) *bool { return &p.Strict }, "Settings of the vocabulary."),
		field.Has("extra", part.OwnFields(), func(p *p) *portal.OwnFields { return &p.Own }, "Fields of your own: their keys and titles, by the kind of the files that may state them."),
		draft[portal.Program](), aliases[portal.Program](),
	}
}

func checkProgram(d *field.Decoder, n field.Node, p *portal.Program) {
	p.Language = cmp.Or(p.Language, "en")
	p.BaseURLSaid = n.Has("base_url")
	if d.Draft {
		d.Errorf(n.Get("draft"), field.WrongType, "remove `draft`", "index.md cannot be a draft: nothing could be published")
	}
	cycleIDs(d, n.Get("cycles"))
}

// cycleIDs reports cycles of one id.
func cycleIDs(d *field.Decoder, cycles field.Node) {
	seen := map[string]bool{}
	for _, cycle := range cycles.Items() {
		id := cycle.Get("id")
		if id.Node == nil {
			continue
		}
		if seen[id.Value] {
			d.Errorf(id, DuplicateID, "give each cycle an id of its own", "two cycles have the id `%s`", field.Short(id.Value))
		}
		seen[id.Value] = true
	}
}

// DuplicateID is reported for two cycles of one id.
const DuplicateID diag.Code = "duplicate-id"
