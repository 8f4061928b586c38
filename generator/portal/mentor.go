package portal

import "ithaca/generator/words"

// Mentor is a person who offers help. Where a field is empty nothing is known,
// which is not the same as "no".
type Mentor struct {
	Item
	Name         string
	AlsoWritten  string // the name in another script
	Role         string // "Night-shift nurse, Lagos"
	Pronouns     string
	Headline     string // "I can help you …", at most 100 characters
	Photo        *Photo
	Location     string   // a place in words
	Country      string   // ISO 3166-1 alpha-2, upper case
	Timezone     string   // IANA name
	Languages    []string // canonical BCP 47 tags, the most comfortable first
	Organisation string
	Industries   []TopicRef
	Stage        Stage
	Since        int // the year the working life began; 0 when not stated
	Skills       []Skill
	HelpsWith    []TopicRef
	Values       []string
	Kinds        []Kind
	Formats      []Format
	Duration     []Duration
	Offers       []Offer
	Style        Style
	Cadence      *Cadence
	Accepts      Accepts
	IdealMentee  string
	NotOffered   []string
	Learning     []TopicRef
	Path         []Step
	AlumniOf     []string // ids of cycles
	AskMe        []string
	Intro        *Intro
	Index        bool // whether search engines may list the profile
	Availability Availability
	Cycles       []string // ids of cycles; none means every cycle
	Contact      Contact
	Links        []WebLink
	Consent      PublishConsent
	Confirmed    Date
	Left         Date // never set in a portal, which does not have those who left

	terms words.Terms // nil where nobody has read them yet
}

// Photo is a picture of a person, a file beside theirs.
type Photo struct {
	File    string // relative to the mentor's own file
	Alt     string
	Credit  string
	Consent Date
}

// Level is how well somebody knows a topic; 0 means it was not stated.
type Level int

// The levels.
const (
	Knows     Level = 1
	Practises Level = 2
	Leads     Level = 3
	Teaches   Level = 4
)

// Skill is a topic a mentor can help with, and how well they know it.
type Skill struct {
	Topic TopicRef
	Level Level
}

// Style says how somebody works with people, each axis from 1 to 5; 0 means it
// was not stated. Structure: loose to planned. Directness: gentle to blunt.
// Challenge: supporting to stretching.
type Style struct{ Structure, Directness, Challenge int }

// Cadence is a rhythm of meetings: one of Minutes every Weeks weeks.
type Cadence struct{ Weeks, Minutes int }

// Accepts says whom a mentor works with; no stages means everyone.
type Accepts struct {
	Stages []Stage
	Note   string
}

// Step is one part of the way somebody went.
type Step struct {
	Year     int
	What     string
	Kind     StepKind
	From, To TopicRef // set for moves
}

// StepKind is what a step was.
type StepKind string

// Kinds of steps.
const (
	Setback StepKind = "setback"
	Move    StepKind = "move"
)

// StepKinds returns every kind of step.
func StepKinds() []StepKind { return []StepKind{"milestone", Setback, Move} }

// Intro is how a first contact works.
type Intro struct {
	First       string   // the small first step: "20 minutes on a call"
	AskFor      []string // what a first message should say
	ReplyWithin string   // "5 days"
}

// WebLink is a person's page elsewhere.
type WebLink struct{ Kind, URL string }

// PublishConsent records that a person agreed to be shown.
type PublishConsent struct {
	Publish Date
	By      string
	Terms   string // the version of the privacy notice they agreed to
}
