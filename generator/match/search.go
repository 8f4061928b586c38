package match

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"ithaca/generator/words"
)

// best returns the best k mentors who pass every filter and suit enough, in order.
// It is exact: by the posting lists of what was asked for and of its neighbours it
// computes an upper bound of each mentor's score, and scores them from the highest
// bound down until no bound reaches the worst of the best k.
func (q *question) best(k int) []*candidate {
	if q.total == 0 || k <= 0 {
		return nil
	}
	s := searches.Get().(*search)
	defer searches.Put(s)
	s.begin(len(q.entries))
	q.searching = s
	defer func() { q.searching = nil }()
	rest := q.readPostings(s)
	worst := int32(1)
	s.fillHeap(q, rest, reaching(worst))
	var found []*candidate
	for len(s.heap) > 0 && s.heap[0].most >= reaching(worst) {
		e := &q.entries[s.pop()]
		if score, enough := q.score(e, worst); enough && score >= worst && q.failed(e, nil) == "" {
			found = insert(found, &candidate{e, score, q.fairFor(e)}, k)
			if len(found) >= k {
				worst = found[k-1].score
			}
		}
	}
	sortCandidates(found)
	return found[:min(k, len(found))]
}

// readPostings lets every signal read its posting lists, and returns the most that
// those without lists can add to anybody's score.
func (q *question) readPostings(s *search) (rest float32) {
	for _, signal := range q.filled {
		share := float32(signal.weight) / float32(q.total)
		if signal.find == nil {
			rest += share * scale
			continue
		}
		signal.find(q, s, share)
	}
	return rest
}

// insert keeps the candidates sorted by score, and of those beyond the first k
// only the ones that score as much as the last of them.
func insert(found []*candidate, c *candidate, k int) []*candidate {
	at, _ := slices.BinarySearchFunc(found, c.score, func(f *candidate, score int32) int { return cmp.Compare(score, f.score) })
	found = slices.Insert(found, at, c)
	for len(found) > k && found[len(found)-1].score < found[k-1].score {
		found = found[:len(found)-1]
	}
	return found
}

// search holds the memory of one search. It is reused without being cleared: what
// an earlier search has left belongs to an older epoch.
type search struct {
	bounds []bound // by mentor
	epoch  int32   // of the lists being read; each reading of each search has its own
	first  int32   // the last epoch before this search
	met    []int32 // the mentors on the lists
	lists  []list  // to be read together
	heap   []upper
}

// bound is what the lists that were read can add to a mentor's score.
type bound struct {
	epoch int32 // of the reading that met the mentor last
	sum   float32
	words int64 // the sum of the impacts of shared words
}

// list is a posting list and what it is worth as an answer, in ten-thousandths.
type list struct {
	value   int32
	mentors []int32
}

// upper is an upper bound of a mentor's score.
type upper struct {
	most   float32
	mentor int32
}

// reaching returns the least bound that can belong to a score: scores are rounded
// twice, bounds are sums of fractions.
func reaching(score int32) float32 { return float32(score) - 2 }

// searches holds the memory of finished searches for reuse by any index.
var searches = sync.Pool{New: func() any { return &search{} }}

// begin starts a search among so many mentors. Epochs start anew well before they
// run out.
func (s *search) begin(mentors int) {
	if len(s.bounds) < mentors || s.epoch > math.MaxInt32/2 {
		s.bounds, s.epoch = make([]bound, mentors), 0
	}
	s.first = s.epoch
	s.epoch++
	s.met, s.heap = s.met[:0], s.heap[:0]
}

// add adds a list to those to be read.
func (s *search) add(value int32, mentors []int32) {
	if len(mentors) > 0 {
		s.lists = append(s.lists, list{value, mentors})
	}
}

// read reads the lists that were added: the answers to one question, which is so
// large a share of the score. They are read from the most valuable down, so the
// first one on which a mentor stands is their best answer.
func (s *search) read(share float32) {
	s.epoch++
	slices.SortFunc(s.lists, func(a, b list) int { return cmp.Compare(b.value, a.value) })
	for _, l := range s.lists {
		worth := share * float32(l.value)
		for _, mentor := range l.mentors {
			switch b := &s.bounds[mentor]; {
			case b.epoch == s.epoch:
			case b.epoch > s.first:
				b.epoch = s.epoch
				b.sum += worth
			default:
				*b = bound{s.epoch, worth, 0}
				s.met = append(s.met, mentor)
			}
		}
	}
	s.lists = s.lists[:0]
}

// speak adds the impacts of a word to those who use it.
func (s *search) speak(list []words.Impact, worth int64) {
	if worth == 0 {
		return
	}
	for _, i := range list {
		b := &s.bounds[i.Profile]
		if b.epoch <= s.first {
			*b = bound{epoch: s.first + 1}
			s.met = append(s.met, i.Profile)
		}
		b.words += worth * int64(i.Value)
	}
}

// spoken returns the sum of the impacts of a mentor's words.
func (s *search) spoken(mentor int32) int64 {
	if b := &s.bounds[mentor]; b.epoch > s.first {
		return b.words
	}
	return 0
}

// fillHeap makes a heap, the highest bound on top, of the mentors whose bound is
// at least so high.
func (s *search) fillHeap(q *question, rest, least float32) {
	spoken := q.bits.set(q.languages) | 1<<unstatedBit
	for _, mentor := range s.met {
		if most := s.bounds[mentor].sum + rest; most >= least && q.spoken[mentor]&spoken != 0 {
			s.heap = append(s.heap, upper{most, mentor})
		}
	}
	for i := len(s.heap)/2 - 1; i >= 0; i-- {
		s.sink(i)
	}
}

// pop takes the mentor with the highest bound from the heap.
func (s *search) pop() int32 {
	top, last := s.heap[0].mentor, len(s.heap)-1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	s.sink(0)
	return top
}

// sink moves an element down to where no child has a higher bound.
func (s *search) sink(i int) {
	h := s.heap
	for {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if child+1 < len(h) && h[child+1].most > h[child].most {
			child++
		}
		if h[i].most >= h[child].most {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
