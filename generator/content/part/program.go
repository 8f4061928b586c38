package part

import (
	"regexp"
	"slices"

	"ithaca/generator/content/field"
	"ithaca/generator/portal"
)

// NamedURL is the shape of a link with its words.
func NamedURL() field.Shape[portal.NamedURL] {
	type u = portal.NamedURL
	return field.Group(nil,
		field.Must("name", field.Line(80), func(u *u) *string { return &u.Name }, "The words of the link."),
		field.Must("url", field.WebAddress("https", "mailto", "tel"), func(u *u) *string { return &u.URL }, "The address."),
	)
}

// Concerns is the shape of the contact for concerns.
func Concerns() field.Shape[portal.Concerns] {
	type c = portal.Concerns
	return field.Group(nil,
		field.Must("name", field.Line(80), func(c *c) *string { return &c.Name }, "Who receives reports."),
		field.Must("url", field.WebAddress("https", "mailto", "tel"), func(c *c) *string { return &c.URL }, "Where reports go."),
		field.Has("deputy", field.Line(120), func(c *c) *string { return &c.Deputy }, "Who receives them when the first person is concerned or away."),
		field.Has("reply_within", field.Line(40), func(c *c) *string { return &c.ReplyWithin }, "When an answer comes: \"2 working days\"."),
		field.Has("urgent", field.Line(200), func(c *c) *string { return &c.Urgent }, "What to do when it cannot wait."),
	)
}

// Privacy is the shape of the facts of the privacy notice.
func Privacy() field.Shape[portal.Privacy] {
	type p = portal.Privacy
	return field.Group(nil,
		field.Has("version", field.Code(40), func(p *p) *string { return &p.Version }, "The notice's version; profiles name the one their person agreed to."),
		field.Has("controller", field.Line(160), func(p *p) *string { return &p.Controller }, "Who is responsible for the data."),
		field.Has("contact", field.WebAddress("https", "mailto"), func(p *p) *string { return &p.Contact }, "Where to ask about data."),
		field.Has("basis", field.Line(200), func(p *p) *string { return &p.Basis }, "On what basis data are processed."),
		field.Has("recipients", field.List(field.Line(160), 20), func(p *p) *[]string { return &p.Recipients }, "Who receives data."),
		field.Has("retention_months", field.Whole(0, 600), func(p *p) *int { return &p.RetentionMonths }, "How many months after leaving data are kept."),
		field.Has("authority", field.Line(160), func(p *p) *string { return &p.Authority }, "Where to complain."),
	)
}

// Repository is the shape of the repository of the source.
func Repository() field.Shape[portal.Repository] {
	type r = portal.Repository
	return field.Group(nil,
		field.Must("url", field.WebAddress(), func(r *r) *string { return &r.URL }, "The repository's web address."),
		field.Has("branch", field.Code(100), func(r *r) *string { return &r.Branch }, "The branch that is published; main if not stated."),
	)
}

// Brand is the shape of the settings of the look.
func Brand() field.Shape[portal.Brand] {
	type b = portal.Brand
	return field.Group(func(d *field.Decoder, n field.Node, b *b) {
		b.LogoAt, b.CustomCSSAt = d.PlaceOf(n, "logo"), d.PlaceOf(n, "custom_css")
	},
		field.Has("logo", field.Code(100), func(b *b) *string { return &b.Logo }, "A file below templates/static/."),
		field.Has("accent", field.Colour(), func(b *b) *string { return &b.Accent }, "The one accent colour."),
		field.Has("custom_css", field.Code(100), func(b *b) *string { return &b.CustomCSS }, "A stylesheet below templates/static/, loaded last."),
		field.Has("photos", field.Flag(), func(b *b) *bool { return &b.Photos }, "True shows mentors' pictures in lists too; they cost visitors data, and faces sway a choice."),
	)
}

// Question is the shape of a question with its answer.
func Question() field.Shape[portal.Question] {
	type q = portal.Question
	return field.Group(nil,
		field.Must("question", field.Line(160), func(q *q) *string { return &q.Question }, "The question as people ask it."),
		field.Must("answer", field.Paragraph(1000), func(q *q) *string { return &q.Answer }, "The answer."),
	)
}

// Navigation is the shape of an entry of the navigation.
func Navigation() field.Shape[portal.NavigationLink] {
	type l = portal.NavigationLink
	return field.Group(func(d *field.Decoder, n field.Node, l *l) {
		l.At = d.PlaceOf(n, "to")
	},
		field.Must("title", field.Line(40), func(l *l) *string { return &l.Title }, "The words of the entry."),
		field.Must("to", field.Page(), func(l *l) *string { return &l.To }, "A page of the site: /guides/, or a content file."),
	)
}

// Matching is the shape of the settings of the matching.
func Matching() field.Shape[portal.Weights] {
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

// checkWeights reports weights that are all 0.
func checkWeights(d *field.Decoder, n field.Node, w *portal.Weights) {
	if !slices.ContainsFunc(portal.Signals(), func(s portal.Signal) bool { return w.Of(s) > 0 }) {
		d.Errorf(n, field.OutOfRange, "leave `weights` out for the usual ones", "at least one weight must be above 0")
	}
}

// RequestPolicy is the shape of the settings for requests.
func RequestPolicy() field.Shape[portal.RequestPolicy] {
	type r = portal.RequestPolicy
	return field.Group(nil,
		field.Has("repository", field.Word([]string{"private", "invented"}), func(r *r) *string { return &r.Repository }, "States that requests may be kept inside this site."),
		field.Has("publish", field.Word([]string{"none", "pseudonyms"}), func(r *r) *string { return &r.Publish }, "Whether requests may have pages."),
	)
}

// TopicPolicy is the shape of the settings of the vocabulary.
func TopicPolicy() field.Shape[bool] {
	return field.Group(nil, field.Has("strict", field.Flag(), func(b *bool) *bool { return b }, "True makes a topic without a file a mistake."))
}

// Template is the shape of the address of a form, with {mentor}, {needs} and {cycle} where
// they are to be filled in.
func Template() field.Shape[string] {
	return field.Group(nil, field.Must("url", formAddress(), func(s *string) *string { return s }, "Its address, with {mentor}, {needs} or {cycle} where they belong."))
}

// mostOwn is how many own fields a program may have for a kind of files.
const mostOwn = 20

// Own is the shape of the fields of the program's own in a file.
func Own() field.Shape[[]portal.Own] {
	return field.Own(field.Texts(400, 20), mostOwn, func(d *field.Decoder, key field.Node) bool {
		d.Mention(ToOwn, key.Value, key)
		return true
	}, func(key string, values []string) portal.Own { return portal.Own{Key: key, Values: values} })
}

var ownKey = regexp.MustCompile(`^[a-z][a-z0-9_]*$`) // as templates name it

// OwnFields is the shape of the declaration of a program's own fields, by folder.
func OwnFields() field.Shape[portal.OwnFields] {
	type o = portal.OwnFields
	titles := field.Own(field.Line(80), mostOwn, func(d *field.Decoder, key field.Node) bool {
		if !ownKey.MatchString(key.Value) {
			d.Errorf(key, BadSlug, "begin with a letter, and use only a-z, 0-9 and _", "a field cannot be called `%s`", field.Short(key.Value))
			return false
		}
		return true
	}, func(key, title string) portal.OwnField { return portal.OwnField{Key: key, Title: title} })
	const words = "Each with the title that its page shows it under."
	var fields []field.Field[o]
	for _, folder := range []string{"mentors", "guides", "stories", "events", "pages"} {
		fields = append(fields, field.Sets(folder, titles, func(o *o, fields []portal.OwnField) {
			if *o == nil {
				*o = portal.OwnFields{}
			}
			(*o)[folder] = fields
		}, words))
	}
	return field.Group(nil, fields...)
}
