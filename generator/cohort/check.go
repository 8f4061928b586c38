package cohort

import "fmt"

// Check proves a result of a market right or returns what is wrong with it. It shares
// nothing with the solver: it reads the market and the result alone, and works out
// again what pairs and places are worth.
//
// Three things are proved. The assignment is allowed: it keeps to places, wishes,
// decisions and minimums, and its figures are true. The scale is right: no step of
// the objective can be outweighed by those below it. And no assignment is better:
// at the prices of the certificate every pair that is made is worth its price to both
// sides, and every pair that is not made, also beyond the lists, is not (linear
// programming duality: then the two sums are equal). Of groups with a minimum, the
// proof holds for those that came about.
func Check(m *Market, r *Result) []string {
	c := &checker{
		market: m, result: r, got: make([]int, len(m.Requests)), has: make([]int, len(m.Mentors)),
		gotFixed: make([]int, len(m.Requests)), hasFixed: make([]int, len(m.Mentors)),
		made: map[Link]bool{}, fixed: map[Link]bool{},
	}
	if len(r.Certificate.RequestPrice) != len(m.Requests) || len(r.Certificate.MentorPrice) != len(m.Mentors) {
		return []string{"the certificate is of another market"}
	}
	for _, f := range m.Fixed {
		c.fixed[Link{f.Request, f.Mentor}] = true
		c.gotFixed[f.Request]++
		c.hasFixed[f.Mentor]++
	}
	if c.checkAssignment(); len(c.faults) == 0 {
		c.checkOptimal()
	}
	return c.faults
}

// checker checks one result.
type checker struct {
	market        *Market
	result        *Result
	made, fixed   map[Link]bool // the pairs of the result, and those that people made
	got, gotFixed []int         // by request: mentors
	has, hasFixed []int         // by mentor: people
	faults        []string
}

// fault adds a fault, up to a hundred.
func (c *checker) fault(format string, args ...any) {
	if len(c.faults) < 100 {
		c.faults = append(c.faults, fmt.Sprintf(format, args...))
	}
}

// checkAssignment checks that the assignment keeps to places, wishes, decisions and
// minimums, and that what the result says of itself is true.
func (c *checker) checkAssignment() {
	m := c.market
	for _, p := range c.result.Pairs {
		l := Link{p.Request, p.Mentor}
		if p.Request < 0 || p.Request >= len(m.Requests) || p.Mentor < 0 || p.Mentor >= len(m.Mentors) {
			c.fault("a pair names nobody")
			return
		}
		if c.made[l] {
			c.fault("request %s has mentor %s twice", m.Requests[l.Request].ID, m.Mentors[l.Mentor].ID)
		}
		c.made[l] = true
		c.got[l.Request]++
		c.has[l.Mentor]++
	}
	c.checkClaims()
	for i, n := range c.got {
		if r := &m.Requests[i]; n > max(r.Wants, c.gotFixed[i]) {
			c.fault("request %s has %d mentors and wants %d", r.ID, n, r.Wants)
		}
	}
	for i, n := range c.has {
		o := &m.Mentors[i]
		if n > max(o.Places, c.hasFixed[i]) {
			c.fault("mentor %s has %d people and %d places", o.ID, n, o.Places)
		}
		if n > 0 && n < o.Minimum && c.hasFixed[i] == 0 {
			c.fault("the group of mentor %s has %d people and needs %d", o.ID, n, o.Minimum)
		}
	}
	c.checkObjective()
}

// checkClaims checks the score and decision of each pair against the market.
func (c *checker) checkClaims() {
	claims := map[Link]Assigned{}
	for _, p := range c.result.Pairs {
		claims[Link{p.Request, p.Mentor}] = p
	}
	compare := func(l Link, want Assigned) {
		if got, ok := claims[l]; ok && got != want {
			c.fault("what is said of request %s and mentor %s is not what the market says", c.market.Requests[l.Request].ID, c.market.Mentors[l.Mentor].ID)
		}
		delete(claims, l)
	}
	for _, f := range c.market.Fixed {
		l := Link{f.Request, f.Mentor}
		if !c.made[l] {
			c.fault("request %s was given mentor %s, and has not got them", c.market.Requests[f.Request].ID, c.market.Mentors[f.Mentor].ID)
		}
		compare(l, Assigned{f.Request, f.Mentor, f.Score, f.By})
	}
	for _, p := range c.market.Pairs {
		compare(Link{p.Request, p.Mentor}, Assigned{p.Request, p.Mentor, p.Score, ""})
	}
	for _, p := range c.result.Pairs {
		if _, left := claims[Link{p.Request, p.Mentor}]; left {
			c.fault("request %s and mentor %s cannot be a pair", c.market.Requests[p.Request].ID, c.market.Mentors[p.Mentor].ID)
		}
	}
}

// checkObjective checks the objective of the result.
func (c *checker) checkObjective() {
	want := Objective{Pairs: len(c.result.Pairs)}
	for _, n := range c.got {
		want.People += min(n, 1)
	}
	for _, p := range c.result.Pairs {
		want.Score += int64(p.Score)
		if !c.fixed[Link{p.Request, p.Mentor}] {
			want.Tie -= c.bonus(p.Request, p.Mentor)
		}
	}
	for i := range c.has {
		for j := c.hasFixed[i]; j < c.has[i]; j++ {
			want.Tie += c.load(i, j)
		}
	}
	if c.result.Objective != want {
		c.fault("the result is said to be worth %+v and is worth %+v", c.result.Objective, want)
	}
}
