package answer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// week holds the days of a week as files state them.
const week = "Mon Tue Wed Thu Fri Sat Sun"

// exactWindow is a window as profiles state it.
var exactWindow = regexp.MustCompile(`(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+([01]?\d|2[0-3])[:.]([0-5]\d)\s*(?:-|–|to)\s*([01]?\d|2[0-4])[:.]([0-5]\d)$`)

// hoursFrom is a beginning without an end: "after 6pm".
var hoursFrom = regexp.MustCompile(`(?i)\b(?:after|from|ab|nach|après|despues de las|a partir das|desde las)\s+(\d{1,2})(?:[:.h]([0-5]\d))?\s*(am|pm|uhr|h)?\b`)

var betweenWindows = regexp.MustCompile(`[;\n]|,\s+`)

// Windows returns the windows that a text states exactly, and a proposal for the rest,
// "" where nothing can be proposed.
func Windows(text string) (exact []string, rest, proposal string) {
	var open, proposed []string
	for _, part := range betweenWindows.Split(text, -1) {
		part = OneLine(part)
		if part == "" {
			continue
		}
		if m := exactWindow.FindStringSubmatch(part); m != nil {
			from, to := fmt.Sprintf("%02d:%s", number(m[2]), m[3]), fmt.Sprintf("%02d:%s", number(m[4]), m[5])
			if from < to && to <= "24:00" {
				exact = append(exact, strings.ToUpper(m[1][:1])+strings.ToLower(m[1][1:])+" "+from+"-"+to)
				continue
			}
		}
		open = append(open, part)
		proposed = append(proposed, proposeWindows(part)...)
	}
	slices.Sort(proposed)
	return exact, strings.Join(open, "; "), strings.Join(byDay(slices.Compact(proposed)), ", ")
}

// byDay sorts windows in the order of a week.
func byDay(all []string) []string {
	order.Stable(all, func(a, b string) int { return dayAt(a[:3]) - dayAt(b[:3]) })
	return all
}

func dayAt(name string) int { return strings.Index(week, name) / len("Mon ") }

// proposeWindows returns hours that may be meant by "Tue evenings" or "Mon-Fri after 6pm".
func proposeWindows(text string) (all []string) {
	var days []int
	hours := ""
	for w := range strings.SplitSeq(portal.Fold(text), "-") {
		if group, found := Meaning("days", w); found {
			from, to, _ := strings.Cut(group, " ")
			days = append(days, dayAt(from), dayAt(to))
		} else if part, found := Meaning("hours", w); found {
			hours = part
		} else if day, found := Meaning("day", w); found {
			days = append(days, dayAt(day))
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
		if len(days) != 2 || days[0] != dayAt("Sat") {
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
