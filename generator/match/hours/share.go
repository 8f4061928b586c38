package hours

import (
	"cmp"
	"slices"
)

// merged sorts spans in place and joins those that touch or overlap.
func merged(spans []span) []span {
	slices.SortFunc(spans, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.until, b.until))
	})
	joined := spans[:0]
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && s.from <= joined[last].until {
			joined[last].until = max(joined[last].until, s.until)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// Sharing is how long two people are free at the same time.
type Sharing struct {
	Minutes int // in the median week
	Weeks   int // weeks with at least so many minutes; where Minutes is 0, weeks with none
	Of      int // weeks in all
}

// Share compares when two people are free over the same season.
func Share(a, b Free) Sharing {
	type some struct{ minutes, weeks int }
	var all []some
	s := Sharing{}
	for i, j, left, right := 0, 0, 0, 0; i < len(a) && j < len(b); {
		weeks := min(a[i].weeks-left, b[j].weeks-right)
		all = append(all, some{sharedMinutes(a[i].free, b[j].free), weeks})
		s.Of += weeks
		if left += weeks; left == a[i].weeks {
			i, left = i+1, 0
		}
		if right += weeks; right == b[j].weeks {
			j, right = j+1, 0
		}
	}
	slices.SortFunc(all, func(a, b some) int { return cmp.Compare(a.minutes, b.minutes) })
	passed := 0
	for _, one := range all {
		if passed += one.weeks; 2*passed >= s.Of {
			s.Minutes = one.minutes
			break
		}
	}
	for _, one := range all {
		if one.minutes == s.Minutes || s.Minutes > 0 && one.minutes > s.Minutes {
			s.Weeks += one.weeks
		}
	}
	return s
}

// sharedMinutes counts the minutes of a week that two people are free at the same
// time.
func sharedMinutes(a, b []span) int {
	minutes := 0
	for len(a) > 0 && len(b) > 0 {
		if both := min(a[0].until, b[0].until) - max(a[0].from, b[0].from); both > 0 {
			minutes += both
		}
		if a[0].until < b[0].until {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return minutes
}

// Apart returns how many minutes two clocks differ, at most half a day: someone
// twelve hours ahead is as far away as someone twelve hours behind.
func Apart(a, b int) int {
	d := a - b
	if d < 0 {
		d = -d
	}
	return min(d, 24*60-d)
}
