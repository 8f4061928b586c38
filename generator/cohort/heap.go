package cohort

// heapItem is a node that a search has reached at a distance and not yet settled.
type heapItem struct {
	distance int64
	node
}

func (a *heapItem) before(b *heapItem) bool {
	if a.distance != b.distance {
		return a.distance < b.distance
	}
	return a.at < b.at || a.at == b.at && a.side < b.side
}

// minHeap is a 4-ary heap with the nearest node on top. container/heap would allocate for
// every element.
type minHeap []heapItem

func (h *minHeap) push(w heapItem) {
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

func (h *minHeap) pop() heapItem {
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
