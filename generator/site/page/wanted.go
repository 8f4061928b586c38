package page

import "ithaca/generator/site"

// WantedTopic is a topic for which mentors are looked for.
type WantedTopic struct {
	site.Link
	Asked   int // requests that name it
	Offered int // mentors who help with it
	Open    int // of them with a free place
}

// shownWanted is how many topics the page for new mentors names.
const shownWanted = 10

// wanted returns the topics that more people ask for than have a free place, those
// that are asked for most beyond what is offered first. Few
// requests could be recognised by what they ask for: package match leaves out
// what fewer than five ask for, and all sensitive topics.
func (pl suggestions) wanted() []WantedTopic {
	var topics []WantedTopic
	for _, d := range pl.Matches().Wanted() {
		if d.Asked > d.Open && len(topics) < shownWanted {
			topics = append(topics, WantedTopic{pl.toTopic(d.Topic), d.Asked, d.Offered, d.Open})
		}
	}
	return topics
}
