// Who suits what a visitor filled in: filters, order and the circle, as the
// generator does it. Nothing here touches the page.

import { mean } from "./extras.js";
import { answer, ask, level, primary, strong } from "./score.js";
import { evidence } from "./reasons.js";

const AMONG = 200;

// Each filter returns true when a pair passes, false when it fails, and null when
// one of the two has not said.
const common = (a, b) => (a && b ? (a & b) !== 0 : null);
const FILTERS = [
  ["language", (q, of) => q.languages.length && of("languages").length ? of("languages").some((t) => q.languages.includes(primary(t))) : null],
  ["kind", (q, of) => common(q.kinds, q.kinds && of("kinds"))],
  ["format", (q, of) => common(q.formats, q.formats && of("formats"))],
  ["duration", (q, of) => common(q.duration, q.duration && of("duration"))],
  ["stage", (q, of) => common(q.stage, q.stage && of("stages"))],
];

// failed returns the first filter that a pair fails, or "".
export function failed(q, m) {
  const filter = FILTERS.find(([, passes]) => passes(q, (name) => q.book.of(name, m)) === false);
  return filter ? filter[0] : "";
}

// suits reports whether enough speaks for a mentor.
function suits(q, m) {
  const told = q.parts.filter((p) => p.tells).map((p) => p.score(m));
  return Math.max(0, ...told) >= q.book.floors[2];
}

const average = (parts, mentor) =>
  mean(parts.reduce((sum, p) => sum + p.weight * p.score(mentor), 0), parts.reduce((sum, p) => sum + p.weight, 0));

// fairFor, tieKey in Go, returns the hash (FNV-1a) of the week, who asks and the mentor's
// fair key: equal
// mentors come in another order for each who asks.
function fairFor(q, m) {
  let hash = 2166136261;
  for (const byte of new TextEncoder().encode(`${q.book.week}/${q.asker}/${q.book.fair[m]}`)) hash = Math.imul(hash ^ byte, 16777619) >>> 0;
  return hash;
}

function ranking(q) {
  const found = [];
  for (const m of q.total ? q.book.fair.keys() : []) {
    if (suits(q, m) && !failed(q, m)) found.push({ mentor: m, score: average(q.parts, m), fair: fairFor(q, m) });
  }
  return found.sort((a, b) => b.score - a.score || a.fair - b.fair || a.mentor - b.mentor);
}

function band(q, m, score) {
  const [high, good] = q.book.floors;
  if (score >= high && strong(q, m)) return "strong";
  return score >= good ? "good" : "possible";
}

function explained(q, { mentor, score }) {
  const [reasons, gap] = evidence(q, mentor);
  const languages = q.languages.length ? q.book.of("languages", mentor).filter((t) => q.languages.includes(primary(t))) : [];
  return { mentor, score, band: band(q, mentor, score), reasons, gap, languages };
}

// suggest returns the best mentors for what was filled in, with reasons.
export function suggest(book, request, most) {
  const q = ask(book, request);
  return ranking(q).slice(0, most).map((c) => explained(q, c));
}

// circle chooses up to size mentors who together answer the most: needs as slugs,
// members with what each adds and covers ("strong", "some" or ""), and the needs
// that nobody answers. Those in kept are its first members, and nobody in out is one.
export function circle(book, request, size, kept = [], out = []) {
  const q = ask(book, request);
  const wishes = q.needs;
  const slug = (w) => book.topics[w.topic][0];
  const found = ranking(q).slice(0, AMONG);
  const values = found.map((c) => wishes.map((w) => {
    const value = answer(w, c.mentor)[0];
    return level(value) ? value : 0;
  }));
  const have = wishes.map(() => 0);
  const members = [];
  while (members.length < size) {
    let best = found.findIndex((c) => c.mentor === kept[members.length]), most = 0;
    if (best < 0) values.forEach((row, i) => {
      if (out.includes(found[i].mentor)) return;
      const gain = row.reduce((sum, value, j) => sum + wishes[j].weight * Math.max(0, value - have[j]), 0);
      if (gain > most) [best, most] = [i, gain];
    });
    if (best < 0) break;
    members.push({
      ...explained(q, found[best]),
      adds: wishes.filter((_, j) => values[best][j] > have[j]).map(slug),
      cover: values[best].map(level),
    });
    values[best].forEach((v, j) => { have[j] = Math.max(have[j], v); });
  }
  return { needs: wishes.map(slug), members, uncovered: wishes.filter((_, j) => !have[j]).map(slug) };
}

// leftOut counts those who could help but fail a filter, by the filter that
// takes most people away first.
export function leftOut(book, request) {
  const q = ask(book, request);
  const counts = new Map();
  for (const m of book.fair.keys()) {
    const filter = suits(q, m) && failed(q, m);
    if (filter) counts.set(filter, (counts.get(filter) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
