package serve

import (
	"fmt"
	"testing"

	"ithaca/generator/diag"
)

func TestOnlyMistakesThatWereNotThereBeforeAreNews(t *testing.T) {
	var list diag.List
	for i := range maxNews + 4 {
		list.Errorf(diag.Position{File: "content/a.md", Line: i + 1}, "code", "", "mistake %d", i)
	}
	list.Warnf(diag.Position{File: "content/0.md"}, "code", "", "warning")
	first, more := news(nil, list)
	if len(first) != maxNews || more != 5 || first[0].Severity != diag.Error {
		t.Fatalf("first come %d mistakes, and %d more", len(first), more)
	}
	moved := append(diag.List{}, list...)
	for i := range moved {
		moved[i].Line++ // as while somebody writes
	}
	if first, more = news(list, moved); len(first) > 0 || more > 0 {
		t.Errorf("of mistakes on other lines come %v again", first)
	}
	again := append(moved, moved[3])
	if first, _ = news(list, again); len(first) != 1 || first[0].Message != fmt.Sprint("mistake ", 3) {
		t.Errorf("of one that was made twice comes %v", first)
	}
}
