package match

import "ithaca/generator/match/search"

// AnswersGoal is a goal or challenge that the mentor helps with. It uses Topic, By,
// Level and Relation.
const AnswersGoal Reason = "goal"

// goalsSignal is what the person wants to reach against what the mentor helps with.
// Goals have no levels.
func goalsSignal() signal {
	return signal{
		name:     goalsName,
		suffices: true,
		asked:    func(q *Query) bool { return len(q.goals) > 0 },
		score:    func(q *Query, e *entry) int64 { return q.coverage(q.goals, e) },
		find:     func(q *Query, s *search.Search, share float32) { q.findWishes(s, q.goals, share) },
		explain: func(x *explanation) {
			for _, w := range x.goals {
				x.explainWish(Evidence{Reason: AnswersGoal, Topic: w.topic}, w, x.goals)
			}
		},
	}
}
