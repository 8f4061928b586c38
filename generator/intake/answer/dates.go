package answer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"ithaca/generator/portal"
)

// numericDate matches a day written in numbers, with the year last; a time may follow.
var numericDate = regexp.MustCompile(`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\D|$)`)

// yearFirst matches a day that begins with its year; the month is second then.
var yearFirst = regexp.MustCompile(`^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:\D|$)`)

// serialDate matches a day as a spreadsheet stores it: the number of days since 1899-12-30.
var serialDate = regexp.MustCompile(`^(4[0-9]|5[0-9])\d{3}(?:[.,]\d+)?$`)

// Dates reads the days of a column, which are all written in one order.
type Dates struct {
	DayFirst bool   // else the month is first
	Decided  bool   // whether the order is known, or no day needs it
	Why      string // how it was decided, in a sentence; "" where no day needs it
}

// DatesOf returns how the days of a column are written: as settled says ("day-first" or
// "month-first", "" for nothing), else as days show that have no other reading.
func DatesOf(texts []string, settled string, today portal.Date) Dates {
	if settled != "" {
		return Dates{settled == "day-first", true, "Dates are read " + settled + ", as the map says."}
	}
	var day, month, both, late int
	example := ""
	for _, text := range texts {
		m := numericDate.FindStringSubmatch(strings.TrimSpace(text))
		if m == nil {
			continue
		}
		a, b := number(m[1]), number(m[2])
		switch {
		case a > 12 && b <= 12:
			if day++; day == 1 {
				example = m[0]
			}
		case b > 12 && a <= 12:
			if month++; month == 1 {
				example = m[0]
			}
		case a != b:
			both++
			if day, ok := inOrder(m, true); ok && day.After(today.AddDays(1)) {
				late++
			}
		}
	}
	example = strings.TrimSpace(example)
	switch {
	case day > 0 && month > 0:
		return Dates{Why: "Some dates can only be read day-first and others only month-first: set `dates` in the map, or correct the column."}
	case day > 0:
		return Dates{true, true, fmt.Sprintf("Dates are read day-first: %s can be read in no other way.", example)}
	case month > 0:
		return Dates{false, true, fmt.Sprintf("Dates are read month-first: %s can be read in no other way.", example)}
	case late > 0:
		return Dates{false, true, fmt.Sprintf("Dates are read month-first: day-first, %d of them would still be to come.", late)}
	case both > 0:
		return Dates{Why: "Nothing in the column says whether dates such as 3/4/2027 are day-first or month-first: set `dates` in the map."}
	}
	return Dates{Decided: true}
}

func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

func inOrder(m []string, dayFirst bool) (portal.Date, bool) {
	day, month, year := number(m[1]), number(m[2]), number(m[3])
	if !dayFirst {
		day, month = month, day
	}
	if year < 100 {
		year += 2000
	}
	return dateOf(year, month, day)
}

func dateOf(year, month, day int) (portal.Date, bool) {
	d, err := portal.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	return d, err == nil
}

// wordedDates are layouts of days with the month as a word.
var wordedDates = []string{"2 Jan 2006", "2 January 2006", "Jan 2, 2006", "January 2, 2006", "Jan 2 2006", "January 2 2006"}

// Read returns the day that a text begins with.
func (d Dates) Read(text string) (portal.Date, bool) {
	text = strings.TrimSpace(text)
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return dateOf(number(m[1]), number(m[2]), number(m[3]))
	}
	if m := numericDate.FindStringSubmatch(text); m != nil {
		a, b := number(m[1]), number(m[2])
		if !d.Decided && a != b {
			return portal.Date{}, false
		}
		return inOrder(m, d.DayFirst)
	}
	if serialDate.MatchString(text) {
		whole, _, _ := strings.Cut(strings.ReplaceAll(text, ",", "."), ".")
		return portal.DateOf(time.Date(1899, 12, 30+number(whole), 0, 0, 0, 0, time.UTC)), true
	}
	words := strings.Fields(text)
	for n := min(3, len(words)); n <= min(4, len(words)) && n > 0; n++ {
		for _, form := range wordedDates {
			if t, err := time.Parse(form, strings.TrimRight(strings.Join(words[:n], " "), ",")); err == nil && t.Year() > 0 {
				return portal.DateOf(t), true
			}
		}
	}
	return portal.Date{}, false
}
