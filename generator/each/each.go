// Package each makes one slice of another.
//
// It takes a slice of anything and a function, and returns what the function makes of
// every element. It does not know what the elements are.
package each

// Of returns what f makes of every item, in their order.
func Of[T, V any](items []T, f func(item T) V) []V {
	all := make([]V, len(items))
	for i, item := range items {
		all[i] = f(item)
	}
	return all
}
