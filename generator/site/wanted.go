package site

// WantedTopic is a topic for which mentors are looked for.
type WantedTopic struct {
	Link
	Asked   int // requests that name it
	Offered int // mentors who help with it
	Open    int // of them with a free place
}

// becomeMentor is the page of the organizers that says what mentors are looked
// for; shownWanted is how many topics it names.
const (
	becomeMentor = "become-a-mentor"
	shownWanted  = 10
)

// wanted returns the topics that more people ask for than have a free place, those
// that are asked for most beyond what is offered first. Few
// requests could be recognised by what they ask for: package match leaves out
// what fewer than five ask for, and all sensitive topics.
func (pl *planner) wanted() []WantedTopic {
	var topics []WantedTopic
	for _, d := range pl.matches().Wanted() {
		if d.Asked > d.Open && len(topics) < shownWanted {
			topics = append(topics, WantedTopic{pl.linked(d.Topic), d.Asked, d.Offered, d.Open})
		}
	}
	return topics
}
