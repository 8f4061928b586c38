package fair_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/fair"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
)

var today = portaltest.InventedDay()

// inOrder returns the order of a day on which nobody's places are taken.
func inOrder(mentors []*portal.Mentor, day portal.Date) []*portal.Mentor {
	return fair.Order(mentors, day.Week(), func(m *portal.Mentor) string { return m.Slug }, (&portal.Portal{Today: day}).HasPlaces)
}

// The browser computes the same keys; these are FNV-1a of the bytes shown.
func TestTheFairKeyIsTheHashThatIsDocumented(t *testing.T) {
	for _, c := range []struct {
		week, slug string
		key        uint32
	}{
		{"2026-W47", "ana-silva", 0x33bb9167},
		{"2026-W48", "ana-silva", 0xbd9951fa},
		{"2026-W47", "", 0x750579bf},
	} {
		if got := fair.Key(c.week, c.slug); got != c.key || got != fnv(c.week+"/"+c.slug) {
			t.Errorf("Key(%s, %s) = %#x, want %#x, and by its definition %#x", c.week, c.slug, got, c.key, fnv(c.week+"/"+c.slug))
		}
	}
}

// fnv is the hash as its authors define it.
func fnv(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}

// people draws mentors with different slugs.
func people(t *rapid.T) []*portal.Mentor {
	slugs := rapid.SliceOfNDistinct(rapid.StringMatching(`[a-z]{1,3}(-[a-z]{1,2})?`), 0, 40, rapid.ID[string]).Draw(t, "slugs")
	mentors := make([]*portal.Mentor, len(slugs))
	for i, slug := range slugs {
		m := &portal.Mentor{Name: fmt.Sprint("Person ", i)}
		m.Slug = slug
		m.Availability = portal.Availability{
			Status: rapid.SampledFrom(portal.Statuses()).Draw(t, "status"),
			Until:  today.AddDays(rapid.IntRange(-2, 2).Draw(t, "days")),
		}
		mentors[i] = m
	}
	return mentors
}

func TestTheOrderOfTheInputNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentors := people(t)
		shuffled := rapid.Permutation(mentors).Draw(t, "shuffled")
		before := slices.Clone(shuffled)
		if !slices.Equal(inOrder(mentors, today), inOrder(shuffled, today)) {
			t.Fatal("another order of the input gives another result")
		}
		if !slices.Equal(before, shuffled) {
			t.Fatal("the input was changed")
		}
	})
}

func TestOpenPlacesComeFirstAndEverybodyStandsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentors := people(t)
		ordered := inOrder(mentors, today)
		full := false
		for _, m := range ordered {
			if has := (&portal.Portal{Today: today}).HasPlaces(m); has && full {
				t.Fatalf("%s has places and stands behind somebody who has none", m.Slug)
			} else if !has {
				full = true
			}
		}
		seen := map[*portal.Mentor]bool{}
		for _, m := range ordered {
			seen[m] = true
		}
		if len(seen) != len(mentors) || len(ordered) != len(mentors) {
			t.Fatalf("%d of %d stand in the list", len(seen), len(mentors))
		}
	})
}

// Adding or removing people never exchanges two others.
func TestTheOrderOfTwoDoesNotDependOnOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mentors := people(t)
		some := rapid.SliceOfDistinct(rapid.SampledFrom(append(mentors, &portal.Mentor{})), rapid.ID[*portal.Mentor]).Draw(t, "some")
		some = slices.DeleteFunc(some, func(m *portal.Mentor) bool { return m.Slug == "" })
		kept := slices.DeleteFunc(inOrder(mentors, today), func(m *portal.Mentor) bool { return !slices.Contains(some, m) })
		if !slices.Equal(kept, inOrder(some, today)) {
			t.Fatal("people who are not shown change the order of those who are")
		}
	})
}

// Over a year everybody of a hundred is sometimes near the top.
func TestNobodyIsAlwaysLast(t *testing.T) {
	var mentors []*portal.Mentor
	for i := range 100 {
		m := &portal.Mentor{}
		m.Slug = fmt.Sprintf("mentor-%d", i)
		m.Availability = portal.Availability{Status: portal.Open, Until: today.AddDays(400)}
		mentors = append(mentors, m)
	}
	best := map[*portal.Mentor]int{}
	for week := range 52 {
		for place, m := range inOrder(mentors, today.AddDays(7*week)) {
			if before, seen := best[m]; !seen || place < before {
				best[m] = place
			}
		}
	}
	for m, place := range best {
		if place >= 24 {
			t.Errorf("%s never stands on the first page: place %d at best", m.Slug, place+1)
		}
	}
}

func BenchmarkOrder(b *testing.B) {
	var mentors []*portal.Mentor
	for i := range 10_000 {
		m := &portal.Mentor{}
		m.Slug = fmt.Sprintf("mentor-%d", i)
		mentors = append(mentors, m)
	}
	b.ReportAllocs()
	for b.Loop() {
		inOrder(mentors, today)
	}
}
