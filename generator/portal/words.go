package portal

// Kind is a way of mentoring.
type Kind string

// Group is the kind of mentoring that has places of its own.
const Group Kind = "group"

// Kinds returns every kind of mentoring in the order they are shown.
func Kinds() []Kind { return []Kind{"one-to-one", Group, "peer", "reverse"} }

// Format is a way in which two people work together.
type Format string

// Formats that the program tells apart.
const (
	Chat        Format = "chat"
	Email       Format = "email"
	InPerson    Format = "in-person"
	AsyncReview Format = "async-review"
)

// Formats returns every format in the order they are shown.
func Formats() []Format { return []Format{"video", "voice", Chat, Email, InPerson, AsyncReview} }

// Duration is how long a mentorship is meant to last.
type Duration string

// Durations returns every duration, the shortest first: one conversation, some weeks,
// half a year and more.
func Durations() []Duration { return []Duration{"single", "short", "long"} }

// Stage is where somebody stands in their working life.
type Stage string

// Stages returns every stage in the order of a working life.
func Stages() []Stage {
	return []Stage{"student", "early", "mid", "senior", "lead", "executive", "retired"}
}

// Offer is something concrete a mentor is ready to do.
type Offer string

// Offers returns every offer in the order they are shown.
func Offers() []Offer {
	return []Offer{"cv-review", "mock-interview", "introductions", "recommendation", "event-invitation", "projects", "accountability", "encouragement"}
}

// Audience is a group of readers.
type Audience string

// ForMentees are people who look for a mentor.
const ForMentees Audience = "mentee"

// Audiences returns every audience.
func Audiences() []Audience {
	return []Audience{ForMentees, "mentor", "organizer", "contributor"}
}
