package serve

import (
	"fmt"
	"testing"

	"ithaca/generator/diag"
)

func TestAMistakeCountsAsToldOnlyOnceItWas(t *testing.T) {
	var list diag.List
	for i := range maxTold + 4 {
		list.Errorf(diag.Position{File: "content/a.md", Line: i + 1}, "code", "", "mistake %d", i)
	}
	list.Warnf(diag.Position{File: "content/0.md"}, "code", "", "warning")
	of := tellAll(nil)
	news, more, of := of.news(list)
	if len(news) != maxTold || more != 5 || news[0].Severity != diag.Error {
		t.Fatalf("first come %d mistakes, and %d more", len(news), more)
	}
	for i := range list {
		list[i].Line++ // as while somebody writes
	}
	news, more, of = of.news(list[1:])
	if more != 0 || len(news) != 5 || news[0].Message != fmt.Sprintf("mistake %d", maxTold) || news[4].Message != "warning" {
		t.Errorf("then come %v, and %d more", news, more)
	}
	if news, more, of = of.news(list[1:]); len(news) > 0 || more > 0 {
		t.Errorf("at last come %v again", news)
	}
	if news, _, _ = of.news(list); len(news) != 1 || news[0].Message != "mistake 0" {
		t.Errorf("of one that was mended and made again comes %v", news)
	}
}
