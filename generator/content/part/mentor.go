package part

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/content/field"
	"ithaca/generator/diag"
	"ithaca/generator/markdown"
	"ithaca/generator/portal"
)

// MaxConfirmed is for how many days after its confirmation an availability can hold at most,
// because directories of mentors are often out of date.
const MaxConfirmed = 183

// The codes of a profile's parts.
const (
	// BadPicturePath: not the name of a picture in the file's own folder.
	BadPicturePath diag.Code = "bad-picture-path"
	// ContactIncomplete: a way of contact without its address.
	ContactIncomplete diag.Code = "contact-incomplete"
)

// Photo is the shape of a picture of a person.
func Photo() field.Shape[portal.Photo] {
	type p = portal.Photo
	return field.Group(nil,
		field.Must("file", pictureFile(), func(p *p) *string { return &p.File }, "The picture's file name, JPEG or PNG."),
		field.Must("alt", alt(), func(p *p) *string { return &p.Alt }, "What the picture shows, for people who cannot see it."),
		field.Has("credit", field.Code(100), func(p *p) *string { return &p.Credit }, "Who took it."),
		field.Must("consent", Date(), func(p *p) *portal.Date { return &p.Consent }, "The day the person agreed to show it."),
	)
}

// alt is the shape of the alternative text of a picture.
func alt() field.Shape[string] {
	return field.Then(field.Line(200), func(d *field.Decoder, n field.Node, text string) (string, bool) {
		if markdown.NamesPicture(text) {
			d.Warnf(n, markdown.MissingAlt, "say what the picture shows, as `Ana at her desk`", "`alt` is the name of a file")
		}
		return text, true
	})
}

// pictureFile is the shape of the name of a picture in the folder of the file itself.
func pictureFile() field.Shape[string] {
	text := field.Paragraph(100)
	text.About = field.About{Words: "file name of a JPEG or PNG picture", JSON: "string", Pattern: `^[^/\\]+\.(jpg|jpeg|png)$`}
	return field.Then(text, func(d *field.Decoder, n field.Node, name string) (string, bool) {
		ending := strings.ToLower(path.Ext(name))
		if strings.ContainsAny(name, "/\\") || strings.HasPrefix(name, ".") || ending != ".jpg" && ending != ".jpeg" && ending != ".png" {
			d.Errorf(n, BadPicturePath, "put a .jpg or .png into the same folder and write its name alone",
				"\"%s\" is not the name of a picture beside this file", field.Short(name))
			return "", false
		}
		d.Mention(ToPicture, name, n)
		return name, true
	})
}

// Skill is the shape of a topic, alone or with a level.
func Skill() field.Shape[portal.Skill] {
	type s = portal.Skill
	alone := Topic()
	full := field.Group(nil,
		field.Must("topic", Topic(), func(s *s) *portal.TopicRef { return &s.Topic }, "The topic."),
		field.Has("level", level(), func(s *s) *portal.Level { return &s.Level }, "1 knows the basics, 2 uses it at work, 3 guides others at work, 4 teaches others."),
	)
	about := field.About{Words: "topic, or {topic, level}", Either: []field.About{alone.About, full.About}}
	return field.Shape[s]{About: about, Read: func(d *field.Decoder, n field.Node) (skill s, ok bool) {
		if n.IsGroup() {
			skill, ok = full.Read(d, n)
			return skill, ok && skill.Topic.Key != ""
		}
		skill.Topic, ok = alone.Read(d, n)
		return skill, ok
	}}
}

func level() field.Shape[portal.Level] {
	const levels = "1 knows the basics, 2 uses it at work, 3 guides others at work, 4 teaches others"
	whole := field.Then(field.WholeOf(1, 4, levels), func(_ *field.Decoder, _ field.Node, v int) (portal.Level, bool) { return portal.Level(v), true })
	read := whole.Read
	whole.Read = func(d *field.Decoder, n field.Node) (portal.Level, bool) {
		if meant := LevelNamed(n.Value); meant != "" && !n.IsGroup() && !n.IsList() {
			d.WrongType(n, "a whole number from 1 to 4", "write `level: "+meant+"`: "+levels)
			return 0, false
		}
		return read(d, n)
	}
	return whole
}

// LevelNamed returns the level that a word means, as a digit from 1 to 4; "" for none.
func LevelNamed(word string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	for i, words := range []string{
		"beginner basic basics novice knows", "intermediate medium practises practices", "advanced senior leads", "expert master teaches",
	} {
		if slices.Contains(strings.Fields(words), word) {
			return strconv.Itoa(i + 1)
		}
	}
	return ""
}

// Step is the shape of a step of a career.
func Step() field.Shape[portal.Step] {
	type s = portal.Step
	return field.Group(nil,
		field.Has("year", field.Whole(1940, 2100), func(s *s) *int { return &s.Year }, "The year."),
		field.Must("what", field.Line(200), func(s *s) *string { return &s.What }, "What happened."),
		field.Has("kind", field.Word(portal.StepKinds()), func(s *s) *portal.StepKind { return &s.Kind }, "What it was."),
		field.Has("from", Topic(), func(s *s) *portal.TopicRef { return &s.From }, "For a move: the field they left."),
		field.Has("to", Topic(), func(s *s) *portal.TopicRef { return &s.To }, "For a move: the field they went to."),
	)
}

// Style is the shape of a style of working.
func Style() field.Shape[portal.Style] {
	type s = portal.Style
	return field.Group(nil,
		field.Has("structure", field.Whole(1, 5), func(s *s) *int { return &s.Structure }, "1 goes with the flow, 5 plans every meeting."),
		field.Has("directness", field.Whole(1, 5), func(s *s) *int { return &s.Directness }, "1 is gentle, 5 is blunt."),
		field.Has("challenge", field.Whole(1, 5), func(s *s) *int { return &s.Challenge }, "1 supports, 5 stretches."),
	)
}

// Cadence is the shape of a rhythm of meetings.
func Cadence() field.Shape[portal.Cadence] {
	type c = portal.Cadence
	return field.Group(nil,
		field.Must("every", Weeks(), func(c *c) *int { return &c.Weeks }, "How often, as 2w for every two weeks."),
		field.Has("minutes", field.Whole(10, 240), func(c *c) *int { return &c.Minutes }, "How long one meeting is."),
	)
}

// Accepts is the shape of the people whom a mentor accepts.
func Accepts() field.Shape[portal.Accepts] {
	type a = portal.Accepts
	return field.Group(nil,
		field.Has("stages", field.Distinct(field.Word(portal.Stages()), 7), func(a *a) *[]portal.Stage { return &a.Stages }, "Stages of the people they work with; none means everyone."),
		field.Has("note", field.Line(200), func(a *a) *string { return &a.Note }, "Anything else about whom they work with."),
	)
}

// Intro is the shape of the directions for a first contact.
func Intro() field.Shape[portal.Intro] {
	type i = portal.Intro
	return field.Group(nil,
		field.Has("first", field.Line(120), func(i *i) *string { return &i.First }, "The small first step: \"20 minutes on a call\"."),
		field.Has("ask_for", field.List(field.Line(160), 6), func(i *i) *[]string { return &i.AskFor }, "What a first message should say."),
		field.Has("reply_within", field.Line(40), func(i *i) *string { return &i.ReplyWithin }, "When an answer comes: \"5 days\"."),
	)
}

// WebLink is the shape of a page elsewhere.
func WebLink() field.Shape[portal.WebLink] {
	type l = portal.WebLink
	return field.Group(nil,
		field.Must("kind", field.Code(30), func(l *l) *string { return &l.Kind }, "What it is: website, blog, profile …"),
		field.Must("url", field.WebAddress(), func(l *l) *string { return &l.URL }, "Its address."),
	)
}

// Availability is the shape of a mentor's availability.
func Availability() field.Shape[portal.Availability] {
	type a = portal.Availability
	return field.Group(nil,
		field.Must("status", field.Word(portal.Statuses()), func(a *a) *portal.Status { return &a.Status }, "Whether they take people on."),
		field.Must("until", Date(), func(a *a) *portal.Date { return &a.Until }, "Until when this holds: at most "+strconv.Itoa(MaxConfirmed)+" days after `confirmed`."),
		field.Sets("capacity", field.Whole(0, 50), func(a *a, n int) { a.Capacity, a.NoCapacity = n, n == 0 }, "How many people at a time; 0 says that there is no place, and leaving it out says nothing."),
		field.Sets("group_capacity", field.Whole(0, 200), func(a *a, n int) { a.GroupCapacity, a.NoGroup = n, n == 0 }, "How many people in a group; 0 says that there is no place in one."),
		field.Has("group_minimum", field.Whole(1, 200), func(a *a) *int { return &a.GroupMinimum }, "With fewer people than this a group does not come about."),
		field.Has("windows", field.List(Window(), 20), func(a *a) *[]portal.Window { return &a.Windows }, "Times of a week that suit them."),
	)
}

// Contact is the shape of the way to reach a mentor.
func Contact() field.Shape[portal.Contact] {
	type c = portal.Contact
	group := field.Group(checkContact,
		field.Must("via", field.Word(portal.ContactWays()), func(c *c) *portal.ContactWay { return &c.Via }, "The way: through the organizers, a form, a link, or e-mail."),
		field.Has("url", field.WebAddress(), func(c *c) *string { return &c.URL }, "The address of the form or link."),
		field.Has("address", field.EmailAddress(), func(c *c) *string { return &c.Address }, "The e-mail address; shown only with `via: email`."),
	)
	read := group.Read
	group.Read = func(d *field.Decoder, n field.Node) (c, bool) {
		if hint := contactMeant(n); hint != "" {
			d.WrongType(n, "a group of fields", hint)
			return c{}, false
		}
		return read(d, n)
	}
	return group
}

// contactMeant returns a hint for an address in place of a group; "" for none.
func contactMeant(n field.Node) string {
	if n.IsGroup() || n.IsList() {
		return ""
	}
	switch text := strings.TrimSpace(n.Value); {
	case strings.ContainsAny(text, " \"'{}"):
		return ""
	case strings.HasPrefix(text, "https://"):
		return "write `contact: {via: link, url: \"" + text + "\"}`"
	case strings.Contains(text, "@"):
		return "write `contact: {via: email, address: " + strings.TrimPrefix(text, "mailto:") + "}`"
	case text == string(portal.ViaOrganizer):
		return "write `contact: {via: organizer}`"
	}
	return ""
}

func checkContact(d *field.Decoder, n field.Node, c *portal.Contact) {
	switch {
	case (c.Via == portal.ViaForm || c.Via == portal.ViaLink) && !n.Has("url"):
		d.Missing(n, ContactIncomplete, "add `url: https://…`, or write `via: organizer`", "contact by %s needs `url`, its address", c.Via)
	case c.Via == portal.ViaEmail && !n.Has("address"):
		d.Missing(n, ContactIncomplete, "add `address: name@example.org`, or write `via: organizer`", "contact by e-mail needs `address`")
	}
}

// PublishConsent is the shape of the consent to be shown.
func PublishConsent() field.Shape[portal.PublishConsent] {
	type c = portal.PublishConsent
	return field.Group(nil,
		field.Must("publish", Date(), func(c *c) *portal.Date { return &c.Publish }, "The day the person agreed to be shown."),
		field.Has("by", field.Code(80), func(c *c) *string { return &c.By }, "Who recorded it."),
		field.Has("terms", Mention(field.Line(40), ToTerms, "version of the privacy notice"), func(c *c) *string { return &c.Terms }, "The version of the privacy notice they agreed to."),
	)
}
