package portal_test

import (
	"slices"
	"testing"

	"ithaca/generator/portal"
)

// program is one with a cycle that is over, one that runs, one to come and one
// without dates.
func program() *portal.Program {
	return &portal.Program{Cycles: []portal.Cycle{
		{ID: "past", Start: date("2025-01-01"), End: date("2025-06-30")},
		{ID: "old", End: date("2026-11-15")},
		{ID: "now", Start: date("2026-09-01"), End: date("2026-11-16")},
		{ID: "next", Start: date("2027-03-01"), End: date("2027-08-31")},
		{ID: "endless", Start: date("2020-01-01")},
	}}
}

func TestAMentorHasPlacesOnlyWhereEverythingSaysSo(t *testing.T) {
	p := &portal.Portal{Program: program(), Today: date("2026-11-16")}
	group, both := []portal.Kind{portal.Group}, []portal.Kind{"one-to-one", portal.Group}
	for name, c := range map[string]struct {
		mentor portal.Mentor
		closed portal.Closed
	}{
		"open until today":              {portal.Mentor{Availability: portal.Availability{Status: portal.Open, Until: date("2026-11-16")}}, ""},
		"open until yesterday":          {portal.Mentor{Availability: portal.Availability{Status: portal.Open, Until: date("2026-11-15")}}, portal.Unconfirmed},
		"limited":                       {portal.Mentor{Availability: portal.Availability{Status: portal.Limited}}, ""},
		"with a waiting list":           {portal.Mentor{Availability: portal.Availability{Status: portal.Waitlist}}, portal.ByStatus},
		"paused":                        {portal.Mentor{Availability: portal.Availability{Status: portal.Paused, NoCapacity: true}}, portal.ByStatus},
		"0 places":                      {portal.Mentor{Availability: portal.Availability{NoCapacity: true}}, portal.NoPlace},
		"0 places in no group either":   {portal.Mentor{Availability: portal.Availability{NoCapacity: true, NoGroup: true}}, portal.NoPlace},
		"0 places, but in a group":      {portal.Mentor{Availability: portal.Availability{NoCapacity: true, GroupCapacity: 6}, Kinds: both}, ""},
		"0 places, groups not offered":  {portal.Mentor{Availability: portal.Availability{NoCapacity: true, GroupCapacity: 6}, Kinds: []portal.Kind{"peer"}}, portal.NoPlace},
		"groups only, of 0":             {portal.Mentor{Availability: portal.Availability{NoGroup: true, Capacity: 2}, Kinds: group}, portal.NoPlace},
		"groups of 0, one to one of 2":  {portal.Mentor{Availability: portal.Availability{NoGroup: true, Capacity: 2}, Kinds: both}, ""},
		"a cycle that ended last year":  {portal.Mentor{Cycles: []string{"past"}}, portal.CycleOver},
		"a cycle that ended yesterday":  {portal.Mentor{Cycles: []string{"past", "old"}}, portal.CycleOver},
		"a cycle that ends today":       {portal.Mentor{Cycles: []string{"old", "now"}}, ""},
		"a cycle to come":               {portal.Mentor{Cycles: []string{"next", "past"}}, ""},
		"a cycle without an end":        {portal.Mentor{Cycles: []string{"endless"}}, ""},
		"a cycle that nobody knows yet": {portal.Mentor{Cycles: []string{"2031"}}, ""},
	} {
		m := &c.mentor
		if m.Availability.Status == "" {
			m.Availability.Status = portal.Open
		}
		if m.Availability.Until.IsZero() {
			m.Availability.Until = date("2027-03-31")
		}
		if got := p.Closed(m); got != c.closed || p.HasPlaces(m) != (c.closed == "") {
			t.Errorf("%s: closed by %q, want %q", name, got, c.closed)
		}
	}
}

func TestTheMinimumOfAGroupCountsWhereItsPlacesDo(t *testing.T) {
	group, both := []portal.Kind{portal.Group}, []portal.Kind{"one-to-one", portal.Group}
	for name, c := range map[string]struct {
		capacity int
		none     bool
		kinds    []portal.Kind
		want     int
	}{
		"only a group":              {0, false, group, 3},
		"a group, and nobody alone": {0, true, both, 3},
		"one to one beside a group": {2, false, both, 0},
		"no word on one to one":     {0, false, both, 0},
	} {
		m := &portal.Mentor{Kinds: c.kinds, Availability: portal.Availability{Capacity: c.capacity, NoCapacity: c.none, GroupCapacity: 6, GroupMinimum: 3}}
		if got := m.MinimumPeople(); got != c.want {
			t.Errorf("%s: at least %d people, want %d", name, got, c.want)
		}
	}
}

func TestPlacesThatAreStatedAsNoneAreNotUnknown(t *testing.T) {
	type a = portal.Availability
	for name, c := range map[string]struct {
		a      a
		kinds  []portal.Kind
		places int
		stated bool
		kindly []portal.Kind
	}{
		"nothing":              {a{}, nil, 0, false, nil},
		"two":                  {a{Capacity: 2}, nil, 2, true, nil},
		"none":                 {a{NoCapacity: true}, []portal.Kind{"one-to-one"}, 0, true, []portal.Kind{}},
		"none but in a group":  {a{NoCapacity: true, GroupCapacity: 6}, nil, 6, true, []portal.Kind{portal.Group}},
		"only a group of six":  {a{GroupCapacity: 6}, []portal.Kind{portal.Group}, 6, true, []portal.Kind{portal.Group}},
		"a group of six, too":  {a{GroupCapacity: 6}, []portal.Kind{"one-to-one", portal.Group}, 0, false, []portal.Kind{"one-to-one", portal.Group}},
		"one to one, no group": {a{Capacity: 2, NoGroup: true}, []portal.Kind{"one-to-one", portal.Group}, 2, true, []portal.Kind{"one-to-one"}},
		"anything but groups":  {a{NoGroup: true}, nil, 0, false, []portal.Kind{"one-to-one", "peer", "reverse"}},
	} {
		m := &portal.Mentor{Availability: c.a, Kinds: c.kinds}
		if n, stated := m.Places(); n != c.places || stated != c.stated {
			t.Errorf("%s: %d places, stated %v", name, n, stated)
		}
		if got := m.OpenKinds(); !slices.Equal(got, c.kindly) {
			t.Errorf("%s: offers %v, want %v", name, got, c.kindly)
		}
	}
}
