package ask

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ithaca/generator/diag"
	"ithaca/generator/portal"
)

// levels are the names of the levels, the first of them level 1.
func levels() []string { return []string{"knows", "practises", "leads", "teaches"} }

// levelOf reads a level in digits or words; 0 is none.
func levelOf(word string) portal.Level {
	for i, name := range levels() {
		if word == name || word == strconv.Itoa(i+1) {
			return portal.Level(i + 1)
		}
	}
	return 0
}

// parseNeed reads "topic:want:goal". What follows the topic may be left out and
// stand in any order, each once; the goal is a level in digits or words.
func parseNeed(text string) (portal.Need, error) {
	parts := strings.Split(text, ":")
	n := portal.Need{Topic: topicNamed(parts[0])}
	for _, part := range parts[1:] {
		word := strings.ToLower(strings.TrimSpace(part))
		isWant := slices.Contains(portal.Wants(), portal.Want(word))
		level := levelOf(word)
		switch {
		case isWant && n.Want == "":
			n.Want = portal.Want(word)
		case level > 0 && n.Goal == 0:
			n.Goal = level
		case isWant || level > 0:
			return n, &Error{"needs", "`" + text + "` says twice how much or how far", "write one of must, want, nice and one level from 1 to 4"}
		default:
			return n, &Error{"needs", "`" + word + "` in `" + text + "` is neither a want nor a level", wantHint(word)}
		}
	}
	if portal.Fold(n.Topic.Text) == "" {
		return n, &Error{"needs", "`" + text + "` names no topic", "write it as `public speaking:must:3`"}
	}
	if n.Want == "" {
		n.Want = portal.WantHave
	}
	return n, nil
}

func wantHint(word string) string {
	if near := diag.Nearest(word, append(levels(), texts(portal.Wants())...)); near != "" && word != "" {
		return "did you mean `" + near + "`?"
	}
	return "write must, want or nice, or a level from 1 (knows) to 4 (teaches)"
}

func topicNamed(name string) portal.TopicRef {
	name = strings.TrimSpace(name)
	return portal.TopicRef{Text: name, Key: portal.Fold(name)}
}

// needs reads the needs that were typed. A topic asked for twice is a mistake.
func (m reader) needs(typed []string) ([]portal.Need, error) {
	const most = 20
	if len(typed) > most {
		return nil, &Error{"needs", "these are more than twenty needs", "leave out the least important"}
	}
	var all []portal.Need
	var names []string
	for _, text := range typed {
		n, err := parseNeed(text)
		if err == nil {
			err = m.known("needs", n.Topic)
		}
		if err != nil {
			return nil, err
		}
		name := m.title(n.Topic)
		if slices.Contains(names, name) {
			return nil, &Error{"needs", "\"" + name + "\" is asked for twice", "keep one of the two"}
		}
		all, names = append(all, n), append(names, name)
	}
	return all, nil
}

// move reads "from:to", where one end may be left out.
func (m reader) move(typed string) (portal.CareerMove, error) {
	from, to, found := strings.Cut(typed, ":")
	move := portal.CareerMove{From: topicNamed(from), To: topicNamed(to)}
	if !found || move.From.Text == "" && move.To.Text == "" {
		return move, &Error{"move", "a move has two ends", "write it as `nursing:data analysis`; one of them may be left out"}
	}
	for _, end := range []portal.TopicRef{move.From, move.To} {
		if err := m.known("move", end); end.Text != "" && err != nil {
			return move, err
		}
	}
	return move, nil
}

// known reports the first of some topics that nothing of the portal is about.
func (m reader) known(field string, refs ...portal.TopicRef) error {
	for _, ref := range refs {
		if !m.lenient && m.portal.Topics.Of(ref) == nil {
			return m.noTopic(field, ref)
		}
	}
	return nil
}

func (m reader) noTopic(field string, ref portal.TopicRef) error {
	var names [][]string
	var slugs []string
	for _, t := range m.portal.Topics.All() {
		names, slugs = append(names, slices.Concat([]string{t.Slug, t.Title}, t.Also)), append(slugs, t.Slug)
	}
	remedy := cmp.Or(diag.Meant(ref.Text, names), diag.DidYouMean(ref.Text, slugs), "the portal's page `/topics/` lists them all")
	return &Error{field, "there is no topic \"" + ref.Text + "\"", remedy}
}
