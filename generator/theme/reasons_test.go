package theme

import (
	"os"
	"testing"

	"ithaca/generator/site"
	"ithaca/generator/site/page"
)

func TestEveryReasonIsWordedByTheMessageOfItsName(t *testing.T) {
	topic := func(title string) site.Link { return site.Link{Title: title} }
	words := English(os.DirFS("../../templates"))
	for want, r := range map[string]page.Reason{
		"Helps with Go": {Name: "need-same", Topic: topic("Go"), By: topic("Go"), Want: "want", Goal: 2},
		"Helps with Go (must have): teaches others":           {Name: "need-same", Topic: topic("Go"), Want: "must", Level: 4, Goal: 2},
		"Helps with Go, a part of Programming (nice to have)": {Name: "need-narrower", Topic: topic("Programming"), By: topic("Go"), Want: "nice"},
		"Works in Nursing":                                                       {Name: "industry-same", Topic: topic("Nursing"), By: topic("Nursing")},
		"Choice 2 of the person who asks":                                        {Name: "ranked", Place: 2},
		"Has moved from Nursing to Data":                                         {Name: "move", From: topic("Nursing"), To: topic("Data")},
		"Has moved into Data":                                                    {Name: "move-to", To: topic("Data")},
		"Both are free at the same time for 1 h 30 min a week":                   {Name: "time", Minutes: 90},
		"Both are free at the same time for 2 h a week":                          {Name: "time", Minutes: 120},
		"Both are free at the same time for 45 min a week":                       {Name: "time", Minutes: 45},
		"Clocks show the same hour":                                              {Name: "clocks", Minutes: 20},
		"Clocks are 2 hours apart":                                               {Name: "clocks", Minutes: 90},
		"Both value craft, care and calm":                                        {Name: "values", Words: []string{"craft", "care", "calm"}},
		"Offers a look at your CV and introductions":                             {Name: "offers", Words: []string{"cv-review", "introductions"}},
		"Would like to learn سباحة from the person who asks":                     {Name: "learning", Topic: topic("سباحة")},
		"Does not cover Go (must have)":                                          {Name: "need", Gap: true, Topic: topic("Go"), Want: "must", Goal: 3},
		"Go: knows the basics, but somebody who guides others at work is wanted": {Name: "need-same", Gap: true, Topic: topic("Go"), Level: 1, Goal: 3},
		"Covers C, but not Go itself":                                            {Name: "need-near", Gap: true, Topic: topic("Go"), By: topic("C"), Level: 1, Goal: 3},
		"No hour of the week when both are free":                                 {Name: "time", Gap: true},
		"Clocks are 9 hours apart, so a common time may be hard to find":         {Name: "clocks", Gap: true, Minutes: 540},
		"weather": {Name: "weather"},
		"":        {},
	} {
		if got := words.Reason(r); got != want {
			t.Errorf("%+v: %q, want %q", r, got, want)
		}
	}
}

func TestASignalOfItsOwnNeedsOnlyASentence(t *testing.T) {
	theme, diags := overridden("en", map[string]string{"i18n/en.toml": "reason-weather = \"Both like {{.Words}} for {{.Minutes}}\"\n"})
	if len(diags) > 0 {
		t.Fatal(diags)
	}
	if got := theme.words.Reason(page.Reason{Name: "weather", Words: []string{"rain", "snow"}, Minutes: 60}); got != "Both like rain and snow for 1 h" {
		t.Errorf("got %q", got)
	}
}
