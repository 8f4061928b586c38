package field

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestAnAddressThatThePatternFindsIsNotPassedOver(t *testing.T) {
	space := []string{"", " ", "\n", "\t", " \n "}
	phrases := parts{{"ana", "I am "}, space, {"[", `\[`, "(", "<", "", "＠"}, space, {"at", "AT", "ät", "arroba", "@", ""}, space, {"]", `\]`, ")", ">", ""}, space,
		{"example", "gmail"}, space, {"dot", "Punkt", "punto", "ponto", ".", "[dot]", ""}, space, {"org", "now"}}
	rapid.Check(t, func(t *rapid.T) {
		if text := phrases.draw(t); disguised.Match(text) && !maybeDisguised(text) {
			t.Fatalf("%q is passed over", text)
		}
	})
}

func TestANumberThatThePatternFindsIsNotPassedOver(t *testing.T) {
	between := []string{"", "", " ", "\u00a0", "-", ") ", "."}
	phrases := parts{{"tel:", "tel:+", "Phone: ", "cell", "+", "00", "(0", "0", ""}, {"20", "4"}, between, {"210", "55"}, between, {"555", "79"}, between, {"7946", "018"}, between, {"0018", "12", ""}}
	rapid.Check(t, func(t *rapid.T) {
		text := phrases.draw(t)
		for _, number := range telephone.FindAll(text, -1) {
			if countDigits(number) >= shortestNumber && !maybeTelephone(text) {
				t.Fatalf("%q is passed over in %q", number, text)
			}
		}
	})
}

// parts are what a text is put together from: one of each.
type parts [][]string

func (p parts) draw(t *rapid.T) []byte {
	var b strings.Builder
	for _, words := range p {
		b.WriteString(rapid.SampledFrom(words).Draw(t, "part"))
	}
	return []byte(b.String())
}
