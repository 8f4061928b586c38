package generator

import (
	"fmt"
	"strings"

	"ithaca/generator/match"
	"ithaca/generator/portal"
)

// speaksFor says a reason for a mentor in a sentence for organizers.
func speaksFor(e match.Evidence) string {
	switch e.Reason {
	case match.AnswersNeed:
		return wish(e) + ": " + answer(e)
	case match.AnswersGoal:
		return e.Topic.Title + ": helps with " + by(e)
	case match.WouldChoose:
		return fmt.Sprintf("Choice %d of the person who asks", e.Place)
	case match.MadeTheMove:
		return "Has gone " + way(e.From, e.To)
	case match.SharesTime:
		return "Both are free " + minutes(e.Minutes) + " a week at the same time"
	case match.NearClocks:
		if e.Minutes == 0 {
			return "Their clocks show the same time"
		}
		return "Their clocks differ by " + minutes(e.Minutes)
	case match.SimilarStyle:
		return "Both like to work in a similar way"
	case match.SharesValues:
		return "Both value " + strings.Join(e.Words, ", ")
	case match.SameIndustry:
		return e.Topic.Title + ": works in " + by(e)
	case match.MakesOffers:
		return "Offers what is hoped for: " + strings.Join(e.Words, ", ")
	case match.LearnsBack:
		return "Would like to learn " + e.Topic.Title + ", which the person can teach"
	}
	return string(e.Reason)
}

// lacks says what is missing in a sentence for organizers.
func lacks(e match.Evidence) string {
	switch e.Reason {
	case match.AnswersNeed, match.AnswersGoal:
		if e.By == nil {
			return wish(e) + ": nothing that the mentor states answers it"
		}
		if e.Relation == match.Same {
			return wish(e) + ": only " + tooLow(e)
		}
		if low := tooLow(e); low != "" {
			return wish(e) + ": only " + by(e) + ", " + low
		}
		return wish(e) + ": only " + by(e)
	case match.MadeTheMove:
		return "Has not gone " + way(e.From, e.To)
	case match.SharesTime:
		return "No hour of the week at which both are free"
	case match.NearClocks:
		return "Their clocks differ by " + minutes(e.Minutes)
	case match.SimilarStyle:
		return "They like to work in different ways"
	}
	return string(e.Reason)
}

// tooLow says how far a mentor's level lies below the one wanted.
func tooLow(e match.Evidence) string {
	if e.Goal == 0 || e.Level == 0 || e.Level >= e.Goal {
		return ""
	}
	return fmt.Sprintf("at level %d (%s), and level %d (%s) is wanted", e.Level, levelWord(e.Level), e.Goal, levelWord(e.Goal))
}

// wish names what is asked for and how much it counts.
func wish(e match.Evidence) string {
	switch e.Want {
	case portal.MustHave:
		return e.Topic.Title + " (must)"
	case portal.NiceToHave:
		return e.Topic.Title + " (nice to have)"
	}
	return e.Topic.Title
}

// answer says how well a mentor knows the topic that answers a need.
func answer(e match.Evidence) string {
	verb := "offers "
	if e.Level > 0 {
		verb = levelWord(e.Level) + " "
	}
	return verb + by(e)
}

// by names the mentor's topic and how it stands to the one asked for.
func by(e match.Evidence) string {
	switch e.Relation {
	case match.Same:
		return "it"
	case match.Narrower:
		return e.By.Title + ", a part of it"
	case match.Broader:
		return e.By.Title + ", of which it is a part"
	case match.Sibling:
		return e.By.Title + ", which belongs to the same field"
	}
	return e.By.Title + ", which is related"
}

func levelWord(l portal.Level) string {
	switch l {
	case portal.Knows:
		return "knows"
	case portal.Practises:
		return "practises"
	case portal.Leads:
		return "leads"
	}
	return "teaches"
}

func way(from, to *portal.Topic) string {
	switch {
	case from == nil:
		return "into " + to.Title
	case to == nil:
		return "out of " + from.Title
	}
	return "from " + from.Title + " to " + to.Title
}

// minutes returns a length of time in hours and minutes.
func minutes(n int) string {
	switch {
	case n < 60:
		return fmt.Sprintf("%d min", n)
	case n%60 == 0:
		return fmt.Sprintf("%d h", n/60)
	}
	return fmt.Sprintf("%d h %d min", n/60, n%60)
}
