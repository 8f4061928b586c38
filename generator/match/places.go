package match

import "ithaca/generator/portal"

// Takes reports whether a mentor of the portal has an open place today: their
// file says so, and the pairs that were decided leave one.
func (x *Index) Takes(m *portal.Mentor) bool {
	places, stated := m.Places()
	return x.portal.HasPlaces(m) && (!stated || x.taken[m.Slug] < places)
}

// together is a mentor with whom somebody was made a pair in a cycle.
type together struct{ mentor, cycle string }

// pairs returns with whom a request was made a pair: locked or accepted, and neither
// declined since by the other side, nor forbidden, nor ended.
func pairs(r *portal.Request) map[together]portal.Verdict {
	found := map[together]portal.Verdict{}
	for _, d := range r.Decisions {
		switch d.Do {
		case portal.Lock, portal.Accept:
			found[together{d.Mentor, d.Cycle}] = d.Do
		case portal.Decline, portal.Forbid, portal.Exit:
			delete(found, together{d.Mentor, d.Cycle})
		}
	}
	return found
}

// Together returns the mentors with whom a request was made a pair in a cycle and still
// is one, by their slugs, and whether it was locked or accepted.
func Together(r *portal.Request, cycle string) map[string]portal.Verdict {
	with := map[string]portal.Verdict{}
	for pair, made := range pairs(r) {
		if pair.cycle == cycle {
			with[pair.mentor] = made
		}
	}
	return with
}

// Settled reports whether a request has found somebody in its cycle.
func Settled(r *portal.Request) bool { return len(Together(r, r.Cycle)) > 0 }

// AcceptedBy returns which sides have accepted a pair in a cycle. What the organizer
// accepts, or nobody in particular, both have.
func AcceptedBy(r *portal.Request, cycle, mentor string) map[portal.Party]bool {
	by := map[portal.Party]bool{}
	for _, d := range r.Decisions {
		switch {
		case d.Cycle != cycle || d.Mentor != mentor || d.Do == portal.Lock:
		case d.Do != portal.Accept:
			clear(by)
		case d.By == portal.ByMentor || d.By == portal.ByMentee:
			by[d.By] = true
		default:
			by[portal.ByMentor], by[portal.ByMentee] = true, true
		}
	}
	return by
}

// Taken counts, by mentor, the pairs that occupy a place: those of cycles
// that are not over.
func Taken(p *portal.Portal) map[string]int {
	taken := map[string]int{}
	for _, r := range p.Requests {
		for pair := range pairs(r) {
			if !p.Over([]string{pair.cycle}) {
				taken[pair.mentor]++
			}
		}
	}
	return taken
}
