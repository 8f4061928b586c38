package generator

import (
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// need is a need as somebody typed it.
type need struct {
	topic string
	want  portal.Want
	goal  portal.Level
}

// levelOf reads a level in digits or words.
func levelOf(word string) (portal.Level, bool) {
	switch word {
	case "1", "knows":
		return portal.Knows, true
	case "2", "practises":
		return portal.Practises, true
	case "3", "leads":
		return portal.Leads, true
	case "4", "teaches":
		return portal.Teaches, true
	}
	return 0, false
}

// parseNeed reads "topic:want:goal". What follows the topic may be left out and
// stand in any order, each once.
func parseNeed(text string) (need, error) {
	n := need{topic: strings.TrimSpace(text)}
	for {
		i := strings.LastIndexByte(n.topic, ':')
		if i < 0 {
			break
		}
		word := strings.ToLower(strings.TrimSpace(n.topic[i+1:]))
		want, isWant := wantOf(word)
		goal, isGoal := levelOf(word)
		switch {
		case isWant && n.want == "":
			n.want = want
		case isGoal && n.goal == 0:
			n.goal = goal
		case isWant || isGoal:
			return n, needError("`"+text+"` says twice how much or how far", "write one of must, want, nice and one level from 1 to 4")
		default:
			return n, needError("`"+word+"` in `"+text+"` is neither a want nor a level", wantHint(word))
		}
		n.topic = strings.TrimSpace(n.topic[:i])
	}
	if portal.Fold(n.topic) == "" {
		return n, needError("`"+text+"` names no topic", "write it as `public speaking:must:3`")
	}
	if n.want == "" {
		n.want = portal.WantHave
	}
	return n, nil
}

func needError(problem, remedy string) error { return &AskError{"needs", problem, remedy} }

func wantOf(word string) (portal.Want, bool) {
	for _, w := range portal.Wants() {
		if string(w) == word {
			return w, true
		}
	}
	return "", false
}

func wantHint(word string) string {
	words := []string{"knows", "practises", "leads", "teaches"}
	for _, w := range portal.Wants() {
		words = append(words, string(w))
	}
	if near := diag.Nearest(word, words); near != "" && word != "" {
		return "did you mean `" + near + "`?"
	}
	return "write must, want or nice, or a level from 1 (knows) to 4 (teaches)"
}

// needs reads the needs that were typed. A topic asked for twice is a mistake.
func (m asking) needs(texts []string) ([]portal.Need, error) {
	const most = 20
	if len(texts) > most {
		return nil, needError("these are more than twenty needs", "leave out the least important")
	}
	var all []portal.Need
	seen := map[string]bool{}
	for _, text := range texts {
		n, err := parseNeed(text)
		if err != nil {
			return nil, err
		}
		ref := topicNamed(n.topic)
		if err := m.knownTopic("needs", ref); err != nil {
			return nil, err
		}
		name := ref.Text
		if topic := m.portal.Topics.Of(ref); topic != nil {
			name = topic.Title
		}
		if seen[name] {
			return nil, needError("\""+name+"\" is asked for twice", "keep one of the two")
		}
		seen[name] = true
		all = append(all, portal.Need{Topic: ref, Want: n.want, Goal: n.goal})
	}
	return all, nil
}

func topicNamed(name string) portal.TopicRef {
	return portal.TopicRef{Text: name, Key: portal.Fold(name)}
}

// move reads "from:to", where one end may be left out.
func (m asking) move(texts []string) (portal.CareerMove, error) {
	var move portal.CareerMove
	from, to, found := strings.Cut(strings.Join(texts, ","), ":")
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if !found || from == "" && to == "" {
		return move, &AskError{"move", "a move has two ends", "write it as `nursing:data analysis`; one of them may be left out"}
	}
	for _, end := range []struct {
		name string
		at   *portal.TopicRef
	}{{from, &move.From}, {to, &move.To}} {
		if end.name == "" {
			continue
		}
		*end.at = topicNamed(end.name)
		if err := m.knownTopic("move", *end.at); err != nil {
			return move, err
		}
	}
	return move, nil
}
