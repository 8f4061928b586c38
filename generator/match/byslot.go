package match

import "slices"

// bySlot holds a value for each slot. It is kept in blocks, so that those of
// an index and of its successor share those in which nothing has changed.
type bySlot[T any] struct {
	blocks []*[blockSize]T
	own    []bool // by block: whether no other one shares it
	length int
}

const blockSize = 256

func newBySlot[T any](length int) *bySlot[T] {
	c := &bySlot[T]{}
	for c.length < length {
		c.grow()
	}
	return c
}

// at returns the place of a slot's value, to read.
func (c *bySlot[T]) at(slot int32) *T {
	return &c.blocks[uint32(slot)/blockSize][uint32(slot)%blockSize]
}

func (c *bySlot[T]) set(slot int32, value T) {
	block := slot / blockSize
	if !c.own[block] {
		mine := *c.blocks[block]
		c.blocks[block], c.own[block] = &mine, true
	}
	c.blocks[block][slot%blockSize] = value
}

// grow adds a slot.
func (c *bySlot[T]) grow() {
	if c.length%blockSize == 0 {
		c.blocks, c.own = append(c.blocks, new([blockSize]T)), append(c.own, true)
	}
	c.length++
}

// successor returns one that starts with the same values. The older one must
// not be changed any more.
func (c *bySlot[T]) successor() *bySlot[T] {
	return &bySlot[T]{slices.Clone(c.blocks), make([]bool, len(c.blocks)), c.length}
}
