package content

import (
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

var programKind = declare(kind{
	title: "The program (index.md)", bodyLimit: guideLimit, top: 2,
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
		field.Has("contact", namedURL(), func(p *p) *portal.NamedURL { return &p.Contact }, "Who answers questions."),
		field.Must("concerns", concerns(), func(p *p) *portal.Concerns { return &p.Concerns }, "Where to report a problem; linked from every page."),
		field.Has("privacy", privacy(), func(p *p) *portal.Privacy { return &p.Privacy }, "The facts of the privacy notice, shown on /privacy/."),
		field.Has("screening", field.List(field.Line(300), 20), func(p *p) *[]string { return &p.Screening }, "How mentors are checked, in words."),
		field.Has("audience", field.Word([]string{"adults", "minors"}), func(p *p) *string { return &p.Audience }, "Whom the program is for."),
		field.Has("values", field.List(field.Line(40), 60), func(p *p) *[]string { return &p.Values }, "The values people may choose from."),
		field.Has("cycles", field.List(cycle(), 60), func(p *p) *[]portal.Cycle { return &p.Cycles }, "The rounds of the program."),
		field.Has("questions", field.List(question(), 30), func(p *p) *[]portal.Question { return &p.Questions }, "What people ask about the program; shown on /program/."),
		field.Has("apply", template(), func(p *p) *string { return &p.Apply }, "The form for mentees."),
		field.Has("message", template(), func(p *p) *string { return &p.Message }, "The form for messages to mentors."),
	}
}

// programSettings is how the portal is made.
func programSettings() []field.Field[portal.Program] {
	type p = portal.Program
	return []field.Field[p]{
		field.Has("base_url", field.BaseAddress(), func(p *p) *string { return &p.BaseURL }, "Where the portal is published; it may have a path."),
		field.Has("language", field.Language(), func(p *p) *string { return &p.Language }, "The portal's language; en if not stated."),
		field.Has("as_of", date(), func(p *p) *portal.Date { return &p.AsOf }, "Freezes today, for demos and archives; the pages say so."),
		field.Has("repository", repository(), func(p *p) *portal.Repository { return &p.Repository }, "Where the source of the portal is kept."),
		field.Has("brand", brand(), func(p *p) *portal.Brand { return &p.Brand }, "The look."),
		field.Has("navigation", field.List(navigation(), 7), func(p *p) *[]portal.NavigationLink { return &p.Navigation }, "The entries of the navigation; what there is, if not stated."),
		field.Has("matching", matching(), func(p *p) *portal.Weights { return &p.Weights }, "Settings of the matching."),
		field.Has("requests", requestPolicy(), func(p *p) *portal.RequestPolicy { return &p.Requests }, "What happens with mentees' requests."),
		field.Has("topics", topicPolicy(), func(p *p) *bool { return &p.Strict }, "Settings of the vocabulary."),
		draft[portal.Program](), aliases[portal.Program](),
	}
}

func checkProgram(d *field.Decoder, n field.Node, p *portal.Program) {
	if p.Language == "" {
		p.Language = "en"
	}
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

func namedURL() field.Shape[portal.NamedURL] {
	type u = portal.NamedURL
	return field.Group(nil,
		field.Must("name", field.Line(80), func(u *u) *string { return &u.Name }, "The words of the link."),
		field.Must("url", field.WebAddress("https", "mailto", "tel"), func(u *u) *string { return &u.URL }, "The address."),
	)
}

func concerns() field.Shape[portal.Concerns] {
	type c = portal.Concerns
	return field.Group(nil,
		field.Must("name", field.Line(80), func(c *c) *string { return &c.Name }, "Who receives reports."),
		field.Must("url", field.WebAddress("https", "mailto", "tel"), func(c *c) *string { return &c.URL }, "Where reports go."),
		field.Has("deputy", field.Line(120), func(c *c) *string { return &c.Deputy }, "Who receives them when the first person is concerned or away."),
		field.Has("reply_within", field.Line(40), func(c *c) *string { return &c.ReplyWithin }, "When an answer comes: \"2 working days\"."),
		field.Has("urgent", field.Line(200), func(c *c) *string { return &c.Urgent }, "What to do when it cannot wait."),
	)
}

func privacy() field.Shape[portal.Privacy] {
	type p = portal.Privacy
	return field.Group(nil,
		field.Has("version", field.Line(40), func(p *p) *string { return &p.Version }, "The notice's version; profiles name the one their person agreed to."),
		field.Has("controller", field.Line(160), func(p *p) *string { return &p.Controller }, "Who is responsible for the data."),
		field.Has("contact", field.WebAddress("https", "mailto"), func(p *p) *string { return &p.Contact }, "Where to ask about data."),
		field.Has("basis", field.Line(200), func(p *p) *string { return &p.Basis }, "On what basis data are processed."),
		field.Has("recipients", field.List(field.Line(160), 20), func(p *p) *[]string { return &p.Recipients }, "Who receives data."),
		field.Has("retention_months", field.Whole(0, 600), func(p *p) *int { return &p.RetentionMonths }, "How many months after leaving data are kept."),
		field.Has("authority", field.Line(160), func(p *p) *string { return &p.Authority }, "Where to complain."),
	)
}

func repository() field.Shape[portal.Repository] {
	type r = portal.Repository
	return field.Group(nil,
		field.Must("url", field.WebAddress(), func(r *r) *string { return &r.URL }, "The repository's web address."),
		field.Has("branch", field.Line(100), func(r *r) *string { return &r.Branch }, "The branch that is published; main if not stated."),
	)
}

func brand() field.Shape[portal.Brand] {
	type b = portal.Brand
	place := func(d *field.Decoder, n field.Node, key string) portal.Place {
		value := n.Get(key)
		if value.Node == nil {
			return portal.Place{}
		}
		at := d.At(value)
		return portal.Place{Line: at.Line, Column: at.Column}
	}
	return field.Group(func(d *field.Decoder, n field.Node, b *b) {
		b.LogoAt, b.CustomCSSAt = place(d, n, "logo"), place(d, n, "custom_css")
	},
		field.Has("logo", field.Line(100), func(b *b) *string { return &b.Logo }, "A file below templates/static/."),
		field.Has("accent", field.Colour(), func(b *b) *string { return &b.Accent }, "The one accent colour."),
		field.Has("custom_css", field.Line(100), func(b *b) *string { return &b.CustomCSS }, "A stylesheet below templates/static/, loaded last."),
		field.Has("photos", field.Flag(), func(b *b) *bool { return &b.Photos }, "True shows mentors' pictures in lists too; they cost visitors data, and faces sway a choice."),
	)
}

func question() field.Shape[portal.Question] {
	type q = portal.Question
	return field.Group(nil,
		field.Must("question", field.Line(160), func(q *q) *string { return &q.Question }, "The question as people ask it."),
		field.Must("answer", field.Paragraph(1000), func(q *q) *string { return &q.Answer }, "The answer."),
	)
}

func navigation() field.Shape[portal.NavigationLink] {
	type l = portal.NavigationLink
	return field.Group(func(d *field.Decoder, n field.Node, l *l) {
		if to := n.Get("to"); to.Node != nil {
			at := d.At(to)
			l.Line, l.Column = at.Line, at.Column
		}
	},
		field.Must("title", field.Line(40), func(l *l) *string { return &l.Title }, "The words of the entry."),
		field.Must("to", field.Page(), func(l *l) *string { return &l.To }, "A page of the site: /guides/, or a content file."),
	)
}

func matching() field.Shape[portal.Weights] {
	type w = portal.Weights
	var signals []field.Field[w]
	for _, s := range portal.Signals() {
		signals = append(signals, field.Sets(s.Name, field.Whole(0, 100), func(weights *w, value int) {
			if *weights == nil {
				*weights = w{}
			}
			(*weights)[s.Name] = value
		}, s.About))
	}
	weights := field.Group(checkWeights, signals...)
	return field.Group(nil, field.Has("weights", weights, func(w *w) *w { return w }, "The parts of the score; only their proportions count."))
}

// checkWeights refuses a score without parts.
func checkWeights(d *field.Decoder, n field.Node, w *portal.Weights) {
	if !slices.ContainsFunc(portal.Signals(), func(s portal.Signal) bool { return w.Of(s) > 0 }) {
		d.Errorf(n, field.OutOfRange, "leave `weights` out for the usual ones", "at least one weight must be above 0")
	}
}

func requestPolicy() field.Shape[portal.RequestPolicy] {
	type r = portal.RequestPolicy
	return field.Group(nil,
		field.Has("repository", field.Word([]string{"private", "invented"}), func(r *r) *string { return &r.Repository }, "States that requests may be kept inside this site."),
		field.Has("publish", field.Word([]string{"none", "pseudonyms"}), func(r *r) *string { return &r.Publish }, "Whether requests may have pages."),
	)
}

func topicPolicy() field.Shape[bool] {
	return field.Group(nil, field.Has("strict", field.Flag(), func(b *bool) *bool { return b }, "True makes a topic without a file a mistake."))
}

// template is the address of a form, with {mentor}, {needs} and {cycle} where
// they are to be filled in.
func template() field.Shape[string] {
	return field.Group(nil, field.Must("url", formAddress(), func(s *string) *string { return s }, "Its address, with {mentor}, {needs} or {cycle} where they belong."))
}
