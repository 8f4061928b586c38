package portal

import "ithaca/generator/words"

// Request is what a mentee asks for, under a pseudonym: the item's slug. Most
// of it is never published.
type Request struct {
	Item
	Languages            []string // canonical BCP 47 tags
	Timezone             string
	Windows              []Window
	Country, Location    string
	Stage                Stage
	Organisation         string
	Needs                []Need
	Goals                []TopicRef
	Move                 CareerMove
	Aims                 Aims
	Tried                string
	Values               []string
	Kinds                []Kind
	Formats              []Format
	Duration             []Duration
	Style                Style
	Ranked               []string // slugs of the mentors they would choose, the first choice first
	Avoid                []string // slugs of mentors
	ExcludeOrganisations []string
	WaitingSince         Date
	Offers               []Offer // concrete things they hope for
	OffersBack           []TopicRef
	Adult                *bool  // whether they are of age; nil when not stated
	Cycle                string // id
	Publish              bool
	Consent              Date // to matching
	Decisions            []Decision
	Left                 Date // never set in a portal, which does not have those who left

	aims words.Terms // nil where nobody has read them yet
}

// Need is a topic a mentee wants help with, where they stand and where they
// want to be; a level of 0 was not stated.
type Need struct {
	Topic TopicRef
	Now   Level
	Goal  Level
	Want  Want
}

// Want is how much a need weighs.
type Want string

// The weights of a need.
const (
	MustHave   Want = "must"
	WantHave   Want = "want"
	NiceToHave Want = "nice"
)

// Wants returns every weight, the heaviest first.
func Wants() []Want { return []Want{MustHave, WantHave, NiceToHave} }

// CareerMove is a change of field; either end may be unknown.
type CareerMove struct{ From, To TopicRef }

// Aims are what a mentee wants to reach soon and later.
type Aims struct{ Short, Long string }

// Decision is what was decided about a request and a mentor in a cycle.
type Decision struct {
	Cycle   string // id
	Mentor  string // slug
	Do      Verdict
	By      Party // whose word it is; "" where nobody said
	Reason  DecisionReason
	Because string // the evidence for the pair on the day
	Note    string
	Rematch bool
	Date    Date
}

// Verdict is a decision.
type Verdict string

// The verdicts. A locked or accepted pair occupies a place until its exit or
// the end of its cycle.
const (
	Lock    Verdict = "lock"
	Accept  Verdict = "accept"
	Decline Verdict = "decline"
	Forbid  Verdict = "forbid"
	Exit    Verdict = "exit"
)

// Verdicts returns every verdict.
func Verdicts() []Verdict { return []Verdict{Lock, Accept, Decline, Forbid, Exit} }

// Party is whose word a decision is.
type Party string

// The two sides of a pair. What the organizer accepts, both have accepted.
const (
	ByMentor Party = "mentor"
	ByMentee Party = "mentee"
)

// Parties returns every party.
func Parties() []Party { return []Party{ByMentor, ByMentee, "organizer"} }

// DecisionReason is why a pair did not come about or ended.
type DecisionReason string

// DecisionReasons returns every reason.
func DecisionReasons() []DecisionReason {
	return []DecisionReason{"time", "fit", "topic", "moved", "no-answer", "other"}
}
