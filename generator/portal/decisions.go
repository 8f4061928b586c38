package portal

import "slices"

// together is a mentor with whom somebody was made a pair in a cycle.
type together struct{ mentor, cycle string }

// pairs returns with whom a request was made a pair: locked or accepted, and neither
// declined since by the other side, nor forbidden, nor ended.
func pairs(r *Request) map[together]Verdict {
	found := map[together]Verdict{}
	for _, d := range r.Decisions {
		switch d.Do {
		case Lock, Accept:
			found[together{d.Mentor, d.Cycle}] = d.Do
		case Decline, Forbid, Exit:
			delete(found, together{d.Mentor, d.Cycle})
		}
	}
	return found
}

// Together returns the mentors with whom a request was made a pair in a cycle and still
// is one, by their slugs, and whether it was locked or accepted.
func Together(r *Request, cycle string) map[string]Verdict {
	with := map[string]Verdict{}
	for pair, made := range pairs(r) {
		if pair.cycle == cycle {
			with[pair.mentor] = made
		}
	}
	return with
}

// Settled reports whether a request has found somebody in its cycle.
func Settled(r *Request) bool { return len(Together(r, r.Cycle)) > 0 }

// AcceptedBy returns which sides have accepted a pair in a cycle. What the organizer
// accepts, or nobody in particular, both have.
func AcceptedBy(r *Request, cycle, mentor string) map[Party]bool {
	by := map[Party]bool{}
	for _, d := range r.Decisions {
		switch {
		case d.Cycle != cycle || d.Mentor != mentor || d.Do == Lock:
		case d.Do != Accept:
			by = map[Party]bool{}
		case d.By == ByMentor || d.By == ByMentee:
			by[d.By] = true
		default:
			by[ByMentor], by[ByMentee] = true, true
		}
	}
	return by
}

// Taken counts, by mentor, the pairs that occupy a place: those of cycles
// that are not over.
func Taken(p *Portal) map[string]int {
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

// Quit reports whether a request ended its last pair in its cycle, and looks for nobody else.
func Quit(r *Request) bool {
	for _, d := range slices.Backward(r.Decisions) {
		if d.Cycle == r.Cycle && d.Do == Exit {
			return !d.Rematch
		}
	}
	return false
}

// Decided returns what was decided last about a pair in a cycle, the zero decision for nothing.
func Decided(r *Request, cycle, mentor string) (last Decision) {
	for _, d := range r.Decisions {
		if d.Cycle == cycle && d.Mentor == mentor && !last.Date.After(d.Date) {
			last = d
		}
	}
	return last
}

// Holders returns what was decided last about each pair that occupies a place of a mentor, by
// the slugs of the requests.
func Holders(p *Portal, mentor string) map[string]Decision {
	all := map[string]Decision{}
	for _, r := range p.Requests {
		for pair := range pairs(r) {
			if pair.mentor == mentor && !p.Over([]string{pair.cycle}) {
				all[r.Slug] = Decided(r, pair.cycle, mentor)
			}
		}
	}
	return all
}

// Sentence says what was decided, by whom and when: "locked by organizer on 2027-02-23".
func (d *Decision) Sentence() string {
	text := map[Verdict]string{Lock: "locked", Accept: "accepted", Decline: "declined", Forbid: "forbidden", Exit: "ended"}[d.Do]
	if d.By != "" {
		text += " by the " + string(d.By)
	}
	if !d.Date.IsZero() {
		text += " on " + d.Date.String()
	}
	return text
}
