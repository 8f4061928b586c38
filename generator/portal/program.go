package portal

import "ithaca/generator/diag"

// Program is what index.md says: the facts of the mentorship program and the
// settings of its portal. Its body is the home page's text.
type Program struct {
	Item
	Title       string
	Tagline     string
	BaseURL     string // without a trailing slash; "" when none was given, or none that can be used
	BaseURLSaid bool   // base_url is written, if only with a mistake
	Language    string // BCP 47; "en" when none was given
	Description string
	AsOf        Date
	Repository  Repository
	Contact     NamedURL
	Concerns    Concerns
	Privacy     Privacy
	Screening   []string
	Apply       string // a URL template with {mentor}, {needs}, {cycle}
	Message     string // likewise
	Brand       Brand
	Navigation  []NavigationLink
	Audience    string // "adults", "minors" or not stated
	Values      []string
	Cycles      []Cycle
	Questions   []Question
	Weights     Weights
	Requests    RequestPolicy
	Own         OwnFields
	Strict      bool // unknown topics are errors
}

// NamedURL is an address with the words that lead to it.
type NamedURL struct{ Name, URL string }

// Repository is where the portal's source is kept.
type Repository struct{ URL, Branch string }

// Concerns says where to report a problem.
type Concerns struct {
	Name        string
	URL         string // https, mailto or tel
	Deputy      string
	ReplyWithin string
	Urgent      string
}

// Privacy holds the facts of the privacy notice.
type Privacy struct {
	Version         string
	Controller      string
	Contact         string
	Basis           string
	Recipients      []string
	RetentionMonths int
	Authority       string
}

// Brand is what an organizer can change without touching templates.
type Brand struct {
	Logo, Accent, CustomCSS string
	Photos                  bool // people's pictures are shown in lists as well
	LogoAt, CustomCSSAt     diag.Position
}

// Question is something people ask about the program, with the answer.
type Question struct{ Question, Answer string }

// NavigationLink is an entry of the site's navigation: a path within the site
// or a URL.
type NavigationLink struct {
	Title string
	To    string
	At    diag.Position
}

// Cycle is one round of the program.
type Cycle struct {
	ID               string
	Title            string
	Eligibility      string
	Commitment       string
	Places           int
	Signup           Span
	Requests         Span
	Match            Date
	ConfirmUntil     Date
	Start            Date
	Reviews          []Date
	End              Date
	MentorsPerMentee int
	Results          string
}

// Phase is where a cycle stands on a day.
type Phase string

// The phases of a cycle, in order. Between two dated phases a cycle is Waiting.
const (
	Upcoming   Phase = "upcoming"
	SigningUp  Phase = "signup"
	Requesting Phase = "requests"
	Matching   Phase = "matching"
	Running    Phase = "running"
	Ended      Phase = "ended"
)

// Phase returns where the cycle stands on a day. A phase whose dates are missing
// never applies.
func (c *Cycle) Phase(day Date) Phase {
	switch {
	case !c.End.IsZero() && day.After(c.End):
		return Ended
	case !c.Start.IsZero() && !day.Before(c.Start):
		return Running
	case !c.Requests.IsZero() && c.Requests.Holds(day):
		return Requesting
	case !c.Requests.Until.IsZero() && day.After(c.Requests.Until):
		return Matching
	case !c.Signup.IsZero() && c.Signup.Holds(day):
		return SigningUp
	}
	return Upcoming
}

// RequestPolicy says what the program does with mentees' requests.
type RequestPolicy struct {
	Repository string // "", "private" or "invented"
	Publish    string // "none" or "pseudonyms"
}

// Minors reports whether the program is for people under age.
func (p *Program) Minors() bool { return p.Audience == "minors" }
