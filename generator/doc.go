// Package generator wires the stages of Ithaca together: it takes a snapshot of
// a site and builds the portal from it.
//
// Ithaca is a house with one staircase. Content enters at the ground floor and
// leaves through the roof as a finished portal; nothing walks back down.
//
//	files ──source.Read──▶ source.Tree                  bytes, read once, hashed
//	      ──content.Decode, Link─▶ *portal.Portal, diag.List  every mistake, none fatal to the others
//	      ──match.New────▶ *match.Index                 suggestions with their evidence, on demand
//	      ──site.New─────▶ *site.Plan, diag.List        every page and data file, its URL and its view
//	      ═ Snapshot{plan, theme, diagnostics} ═        immutable: everything known, nothing drawn
//	      ──Snapshot.Render(url)──▶ bytes               the same function for build and serve
//	      ──publish──────▶ public/                      or an HTTP response
//
// # The floors
//
// A package imports only packages on lower floors; layers_test.go keeps it so.
//
//	11 cli            arguments → the calls below, exit status
//	10 terminal       answers → text, tables and JSON; questions → what somebody typed
//	10 serve          the latest snapshot over HTTP, each page drawn when asked for
//	10 online         a snapshot → which of its links to other sites lead nowhere now
//	10 review         a site and a revision → what the change does, in plain words
//	9  ask            a question in people's words → an answer as data
//	9  start          a name → a new site or file; what files can hold, as text and schemas
//	9  intake         what a form or a visitor saved → new or changed Markdown files
//	9  round          a cycle → everybody assigned at once, with evidence and report
//	9  upkeep         a site and a day → what needs the organizer; leaving, renaming
//	8  generator      this package: Take → Snapshot; Build = draw all and publish
//	7  theme          a planned page → bytes; templates, interface words, assets
//	6  portrait       the pictures that people are shown by → their variants, made once
//	5  site/page      each kind of page, one table of them
//	5  site/data      feed, calendars, sitemap, search and finder data
//	5  match/study    a table of past pairs → how well the suggestions agree with them
//	5  content        files → a portal and every author mistake in them
//	4  site           the address book: the plan of pages, the only maker of URLs
//	4  cohort         requests and places → an optimal assignment, its certificate and a report
//	4  content/kinds  what the files of each folder may say, declared once
//	3  content/part   what fields are made of: days, references, groups, with their checks
//	3  intake/answer  what people write into a form → values, or what may be meant
//	3  intake/records lists in JSON, YAML and Markdown → lines of a table
//	3  contacts       who people are, outside of the site → lines that only their owner reads
//	3  edit           a file and changes of its fields → the file, else byte for byte
//	3  match          a portal → who suits whom, how well, and why, as data
//	3  secrets        a portal → the gate that lets nothing pass that was told in confidence
//	2  portal         the program's words as types: Mentor, Guide, Topic, Cycle …
//	2  match/search   posting lists → mentors by the upper bound of their score
//	2  history        a folder and a revision → which files differ from it, by git
//	2  publish        finished bytes → public/, safely
//	2  content/field  bytes and a declaration → typed values with positions
//	1  source         a folder → files read once, within limits, never outside it
//	1  markdown       prose → parsed once: HTML with slots, headings, links, plain text
//	1  picture        a picture file → safe, small variants without metadata
//	1  world          what people call languages, countries, time zones → their codes
//	1  theme/accent   a brand's colour → one that can be read, in light and dark
//	1  words          texts → their words, and how alike texts are by them
//	1  table          CSV as spreadsheets save it → rows by column, or cells as they are
//	1  match/hours    when people are free → how much of a week they share
//	1  worktree       files of a site and new bytes → written, so that nothing is lost
//	0  stem           a text's words → what their forms have in common, by language
//	0  toml           TOML → a Go value, or a mistake with its line
//	0  tongue         which languages count as each other, and what each is called
//	0  diag           a mistake → position, code, message, hint; and how it is printed
//	0  leak           secrets → which of them stand in finished bytes
//	0  each           a slice and a function → the slice of what that makes
//	0  fair           a week and names → an order in which no name decides
//	0  filename       names and paths → which mean the same file on every system
//	0  hidden         a text → the characters in it that nobody sees
//	0  markdown/shape a text → where it is more intricate than a parser can bear
//	0  order          a slice and a comparison → the slice sorted
//	0  wholefile      a folder, a name and bytes → the file whole, or as it was
//	0  zone           a name → a time zone, the same on every machine
//
// Beside them, portaltest makes synthetic portals and checks finished ones, for
// tests and benchmarks, and browser tests the demo's pages in a browser.
//
// # The six laws
//
//  1. Stages are pure. Between source.Read and publish nothing touches the
//     disk, and results depend on neither the clock, the number of workers nor
//     the order of maps. publish stages pages as they are drawn, and renames the
//     changed ones into place when all are.
//  2. Only doors touch outside modules: each is imported by one package.
//  3. Only site makes URLs. A link to a page that was not planned cannot be
//     written.
//  4. A snapshot never changes. An edit makes a new one, which reuses decoded
//     documents, pictures and the theme, by the hash of their bytes. All else is
//     made anew.
//  5. Bytes served equal bytes built, but for the line with the script that
//     keeps an open page fresh.
//  6. One list for each idea. What a signal of matching is stands in one table of
//     match, what a kind of page is in one table of site/page. Where words or another
//     language must restate them (portal/signal.go, the finder's score.js and
//     reasons.js, templates/live/live.html), a test compares both.
//
// # Words of the house
//
//	door       the one package that imports an outside module
//	floor      how high a package stands: it imports lower ones only
//	posting    a list of the mentors who have a topic or a word, the best first
//	fair key   a number drawn from week and name: equals are in its order
//	band       strong, good or possible: a score as visitors see it
//	signal     a part of the score, such as fit or time
//	tombstone  a file that only keeps the name of somebody who left
//
// # One mentor, walked through
//
// content/mentors/ana-silva.md is read into a source.File. content splits it
// into fields, YAML nodes with positions, and a body, which markdown parses.
// What comes out is a portal.Mentor; Link resolves its topics, and match enters
// it into the postings of each. site/page plans a site.Page at
// /mentors/ana-silva/ with its view, theme draws mentor.html with it, and publish
// writes public/mentors/ana-silva/index.html.
//
// What an author did wrong is a diag.Diagnostic, and a run reports all of them.
// What the machine failed at is an error. Nothing is published while there is
// either.
package generator
