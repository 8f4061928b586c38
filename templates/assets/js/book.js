// The records of the mentors, by which requests are scored: what the generator's
// match.Records documents. Nothing here touches the page.

import { called } from "./fold.js";

const RELATIONS = ["same", "narrower", "broader", "sibling", "related"];

// book returns the records: their head, and parts by name, which may come later.
export function book(head, parts) {
  const known = new Map();
  const once = (name, make) => known.get(name) ?? known.set(name, make(parts.get(name))).get(name);
  let sum = 0;
  const fair = head.fair.map((step) => sum += step);

  // of returns what a mentor states of something.
  const of = (name, mentor) => {
    const [values, at] = parts.get(name);
    return values[at[mentor]];
  };
  // topic returns a topic's rarity, what can stand in for it, the closest first, as
  // [topic, closeness in percent, relation], and the words of its names.
  const topic = (n) => once(`topic-${n}`, ([rarity, flat, named]) => {
    const near = [];
    for (let i = 0; i < flat.length; i += 2) near.push([flat[i], Math.floor(flat[i + 1] / 5), RELATIONS[flat[i + 1] % 5]]);
    return { rarity, near, named };
  });
  // closeness returns [percent, relation] between a topic asked for and another.
  const closeness = (asked, has) => topic(asked).near.find(([n]) => n === has)?.slice(1) ?? [0, ""];
  // held returns who holds a topic, as [level, mentors].
  const held = (n) => once(`held-${n}`, (levels = []) => levels.map(([level, ...steps]) => {
    let mentor = 0;
    return [level, steps.map((step) => mentor += step)];
  }));
  // word returns a word's rarity, and its impacts on mentors.
  const word = (n) => once(`word-${n}`, ([rarity, flat]) => ({ rarity, impacts: impacts(flat) }));
  const topics = head.topics.map(called);
  const number = new Map(topics.map(([slug], i) => [slug, i]));
  return { ...head, topics, fair, of, topic, closeness, held, word, number: (slug) => number.get(slug) ?? -1 };
}

function impacts(flat) {
  const found = new Map();
  for (let i = 0, mentor = 0; i < flat.length; i += 2) found.set(mentor += flat[i], flat[i + 1]);
  return found;
}

// files returns the names of the files that hold what a request to a book needs.
export function files({ number }, r) {
  const topics = [...r.needs.map((n) => n.topic), r.move?.from, r.move?.to].filter((slug) => number(slug) >= 0);
  const answered = ["languages", "kinds", "formats", "duration", "values", "offers"].filter((name) => r[name]?.length);
  if (r.stage) answered.push("stages");
  if (r.offset !== null && r.offset !== undefined) answered.push("offset");
  if (r.windows?.length) answered.push("windows");
  if (Object.values(r.style ?? {}).some(Boolean)) answered.push("style");
  if (r.move?.from || r.move?.to) answered.push("moves", "industries");
  return [...new Set([...topics.map((slug) => `topics-${slug}`), ...answered])];
}
