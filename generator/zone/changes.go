package zone

import (
	"fmt"
	"slices"
	"time"
)

// Change is a moment from which a zone's clocks show another offset or bear
// another name.
type Change struct {
	At     time.Time // the moment, on the clocks as they are from then on
	Before int       // seconds ahead of UTC until then
	After  int       // and from then on
	Name   string    // of the time from then on: "CEST", or "+03"
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
	for year := first; year <= last+1; year++ {
		if ruled := ruledFrom(found, year); ruled != nil {
			return ruled
		}
	}
	if len(yearly(found, last+ruleYears)) > 0 {
		return found // they go on without a rule: all that is known is stated
	}
	return slices.DeleteFunc(found, func(c Change) bool { return c.At.Year() > last })
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
	return Change{At: at, Before: before, After: after, Name: name}
}

// Local returns the moment of the change on the clocks as they were before it.
func (c Change) Local() time.Time {
	return c.At.UTC().Add(time.Duration(c.Before) * time.Second)
}

// ruledFrom returns changes up to those of a year that bear the rules which they follow from
// it on; nil where they follow none.
func ruledFrom(all []Change, year int) []Change {
	model := yearly(all[1:], year)
	if len(model) != 2 {
		return nil
	}
	for i := range model {
		rules := rulesFor(model[i].Local())
		for y := year + 1; y < year+ruleYears; y++ {
			next := yearly(all[1:], y)
			if len(next) != 2 || !next[i].like(model[i]) {
				return nil
			}
			shared := rulesFor(next[i].Local())
			rules = slices.DeleteFunc(rules, func(r string) bool { return !slices.Contains(shared, r) })
		}
		if len(rules) == 0 {
			return nil
		}
		model[i].Rule = rules[0]
	}
	before := slices.IndexFunc(all[1:], func(c Change) bool { return c.Local().Year() >= year })
	return append(all[:1+before:1+before], model...)
}

// like reports whether two changes are the same but for their day.
func (c Change) like(other Change) bool {
	a, b := c.Local(), other.Local()
	return c.Before == other.Before && c.After == other.After && c.Name == other.Name && a.Format(time.TimeOnly) == b.Format(time.TimeOnly)
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

// rulesFor returns the rules (RRULE) by which a day of a year could have been chosen: the
// nth weekday of a month, counted from its beginning or its end; a day of a month; the
// first weekday from a day of a month on.
func rulesFor(day time.Time) []string {
	const nth, days = "FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", "FREQ=YEARLY;BYMONTH=%d;BYMONTHDAY="
	weekday := [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}[day.Weekday()]
	month, length := day.Month(), time.Date(day.Year(), day.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
	rules := []string{
		fmt.Sprintf(nth, month, (day.Day()-1)/7+1, weekday),
		fmt.Sprintf(nth, month, -((length-day.Day())/7 + 1), weekday),
		fmt.Sprintf(days+"%d", month, day.Day()),
	}
	for from := max(1, day.Day()-6); from <= min(day.Day(), length-6); from++ {
		rules = append(rules, fmt.Sprintf(days+"%d,%d,%d,%d,%d,%d,%d;BYDAY=%s", month, from, from+1, from+2, from+3, from+4, from+5, from+6, weekday))
	}
	return rules
}
