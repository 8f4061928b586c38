package content

import (
	"slices"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

func programItem(p *portal.Program) *portal.Item { return &p.Item }

var programKind = declare(kind{
	title: "The program (index.md)", bodyLimit: guideLimit, top: 2,
	words: "content/index.md states the facts of the program and the settings of its portal. The text below the fields is the home page's.",
}, programItem, func(all *portal.Portal, p *portal.Program) { all.Program = p },
	object(checkProgram, append(programFacts(), programSettings()...)...))

// programFacts is what the program is and who answers for it.
func programFacts() []field[portal.Program] {
	type p = portal.Program
	return []field[p]{
		must("title", line(80), func(p *p) *string { return &p.Title }, "The portal's name."),
		has("tagline", line(120), func(p *p) *string { return &p.Tagline }, "The promise in one sentence."),
		has("description", line(300), func(p *p) *string { return &p.Description }, "What search engines and link previews say."),
		has("contact", namedURL(), func(p *p) *portal.NamedURL { return &p.Contact }, "Who answers questions."),
		must("concerns", concerns(), func(p *p) *portal.Concerns { return &p.Concerns }, "Where to report a problem; linked from every page."),
		has("privacy", privacy(), func(p *p) *portal.Privacy { return &p.Privacy }, "The facts of the privacy notice, shown on /privacy/."),
		has("screening", list(line(300), 20), func(p *p) *[]string { return &p.Screening }, "How mentors are checked, in words."),
		has("audience", word([]string{"adults", "minors"}), func(p *p) *string { return &p.Audience }, "Whom the program is for."),
		has("values", list(line(40), 60), func(p *p) *[]string { return &p.Values }, "The values people may choose from."),
		has("cycles", list(cycle(), 60), func(p *p) *[]portal.Cycle { return &p.Cycles }, "The rounds of the program."),
		has("questions", list(question(), 30), func(p *p) *[]portal.Question { return &p.Questions }, "What people ask about the program; shown on /program/."),
		has("apply", template(), func(p *p) *string { return &p.Apply }, "The form for mentees."),
		has("message", template(), func(p *p) *string { return &p.Message }, "The form for messages to mentors."),
	}
}

// programSettings is how the portal is made.
func programSettings() []field[portal.Program] {
	type p = portal.Program
	return []field[p]{
		has("base_url", baseAddress(), func(p *p) *string { return &p.BaseURL }, "Where the portal is published; it may have a path."),
		has("language", tongue(), func(p *p) *string { return &p.Language }, "The portal's language; en if not stated."),
		has("as_of", date(), func(p *p) *portal.Date { return &p.AsOf }, "Freezes today, for demos and archives; the pages say so."),
		has("repository", repository(), func(p *p) *portal.Repository { return &p.Repository }, "Where the source of the portal is kept."),
		has("brand", brand(), func(p *p) *portal.Brand { return &p.Brand }, "The look."),
		has("navigation", list(navigation(), 7), func(p *p) *[]portal.NavigationLink { return &p.Navigation }, "The entries of the navigation; what there is, if not stated."),
		has("matching", matching(), func(p *p) *portal.Weights { return &p.Weights }, "Settings of the matching."),
		has("requests", requestPolicy(), func(p *p) *portal.RequestPolicy { return &p.Requests }, "What happens with mentees' requests."),
		has("topics", topicPolicy(), func(p *p) *bool { return &p.Strict }, "Settings of the vocabulary."),
		draft(programItem), aliases(programItem),
	}
}

func checkProgram(d *decoder, n *yaml.Node, p *portal.Program) {
	if p.Language == "" {
		p.Language = "en"
	}
	p.BaseURLSaid = valueOf(n, "base_url") != nil
	if d.draft {
		d.errorf(d.at(valueOf(n, "draft")), WrongType, "remove `draft`", "index.md cannot be a draft: nothing could be published")
	}
	d.cycleIDs(valueOf(n, "cycles"))
}

// cycleIDs reports cycles of one id.
func (d *decoder) cycleIDs(cycles *yaml.Node) {
	if cycles == nil || cycles.Kind != yaml.SequenceNode {
		return
	}
	seen := map[string]bool{}
	for _, cycle := range cycles.Content {
		if cycle.Kind != yaml.MappingNode {
			continue
		}
		id := valueOf(cycle, "id")
		if id == nil {
			continue
		}
		if seen[id.Value] {
			d.errorf(d.at(id), DuplicateID, "give each cycle an id of its own", "two cycles have the id `%s`", short(id.Value))
		}
		seen[id.Value] = true
	}
}

// DuplicateID is reported for two cycles of one id.
const DuplicateID diag.Code = "duplicate-id"

func namedURL() shape[portal.NamedURL] {
	type u = portal.NamedURL
	return object(nil,
		must("name", line(80), func(u *u) *string { return &u.Name }, "The words of the link."),
		must("url", webAddress("https", "mailto", "tel"), func(u *u) *string { return &u.URL }, "The address."),
	)
}

func concerns() shape[portal.Concerns] {
	type c = portal.Concerns
	return object(nil,
		must("name", line(80), func(c *c) *string { return &c.Name }, "Who receives reports."),
		must("url", webAddress("https", "mailto", "tel"), func(c *c) *string { return &c.URL }, "Where reports go."),
		has("deputy", line(120), func(c *c) *string { return &c.Deputy }, "Who receives them when the first person is concerned or away."),
		has("reply_within", line(40), func(c *c) *string { return &c.ReplyWithin }, "When an answer comes: \"2 working days\"."),
		has("urgent", line(200), func(c *c) *string { return &c.Urgent }, "What to do when it cannot wait."),
	)
}

func privacy() shape[portal.Privacy] {
	type p = portal.Privacy
	return object(nil,
		has("version", line(40), func(p *p) *string { return &p.Version }, "The notice's version; profiles name the one their person agreed to."),
		has("controller", line(160), func(p *p) *string { return &p.Controller }, "Who is responsible for the data."),
		has("contact", webAddress("https", "mailto"), func(p *p) *string { return &p.Contact }, "Where to ask about data."),
		has("basis", line(200), func(p *p) *string { return &p.Basis }, "On what basis data are processed."),
		has("recipients", list(line(160), 20), func(p *p) *[]string { return &p.Recipients }, "Who receives data."),
		has("retention_months", whole(0, 600), func(p *p) *int { return &p.RetentionMonths }, "How many months after leaving data are kept."),
		has("authority", line(160), func(p *p) *string { return &p.Authority }, "Where to complain."),
	)
}

func repository() shape[portal.Repository] {
	type r = portal.Repository
	return object(nil,
		must("url", webAddress(), func(r *r) *string { return &r.URL }, "The repository's web address."),
		has("branch", line(100), func(r *r) *string { return &r.Branch }, "The branch that is published; main if not stated."),
	)
}

func brand() shape[portal.Brand] {
	type b = portal.Brand
	place := func(d *decoder, n *yaml.Node, key string) portal.Place {
		value := valueOf(n, key)
		if value == nil {
			return portal.Place{}
		}
		at := d.at(value)
		return portal.Place{Line: at.Line, Column: at.Column}
	}
	return object(func(d *decoder, n *yaml.Node, b *b) {
		b.LogoAt, b.CustomCSSAt = place(d, n, "logo"), place(d, n, "custom_css")
	},
		has("logo", line(100), func(b *b) *string { return &b.Logo }, "A file below templates/static/."),
		has("accent", colour(), func(b *b) *string { return &b.Accent }, "The one accent colour."),
		has("custom_css", line(100), func(b *b) *string { return &b.CustomCSS }, "A stylesheet below templates/static/, loaded last."),
		has("photos", flag(), func(b *b) *bool { return &b.Photos }, "True shows mentors' pictures in lists too; they cost visitors data, and faces sway a choice."),
	)
}

func question() shape[portal.Question] {
	type q = portal.Question
	return object(nil,
		must("question", line(160), func(q *q) *string { return &q.Question }, "The question as people ask it."),
		must("answer", paragraph(1000), func(q *q) *string { return &q.Answer }, "The answer."),
	)
}

func navigation() shape[portal.NavigationLink] {
	type l = portal.NavigationLink
	return object(func(d *decoder, n *yaml.Node, l *l) {
		if to := valueOf(n, "to"); to != nil {
			at := d.at(to)
			l.Line, l.Column = at.Line, at.Column
		}
	},
		must("title", line(40), func(l *l) *string { return &l.Title }, "The words of the entry."),
		must("to", within(), func(l *l) *string { return &l.To }, "A page of the site: /guides/, or a content file."),
	)
}

func matching() shape[portal.Weights] {
	type w = portal.Weights
	weight := whole(0, 100)
	var signals []field[w]
	for _, s := range portal.Signals() {
		signals = append(signals, field[w]{
			fieldAbout: fieldAbout{name: s.Name, words: s.About, about: weight.about},
			read: func(d *decoder, n *yaml.Node, weights *w) {
				if *weights == nil {
					*weights = w{}
				}
				(*weights)[s.Name], _ = weight.read(d, n)
			},
		})
	}
	weights := object(checkWeights, signals...)
	return object(nil, has("weights", weights, func(w *w) *w { return w }, "The parts of the score; only their proportions count."))
}

// checkWeights refuses a score without parts.
func checkWeights(d *decoder, n *yaml.Node, w *portal.Weights) {
	if !slices.ContainsFunc(portal.Signals(), func(s portal.Signal) bool { return w.Of(s) > 0 }) {
		d.errorf(d.at(n), OutOfRange, "leave `weights` out for the usual ones", "at least one weight must be above 0")
	}
}

func requestPolicy() shape[portal.RequestPolicy] {
	type r = portal.RequestPolicy
	return object(nil,
		has("repository", word([]string{"private", "invented"}), func(r *r) *string { return &r.Repository }, "States that requests may be kept inside this site."),
		has("publish", word([]string{"none", "pseudonyms"}), func(r *r) *string { return &r.Publish }, "Whether requests may have pages."),
	)
}

func topicPolicy() shape[bool] {
	return object(nil, has("strict", flag(), func(b *bool) *bool { return b }, "True makes a topic without a file a mistake."))
}

// template is the address of a form, with {mentor}, {needs} and {cycle} where
// they are to be filled in.
func template() shape[string] {
	return object(nil, must("url", formAddress(), func(s *string) *string { return s }, "Its address, with {mentor}, {needs} or {cycle} where they belong."))
}
