package field

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestATextThatAPatternFindsIsNotPassedOver(t *testing.T) {
	words := []string{
		"ana", "Ring me", "tel:", "+44", "0", "00", "(0", "20", "210", "555", "7946", "0018", "1999", "at", "AT", "ät", "arroba", "chez", "[", "(", "{", "<",
		"]", ")", "}", ">", `\`, "@", "＠", "dot", "Punkt", "punto", "ponto", ".", "-", "/", " ", "\u00a0", "\n", "\t", ",", "example", "gmail", "org", "é",
	}
	rapid.Check(t, func(t *rapid.T) {
		text := []byte(strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 24).Draw(t, "words"), ""))
		if disguised.Match(text) && !maybeDisguised(text) {
			t.Fatalf("the address in %q is passed over", text)
		}
		for _, number := range telephone.FindAll(text, -1) {
			if countDigits(number) >= shortestNumber && !maybeTelephone(text) {
				t.Fatalf("the number %q in %q is passed over", number, text)
			}
		}
	})
}
