package cohort

// waiting is a node that a search has reached and not yet settled.
type waiting struct {
	distance int64
	node
}

func (a *waiting) before(b *waiting) bool {
	if a.distance != b.distance {
		return a.distance < b.distance
	}
	return a.at < b.at || a.at == b.at && a.side < b.side
}

// distances is a heap with the nearest node on top and four children to a node.
// container/heap would allocate for every node that it takes.
type distances []waiting

func (h *distances) push(w waiting) {
	*h = append(*h, w)
	a := *h
	i := len(a) - 1
	for i > 0 {
		parent := (i - 1) / 4
		if !w.before(&a[parent]) {
			break
		}
		a[i] = a[parent]
		i = parent
	}
	a[i] = w
}

func (h *distances) pop() waiting {
	a := *h
	top, w := a[0], a[len(a)-1]
	a = a[:len(a)-1]
	*h = a
	i := 0
	for {
		least := 4*i + 1
		if least >= len(a) {
			break
		}
		for child := 4*i + 2; child < min(4*i+5, len(a)); child++ {
			if a[child].before(&a[least]) {
				least = child
			}
		}
		if !a[least].before(&w) {
			break
		}
		a[i] = a[least]
		i = least
	}
	if len(a) > 0 {
		a[i] = w
	}
	return top
}
