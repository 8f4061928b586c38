package markdown

import (
	"strings"
	"testing"
)

func TestManyMistakesOfOneKindAreCutShort(t *testing.T) {
	_, diags := Parse([]byte(strings.Repeat("\u200b", 100)+" <b>"), Options{})
	if len(diags) != maxRepeats+1 {
		t.Fatalf("%d reports, wanted %d and one of the other kind", len(diags), maxRepeats)
	}
	if last := diags[maxRepeats-1].Message; !strings.HasSuffix(last, "(what follows of this kind is not reported)") {
		t.Errorf("the last report does not say how many there are: %s", last)
	}
}
