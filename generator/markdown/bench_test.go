package markdown

import (
	"strconv"
	"strings"
	"testing"
)

// profile is what a mentor writes: 250 words, a list, a few links.
const profile = `I have worked in hospitals for nineteen years, the last eight of them on night shifts as a **charge nurse**. Before that I was a hotel receptionist, and I still think that the two jobs have more in common than people expect: in both you listen first, and in both the difficult conversations happen when nobody else is around.

## What I can help with

I enjoy working with people who are *about to change something*: their field, their hours, or how they speak up in meetings. Together we can

- sort out which of your skills carry over, and which words your new field uses for them,
- practise the conversation you have been putting off, as often as you need,
- look at your week and find the two hours that you do not have.

I am not the right person for research careers; for those see [the list of research networks](../resources/networks.md).

## How I work

We meet every second week for forty-five minutes. You bring one question, written down beforehand, and I bring more questions than answers. After three meetings we look back and decide whether to go on; it is fine to stop there. I wrote about this in [a short article](https://example.org/three-meetings "Three meetings").

> The best advice I ever got was a silence that lasted long enough.

## A little more about me

I grew up between two languages, I have two teenagers, and I sing in a choir that is better than it sounds. If you work nights as well, tell me: I know when you are awake.
`

func BenchmarkParseProfile(b *testing.B) { benchmarkParse(b, profile) }

func BenchmarkParseGuide(b *testing.B) { benchmarkParse(b, guide()) }

func BenchmarkRenderProfile(b *testing.B) { benchmarkRender(b, profile) }

func BenchmarkRenderGuide(b *testing.B) { benchmarkRender(b, guide()) }

// guide is a text of about 2,000 words with all that guides use.
func guide() string {
	const extras = `
> [!TIP] Before you go
> Write down **one** thing.

- [ ] Choose a place
- [x] Agree on a time[^time]

| When | What | Who |
|:-----|:----:|----:|
| before | read [the guide](guide.md) | you |
| after | write | both |

Goal
: What you want to have at the end.

[^time]: An hour is enough.

`
	text := strings.Repeat(profile, 7)
	return "# Guide\n" + extras + text
}

func benchmarkParse(b *testing.B, text string) {
	body := []byte(text)
	if d, diags := Parse(body, Options{}); d.Empty() || len(diags) > 0 {
		b.Fatal(diags)
	}
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(body, Options{File: "content/mentors/ana.md", Line: 40})
	}
}

func benchmarkRender(b *testing.B, text string) {
	d, _ := Parse([]byte(text), Options{})
	urls := make([]string, len(d.Links))
	for i := range urls {
		urls[i] = "/url/" + strconv.Itoa(i)
	}
	b.ReportAllocs()
	for b.Loop() {
		var w strings.Builder
		d.Render(&w, func(i int) string { return urls[i] }, func(key, _ string) string { return key })
	}
}
