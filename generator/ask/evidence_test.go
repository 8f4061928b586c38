package ask_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"ithaca/generator"
	"ithaca/generator/ask"
	"ithaca/generator/portaltest"
)

// witness confirms evidence by what stands in the two files that it is about.
type witness struct {
	names           names
	above           map[string]string
	mentor, request written
	slug            string // the mentor's
	begin, end      time.Time
	t               *testing.T
}

// stated is evidence as programs read it.
type stated struct {
	Kind, Text, Topic, By, From, To, Relation, Want string
	Level, Place, Minutes, Weeks                    int
	OfWeeks                                         int `json:"of_weeks"`
	Words                                           []string
}

// denies returns what of a piece of evidence does not stand in the files, "" where all
// of it does.
func (w *witness) denies(e *stated) string {
	m, r := w.mentor.fields, w.request.fields
	missing := ""
	must := func(there bool, what string) {
		if !there {
			missing += what + "; "
		}
	}
	switch e.Kind {
	case "need", "goal":
		asked, offered := r[e.Kind+"s"], m["skills"]+m["helps_with"]+m["industries"]
		must(w.names.in(asked, e.Topic), "the request does not ask for "+e.Topic)
		must(w.names.in(offered, e.By), "the profile does not offer "+e.By)
		must(e.Relation != "same" || e.By == e.Topic, "it is another topic")
		must(e.Relation != "narrower" || w.below(e.By, e.Topic, 5), e.By+" is no part of "+e.Topic)
		must(e.Relation != "broader" || w.below(e.Topic, e.By, 5), e.By+" does not include "+e.Topic)
		must(e.Level == 0 || strings.Contains(w.names.entry(m["skills"], e.By), fmt.Sprint("level: ", e.Level)), "no level "+strconv.Itoa(e.Level))
		must(e.Want != "must" || strings.Contains(w.names.entry(asked, e.Topic), "must"), "it is no must")
	case "words", "only-words":
		for _, word := range e.Words {
			must(hasWord(w.mentor.text, word), "the profile does not say "+word)
			must(hasWord(w.request.text, word) || w.synonym(word), "the request does not say "+word)
		}
		must(len(e.Words) > 0, "no words")
	case "ranked":
		list := regexp.MustCompile(`[a-z0-9-]*[a-z0-9]`).FindAllString(strings.TrimPrefix(r["ranked"], "ranked"), -1)
		must(len(list) >= e.Place && list[e.Place-1] == w.slug, "another place among the choices")
	case "move", "half-move":
		for _, end := range []string{e.From, e.To} {
			must(end == "" || w.names.in(m["path"], end), "the path does not name "+end)
		}
		must(strings.Contains(m["path"], "kind: move") && r["move"] != "", "no move")
	case "time":
		w.confirmHours(e, must)
	case "clocks":
		apart := (w.mentor.offset(w.t, w.begin) - w.request.offset(w.t, w.begin) + 36*60) % (24 * 60)
		must(int(math.Abs(float64(apart-12*60))) == e.Minutes, "clocks differ by another time")
	case "values", "offers":
		for _, word := range e.Words {
			must(strings.Contains(plain(m[e.Kind]), plain(word)) && strings.Contains(plain(r[e.Kind]), plain(word)), "not both say "+word)
		}
	case "style":
		must(m["style"] != "" && r["style"] != "", "not both say how they work")
	case "industry":
		must(w.names.in(m["industries"], e.By), "not the industry of the mentor")
	case "learning":
		must(w.names.in(m["learning"], e.Topic) && r["offers_back"] != "", "nothing to learn")
	case "pair-lock", "pair-accept":
		must(strings.Contains(r["decisions"], w.slug) && strings.Contains(r["decisions"], strings.TrimPrefix(e.Kind, "pair-")), "no such decision")
	default:
		return "evidence that nobody can confirm: " + e.Kind
	}
	return missing
}

// below reports whether the file of a topic names another as broader, or one whose
// file does so.
func (w *witness) below(topic, above string, steps int) bool {
	text := w.above[topic]
	if text == "" || steps == 0 {
		return false
	}
	if w.names.in(text, above) {
		return true
	}
	for other := range w.names {
		if other != topic && w.names.in(text, other) && w.below(other, above, steps-1) {
			return true
		}
	}
	return false
}

// synonym reports whether a word is another name of something that is asked for.
func (w *witness) synonym(word string) bool {
	for slug, all := range w.names {
		if hasWord(strings.Join(all, " "), word) && w.names.in(w.request.fields["needs"]+w.request.fields["goals"], slug) {
			return true
		}
	}
	return false
}

// confirmHours looks at every minute of every week of the cycle.
func (w *witness) confirmHours(e *stated, must func(bool, string)) {
	enough, of := 0, 0
	for day := w.begin; day.Before(w.end); day = day.AddDate(0, 0, 7) {
		mine, theirs, both := w.request.freeIn(w.t, day), w.mentor.freeIn(w.t, day), 0
		for at := range mine {
			if mine[at] && theirs[at] {
				both++
			}
		}
		if of++; both >= e.Minutes {
			enough++
		}
	}
	weeks := of
	if e.OfWeeks > 0 {
		weeks = e.Weeks
	}
	const edges = 1 // a week in which clocks change
	must(e.Minutes > 0 && enough >= weeks-edges && enough <= weeks+edges, fmt.Sprintf("they share %d minutes in %d of %d weeks", e.Minutes, enough, of))
}

// lie returns evidence with one fact of it made up.
func lie(e stated) stated {
	switch {
	case e.Level > 0:
		e.Level += 4
	case e.By != "":
		e.By = "made-up"
	case e.From != "":
		e.From = "made-up"
	case e.To != "":
		e.To = "made-up"
	case e.Topic != "":
		e.Topic = "made-up"
	case e.Place > 0:
		e.Place++
	case len(e.Words) > 0:
		e.Words = append([]string{"Zanzibank"}, e.Words...)
	case e.Kind == "time" || e.Kind == "clocks":
		e.Minutes += 61
	default:
		e.Kind += "-made-up"
	}
	return e
}

// confirmAll confirms every reason that a site's requests are shown, and returns how
// many there are of each kind.
func confirmAll(t *testing.T, site, requests string) map[string]int {
	t.Helper()
	o := generator.Options{Site: site, Requests: requests, Templates: os.DirFS("../../templates"), ContentOnly: true}
	taken, err := generator.Take(o)
	if err != nil {
		t.Fatal(err)
	}
	m, counts := ask.New(taken, ask.English(o.Templates)), map[string]int{}
	all, above := readNames(t, site)
	for _, r := range taken.Portal().Requests {
		q, err := m.Question(r.Slug)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(site, r.File)
		if requests != "" {
			file = filepath.Join(requests, filepath.Base(r.File))
		}
		asked := readWritten(t, file)
		begin, end := season(t, site, strings.TrimSpace(asked.fields["cycle"]))
		for _, s := range m.Answer(q, 100).Suggested {
			w := &witness{all, above, readWritten(t, filepath.Join(site, s.File)), asked, s.Slug, begin, end, t}
			var evidence []stated
			data, err := json.Marshal(s.Evidence)
			if err = cmp.Or(err, json.Unmarshal(data, &evidence)); err != nil {
				t.Fatal(err)
			}
			for _, e := range evidence {
				if made := lie(e); w.denies(&made) == "" {
					t.Errorf("%s for %s: nobody notices that %+v is made up", s.Slug, r.Slug, made)
				}
				counts[e.Kind]++
				if missing := w.denies(&e); missing != "" {
					t.Errorf("%s for %s: %q: %s", s.Slug, r.Slug, e.Text, missing)
				}
			}
		}
	}
	return counts
}

func TestEveryReasonOfTheDemoStandsInTheTwoFiles(t *testing.T) {
	counts := confirmAll(t, "../..", "")
	for _, kind := range []string{"need", "goal", "words", "ranked", "time", "clocks", "values", "style", "move"} {
		if counts[kind] == 0 {
			t.Errorf("no reason of the kind %s is looked at: %v", kind, counts)
		}
	}
	t.Log(counts)
}

// Invented people are asked for by what others of them offer, in names and sentences.
func TestEveryReasonOfAnInventedPortalStandsInTheTwoFiles(t *testing.T) {
	for seed := range uint64(3) {
		site, requests := t.TempDir(), t.TempDir()
		files := portaltest.Files(portaltest.Options{Mentors: 40, Seed: seed + 1})
		if err := portaltest.Write(site, files); err != nil {
			t.Fatal(err)
		}
		profiles, err := filepath.Glob(filepath.Join(site, "content/mentors/*"))
		if err != nil || len(profiles) < 40 {
			t.Fatal(err, len(profiles))
		}
		for i, profile := range profiles[:20] {
			if filepath.Ext(profile) != ".md" {
				profile = filepath.Join(profile, "index.md")
			}
			if err := os.WriteFile(filepath.Join(requests, fmt.Sprintf("bird-%d.md", i)), []byte(wishesOf(readWritten(t, profile))), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if counts := confirmAll(t, site, requests); counts["need"] < 50 || counts["words"]+counts["only-words"] == 0 {
			t.Errorf("few reasons: %v", counts)
		}
	}
}

// wishesOf makes a request of a profile: its topics, zone and last sentence.
func wishesOf(w written) string {
	needs := ""
	for _, topic := range regexp.MustCompile(`(?:topic: |- )([a-z][a-z0-9-]+)`).FindAllStringSubmatch(w.fields["skills"], 3) {
		needs += fmt.Sprintf("  - {topic: %s, want: must}\n", topic[1])
	}
	sentences := strings.Split(strings.TrimSpace(w.text), ". ")
	return "---\nlanguages: [en]\ntimezone:" + w.fields["timezone"] + "needs:\n" + needs + "aims: {short: " + strconv.Quote(sentences[len(sentences)-1]) + "}\ncycle: spring-2027\nconsent: {matching: 2026-11-01}\n---\n"
}
