// Package order sorts what is sorted rarely.
//
// It takes a slice of anything and a comparison, and sorts as package slices does, but
// with one piece of code for all types: slices compiles ten kilobytes for each type, and
// a house of many small types had half a megabyte of them. Where sorting takes time that
// somebody feels, package slices is the right one. It does not know what it sorts.
package order

import "sort"

// Stable sorts a slice by a comparison and leaves equal elements in their order, as
// slices.SortStableFunc does.
func Stable[T any](slice []T, compare func(a, b T) int) {
	sort.Stable(&by[T]{slice, compare})
}

type by[T any] struct {
	slice   []T
	compare func(a, b T) int
}

func (b *by[T]) Len() int           { return len(b.slice) }
func (b *by[T]) Less(i, j int) bool { return b.compare(b.slice[i], b.slice[j]) < 0 }
func (b *by[T]) Swap(i, j int)      { b.slice[i], b.slice[j] = b.slice[j], b.slice[i] }
