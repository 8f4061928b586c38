// Package accent makes a brand's colour one that can be read.
//
// It takes a colour and returns the style rules that make it the accent of the pages, in
// light and dark, changed in lightness alone until its contrast is enough. It does not
// know templates.
package accent

import (
	"fmt"
	"math"
	"strconv"

	"ithaca/generator/diag"
)

// Adjusted warns that a brand's colour cannot be read as it is, and says
// which one is used.
const Adjusted diag.Code = "accent-adjusted"

// The contrast that WCAG 2.2 asks of text (1.4.3), and of text for people who
// ask for more (1.4.6).
const (
	readable = 4.5
	strong   = 7.0
)

// The colours of 10-tokens.css that an accent stands on.
var (
	lightGrounds = []rgb{hexColour("#fffdf9"), hexColour("#f6f1e8")} // paper, surface
	darkGrounds  = []rgb{hexColour("#11181b"), hexColour("#1a2327")}
	onAccent     = []rgb{hexColour("#ffffff"), hexColour("#06232a")}
)

// Styles returns the rules that make a brand's colour, "#rrggbb", the accent
// in light and dark. Its lightness is changed, and nothing else, until it can be
// read on every ground; the style sheet derives its tint.
func Styles(accent string, diags *diag.List) string {
	if accent == "" {
		return ""
	}
	given := hexColour(accent)
	light, dark := legible(given, lightGrounds, readable, -1), legible(given, darkGrounds, readable, +1)
	if light != given {
		diags.Warnf(diag.Position{File: "content/index.md"}, Adjusted, "write accent: \""+light.String()+"\" to choose it yourself",
			"the accent %s has a contrast of only %.1f on the page; %s is used, which has %.1f",
			given, contrast(given, lightGrounds[0]), light, contrast(light, lightGrounds[0]))
	}
	rule := func(light, dark rgb) string {
		return fmt.Sprintf(":root{--accent:light-dark(%s,%s);--on-accent:light-dark(%s,%s)}",
			light, dark, textOn(light), textOn(dark))
	}
	return "@layer tokens{" + rule(light, dark) + "@media (prefers-contrast:more){" +
		rule(legible(given, lightGrounds, strong, -1), legible(given, darkGrounds, strong, +1)) + "}}"
}

// Tint returns the --tint of 10-tokens.css as text, for an accent and a ground.
func Tint(accent, ground string) string { return tint(hexColour(accent), hexColour(ground)).String() }

// tint returns the --tint of 10-tokens.css: a ground with 9 % of an accent in it.
func tint(accent, ground rgb) rgb {
	const part = 0.09
	l, chroma, hue := accent.oklch()
	gl, gchroma, ghue := ground.oklch()
	mix := func(a, b float64) float64 { return part*a + (1-part)*b }
	c, _ := oklab(mix(l, gl), mix(chroma*math.Cos(hue), gchroma*math.Cos(ghue)), mix(chroma*math.Sin(hue), gchroma*math.Sin(ghue)))
	return c
}

// textOn returns the colour of text that stands on a colour.
func textOn(c rgb) rgb {
	if contrast(c, onAccent[1]) > contrast(c, onAccent[0]) {
		return onAccent[1]
	}
	return onAccent[0]
}

// legible moves a colour's lightness step by step until it has a contrast with
// every ground, and with its own tint of the first.
func legible(c rgb, grounds []rgb, ratio, direction float64) rgb {
	enough := func(c rgb) bool {
		for _, g := range grounds {
			if contrast(c, g) < ratio {
				return false
			}
		}
		return contrast(c, tint(c, grounds[0])) >= ratio
	}
	if enough(c) {
		return c
	}
	l, chroma, hue := c.oklch()
	for l >= 0 && l <= 1 {
		l += direction * 0.005
		if moved := fromOKLCH(l, chroma, hue); enough(moved) {
			return moved
		}
	}
	if direction > 0 {
		return rgb{255, 255, 255}
	}
	return rgb{}
}

// rgb is a colour of sRGB.
type rgb struct{ r, g, b uint8 }

func (c rgb) String() string { return fmt.Sprintf("#%02x%02x%02x", c.r, c.g, c.b) }

// hexColour reads "#rrggbb"; what is no colour is black.
func hexColour(text string) rgb {
	if len(text) != 7 {
		return rgb{}
	}
	n, err := strconv.ParseUint(text[1:], 16, 32)
	if err != nil {
		return rgb{}
	}
	return rgb{uint8(n >> 16), uint8(n >> 8), uint8(n)}
}

// linear returns a channel's light, from 0 to 1 (IEC 61966-2-1).
func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func channel(light float64) uint8 {
	v := 12.92 * light
	if light > 0.0031308 {
		v = 1.055*math.Pow(light, 1/2.4) - 0.055
	}
	return uint8(math.Round(255 * min(1, max(0, v))))
}

// contrast returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2).
func contrast(a, b rgb) float64 {
	luminance := func(c rgb) float64 { return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b) }
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// oklch returns lightness (0 to 1), chroma and hue (radians) after Ottosson,
// "A perceptual color space for image processing" (2020).
func (c rgb) oklch() (l, chroma, hue float64) {
	r, g, b := linear(c.r), linear(c.g), linear(c.b)
	x := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	y := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	z := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	a := 1.9779984951*x - 2.4285922050*y + 0.4505937099*z
	bb := 0.0259040371*x + 0.7827717662*y - 0.8086757660*z
	return 0.2104542553*x + 0.7936177850*y - 0.0040720468*z, math.Hypot(a, bb), math.Atan2(bb, a)
}

// fromOKLCH returns the nearest colour of sRGB: chroma gives way where sRGB has no
// such colour, never hue or lightness.
func fromOKLCH(l, chroma, hue float64) rgb {
	for ; chroma > 0; chroma -= 0.002 {
		if c, inside := oklab(l, chroma*math.Cos(hue), chroma*math.Sin(hue)); inside {
			return c
		}
	}
	c, _ := oklab(l, 0, 0)
	return c
}

// oklab returns the colour of three coordinates and whether sRGB has it.
func oklab(l, a, b float64) (c rgb, inside bool) {
	x, y, z := l+0.3963377774*a+0.2158037573*b, l-0.1055613458*a-0.0638541728*b, l-0.0894841775*a-1.2914855480*b
	x, y, z = x*x*x, y*y*y, z*z*z
	red := 4.0767416621*x - 3.3077115913*y + 0.2309699292*z
	green := -1.2684380046*x + 2.6097574011*y - 0.3413193965*z
	blue := -0.0041960863*x - 0.7034186147*y + 1.7076147010*z
	const slack = 1e-4
	inside = min(red, green, blue) >= -slack && max(red, green, blue) <= 1+slack
	return rgb{channel(red), channel(green), channel(blue)}, inside
}
