package match_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"ithaca/generator/match"
)

func TestTheFinderAsksForTheFormatOfTheRecords(t *testing.T) {
	script, err := os.ReadFile("../../templates/assets/js/finder.js")
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("store(form.dataset.finder, %d)", match.RecordFormat); !strings.Contains(string(script), want) {
		t.Errorf("finder.js does not say %q", want)
	}
}
