package shelf

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

func TestWhatIsKeptStaysAsItWas(t *testing.T) {
	var texts Texts
	var numbers Of[int]
	var kept []string
	var lists [][]int
	scratch, list := []byte{}, []int{}
	for i := range 5_000 {
		scratch = append(scratch[:0], strings.Repeat(string(rune('a'+i%26)), i%700)...)
		list = append(list[:0], slices.Repeat([]int{i}, i%90)...)
		kept, lists = append(kept, texts.Keep(scratch)), append(lists, numbers.Keep(list))
	}
	for i := range kept {
		if want := strings.Repeat(string(rune('a'+i%26)), i%700); kept[i] != want {
			t.Fatalf("text %d is %q, not %q", i, kept[i], want)
		}
		if want := slices.Repeat([]int{i}, i%90); !slices.Equal(lists[i], want) || (lists[i] == nil) != (len(want) == 0) {
			t.Fatalf("list %d is %v, not %v", i, lists[i], want)
		}
	}
}

func TestToAppendToASliceLeavesItsNeighbourAlone(t *testing.T) {
	var numbers Of[int]
	for range 100 {
		numbers.Keep([]int{0}) // who keeps little has no neighbours
	}
	first, second := numbers.Keep([]int{1}), numbers.Keep([]int{2})
	_ = append(first, 3)
	_ = append(append(numbers.Room(1), 3), 4)
	*numbers.New() = 5
	if second[0] != 2 {
		t.Errorf("the neighbour is %d", second[0])
	}
}

func TestManyTextsTakeFewAllocations(t *testing.T) {
	var texts Texts
	text := bytes.Repeat([]byte("x"), 100)
	if n := testing.AllocsPerRun(100, func() {
		for range 1000 {
			texts.Keep(text)
		}
	}); n > 4 {
		t.Errorf("a thousand texts took %.0f allocations", n)
	}
}
