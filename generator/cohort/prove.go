package cohort

import (
	"hash/fnv"
	"math"
	"math/big"
	"slices"
)

// checkOptimal checks the proof that no assignment is better.
func (c *checker) checkOptimal() {
	if !c.checkScale() {
		return
	}
	c.checkWants()
	c.checkPlaces()
	c.checkPrices()
	c.checkUnlisted()
}

// bonus returns what a pair is worth beyond its score, where scores are equal: 16 for
// each month of waiting, up to 15, and a draw of 0 to 15.
func (c *checker) bonus(request, mentor int) int64 {
	if !c.result.Certificate.Scale.Ties {
		return 0
	}
	r := &c.market.Requests[request]
	drawn := sum32(r.ID) ^ sum32("/"+c.market.Mentors[mentor].ID)
	return int64(min(r.Waiting/30, 15)*16) + int64(drawn*2654435761>>28)
}

func sum32(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// load returns what the next person costs a mentor who has so many in this cycle: 256
// for each, up to 15.
func (c *checker) load(mentor, people int) int64 {
	if !c.result.Certificate.Scale.Ties {
		return 0
	}
	return 256 * int64(min(c.market.Mentors[mentor].Taken+people, 15))
}

// stillWanted returns how many mentors a request wants beside those of fixed pairs, and
// stillFree how many places a mentor has beside those of fixed pairs.
func (c *checker) stillWanted(request int) int {
	return max(0, c.market.Requests[request].Wants-c.gotFixed[request])
}

func (c *checker) stillFree(mentor int) int {
	if slices.Contains(c.result.Certificate.Closed, mentor) {
		return 0
	}
	return max(0, c.market.Mentors[mentor].Places-c.hasFixed[mentor])
}

// checkScale checks, with integers of any size, that each step of the objective outweighs
// all steps below it together, and that sums of two prices fit in 64 bits.
func (c *checker) checkScale() bool {
	s := c.result.Certificate.Scale
	wanted, free, several := 0, 0, false
	for i := range c.market.Requests {
		wanted += c.stillWanted(i)
		several = several || c.stillWanted(i) > 1 || c.stillWanted(i) > 0 && c.gotFixed[i] > 0
	}
	for i := range c.market.Mentors {
		free += c.stillFree(i)
	}
	most := big.NewInt(int64(max(1, min(wanted, free))))
	before := len(c.faults)
	compare := func(what string, unit, below, times, more int64) {
		sum := new(big.Int).Mul(big.NewInt(below), big.NewInt(times))
		sum.Add(sum, big.NewInt(more)).Mul(sum, most)
		if unit <= 0 || sum.Cmp(big.NewInt(unit)) >= 0 {
			c.fault("%s can be outweighed by what matters less", what)
		}
	}
	tie := int64(0)
	if s.Ties {
		tie = 256*15 + 16*15 + 15
	}
	compare("a ten-thousandth of a score", s.Score, tie, 1, 0)
	compare("a pair", s.Pair, s.Score, MaxScore, tie)
	if several {
		compare("a person", s.Person, s.Pair, 2, 0)
	} else if s.Person != s.Pair {
		c.fault("a person and a pair are the same here, and do not count the same")
	}
	if len(c.result.Certificate.Opened) > 0 {
		compare("a group", s.Group, s.Person, 2, 0)
	}
	for _, price := range slices.Concat(c.result.Certificate.RequestPrice, c.result.Certificate.MentorPrice) {
		if price > math.MaxInt64/4 || price < -math.MaxInt64/4 {
			c.fault("a price is out of range")
			break
		}
	}
	return len(c.faults) == before
}

// unit checks one unit: worth + price is not negative if it is used, and not positive if
// it is not.
func (c *checker) unit(who string, used bool, worth, price int64) {
	if used && worth+price < 0 {
		c.fault("%s would be better off with fewer", who)
	} else if !used && worth+price > 0 {
		c.fault("%s would be better off with more", who)
	}
}

func (c *checker) checkWants() {
	s := c.result.Certificate.Scale
	for i := range c.market.Requests {
		for j := range c.stillWanted(i) {
			worth := s.Pair
			if c.gotFixed[i]+j == 0 {
				worth = s.Person
			}
			c.unit("request "+c.market.Requests[i].ID, j < c.got[i]-c.gotFixed[i], worth, c.result.Certificate.RequestPrice[i])
		}
	}
}

func (c *checker) checkPlaces() {
	for i := range c.market.Mentors {
		m := &c.market.Mentors[i]
		if slices.Contains(c.result.Certificate.Closed, i) && c.has[i] > c.hasFixed[i] {
			c.fault("mentor %s was left out and has people", m.ID)
		}
		opened := slices.Contains(c.result.Certificate.Opened, i)
		if opened && c.has[i] < m.Minimum {
			c.fault("the group of mentor %s was opened with fewer than its minimum", m.ID)
		}
		for j := range c.stillFree(i) {
			worth := -c.load(i, c.hasFixed[i]+j)
			if opened && j < m.Minimum {
				worth += c.result.Certificate.Scale.Group
			}
			c.unit("mentor "+m.ID, j < c.has[i]-c.hasFixed[i], worth, c.result.Certificate.MentorPrice[i])
		}
	}
}

// checkPrices checks every pair that may be made against the prices of its two people.
func (c *checker) checkPrices() {
	proof := &c.result.Certificate
	for _, p := range c.market.Pairs {
		l := Link{p.Request, p.Mentor}
		if c.fixed[l] || c.stillWanted(p.Request) == 0 || c.stillFree(p.Mentor) == 0 {
			continue
		}
		worth := int64(p.Score)*proof.Scale.Score + c.bonus(p.Request, p.Mentor)
		prices := proof.RequestPrice[p.Request] + proof.MentorPrice[p.Mentor]
		if c.made[l] && prices > worth {
			c.fault("request %s and mentor %s are worth less than their prices", c.market.Requests[p.Request].ID, c.market.Mentors[p.Mentor].ID)
		} else if !c.made[l] && prices < worth {
			c.fault("request %s and mentor %s are worth more than their prices", c.market.Requests[p.Request].ID, c.market.Mentors[p.Mentor].ID)
		}
	}
}

// checkUnlisted checks that no pair beyond the lists, whatever mentor it is with, can be
// worth more than its prices.
func (c *checker) checkUnlisted() {
	proof := &c.result.Certificate
	least := int64(math.MaxInt64 / 4)
	for i, price := range proof.MentorPrice {
		if c.stillFree(i) > 0 {
			least = min(least, price)
		}
	}
	highest := int64(0)
	if proof.Scale.Ties {
		highest = 16*15 + 15
	}
	for i := range c.market.Requests {
		r := &c.market.Requests[i]
		if r.Unlisted > 0 && c.stillWanted(i) > 0 && proof.RequestPrice[i]+least < int64(r.Unlisted)*proof.Scale.Score+highest {
			c.fault("the list of request %s is too short to prove anything", r.ID)
		}
	}
}
