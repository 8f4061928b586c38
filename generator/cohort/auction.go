package cohort

import "slices"

// auction finds most pairs and prices before the shortest paths, where each node of the
// other side has one unit: every node of the side from bids for as many nodes as it has
// units, each up to the price at which the next best would be worth as much (the auction
// algorithm of Bertsekas 1988, with ε = 0). Nodes that are outbid bid again, in the order of
// a queue. The conditions of the network hold after each bid, so the auction may stop at
// any time: with ε = 0 it might not end by itself, so the number of bids is limited.
func (n *network) auction(from uint8) {
	a := auction{network: n, side: from, queued: make([]bool, len(n.sides[from].used))}
	for i := range a.queued {
		n.sides[from].price[i] = n.entryPrice(node{from, int32(i)})
		a.enqueue(int32(i))
	}
	const bids = 64 // for each unit
	for left := bids * len(n.sides[from].worth); left > 0 && len(a.queue) > 0; left-- {
		next := a.queue[0]
		a.queue, a.queued[next] = a.queue[1:], false
		a.bid(next)
	}
}

type auction struct {
	*network
	side   uint8
	queue  []int32
	queued []bool
	best   []offer
}

// offer is an arc with its value: the weight less the price of its other end.
type offer struct {
	arc
	value int64
}

func (a *auction) enqueue(at int32) {
	if _, ok := a.sides[a.side].nextUnit(at); ok && !a.queued[at] {
		a.queue, a.queued[at] = append(a.queue, at), true
	}
}

// bid chooses edges of a node for its unused units, the best offers first.
func (a *auction) bid(at int32) {
	mine, others := &a.sides[a.side], &a.sides[1-a.side]
	worth := mine.worth[mine.units[at]+mine.used[at] : mine.units[at+1]]
	a.findOffers(at, len(worth)+1)
	take := 0
	for take < len(worth) && take < len(a.best) && worth[take]+a.best[take].value > 0 {
		take++
	}
	if take == 0 {
		return
	}
	price := -worth[take-1]
	if take < len(a.best) {
		price = max(price, a.best[take].value)
	}
	mine.price[at] = price
	for _, e := range mine.chosenOf(at) {
		others.price[a.edges[e].ends[1-a.side]] = a.edges[e].weight - price
	}
	for _, o := range a.best[:take] {
		a.win(o, price)
	}
}

// win chooses the edge of an offer, in place of the one that its end has, unless that is
// worth as much.
func (a *auction) win(o offer, price int64) {
	others := &a.sides[1-a.side]
	if held := others.chosenOf(o.to); len(held) > 0 {
		if o.value == price {
			return
		}
		lost := held[0]
		a.drop(lost)
		a.enqueue(a.edges[lost].ends[a.side])
	} else if len(held) == 0 && others.units[o.to] == others.units[o.to+1] {
		return
	}
	others.price[o.to] = o.weight - price
	a.choose(o.edge)
}

// findOffers sets best to the k offers to a node of the highest value, in that order.
func (a *auction) findOffers(at int32, k int) {
	others := &a.sides[1-a.side]
	a.best = a.best[:0]
	for _, arc := range a.sides[a.side].arcsOf(at) {
		if len(a.best) == k && arc.weight-others.lowest <= a.best[k-1].value {
			return
		}
		value := arc.weight - others.price[arc.to]
		if a.chosen[arc.edge] || len(a.best) == k && value <= a.best[k-1].value {
			continue
		}
		i := len(a.best)
		for i > 0 && a.best[i-1].value < value {
			i--
		}
		a.best = slices.Insert(a.best, i, offer{arc, value})
		a.best = a.best[:min(len(a.best), k)]
	}
}
