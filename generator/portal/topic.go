package portal

// TopicKind is what a topic is: something to learn, to reach, to overcome or to
// work in.
type TopicKind string

// Kinds of topics. A topic without a file has none.
const (
	GoalTopic      TopicKind = "goal"
	ChallengeTopic TopicKind = "challenge"
	IndustryTopic  TopicKind = "industry"
)

// TopicKinds returns every kind of topic.
func TopicKinds() []TopicKind {
	return []TopicKind{"skill", GoalTopic, ChallengeTopic, IndustryTopic}
}

// TopicRef is a topic as somebody wrote it.
type TopicRef struct {
	Text string // as written
	Key  string // folded: what topics are found by; "" when nothing was written
}

// Topic is anything one can seek or offer help with. A topic exists as soon as
// a file refers to it; a file of its own adds the rest, and an empty File means
// that there is none.
type Topic struct {
	Item
	Title     string
	Kind      TopicKind
	Sensitive bool
	Asks      []string   // the need in people's words, for goals and challenges
	Also      []string   // other words for it
	Elsewhere []string   // what it is called in the portal's other languages
	Broader   []TopicRef // wider topics
	Related   []TopicRef
	Use       TopicRef // the topic to use instead, for a deprecated one
}

// MarshalText names the topic as data do.
func (t *Topic) MarshalText() ([]byte, error) { return []byte(t.Slug), nil }

// IsNeed reports whether the topic is something people ask for in the first
// person: a goal or a challenge.
func (t *Topic) IsNeed() bool { return t.Kind == GoalTopic || t.Kind == ChallengeTopic }

// Topics is the portal's one vocabulary: every topic once, and every way to
// refer to it. The zero value knows none.
type Topics struct {
	all    []*Topic
	byKey  map[string]*Topic
	joined map[string]*Topic
}

// NewTopics makes a vocabulary of topics sorted by slug, found by their keys: a
// topic's folded slug, titles and synonyms. It takes ownership of both.
func NewTopics(sorted []*Topic, byKey map[string]*Topic) Topics {
	return Topics{sorted, byKey, Joined(byKey)}
}

// Each returns the vocabulary with what f returns for each topic in its place.
func (t Topics) Each(f func(*Topic) *Topic) Topics {
	made := make(map[*Topic]*Topic, len(t.all))
	other := Topics{make([]*Topic, len(t.all)), make(map[string]*Topic, len(t.byKey)), make(map[string]*Topic, len(t.joined))}
	for i, topic := range t.all {
		other.all[i] = f(topic)
		made[topic] = other.all[i]
	}
	for key, topic := range t.byKey {
		other.byKey[key] = made[topic]
	}
	for key, topic := range t.joined {
		other.joined[key] = made[topic]
	}
	return other
}

// All returns every topic, sorted by slug. It must not be changed.
func (t Topics) All() []*Topic { return t.all }

// Named returns the topic that a reference names, or nil when there is none. Where no
// topic has the name, it may be one that is written with other spaces and hyphens.
func (t Topics) Named(ref TopicRef) *Topic {
	topic := t.byKey[ref.Key]
	if topic == nil {
		topic = t.joined[Join(ref.Key)]
	}
	return topic
}

// Of returns the topic a reference means: the one that it names, or that in the place of
// a deprecated one; nil when there is none.
func (t Topics) Of(ref TopicRef) *Topic {
	topic := t.Named(ref)
	if topic != nil && topic.Use.Key != "" {
		if better := t.byKey[topic.Use.Key]; better != nil {
			return better
		}
	}
	return topic
}

// Title returns what a reference means: the title of a topic, or what was written.
func (t Topics) Title(ref TopicRef) string {
	if topic := t.Of(ref); topic != nil {
		return topic.Title
	}
	return ref.Text
}

// Slugs returns the slugs of the topics that references mean.
func (t Topics) Slugs(refs []TopicRef) []string {
	var slugs []string
	for _, ref := range refs {
		if topic := t.Of(ref); topic != nil {
			slugs = append(slugs, topic.Slug)
		}
	}
	return slugs
}

// Topics returns everything that a mentor can help with.
func (m *Mentor) Topics() []TopicRef {
	refs := make([]TopicRef, 0, len(m.Skills)+len(m.HelpsWith)+len(m.Industries))
	for _, s := range m.Skills {
		refs = append(refs, s.Topic)
	}
	refs = append(refs, m.HelpsWith...)
	return append(refs, m.Industries...)
}

// Needed returns the topics that are needed.
func (r *Request) Needed() []TopicRef {
	refs := make([]TopicRef, len(r.Needs), len(r.Needs)+len(r.Goals))
	for i, n := range r.Needs {
		refs[i] = n.Topic
	}
	return refs
}

// Topics returns the topics that are needed, and the goals.
func (r *Request) Topics() []TopicRef { return append(r.Needed(), r.Goals...) }
