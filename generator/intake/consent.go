package intake

import (
	"strings"

	"ithaca/generator/intake/answer"
)

// consent reports whether the person agreed; without it there is a draft and a question.
func (p *person) consent(to string) bool {
	text := strings.TrimSpace(p.cells["consent"])
	if settled, is := p.Map.settled("consent", text); is {
		p.convert("consent", text, settled)
		text = settled
	}
	agreed, known := answer.Consent(text)
	if agreed && known {
		return true
	}
	p.draft = true
	switch {
	case !known:
		p.ask("consent", text, "is this a yes?", "", "consent.publish", "consent.matching")
	case text == "":
		p.ask("consent", "", "may what you wrote be "+to+"? Nothing was answered", "")
	default:
		p.refused = true
		p.ask("consent", "", "may what you wrote be "+to+"? The answer was no", "")
	}
	return false
}
