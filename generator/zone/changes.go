package zone

import (
	"fmt"
	"slices"
	"time"
)

// Change is a moment from which a zone's clocks show another offset or bear
// another name.
type Change struct {
	At       time.Time // the moment, on the clocks as they are from then on
	Before   int       // seconds ahead of UTC until then
	After    int       // and from then on
	Name     string    // of the time from then on: "CEST", or "+03"
	Daylight bool      // whether it is daylight saving time
	// Rule, where it is not "", says that the clocks change like this every year
	// from then on, as an RRULE of RFC 5545: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU".
	Rule string
}

// ruleYears is how many years in a row must follow a rule before it is taken for
// one that goes on: after 28 years the days of the week fall as before.
const ruleYears = 28

// Changes returns what a zone's clocks show in every year from first on. The
// first change stands at the beginning of first and says what holds there.
// Changes of single years follow, at least up to the end of last; where the
// changes follow a rule from some year on, they end with those of that year,
// which bear the rule. The result depends on the database alone.
func Changes(location *time.Location, first, last int) []Change {
	start := time.Date(first, 1, 1, 0, 0, 0, 0, location)
	all := changesBetween(start, time.Date(last+ruleYears+1, 1, 1, 0, 0, 0, 0, location))
	_, offset := start.Zone()
	found := append([]Change{changeAt(start, offset)}, all...)
	if ruled := withRules(found); ruled != nil {
		return ruled
	}
	for len(found) > 1 && found[len(found)-1].At.Year() > last {
		if len(yearly(found, last+ruleYears)) == 0 {
			found = found[:len(found)-1]
			continue
		}
		break // they go on without a rule: all that is known is stated
	}
	return found
}

// changesBetween returns the changes after one moment and before another.
func changesBetween(from, to time.Time) []Change {
	var all []Change
	for {
		_, end := from.ZoneBounds()
		if end.IsZero() || !end.Before(to) {
			return all
		}
		if !end.After(from) { // at the turn of a year that follows from a rule
			from = from.Add(24 * time.Hour)
			continue
		}
		before := end.Add(-time.Second)
		wasName, was := before.Zone()
		if name, is := end.Zone(); is != was || name != wasName || end.IsDST() != before.IsDST() {
			all = append(all, changeAt(end, was))
		}
		from = end
	}
}

func changeAt(at time.Time, before int) Change {
	name, after := at.Zone()
	return Change{At: at, Before: before, After: after, Name: name, Daylight: at.IsDST()}
}

// Local returns the moment of the change on the clocks as they were before it.
func (c Change) Local() time.Time {
	return c.At.UTC().Add(time.Duration(c.Before) * time.Second)
}

// withRules cuts changes off after the first year from which all of them, up to
// the last, follow two rules; nil where they do not.
func withRules(all []Change) []Change {
	last := all[len(all)-1].At.Year()
	model := yearly(all[1:], last)
	if len(model) != 2 || len(all) < 2*ruleYears {
		return nil
	}
	rules := [2]rule{}
	for i, c := range model {
		if rules[i] = ruleOf(all[1:], c, last); rules[i] == (rule{}) {
			return nil
		}
	}
	steady := last
	for year := last - 1; year >= all[0].At.Year(); year-- {
		c := yearly(all[1:], year)
		if len(c) != 2 || !follows(c[0], model[0], rules[0]) || !follows(c[1], model[1], rules[1]) {
			break
		}
		steady = year
	}
	if last-steady < ruleYears-1 {
		return nil
	}
	kept := all[:1:1]
	for _, c := range all[1:] {
		if c.At.Year() < steady {
			kept = append(kept, c)
		}
	}
	for i, c := range yearly(all[1:], steady) {
		c.Rule = rules[i].String()
		kept = append(kept, c)
	}
	return kept
}

// yearly returns the changes of a year.
func yearly(all []Change, year int) []Change {
	var found []Change
	for _, c := range all {
		if c.Local().Year() == year {
			found = append(found, c)
		}
	}
	return found
}

// ruleOf returns the rule that a change and those like it follow in the last
// years; the zero value for none.
func ruleOf(all []Change, model Change, last int) rule {
	for _, r := range rulesFor(model.Local()) {
		holds := true
		for year := last - ruleYears + 1; year <= last && holds; year++ {
			holds = slices.ContainsFunc(yearly(all, year), func(c Change) bool { return follows(c, model, r) })
		}
		if holds {
			return r
		}
	}
	return rule{}
}

// follows reports whether a change is of the same kind as another and its day
// follows a rule.
func follows(c, model Change, r rule) bool {
	a, b := c.Local(), model.Local()
	return c.Before == model.Before && c.After == model.After && c.Name == model.Name &&
		a.Hour() == b.Hour() && a.Minute() == b.Minute() && a.Second() == b.Second() && slices.Contains(rulesFor(a), r)
}

// rule is how a day of a year is chosen: the nth weekday of a month, counted from its
// end if n is negative; a day of a month; or the first weekday from a day of a month on.
// What is 0 does not count.
type rule struct {
	month     time.Month
	weekday   time.Weekday
	nth       int
	day, from int
}

// rulesFor returns the rules by which a day could have been chosen.
func rulesFor(day time.Time) []rule {
	month, weekday := day.Month(), day.Weekday()
	length := time.Date(day.Year(), month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	rules := []rule{
		{month: month, weekday: weekday, nth: (day.Day()-1)/7 + 1},
		{month: month, weekday: weekday, nth: -((length-day.Day())/7 + 1)},
		{month: month, day: day.Day()},
	}
	for from := max(1, day.Day()-6); from <= min(day.Day(), length-6); from++ {
		rules = append(rules, rule{month: month, weekday: weekday, from: from})
	}
	return rules
}

// String returns the rule as an RRULE.
func (r rule) String() string {
	weekday := [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}[r.weekday]
	text := fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d", r.month)
	switch {
	case r.day > 0:
		return text + fmt.Sprintf(";BYMONTHDAY=%d", r.day)
	case r.nth != 0:
		return text + fmt.Sprintf(";BYDAY=%d%s", r.nth, weekday)
	}
	days := ""
	for d := r.from; d < r.from+7; d++ {
		days += fmt.Sprintf(",%d", d)
	}
	return text + ";BYMONTHDAY=" + days[1:] + ";BYDAY=" + weekday
}
