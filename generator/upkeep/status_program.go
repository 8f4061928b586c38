package upkeep

import (
	"fmt"
	"slices"

	"ithaca/generator/content"
	"ithaca/generator/content/part"
	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// mistakes counts what keeps the portal from being built.
func mistakes(s *status) {
	if n, _ := s.Diagnostics().Count(); n > 0 {
		text := diag.Count(n, "error keeps", "errors keep") + " the portal from being built"
		s.add(Line{Who: "content", Text: text, Settle: "ithaca check"})
	}
}

// planned finds that the last cycle is over, or running, and that none comes after it.
func planned(s *status) {
	var last *portal.Cycle
	for i := range s.portal.Program.Cycles {
		c := &s.portal.Program.Cycles[i]
		if phase := c.Phase(s.today); phase != portal.Ended && (phase != portal.Running || c.End.IsZero() || c.End.After(s.today.AddDays(s.Before))) {
			return
		}
		if last == nil || last.End.Before(c.End) {
			last = c
		}
	}
	if last != nil {
		ends := "ends"
		if last.End.Before(s.today) {
			ends = "ended"
		}
		s.add(Line{
			Who: last.ID, Since: last.End.String(), Text: fmt.Sprintf("%s %s on %s, and none is planned after it", last.Title, ends, last.End), File: s.portal.Program.File,
			Settle: "add the next one to `cycles` in content/index.md",
		})
	}
}

// comes is what is to be done about a date of a cycle, by its key: the words for the day, and
// what to do.
func (s *status) comes(key, cycle string) (words, settle string) {
	letters := "ithaca match --cycle " + cycle + " --letters" + s.contacts() + " --out ../letters"
	switch key {
	case "signup":
		return "mentors sign up until", "ithaca import mentors ../answers.csv" + s.contacts()
	case "requests":
		return "requests are taken until", "ithaca import requests ../answers.csv" + s.contacts()
	case "match":
		return "the match", "ithaca match --cycle " + cycle
	case "confirm":
		return "answers are due by", "ithaca status --cycle " + cycle
	case "start":
		return "the start", letters
	case "review":
		return "a review", letters
	}
	return "the end", "the day after it this names the closing letters"
}

// closed finds cycles that are over and had pairs: for a month those are thanked, and then the
// portal tells for a year what came of it.
func closed(s *status) {
	for i := range s.portal.Program.Cycles {
		c := &s.portal.Program.Cycles[i]
		ago := c.End.DaysUntil(s.today)
		paired := func(r *portal.Request) bool { return len(portal.Together(r, c.ID)) > 0 }
		if c.Phase(s.today) != portal.Ended || ago > 366 || !slices.ContainsFunc(s.portal.Requests, paired) {
			continue
		}
		line := Line{Who: c.ID, Since: c.End.String(), Text: c.Title + " is over: closing letters", File: s.portal.Program.File}
		if _, line.Settle = s.comes("start", c.ID); ago > 30 {
			line.Text, line.Settle = c.Title+" is over, and what came of it is not told", "say it in a sentence as `results:` of the cycle in content/index.md"
		}
		if ago <= 30 || c.Results == "" {
			s.add(line)
		}
	}
}

// dates finds the dates of cycles that come up.
func dates(s *status) {
	for i := range s.portal.Program.Cycles {
		c := &s.portal.Program.Cycles[i]
		for _, d := range c.Dates() {
			day := d.Until
			if day.IsZero() || day.Before(s.today) || day.After(s.today.AddDays(s.Before)) {
				continue
			}
			words, settle := s.comes(d.Key, c.ID)
			s.add(Line{Who: c.ID, Since: day.String(), Text: fmt.Sprintf("%s: %s %s", c.Title, words, day), Settle: settle, File: s.portal.Program.File})
		}
	}
}

// reviews finds guides that should have been gone through.
func reviews(s *status) {
	s.warned(content.ReviewDue, func(*Line) {})
}

// lost finds addresses of the last build at which nothing is any more.
func lost(s *status) {
	if s.Output != "" {
		s.lines = append(s.lines, Lost(s.Snapshot, s.Output)...)
	}
}

// asked finds topics that waiting people need, and that no mentor names.
func asked(s *status) {
	offered := map[*portal.Topic]bool{}
	for _, m := range s.portal.Mentors {
		for _, ref := range m.Topics() {
			offered[s.portal.Topics.Of(ref)] = true
		}
	}
	people, names := map[string]int{}, map[string]string{}
	for _, r := range s.portal.Requests {
		if !s.waits(r) || s.portal.Over([]string{r.Cycle}) {
			continue
		}
		for _, need := range r.Needs {
			t := s.portal.Topics.Of(need.Topic)
			if t != nil && offered[t] {
				continue
			}
			key, title := need.Topic.Key, need.Topic.Text
			if t != nil {
				key, title = t.Slug, t.Title
			}
			people[key]++
			names[key] = title
		}
	}
	for key, n := range people {
		text := names[key] + ": asked for by " + diag.Count(n, "person", "people")
		s.add(Line{Who: key, Text: text, Settle: "look for a mentor who knows it; who comes nearest: ithaca suggest --needs " + key})
	}
}

// alike finds topics that differ only in spelling.
func alike(s *status) {
	s.warned(content.SimilarTopics, func(l *Line) { l.Settle += "; one of two with files goes by: ithaca rename topics/… …" })
}

// unused finds topics that have a file, and that nothing else mentions.
func unused(s *status) {
	used := map[*portal.Topic]bool{}
	for _, doc := range s.Documents() {
		for _, m := range doc.Mentions() {
			if t := s.portal.Topics.Named(portal.TopicRef{Text: m.Text, Key: portal.Fold(m.Text)}); m.To == part.ToTopic && t != nil && t.File != doc.Path {
				used[t] = true
			}
		}
	}
	for _, t := range s.portal.Topics.All() {
		if t.File != "" && !used[t] && t.Use.Key == "" {
			s.add(Line{Who: t.Slug, Text: t.Title + ": nothing mentions it", Settle: "delete " + t.File + ", or join it with the topic that is meant: ithaca rename topics/" + t.Slug + " …", File: t.File})
		}
	}
}
