package answer

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ithaca/generator/order"
	"ithaca/generator/portal"
)

// weekdays are the beginnings of the days' names, folded, in the order of a week.
var weekdays = []struct{ day, words string }{
	{"Mon", "mon monday lun lunes lundi seg segunda mo montag montags"},
	{"Tue", "tue tues tuesday mar martes mardi ter terca di dienstag dienstags"},
	{"Wed", "wed weds wednesday mie miercoles mer mercredi qua quarta mi mittwoch mittwochs"},
	{"Thu", "thu thur thurs thursday jue jueves jeu jeudi qui quinta do donnerstag donnerstags"},
	{"Fri", "fri friday vie viernes ven vendredi sex sexta fr freitag freitags"},
	{"Sat", "sat saturday sab sabado sam samedi sa samstag samstags sonnabend"},
	{"Sun", "sun sunday dom domingo dim dimanche so sonntag sonntags"},
}

// groups of days, and parts of a day with the hours that are proposed for them.
var (
	dayGroups = map[string]string{
		"weekday": "Mon Fri", "weekdays": "Mon Fri", "workdays": "Mon Fri", "laborables": "Mon Fri", "semaine": "Mon Fri", "uteis": "Mon Fri", "werktags": "Mon Fri", "wochentags": "Mon Fri",
		"weekend": "Sat Sun", "weekends": "Sat Sun", "finde": "Sat Sun", "wochenende": "Sat Sun", "wochenenden": "Sat Sun", "fines": "Sat Sun", "fin": "Sat Sun", "fim": "Sat Sun", "fins": "Sat Sun",
	}
	dayParts = map[string]string{
		"morning": "09:00-12:00", "mornings": "09:00-12:00", "manana": "09:00-12:00", "mananas": "09:00-12:00", "matin": "09:00-12:00", "matins": "09:00-12:00", "manha": "09:00-12:00", "manhas": "09:00-12:00", "vormittag": "09:00-12:00", "vormittags": "09:00-12:00", "morgens": "09:00-12:00",
		"afternoon": "13:00-17:00", "afternoons": "13:00-17:00", "tarde": "13:00-18:00", "tardes": "13:00-18:00", "apres": "13:00-17:00", "nachmittag": "13:00-17:00", "nachmittags": "13:00-17:00",
		"lunch": "12:00-13:00", "lunchtime": "12:00-13:00", "mittags": "12:00-13:00",
		"evening": "18:00-21:00", "evenings": "18:00-21:00", "night": "18:00-21:00", "nights": "18:00-21:00", "noche": "18:00-21:00", "noches": "18:00-21:00", "soir": "18:00-21:00", "soirs": "18:00-21:00", "noite": "18:00-21:00", "noites": "18:00-21:00", "abend": "18:00-21:00", "abends": "18:00-21:00",
	}
)

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

func dayAt(name string) int {
	for i, d := range weekdays {
		if d.day == name {
			return i
		}
	}
	return -1
}

// proposeWindows returns hours that may be meant by "Tue evenings" or "Mon-Fri after 6pm".
func proposeWindows(text string) (all []string) {
	var days []int
	hours := ""
	words := strings.Split(portal.Fold(text), "-")
	for _, w := range words {
		if group, found := dayGroups[w]; found {
			from, to, _ := strings.Cut(group, " ")
			days = append(days, dayAt(from), dayAt(to))
		} else if part, found := dayParts[w]; found {
			hours = part
		} else {
			for i, d := range weekdays {
				if slices.Contains(strings.Fields(d.words), w) {
					days = append(days, i)
				}
			}
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
		all = append(all, weekdays[d].day+" "+hours)
	}
	return all
}
