package portal

// Kind is a way of mentoring.
type Kind string

// The kinds of mentoring a program can offer.
const (
	OneToOne Kind = "one-to-one"
	Group    Kind = "group"
	Peer     Kind = "peer"
	Reverse  Kind = "reverse"
)

// Kinds returns every kind of mentoring in the order they are shown.
func Kinds() []Kind { return []Kind{OneToOne, Group, Peer, Reverse} }

// Format is a way in which two people work together.
type Format string

// The formats a mentor can offer.
const (
	Video       Format = "video"
	Voice       Format = "voice"
	Chat        Format = "chat"
	Email       Format = "email"
	InPerson    Format = "in-person"
	AsyncReview Format = "async-review"
)

// Formats returns every format in the order they are shown.
func Formats() []Format { return []Format{Video, Voice, Chat, Email, InPerson, AsyncReview} }

// Duration is how long a mentorship is meant to last.
type Duration string

// The durations: one conversation, some weeks, or half a year and more.
const (
	Single Duration = "single"
	Short  Duration = "short"
	Long   Duration = "long"
)

// Durations returns every duration, the shortest first.
func Durations() []Duration { return []Duration{Single, Short, Long} }

// Stage is where somebody stands in their working life.
type Stage string

// The stages.
const (
	Student   Stage = "student"
	Early     Stage = "early"
	Mid       Stage = "mid"
	Senior    Stage = "senior"
	Lead      Stage = "lead"
	Executive Stage = "executive"
	Retired   Stage = "retired"
)

// Stages returns every stage in the order of a working life.
func Stages() []Stage { return []Stage{Student, Early, Mid, Senior, Lead, Executive, Retired} }

// Offer is something concrete a mentor is ready to do.
type Offer string

// The offers.
const (
	CVReview       Offer = "cv-review"
	MockInterview  Offer = "mock-interview"
	Introductions  Offer = "introductions"
	Recommendation Offer = "recommendation"
	EventInvite    Offer = "event-invitation"
	Projects       Offer = "projects"
	Accountability Offer = "accountability"
	Encouragement  Offer = "encouragement"
)

// Offers returns every offer in the order they are shown.
func Offers() []Offer {
	return []Offer{CVReview, MockInterview, Introductions, Recommendation, EventInvite, Projects, Accountability, Encouragement}
}

// Audience is a group of readers.
type Audience string

// The audiences.
const (
	ForMentees      Audience = "mentee"
	ForMentors      Audience = "mentor"
	ForOrganizers   Audience = "organizer"
	ForContributors Audience = "contributor"
)

// Audiences returns every audience.
func Audiences() []Audience {
	return []Audience{ForMentees, ForMentors, ForOrganizers, ForContributors}
}
