// Package search finds out in which order mentors are worth scoring.
//
// It takes posting lists with what they are worth, sums them to an upper bound of
// each mentor's score, and returns the mentors from the highest bound down. It knows
// mentors as numbers only, and neither signals nor scores.
package search

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"ithaca/generator/words"
)

// Search holds the memory of one search. It is reused without being cleared: what
// an earlier search has left belongs to an older epoch.
type Search struct {
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

// searches holds the memory of finished searches for reuse by any index.
var searches = sync.Pool{New: func() any { return &Search{} }}

// Begin starts a search among so many mentors, which are known by their numbers.
func Begin(mentors int) *Search {
	s := searches.Get().(*Search)
	s.begin(mentors)
	return s
}

// End leaves the memory to other searches.
func (s *Search) End() { searches.Put(s) }

// begin forgets the search before. Epochs start anew well before they run out.
func (s *Search) begin(mentors int) {
	if len(s.bounds) < mentors || s.epoch > math.MaxInt32/2 {
		s.bounds, s.epoch = make([]bound, mentors), 0
	}
	s.first = s.epoch
	s.epoch++
	s.met, s.heap = s.met[:0], s.heap[:0]
}

// Add adds a list to those to be read.
func (s *Search) Add(value int32, mentors []int32) {
	if len(mentors) > 0 {
		s.lists = append(s.lists, list{value, mentors})
	}
}

// Read reads the lists that were added: the answers to one question, which is so
// large a share of the score. They are read from the most valuable down, so the
// first one on which a mentor stands is their best answer.
func (s *Search) Read(share float32) {
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

// Speak adds the impacts of a word to those who use it.
func (s *Search) Speak(list []words.Impact, worth int64) {
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

// Spoken returns the sum of the impacts of a mentor's words.
func (s *Search) Spoken(mentor int32) int64 {
	if b := &s.bounds[mentor]; b.epoch > s.first {
		return b.words
	}
	return 0
}

// Join replaces the bound of each mentor that was met by what their answers and their
// words make together.
func (s *Search) Join(bound func(answers float32, words int64) float32) {
	for _, mentor := range s.met {
		b := &s.bounds[mentor]
		b.sum = bound(b.sum, b.words)
	}
}

// Fill makes a heap, the highest bound on top, of the mentors who may be suggested and
// whose bound, with the rest that is added to each, is at least so high.
func (s *Search) Fill(rest, least float32, may func(mentor int32) bool) {
	for _, mentor := range s.met {
		if most := s.bounds[mentor].sum + rest; most >= least && may(mentor) {
			s.heap = append(s.heap, upper{most, mentor})
		}
	}
	for i := len(s.heap)/2 - 1; i >= 0; i-- {
		s.sink(i)
	}
}

// Next takes the mentor with the highest bound, if that is at least so high.
func (s *Search) Next(least float32) (mentor int32, found bool) {
	if len(s.heap) == 0 || s.heap[0].most < least {
		return 0, false
	}
	return s.pop(), true
}

// pop takes the mentor with the highest bound from the heap.
func (s *Search) pop() int32 {
	top, last := s.heap[0].mentor, len(s.heap)-1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	s.sink(0)
	return top
}

// sink moves an element down to where no child has a higher bound.
func (s *Search) sink(i int) {
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
