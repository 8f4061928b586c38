package content

import (
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// The codes of a profile's parts.
const (
	// BadPicturePath: not the name of a picture in the file's own folder.
	BadPicturePath diag.Code = "bad-picture-path"
	// ContactIncomplete: a way of contact without its address.
	ContactIncomplete diag.Code = "contact-incomplete"
)

func photo() shape[portal.Photo] {
	type p = portal.Photo
	return object(nil,
		must("file", pictureFile(), func(p *p) *string { return &p.File }, "The picture's file name, JPEG or PNG."),
		must("alt", line(200), func(p *p) *string { return &p.Alt }, "What the picture shows, for people who cannot see it."),
		has("credit", line(100), func(p *p) *string { return &p.Credit }, "Who took it."),
		must("consent", date(), func(p *p) *portal.Date { return &p.Consent }, "The day the person agreed to show it."),
	)
}

// pictureFile is the name of a picture in the folder of the file itself.
func pictureFile() shape[string] {
	return shape[string]{
		about: about{words: "file name of a JPEG or PNG picture", json: "string", pattern: `^[^/\\]+\.(jpg|jpeg|png)$`},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			text, ok := d.text(n, 100)
			if !ok {
				return "", false
			}
			ending := strings.ToLower(path.Ext(text))
			if strings.ContainsAny(text, "/\\") || strings.HasPrefix(text, ".") || ending != ".jpg" && ending != ".jpeg" && ending != ".png" {
				d.errorf(d.at(n), BadPicturePath, "put a .jpg or .png into the same folder and write its name alone",
					"\"%s\" is not the name of a picture beside this file", short(text))
				return "", false
			}
			d.refer(toPicture, text, n)
			return text, true
		},
	}
}

// skill is a topic, alone or with a level.
func skill() shape[portal.Skill] {
	type s = portal.Skill
	alone := topic()
	full := object(nil,
		must("topic", topic(), func(s *s) *portal.TopicRef { return &s.Topic }, "The topic."),
		has("level", level(), func(s *s) *portal.Level { return &s.Level }, "1 knows, 2 practises, 3 leads, 4 teaches."),
	)
	into := func(d *decoder, n *yaml.Node, value *s) bool {
		if n.Kind != yaml.MappingNode {
			return alone.readInto(d, n, &value.Topic)
		}
		if full.readInto(d, n, value) && value.Topic.Key != "" {
			return true
		}
		*value = s{}
		return false
	}
	return shape[s]{
		about: about{words: "topic, or {topic, level}", either: []about{alone.about, full.about}},
		into:  into,
		read: func(d *decoder, n *yaml.Node) (value s, ok bool) {
			ok = into(d, n, &value)
			return value, ok
		},
	}
}

func level() shape[portal.Level] {
	number := whole(1, 4)
	return shape[portal.Level]{about: number.about, read: func(d *decoder, n *yaml.Node) (portal.Level, bool) {
		v, ok := number.read(d, n)
		return portal.Level(v), ok
	}}
}

func step() shape[portal.Step] {
	type s = portal.Step
	return object(nil,
		has("year", whole(1940, 2100), func(s *s) *int { return &s.Year }, "The year."),
		must("what", line(200), func(s *s) *string { return &s.What }, "What happened."),
		has("kind", word(portal.StepKinds()), func(s *s) *portal.StepKind { return &s.Kind }, "What it was."),
		has("from", topic(), func(s *s) *portal.TopicRef { return &s.From }, "For a move: the field they left."),
		has("to", topic(), func(s *s) *portal.TopicRef { return &s.To }, "For a move: the field they went to."),
	)
}

func style() shape[portal.Style] {
	type s = portal.Style
	return object(nil,
		has("structure", whole(1, 5), func(s *s) *int { return &s.Structure }, "1 goes with the flow, 5 plans every meeting."),
		has("directness", whole(1, 5), func(s *s) *int { return &s.Directness }, "1 is gentle, 5 is blunt."),
		has("challenge", whole(1, 5), func(s *s) *int { return &s.Challenge }, "1 supports, 5 stretches."),
	)
}

func cadence() shape[portal.Cadence] {
	type c = portal.Cadence
	return object(nil,
		must("every", weeks(), func(c *c) *int { return &c.Weeks }, "How often, as 2w for every two weeks."),
		has("minutes", whole(10, 240), func(c *c) *int { return &c.Minutes }, "How long one meeting is."),
	)
}

func accepts() shape[portal.Accepts] {
	type a = portal.Accepts
	return object(nil,
		has("stages", distinct(word(portal.Stages()), 7), func(a *a) *[]portal.Stage { return &a.Stages }, "Stages of the people they work with; none means everyone."),
		has("note", line(200), func(a *a) *string { return &a.Note }, "Anything else about whom they work with."),
	)
}

func intro() shape[portal.Intro] {
	type i = portal.Intro
	return object(nil,
		has("first", line(120), func(i *i) *string { return &i.First }, "The small first step: \"20 minutes on a call\"."),
		has("ask_for", list(line(160), 6), func(i *i) *[]string { return &i.AskFor }, "What a first message should say."),
		has("reply_within", line(40), func(i *i) *string { return &i.ReplyWithin }, "When an answer comes: \"5 days\"."),
	)
}

func webLink() shape[portal.WebLink] {
	type l = portal.WebLink
	return object(nil,
		must("kind", often(line(30)), func(l *l) *string { return &l.Kind }, "What it is: website, blog, profile …"),
		must("url", webAddress(), func(l *l) *string { return &l.URL }, "Its address."),
	)
}

func availability() shape[portal.Availability] {
	type a = portal.Availability
	return object(nil,
		must("status", word(portal.Statuses()), func(a *a) *portal.Status { return &a.Status }, "Whether they take people on."),
		must("until", date(), func(a *a) *portal.Date { return &a.Until }, "Until when this holds: at most 183 days after `confirmed`."),
		has("capacity", whole(0, 50), func(a *a) *int { return &a.Capacity }, "How many people at a time."),
		has("group_capacity", whole(0, 200), func(a *a) *int { return &a.GroupCapacity }, "How many people in a group."),
		has("windows", list(window(), 20), func(a *a) *[]portal.Window { return &a.Windows }, "Times of a week that suit them."),
	)
}

func contact() shape[portal.Contact] {
	type c = portal.Contact
	return object(checkContact,
		must("via", word(portal.ContactWays()), func(c *c) *portal.ContactWay { return &c.Via }, "The way: through the organizers, a form, a link, or e-mail."),
		has("url", webAddress(), func(c *c) *string { return &c.URL }, "The address of the form or link."),
		has("address", emailAddress(), func(c *c) *string { return &c.Address }, "The e-mail address; shown only with `via: email`."),
	)
}

func checkContact(d *decoder, n *yaml.Node, c *portal.Contact) {
	at := d.at(n)
	switch {
	case (c.Via == portal.ViaForm || c.Via == portal.ViaLink) && valueOf(n, "url") == nil:
		d.missing(at, ContactIncomplete, "add `url: https://…`, or write `via: organizer`", "contact by %s needs `url`, its address", c.Via)
	case c.Via == portal.ViaEmail && valueOf(n, "address") == nil:
		d.missing(at, ContactIncomplete, "add `address: name@example.org`, or write `via: organizer`", "contact by e-mail needs `address`")
	}
}

func publishConsent() shape[portal.PublishConsent] {
	type c = portal.PublishConsent
	return object(nil,
		must("publish", date(), func(c *c) *portal.Date { return &c.Publish }, "The day the person agreed to be shown."),
		has("by", often(line(80)), func(c *c) *string { return &c.By }, "Who recorded it."),
		has("terms", mention(line(40), toTerms, "version of the privacy notice"), func(c *c) *string { return &c.Terms }, "The version of the privacy notice they agreed to."),
	)
}

// value is what matters to a person; Link compares it with the program's list.
func value() shape[string] { return mention(line(40), toValue, "value") }

// cycleRef is the id of a cycle.
func cycleRef() shape[string] { return mention(line(40), toCycle, "id of a cycle") }

// slugOf is the file name of another item, without its ending.
func slugOf(to target, words string) shape[string] { return mention(line(maxSlug), to, words) }

// often is a text that many files have alike.
func often(text shape[string]) shape[string] {
	read := text.read
	text.read = func(d *decoder, n *yaml.Node) (string, bool) {
		found, ok := read(d, n)
		if ok {
			found = d.reader.share(aPlain, found)
		}
		return found, ok
	}
	return text
}

// mention is a text that names something defined elsewhere.
func mention(text shape[string], to target, words string) shape[string] {
	return shape[string]{
		about: about{words: words, json: "string"},
		read: func(d *decoder, n *yaml.Node) (string, bool) {
			name, ok := text.read(d, n)
			if ok {
				name = d.reader.share(aPlain, name)
				d.refer(to, name, n)
			}
			return name, ok
		},
	}
}
