package answer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/portal"
)

// week are the days of a week as files write them.
const week = "Mon Tue Wed Thu Fri Sat Sun"

// dayAndHours matches a day with two times: "Thu 18:00-20:00", "Do 18-20 Uhr".
var dayAndHours = regexp.MustCompile(`(?i)^(\pL+)\.?\s+([01]?\d|2[0-3])(?:[:.h]([0-5]\d))?\s*(?:h|uhr)?\s*(?:-|–|to|bis|à|às|a)\s*([01]?\d|2[0-4])(?:[:.h]([0-5]\d))?\s*(?:h|uhr)?$`)

// hoursFrom matches a start without an end: "after 6pm".
var hoursFrom = regexp.MustCompile(`(?i)\b(?:after|from|ab|nach|après|despues de las|a partir das|desde las)\s+(\d{1,2})(?:[:.h]([0-5]\d))?\s*(am|pm|uhr|h)?\b`)

var betweenWindows = regexp.MustCompile(`[;\n]|,\s+`)

// Windows returns the windows that a text states exactly, as files write them, and the
// other parts of the text as they are.
func Windows(text string) (exact, open []string) {
	for _, part := range betweenWindows.Split(text, -1) {
		part = OneLine(part)
		if stated, toTheMinute := windowOf(part); toTheMinute {
			exact = append(exact, stated)
		} else if part != "" {
			open = append(open, part)
		}
	}
	return exact, open
}

// windowOf returns the window that a text states, "" for none, and reports whether both
// times have minutes: "Tue 6-8" may mean the evening.
func windowOf(text string) (stated string, toTheMinute bool) {
	m := dayAndHours.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	day, known := Meaning("day", portal.Fold(m[1]))
	from, to := fmt.Sprintf("%02d:%02d", number(m[2]), number(m[3])), fmt.Sprintf("%02d:%02d", number(m[4]), number(m[5]))
	if !known || from >= to || to > "24:00" {
		return "", false
	}
	return day + " " + from + "-" + to, m[3] != "" && m[5] != ""
}

// ProposeWindows returns hours that may be meant by "Tue evenings" or "Mon-Fri after 6pm",
// "" where nothing can be proposed.
func ProposeWindows(text string) string {
	if stated, _ := windowOf(text); stated != "" {
		return stated
	}
	return strings.Join(windowsMeant(text), ", ")
}

func dayIndex(name string) int { return strings.Index(week, name) / len("Mon ") }

// windowsMeant returns the windows that may be meant, in the order of the week.
func windowsMeant(text string) (all []string) {
	var days []int
	hours := ""
	for w := range strings.SplitSeq(portal.Fold(text), "-") {
		if group, found := Meaning("days", w); found {
			from, to, _ := strings.Cut(group, " ")
			days = append(days, dayIndex(from), dayIndex(to))
		} else if part, found := Meaning("hours", w); found {
			hours = part
		} else if day, found := Meaning("day", w); found {
			days = append(days, dayIndex(day))
		}
	}
	if m := hoursFrom.FindStringSubmatch(text); m != nil {
		hour := number(m[1])
		if strings.EqualFold(m[3], "pm") && hour < 12 {
			hour += 12
		}
		if hour < 24 {
			hours = fmt.Sprintf("%02d:%02d-%02d:00", hour, number(m[2]), max(hour+1, min(21, hour+3)))
		}
	}
	if len(days) == 0 {
		return nil
	}
	if hours == "" {
		if len(days) != 2 || days[0] != dayIndex("Sat") {
			return nil
		}
		hours = "10:00-17:00"
	}
	if len(days) == 2 && days[0] < days[1] { // from … to
		for d := days[0] + 1; d < days[1]; d++ {
			days = append(days, d)
		}
	}
	slices.Sort(days)
	for _, d := range slices.Compact(days) {
		all = append(all, strings.Fields(week)[d]+" "+hours)
	}
	return all
}
