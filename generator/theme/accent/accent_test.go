package accent

import (
	"math"
	"strings"
	"testing"

	"ithaca/generator/diag"
)

func TestAnyAccentCanBeReadInLightAndDark(t *testing.T) {
	for _, text := range []string{"#000000", "#ffffff", "#ffd400", "#0b57a4", "#ff0000", "#00ff00", "#808080", "#8cc2ff", "#310062"} {
		given := hexColour(text)
		for _, c := range []struct {
			grounds   []rgb
			ratio     float64
			direction float64
		}{{lightGrounds, readable, -1}, {darkGrounds, readable, 1}, {lightGrounds, strong, -1}, {darkGrounds, strong, 1}} {
			got := legible(given, c.grounds, c.ratio, c.direction)
			for _, ground := range c.grounds {
				if ratio := contrast(got, ground); ratio < c.ratio {
					t.Errorf("%s becomes %s, with %.2f on %s", text, got, ratio, ground)
				}
			}
		}
	}
}

// The texts of 10-tokens.css, and the accent itself, stand on tints.
func TestTextCanBeReadOnTheTintOfAnyAccent(t *testing.T) {
	for _, text := range []string{"#000000", "#ffffff", "#ffd400", "#e05a00", "#ff0000", "#00ff00", "#8cc2ff", "#310062"} {
		for _, c := range []struct {
			grounds   []rgb
			direction float64
			inks      []string
		}{{lightGrounds, -1, []string{"#1b2226", "#4d565b", "#774700"}}, {darkGrounds, 1, []string{"#eceae4", "#b6bfc1", "#f0bf74"}}} {
			accent := legible(hexColour(text), c.grounds, readable, c.direction)
			ground := tint(accent, c.grounds[0])
			for _, ink := range append(c.inks, accent.String()) {
				if ratio := contrast(ground, hexColour(ink)); ratio < readable {
					t.Errorf("%s: %s on %s has %.2f", text, ink, ground, ratio)
				}
			}
		}
	}
}

func TestAnAccentKeepsItsHue(t *testing.T) {
	given := hexColour("#ffd400")
	_, _, want := given.oklch()
	_, _, got := legible(given, lightGrounds, readable, -1).oklch()
	if math.Abs(got-want) > 0.05 {
		t.Errorf("the hue turns by %.3f", got-want)
	}
}

func TestAReadableAccentIsUsedAsItIs(t *testing.T) {
	var diags diag.List
	styles := Styles("#0b57a4", &diags)
	if !strings.Contains(styles, ":root{--accent:light-dark(#0b57a4,") || len(diags) > 0 {
		t.Errorf("%s\n%v", styles, diags)
	}
	if Styles("", &diags) != "" {
		t.Error("without an accent there are styles")
	}
}

func TestAPaleAccentIsDarkenedAndSaidSo(t *testing.T) {
	var diags diag.List
	if styles := Styles("#ffd400", &diags); strings.HasPrefix(styles, "@layer tokens{:root{--accent:light-dark(#ffd400") {
		t.Error(styles)
	}
	if len(diags) != 1 || diags[0].Code != Adjusted || diags[0].Severity != diag.Warning {
		t.Fatalf("%v", diags)
	}
	if !strings.Contains(diags[0].Message, "#ffd400") {
		t.Error(diags[0].Message)
	}
}

func TestContrastIsThatOfTheStandard(t *testing.T) {
	if got := contrast(rgb{}, rgb{255, 255, 255}); math.Abs(got-21) > 1e-9 {
		t.Errorf("black on white has %.3f", got)
	}
	if got := contrast(hexColour("#767676"), rgb{255, 255, 255}); math.Abs(got-4.54) > 0.01 {
		t.Errorf("the grey of the standard's examples has %.3f", got)
	}
	for _, c := range []rgb{{12, 200, 99}, {255, 0, 0}, {7, 7, 7}} {
		if got := fromOKLCH(c.oklch()); math.Abs(float64(got.r)-float64(c.r)) > 2 || math.Abs(float64(got.g)-float64(c.g)) > 2 {
			t.Errorf("%s comes back as %s", c, got)
		}
	}
}
