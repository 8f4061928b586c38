package match

// AnswersNeed is a topic that the person needs and the mentor has, or one near it.
// It uses Topic, Want, Goal, By, Level and Relation.
const AnswersNeed Reason = "need"

// needsSignal is what the person needs against what the mentor can.
func needsSignal() signal {
	return signal{
		name:     "needs",
		suffices: true,
		filled:   func(q *question) bool { return len(q.needs) > 0 },
		score:    func(q *question, e *entry) int64 { return q.coverage(q.needs, e) },
		find:     func(q *question, s *search, share float32) { q.findWishes(s, q.needs, share) },
		explain: func(x *explanation) {
			for _, w := range x.needs {
				x.wish(Evidence{Reason: AnswersNeed, Topic: w.topic, Want: w.want, Goal: w.goal}, w, x.needs)
			}
		},
		record: recordFields{
			2: func(_ *recorder, e *entry) any { // topics, those of goals too: number, level, number, level …
				topics := make([]int, 0, 2*len(e.skills))
				for _, s := range e.skills {
					topics = append(topics, int(s.topic), int(s.level))
				}
				return topics
			},
		},
	}
}
