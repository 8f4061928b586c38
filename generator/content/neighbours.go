package content

import (
	"slices"
	"unicode/utf8"

	"ithaca/generator/portal"
)

// neighbours finds known keys that are one edit away from another key, by the
// keys that remain when one character is left out of either.
type neighbours struct {
	known   map[string]*portal.Topic
	without map[string]*portal.Topic
}

func newNeighbours(known map[string]*portal.Topic) *neighbours {
	n := &neighbours{known, make(map[string]*portal.Topic, 8*min(len(known), 10_000))}
	keys := make([]string, 0, len(known))
	for key := range known {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		if len(key) > longestChecked || len(n.without) > maxNeighbours {
			continue
		}
		for i, r := range key {
			if short := key[:i] + key[i+utf8.RuneLen(r):]; n.without[short] == nil {
				n.without[short] = known[key]
			}
		}
	}
	return n
}

// shortestChecked is the length of keys below which one edit is no sign of a
// mistake: "sql" and "sqs" are two things.
const shortestChecked = 5

// Bounds of the neighbours' memory and time, far above what a portal needs.
const (
	longestChecked = 48 // bytes of a key
	maxNeighbours  = 500_000
)

// of returns a topic with a name one edit away from a key, or nil.
func (n *neighbours) of(key string) *portal.Topic {
	if len(key) < shortestChecked || len(key) > longestChecked {
		return nil
	}
	if t := n.without[key]; t != nil {
		return t
	}
	for i, r := range key {
		short := key[:i] + key[i+utf8.RuneLen(r):]
		if t := n.known[short]; t != nil {
			return t
		}
		if t := n.without[short]; t != nil {
			return t
		}
	}
	return nil
}
