package cohort

// SolveGrowing solves a market whose pairs are read only as far as the result depends on
// them (column generation). Next returns more pairs of a request by position, none of a
// higher score than those it returned before, and the highest score that pairs still
// unread can have; 0 where there are none. The pairs are added to the market, for which
// Check proves the result.
func SolveGrowing(m *Market, next func(request int) (pairs []Pair, unlisted int)) (*Result, error) {
	read := func(request int) {
		pairs, unlisted := next(request)
		m.Pairs = append(m.Pairs, pairs...)
		m.Requests[request].Unlisted = unlisted
	}
	for i := range m.Requests {
		read(i)
	}
	for {
		r, err := Solve(m)
		if err != nil {
			return nil, err
		}
		short := r.tooShort()
		if len(short) == 0 {
			return r, nil
		}
		for _, i := range short {
			read(i)
		}
	}
}

// tooShort returns the positions of requests with an unread pair that could have a negative
// reduced cost with the mentor of the lowest price. Where groups were opened or closed, those
// of all requests with unread pairs: any of them may be what a group lacks.
func (r *Result) tooShort() []int {
	in := r.instance
	least := r.net.priceBound()
	for i, price := range r.Certificate.MentorPrice {
		if in.places[i] > 0 && !r.closed[i] {
			least = min(least, price)
		}
	}
	most := int64(0)
	if in.scale.Ties {
		most = waitingStep*maxWaiting + draws - 1
	}
	grouped := len(r.Certificate.Opened)+len(r.Certificate.Closed) > 0
	var short []int
	for i := range in.wants {
		unlisted := int64(in.market.Requests[i].Unlisted)
		if unlisted > 0 && in.wants[i] > 0 && (grouped || r.Certificate.RequestPrice[i]+least < unlisted*in.scale.Score+most) {
			short = append(short, i)
		}
	}
	return short
}
