// Package search computes an upper bound of each mentor's score from posting lists.
//
// It takes posting lists, each with what it adds to a score, and returns the mentors
// from the highest upper bound down. It knows mentors as numbers only, and neither
// signals nor scores.
package search

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"ithaca/generator/words"
)

// Search is one search with its buffers. They are reused without being cleared: what an
// earlier search wrote has an older epoch. It is not safe for concurrent use.
type Search struct {
	bounds []bound // by mentor
	epoch  int32   // of the lists being read; each reading of each search has its own
	first  int32   // the last epoch before this search
	met    []int32 // the mentors on the lists
	lists  []list  // to be read together
	heap   []upper
}

// bound is an upper bound of what the lists that were read add to a mentor's score.
type bound struct {
	epoch int32   // of the last reading that met the mentor
	sum   float32 // in ten-thousandths
	words int64   // the sum of the impacts of shared words
}

// list is a posting list and what it is worth as an answer, in ten-thousandths.
type list struct {
	value   int32
	mentors []int32
}

// upper is a mentor with the upper bound of their score, in ten-thousandths.
type upper struct {
	most   float32
	mentor int32
}

// searches holds the buffers of finished searches, for any index.
var searches = sync.Pool{New: func() any { return &Search{} }}

// Begin starts a search among mentors with numbers below mentors. End must follow.
func Begin(mentors int) *Search {
	s := searches.Get().(*Search)
	s.begin(mentors)
	return s
}

// End frees the buffers for other searches.
func (s *Search) End() { searches.Put(s) }

// begin starts a new epoch, and clears the buffers before epochs would overflow.
func (s *Search) begin(mentors int) {
	if len(s.bounds) < mentors || s.epoch > math.MaxInt32/2 {
		s.bounds, s.epoch = make([]bound, mentors), 0
	}
	s.first = s.epoch
	s.epoch++
	s.met, s.heap = s.met[:0], s.heap[:0]
}

// Add adds a posting list to those that Read reads next. Value is what it is worth as an
// answer, in ten-thousandths.
func (s *Search) Add(value int32, mentors []int32) {
	if len(mentors) > 0 {
		s.lists = append(s.lists, list{value, mentors})
	}
}

// Read adds the answers to one question to the bounds: the lists that were added, for a
// share of the score of 0 to 1. Of a mentor on several lists the one of the highest value
// counts.
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

// AddWord adds the impacts of a word, times worth, to the word sums of those who use it.
func (s *Search) AddWord(list []words.Impact, worth int64) {
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

// WordSum returns the sum of what AddWord has added for a mentor.
func (s *Search) WordSum(mentor int32) int64 {
	if b := &s.bounds[mentor]; b.epoch > s.first {
		return b.words
	}
	return 0
}

// Combine replaces the bound of each mentor on a list by a function of their answers so
// far and of their word sum.
func (s *Search) Combine(bound func(answers float32, words int64) float32) {
	for _, mentor := range s.met {
		b := &s.bounds[mentor]
		b.sum = bound(b.sum, b.words)
	}
}

// Heapify makes a heap, the highest bound on top, of the mentors for whom may returns
// true and whose bound, after rest is added, is at least least.
func (s *Search) Heapify(rest, least float32, may func(mentor int32) bool) {
	for _, mentor := range s.met {
		if most := s.bounds[mentor].sum + rest; most >= least && may(mentor) {
			s.heap = append(s.heap, upper{most, mentor})
		}
	}
	for i := len(s.heap)/2 - 1; i >= 0; i-- {
		s.siftDown(i)
	}
}

// Next removes and returns the mentor with the highest bound, if that is at least least.
func (s *Search) Next(least float32) (mentor int32, found bool) {
	if len(s.heap) == 0 || s.heap[0].most < least {
		return 0, false
	}
	return s.pop(), true
}

// pop removes and returns the mentor with the highest bound.
func (s *Search) pop() int32 {
	top, last := s.heap[0].mentor, len(s.heap)-1
	s.heap[0] = s.heap[last]
	s.heap = s.heap[:last]
	s.siftDown(0)
	return top
}

// siftDown moves an element down to where no child has a higher bound.
func (s *Search) siftDown(i int) {
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
