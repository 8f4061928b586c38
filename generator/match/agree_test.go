package match_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ithaca/generator/fair"
	"ithaca/generator/match"
	"ithaca/generator/portal"
	"ithaca/generator/portaltest"
	"ithaca/generator/tongue"
	"ithaca/generator/zone"
)

// visitor is a request as the finder in the browser states it.
type visitor struct {
	Needs     []visitorNeed     `json:"needs"`
	Languages []string          `json:"languages"`
	Kinds     []portal.Kind     `json:"kinds"`
	Formats   []portal.Format   `json:"formats"`
	Duration  []portal.Duration `json:"duration"`
	Stage     portal.Stage      `json:"stage"`
	Offset    *int              `json:"offset"`
	Timezone  string            `json:"timezone"`
	Windows   []string          `json:"windows"`
	Style     map[string]int    `json:"style"`
	Values    []string          `json:"values"`
	Offers    []portal.Offer    `json:"offers"`
	Move      visitorMove       `json:"move"`
}

type visitorNeed struct {
	Topic string       `json:"topic"`
	Want  portal.Want  `json:"want"`
	Now   portal.Level `json:"now"`
	Goal  portal.Level `json:"goal"`
}

type visitorMove struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// offered reports whether the finder offers a language: some mentor states it.
func offered(p *portal.Portal, language string) bool {
	return slices.ContainsFunc(p.Mentors, func(m *portal.Mentor) bool {
		return slices.ContainsFunc(m.Languages, func(tag string) bool { return tongue.Base(tag) == language })
	})
}

// asVisitor states a request without what the finder does not ask for.
func asVisitor(r *portal.Request, start portal.Date) visitor {
	v := visitor{
		Languages: r.Languages, Kinds: r.Kinds, Formats: r.Formats, Duration: r.Duration, Stage: r.Stage, Needs: []visitorNeed{}, Timezone: r.Timezone, Windows: []string{},
		Style:  map[string]int{"structure": r.Style.Structure, "directness": r.Style.Directness, "challenge": r.Style.Challenge},
		Values: r.Values, Offers: r.Offers, Move: visitorMove{r.Move.From.Key, r.Move.To.Key},
	}
	for _, n := range r.Needs {
		v.Needs = append(v.Needs, visitorNeed{n.Topic.Key, n.Want, n.Now, n.Goal})
	}
	for _, w := range r.Windows {
		v.Windows = append(v.Windows, fmt.Sprintf("%.3s %02d:%02d-%02d:%02d", w.Day, w.Start/60, w.Start%60, w.End/60, w.End%60))
	}
	if place, err := zone.Load(r.Timezone); err == nil && r.Timezone != "" {
		_, seconds := start.Time().In(place).Zone()
		offset := seconds / 60
		v.Offset = &offset
	}
	return v
}

// shown is what both say of a request.
type shown struct {
	Suggestions []shownMentor `json:"suggestions"`
	Circle      []shownMember `json:"circle"`
	Uncovered   []string      `json:"uncovered"`
}

type shownMentor struct {
	Slug    string     `json:"slug"`
	Score   int        `json:"score"`
	Band    match.Band `json:"band"`
	Reasons []string   `json:"reasons"`
	Gap     string     `json:"gap"`
}

type shownMember struct {
	Slug  string   `json:"slug"`
	Adds  []string `json:"adds"`
	Cover string   `json:"cover"`
}

func fromGo(x *match.Index, r *portal.Request) shown {
	s := shown{Suggestions: []shownMentor{}, Circle: []shownMember{}, Uncovered: []string{}}
	for _, m := range x.Suggest(r, 6) {
		one := shownMentor{Slug: m.Mentor.Slug, Score: m.Score, Band: m.Band, Reasons: []string{}}
		for i := range m.Evidence {
			one.Reasons = append(one.Reasons, reason(&m.Evidence[i]))
		}
		if m.Gap != nil {
			one.Gap = reason(m.Gap)
		}
		s.Suggestions = append(s.Suggestions, one)
	}
	c := x.Circle(r, 3)
	for _, m := range c.Members {
		one := shownMember{Slug: m.Mentor.Slug, Adds: slugs(m.Adds)}
		for _, cover := range m.Cover {
			one.Cover += string(cover) + ","
		}
		s.Circle = append(s.Circle, one)
	}
	s.Uncovered = slugs(c.Uncovered)
	return s
}

func slugs(topics []*portal.Topic) []string {
	all := []string{}
	for _, t := range topics {
		all = append(all, slug(t))
	}
	return all
}

func slug(t *portal.Topic) string {
	if t == nil {
		return ""
	}
	return t.Slug
}

// reason returns everything a visitor could be told of a piece of evidence.
func reason(e *match.Evidence) string {
	words := append([]string{
		string(e.Reason), slug(e.Topic), slug(e.By), string(e.Relation), string(e.Want), slug(e.From), slug(e.To),
	}, e.Words...)
	return strings.Join(words, " ") + string(rune('0'+e.Goal)) + string(rune('0'+e.Level)) + string(rune('0'+e.Rank)) +
		(time.Duration(e.Minutes) * time.Minute).String() + fmt.Sprintf(" %d/%d", e.Weeks, e.OfWeeks)
}

// The same words, made of what the module gives.
const agree = `
import { readFileSync } from "node:fs";
import { book as open, files } from "./book.js";
import { sharing } from "./hours.js";
import { suggest, circle } from "./suggest.js";
const span = (m) => { m = m || 0; const h = Math.floor(m / 60); return m ? (h ? h + "h" : "") + (m % 60) + "m0s" : "0s"; };
const reason = (e) => e ? [e.reason, e.topic || "", e.by || "", e.relation || "", e.want || "", e.from || "", e.to || "", ...(e.words || [])].join(" ") +
  (e.goal || 0) + (e.level || 0) + (e.place || 0) + span(e.minutes) + " " + (e.weeks || 0) + "/" + (e.of || 0) : "";
const worlds = JSON.parse(readFileSync(0, "utf8"));
const said = worlds.map(({ records, slugs, parts, visitors }) => {
  return visitors.map((v) => {
    const here = new Map(), book = open(records, here);
    for (const name of files(book, v)) for (const [part, content] of Object.entries(parts[name])) here.set(part, content);
    v.shared = sharing(book, v) ?? undefined;
    const c = circle(book, v, 3);
    return {
      suggestions: suggest(book, v, 6).map((s) => ({ slug: slugs[s.mentor], score: s.score, band: s.band, reasons: s.reasons.map(reason), gap: reason(s.gap) })),
      circle: c.members.map((m) => ({ slug: slugs[m.mentor], adds: m.adds, cover: m.cover.map((w) => w + ",").join("") })),
      uncovered: c.uncovered,
    };
  });
});
process.stdout.write(JSON.stringify(said));
`

// Both score alike, in every part that a visitor can fill in: so that a page and
// the finder never disagree.
func TestTheFinderAgreesOnAThousandRequests(t *testing.T) {
	type task struct {
		Records  *match.Records         `json:"records"`
		Slugs    []string               `json:"slugs"` // of the mentors, in the order of lists
		Parts    map[string]match.Parts `json:"parts"`
		Visitors []visitor              `json:"visitors"`
	}
	var tasks []task
	var want [][]shown
	cases, found, timely := 0, 0, 0
	for seed := 0; cases < 1200; seed++ {
		p := rapid.Custom(func(t *rapid.T) *portal.Portal { return portaltest.Invented(t, 25, 6) }).Example(seed)
		x := match.New(p)
		records := x.Records()
		one, answers := task{Records: records, Parts: records.Files, Visitors: []visitor{}}, []shown{}
		for _, m := range fair.Order(p.Mentors, p.Today.Week(), func(m *portal.Mentor) string { return m.Slug }, x.Takes) {
			one.Slugs = append(one.Slugs, m.Slug)
		}
		for _, r := range p.Requests {
			r := *r
			r.Needs = slices.DeleteFunc(slices.Clone(r.Needs), func(n portal.Need) bool { return p.Topics.Of(n.Topic) == nil })
			r.Consent, r.Cycle, r.Decisions, r.Organisation, r.Aims, r.Slug = today, "", nil, "", portal.Aims{}, ""
			r.Goals, r.Ranked, r.Avoid, r.OffersBack, r.Country, r.Location = nil, nil, nil, nil, "", "" // the finder does not ask for them
			r.Languages = slices.DeleteFunc(slices.Clone(r.Languages), func(l string) bool { return !offered(p, l) })
			one.Visitors = append(one.Visitors, asVisitor(&r, x.Start()))
			answers = append(answers, fromGo(x, &r))
			for _, s := range answers[len(answers)-1].Suggestions {
				found++
				timely += strings.Count(strings.Join(s.Reasons, " "), string(match.SharesTime))
			}
			cases++
		}
		tasks, want = append(tasks, one), append(want, answers)
	}
	if found < cases/2 || timely < 20 {
		t.Fatalf("only %d suggestions in %d cases, %d for common hours: too little to compare", found, cases, timely)
	}
	var got [][]shown
	if err := json.Unmarshal(portaltest.Node(t, "../../templates/assets/js", agree, tasks), &got); err != nil {
		t.Fatal(err)
	}
	for i := range want {
		if d := cmp.Diff(want[i], got[i]); d != "" {
			t.Fatalf("portal %d:\n%s", i, d)
		}
	}
	t.Logf("%d requests, %d suggestions", cases, found)
}
