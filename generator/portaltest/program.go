package portaltest

import (
	"bytes"
	"fmt"
)

// program writes the facts of the program and the pages of its organizers.
func (s *site) program() {
	s.page("content/index.md", programText)
	s.page("content/pages/about.md", aboutText)
	s.page("content/pages/apply.md", applyText)
	s.page("content/pages/code-of-conduct.md", conductText)
	s.page("content/pages/privacy.md", privacyText)
}

func (s *site) page(path, text string) { s.add(path, bytes.NewBufferString(text)) }

const programText = `---
title: Lantern Street Mentoring
tagline: Somebody on this street has done it before
base_url: ` + BaseURL + `
language: en
description: An invented program that exists to be measured.
as_of: ` + Today + `
repository: {url: https://code.example/lantern, branch: main}
contact: {name: The office, url: https://office.example/lantern}
concerns:
  name: Report a problem
  url: https://office.example/lantern/concerns
  deputy: The second person of trust
  reply_within: two days
privacy:
  version: "2026-06"
  controller: Lantern Street Association
  contact: https://office.example/lantern/privacy
  basis: consent
  recipients: [the organizers, the mentor who is asked]
  retention_months: 24
  authority: The data protection authority
screening: [Two of us talk with everybody who wants to be a mentor.]
values: [patience, curiosity, service, fairness, courage, humour]
cycles:
  - id: autumn-2026
    title: Autumn 2026
    commitment: One hour every two weeks, six months
    places: 40
    signup: {from: 2026-08-01, until: 2026-08-31}
    requests: {from: 2026-09-01, until: 2026-09-20}
    match: 2026-09-28
    confirm_until: 2026-10-05
    start: 2026-10-12
    reviews: [2026-11-09, 2027-01-18]
    end: 2027-04-12
  - id: spring-2027
    title: Spring 2027
    commitment: One hour every two weeks, six months
    places: 60
    signup: {from: 2027-02-01, until: 2027-02-28}
    requests: {from: 2027-03-01, until: 2027-03-20}
    match: 2027-03-29
    confirm_until: 2027-04-05
    start: 2027-04-12
    reviews: [2027-05-10, 2027-07-19]
    end: 2027-10-11
topics: {strict: true}
---
Lantern Street is invented, and so is everybody who lives there. Its people tell
each other how they learnt what they can do.

## How it works

1. Say what you need.
2. Read a few profiles, and write to one person.
3. Meet, agree on a rhythm, and look back after a month.
`

const aboutText = `---
title: About the program
summary: Who we are, and how it is paid for.
---
We are neighbours. Read the [code of conduct](code-of-conduct.md) before you
write to anybody.
`

const applyText = `---
title: Apply
summary: What to do when you look for a mentor.
---
Read the profiles, choose up to three people, and write to the office.
`

const conductText = `---
title: Code of conduct
summary: What everybody here can rely on.
---
Be kind, be on time, and keep what you are told to yourself.

## When something is wrong

Tell the second person of trust, who answers within two days.
`

const privacyText = `---
title: Privacy
summary: What we know about you and what we do with it.
---
We publish what a mentor has agreed to, and nothing else.
`

// frontmatter begins a file.
func frontmatter(b *bytes.Buffer) { b.WriteString("---\n") }

// field writes a line of frontmatter.
func field(b *bytes.Buffer, format string, args ...any) {
	fmt.Fprintf(b, format, args...)
	b.WriteByte('\n')
}
