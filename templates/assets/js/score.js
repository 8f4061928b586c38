// The score of matching.md, as the generator computes it: whole numbers in
// ten-thousandths, so that both always agree. Mentors are numbers. Nothing here
// touches the page.

import { HALF, mean, percent, SCALE, scoreOffers, scoreStyle } from "./extras.js";
import { likeness, named } from "./words.js";

const FULL = 7000, SOME = 2500; // how well a need is answered, in words
const KINDS = ["one-to-one", "group", "peer", "reverse"];
const FORMATS = ["video", "voice", "chat", "email", "in-person", "async-review"];
export const IN_PERSON = 1 << FORMATS.indexOf("in-person");
const DURATIONS = ["single", "short", "long"];
const STAGES = ["student", "early", "mid", "senior", "lead", "executive", "retired"];

const TALK = 1 | 2 | IN_PERSON; // video, voice and in person, as FORMATS numbers them
const FAR = 9 * 60; // minutes between clocks at which it is hard to talk
export const primary = (tag) => tag.split("-")[0];
const bits = (all, some) => (some || []).reduce((sum, word) => sum | (1 << all.indexOf(word)), 0);

// ask prepares what a visitor filled in: needs [{topic, want, now, goal}], languages,
// kinds, formats, duration, stage, offset (minutes ahead of UTC), shared (from hours.js,
// where they say when they are free), style {structure, directness, challenge}, values,
// offers, move {from, to}.
export function ask(book, r) {
  const move = { from: book.number(r.move?.from), to: book.number(r.move?.to) };
  const style = ["structure", "directness", "challenge"].map((axis) => r.style?.[axis] || 0);
  const q = {
    book, move, style, offset: r.offset ?? null, shared: r.shared, values: r.values || [], needs: [],
    languages: (r.languages || []).map(primary).flatMap((l) => [l, ...(book.kin?.[l] ?? [])]), hoped: r.offers || [],
    kinds: bits(KINDS, r.kinds), formats: bits(FORMATS, r.formats), duration: bits(DURATIONS, r.duration),
    stage: r.stage ? 1 << STAGES.indexOf(r.stage) : 0,
  };
  for (const n of r.needs || []) {
    const topic = book.number(n.topic);
    if (topic >= 0 && !q.needs.some((w) => w.topic === topic)) q.needs.push(wish(book, topic, n));
  }
  q.fields = [[move.to, 2], [move.from, 1]].filter(([n]) => n >= 0 && book.kinds[n] === 1).map(([topic, weight]) => ({ topic, weight }));
  q.spoken = named(book, q.needs.map((w) => book.topic(w.topic).named));
  q.asker = q.needs.map((w) => book.topics[w.topic][0]).sort().join(",");
  const parts = [
    ["fit", q.needs.length || q.spoken.words.length, (m) => fit(q, m)],
    ["path", move.from >= 0 || move.to >= 0, (m) => moveAnswer(q, m)[0]],
    ["time", q.offset !== null, (m) => scoreTime(q, m)],
    ["style", style.some(Boolean) || q.values.length, (m) => scoreStyle(q, m)],
    ["offers", q.fields.length || q.hoped.length, (m) => scoreOffers(q, m)],
  ].filter(([name, filled]) => filled && book.weights[name] > 0);
  // What tells whether a mentor suits at all: the fit, or what can make a match where
  // no fit is asked for.
  const tells = parts.some(([name]) => name === "fit") ? "fit" : "path";
  q.parts = parts.map(([name, , score]) => ({ name, weight: book.weights[name], score, tells: name === tells }));
  q.total = q.parts.reduce((sum, p) => sum + p.weight, 0);
  return q;
}

// wish prepares a need, with the best answer of each mentor who has one: [value,
// topic, level, relation].
function wish(book, topic, { want, now, goal }) {
  const { rarity, near } = book.topic(topic);
  const w = { topic, want: want || "want", weight: { must: 3, nice: 1 }[want] * rarity || 2 * rarity, answers: new Map() };
  // The level to reach; goals, challenges and industries have none.
  w.goal = goal || (book.kinds[topic] ? 0 : Math.min(4, Math.max(2, (now || 0) + 1)));
  for (const [by, closeness, relation] of near) {
    for (const [level, mentors] of book.held(by)) {
      const value = worth(w, closeness, relation, level);
      for (const m of mentors) if (value > answer(w, m)[0]) w.answers.set(m, [value, by, level, relation]);
    }
  }
  return w;
}

const levelFit = (level, goal) => (!goal || level >= goal ? 100 : level === 0 ? 80 : level === goal - 1 ? 60 : 30);

// joined returns the fit of topics and words: four fifths of the topics and a fifth of the
// words, or what words are worth beside fewer topics.
const joined = (needs, words) => Math.floor(Math.max(20 * needs + 5 * words, 5 * needs + 16 * words) / 25);
const fit = (q, m) => joined(coverage(q, m), spoken(q, m));

// wordsAdd is what shared words add to the topics that are needed.
export const wordsAdd = (q, m) => fit(q, m) - joined(coverage(q, m), 0);

// spoken is what shared words are worth.
function spoken(q, m) {
  let open = SCALE - likeness(q.spoken, m);
  for (let i = 0; i < 3; i++) open = Math.floor((open * open) / SCALE);
  return SCALE - open;
}

// worth is how well a topic at a level answers a wish. A must is answered better by
// somebody who leads it, though teaching is wished for, than by a relative of it.
function worth(w, closeness, relation, level) {
  const value = closeness * levelFit(level, w.goal);
  return w.want === "must" && relation === "same" && level >= 3 ? Math.max(value, 8500) : value;
}

const NONE = [0, -1, 0, ""];

// answer returns [value, topic, level, relation]: how well a mentor answers a wish.
export const answer = (w, m) => w.answers.get(m) ?? NONE;

// level returns how well a mentor answers a wish: "strong", "some" or "".
export const level = (value) => (value >= FULL ? "strong" : value >= SOME ? "some" : "");

function coverage(q, m) {
  let sum = 0, weight = 0;
  for (const w of q.needs) {
    sum += w.weight * answer(w, m)[0];
    weight += w.weight;
  }
  return mean(sum, weight);
}

// moveAnswer returns [value, from, to] of the mentor's move that comes closest.
export function moveAnswer(q, m) {
  const moves = q.book.of("moves", m);
  let best = [0, -1, -1];
  for (let i = 0; i < moves.length; i += 2) {
    let sum = 0, weight = 0;
    if (q.move.to >= 0) { weight += 2; sum += 2 * percent(q, q.move.to, moves[i + 1]); }
    if (q.move.from >= 0) { weight += 1; sum += percent(q, q.move.from, moves[i]); }
    const value = mean(sum * 100, weight);
    if (value > best[0]) best = [value, moves[i], moves[i + 1]];
  }
  return best;
}

// hasMoved reports whether a move of the mentor's counts.
export const hasMoved = (q, m) => q.parts.some((p) => p.name === "path" && p.score(m) > 0);

// halfMade reports whether a move shares only one of both ends that are wished for.
export const halfMade = (q, from, to) => q.move.from >= 0 && q.move.to >= 0 && (!percent(q, q.move.to, to) || !percent(q, q.move.from, from));

// apart returns how many minutes the clocks of both differ, at most half a day; null
// where one of the two has not said.
export function apart(q, m) {
  const [theirs] = q.offset === null ? [] : q.book.of("offset", m);
  if (theirs === undefined) return null;
  const d = Math.abs(q.offset - theirs);
  return Math.min(d, 24 * 60 - d);
}

export function scoreTime(q, m) {
  const both = q.shared?.(m), minutes = apart(q, m);
  if (both) return mean(SCALE * Math.min(both.minutes, both.enough), both.enough);
  const value = minutes === null ? HALF : mean(SCALE * (12 * 60 - minutes), 12 * 60);
  return q.shared ? Math.floor(value / 2) : value;
}

// wordsAlone reports whether no topic speaks for a mentor.
export const wordsAlone = (q, m) => !coverage(q, m);

// strong reports whether nothing stands against calling a mentor a strong match: the
// needs are answered well and not by words alone, each must in full, and the two can
// meet.
export function strong(q, m) {
  const fits = q.parts.some((p) => p.name === "fit");
  return (fit(q, m) >= q.book.floors[0] || !fits) && !wordsAlone(q, m) && !q.needs.some((w) => missesMust(w, m)) && !hardToMeet(q, m);
}

// missesMust reports whether a must is met by no topic that is the same or a part of
// it, or at a level too low.
function missesMust(w, m) {
  const [value, , , relation] = answer(w, m);
  return w.want === "must" && (value < FULL || !["same", "narrower"].includes(relation));
}

// hardToMeet reports whether two share no hour, or want to talk with clocks too far
// apart.
function hardToMeet(q, m) {
  const both = q.shared?.(m);
  return both ? !both.minutes : (apart(q, m) ?? 0) >= FAR && (!q.formats || q.formats & TALK);
}
