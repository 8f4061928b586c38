package theme

import (
	"slices"
	"testing"
)

func TestLanguagesAreSortedByTheirNamesAndNotByTheirTags(t *testing.T) {
	tags := []string{"sv", "de", "el", "es", "sq"}
	want := []string{"sq", "de", "el", "es", "sv"} // Albanian, German, Greek, Spanish, Swedish
	if got := builtIn(t).words.sorted(tags); !slices.Equal(got, want) {
		t.Errorf("the order is %v, want %v", got, want)
	}
	if tags[0] != "sv" {
		t.Error("the list that was given has changed")
	}
}
