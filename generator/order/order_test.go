package order_test

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ithaca/generator/order"
)

func TestItSortsAsPackageSlicesDoes(t *testing.T) {
	type pair struct{ key, place int }
	rapid.Check(t, func(t *rapid.T) {
		var pairs []pair
		for place, key := range rapid.SliceOf(rapid.IntRange(0, 9)).Draw(t, "keys") {
			pairs = append(pairs, pair{key, place})
		}
		byKey := func(a, b pair) int { return cmp.Compare(a.key, b.key) }
		want := slices.Clone(pairs)
		slices.SortStableFunc(want, byKey)
		order.Stable(pairs, byKey)
		if !slices.Equal(pairs, want) {
			t.Errorf("%v, not %v", pairs, want)
		}
	})
}
