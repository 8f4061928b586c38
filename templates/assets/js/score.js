// The score of matching.md, as the generator computes it: whole numbers in
// ten-thousandths, so that both always agree. Nothing here touches the page.

import { HALF, mean, percent, SCALE, scoreOffers, scoreStyle } from "./extras.js";
import { vocabulary } from "./near.js";
import { likeness, lists, named } from "./words.js";

const FULL = 7000, SOME = 2500; // how well a need is answered, in words
const KINDS = ["one-to-one", "group", "peer", "reverse"];
export const FORMATS = ["video", "voice", "chat", "email", "in-person", "async-review"];
const DURATIONS = ["single", "short", "long"];
const STAGES = ["student", "early", "mid", "senior", "lead", "executive", "retired"];

// SUFFICES are the parts that can make a mentor a match by themselves.
const SUFFICES = ["fit", "ranked", "goals", "path"];
const TALK = 1 | 2 | 16; // video, voice and in person, as FORMATS numbers them
const FAR = 9 * 60; // minutes between clocks at which it is hard to talk
export const primary = (tag) => tag.split("-")[0];
const bits = (all, some) => (some || []).reduce((sum, word) => sum | (1 << all.indexOf(word)), 0);

// unpack reads the match records once.
export function unpack(data) {
  const words = vocabulary(data.topics);
  const mentors = data.mentors.map((r, number) => ({
    number, slug: r[0], card: data.cards?.[number], fair: r[1], levels: pairs(r[2]), tags: r[3].map((n) => data.languages[n]),
    kinds: r[4], formats: r[5], duration: r[6], stages: r[7], offers: r[8], offset: r[9],
    style: [Math.floor(r[10] / 100), Math.floor(r[10] / 10) % 10, r[10] % 10],
    values: r[11].map((n) => data.values[n]), industries: r[12], learning: r[13], moves: r[14], country: r[15], town: r[16],
  }));
  return { ...data, words, mentors, said: lists(data.words) };
}

const pairs = (flat) => new Map(flat.map((n, i) => (i % 2 ? null : [n, flat[i + 1]])).filter(Boolean));

// ask prepares what a visitor filled in: needs [{topic, want, now, goal}], goals
// [slug], languages, kinds, formats, duration, stage, country, town, offset
// (minutes ahead of UTC), style {structure, directness, challenge}, values,
// offers, move {from, to}, offers_back, ranked and avoid [slug].
export function ask(book, r) {
  const topic = (slug) => (book.words.number.has(slug) ? book.words.number.get(slug) : -1);
  const list = (slugs) => [...new Set((slugs || []).map(topic))].filter((n) => n >= 0);
  const wish = (n, want, goal) => ({ topic: n, want, goal, weight: { must: 3, nice: 1 }[want] * book.topics[n][2] || 2 * book.topics[n][2] });
  const move = { from: topic(r.move?.from), to: topic(r.move?.to) };
  const style = ["structure", "directness", "challenge"].map((axis) => r.style?.[axis] || 0);
  const q = {
    book, move, style, offset: r.offset ?? null, values: r.values || [], ranked: r.ranked || [], avoid: r.avoid || [],
    needs: (r.needs || []).filter((n, i, all) => topic(n.topic) >= 0 && all.findIndex((o) => topic(o.topic) === topic(n.topic)) === i)
      .map((n) => wish(topic(n.topic), n.want || "want", goal(book, n, topic(n.topic)))),
    goals: list(r.goals).map((n) => wish(n, "want", 0)), back: list(r.offers_back),
    languages: (r.languages || []).map(primary).flatMap((l) => [l, ...(book.kin?.[l] ?? [])]), hoped: r.offers || [],
    kinds: bits(KINDS, r.kinds), formats: bits(FORMATS, r.formats), duration: bits(DURATIONS, r.duration),
    stage: r.stage ? 1 << STAGES.indexOf(r.stage) : 0, country: r.country || "", town: r.town || "",
  };
  q.fields = [[move.to, 2], [move.from, 1]].filter(([n]) => n >= 0 && book.topics[n][3] === 1).map(([topic, weight]) => ({ topic, weight }));
  q.spoken = named(book, [...q.needs, ...q.goals].map((w) => book.topics[w.topic][6]));
  q.asker = [...q.needs, ...q.goals].map((w) => book.topics[w.topic][0]).sort().join(",");
  const parts = [
    ["fit", q.needs.length || q.spoken.words.length, (m) => fit(q, m)],
    ["ranked", q.ranked.length, (m) => scoreRanked(q, m)],
    ["goals", q.goals.length, (m) => coverage(q, q.goals, m)],
    ["path", move.from >= 0 || move.to >= 0, (m) => moveAnswer(q, m)[0]],
    ["time", q.offset !== null, (m) => scoreTime(q, m)],
    ["style", style.some(Boolean) || q.values.length, (m) => scoreStyle(q, m)],
    ["offers", q.fields.length || q.hoped.length || q.back.length, (m) => scoreOffers(q, m)],
  ].filter(([name, filled]) => filled && book.weights[name] > 0);
  // What tells whether a mentor suits at all: the fit, beside it the goals, and
  // whatever can make a match where no fit is asked for.
  const fits = parts.some(([name]) => name === "fit");
  const tells = (name) => (fits ? ["fit", "goals"].includes(name) : SUFFICES.includes(name));
  q.parts = parts.map(([name, , score]) =>
    ({ name, weight: book.weights[name], score, suffices: SUFFICES.includes(name), tells: tells(name) }));
  q.total = q.parts.reduce((sum, p) => sum + p.weight, 0);
  return q;
}

// goal is the level to reach; goals, challenges and industries have none.
const goal = (book, n, topic) => n.goal || (book.topics[topic][3] ? 0 : Math.min(4, Math.max(2, (n.now || 0) + 1)));

const levelFit = (level, goal) => (!goal || level >= goal ? 100 : level === 0 ? 80 : level === goal - 1 ? 60 : 30);

// fit joins topics and words: the better of the two, and a fifth of what it lacks by
// the other.
function fit(q, m) {
  const needs = coverage(q, q.needs, m), words = spoken(q, m);
  const high = Math.max(needs, words), low = Math.min(needs, words);
  return high + Math.floor(((SCALE - high) * low) / (5 * SCALE));
}

// wordsAdd is what shared words add to the topics that are needed.
export const wordsAdd = (q, m) => fit(q, m) - coverage(q, q.needs, m);

// spoken is what shared words are worth by themselves.
function spoken(q, m) {
  const w = likeness(q.spoken, m);
  return Math.floor((4 * w * (2 * SCALE - w)) / (5 * SCALE));
}

// worth is how well a topic at a level answers a wish. A must is answered better by
// somebody who leads it, though teaching is wished for, than by a relative of it.
function worth(w, closeness, relation, level) {
  const value = closeness * levelFit(level, w.goal);
  return w.want === "must" && relation === "same" && level >= 3 ? Math.max(value, 8500) : value;
}

// answer gives [value, topic, level, relation]: how well a mentor answers a wish.
export function answer(q, w, m) {
  let best = [0, -1, 0, ""];
  for (const [topic, closeness, relation] of q.book.words.near(w.topic)) {
    if (closeness * 100 <= best[0]) break;
    if (!m.levels.has(topic)) continue;
    const value = worth(w, closeness, relation, m.levels.get(topic));
    if (value > best[0]) best = [value, topic, m.levels.get(topic), relation];
  }
  return best;
}

// level gives how well a mentor answers a wish: "strong", "some" or "".
export const level = (value) => (value >= FULL ? "strong" : value >= SOME ? "some" : "");

function coverage(q, wishes, m) {
  let sum = 0, weight = 0;
  for (const w of wishes) {
    sum += w.weight * answer(q, w, m)[0];
    weight += w.weight;
  }
  return mean(sum, weight);
}

export function scoreRanked(q, m) {
  const place = q.ranked.indexOf(m.slug);
  return place < 0 || place > 4 ? 0 : SCALE - (place * SCALE) / 5;
}

// moveAnswer gives [value, from, to] of the mentor's move that comes closest.
export function moveAnswer(q, m) {
  let best = [0, -1, -1];
  for (let i = 0; i < m.moves.length; i += 2) {
    let sum = 0, weight = 0;
    if (q.move.to >= 0) { weight += 2; sum += 2 * percent(q, q.move.to, m.moves[i + 1]); }
    if (q.move.from >= 0) { weight += 1; sum += percent(q, q.move.from, m.moves[i]); }
    const value = mean(sum * 100, weight);
    if (value > best[0]) best = [value, m.moves[i], m.moves[i + 1]];
  }
  return best;
}

// halfMade reports whether a move shares only one of both ends that are wished for.
export const halfMade = (q, from, to) => q.move.from >= 0 && q.move.to >= 0 && (!percent(q, q.move.to, to) || !percent(q, q.move.from, from));

// apart gives how many minutes two clocks differ, at most half a day.
export function apart(a, b) {
  const d = Math.abs(a - b);
  return Math.min(d, 24 * 60 - d);
}

export function scoreTime(q, m) {
  if (m.offset === null) return HALF;
  return mean(SCALE * (12 * 60 - apart(q.offset, m.offset)), 12 * 60);
}

// wordsAlone reports whether no topic and no choice speaks for a mentor.
export const wordsAlone = (q, m) => !coverage(q, q.needs, m) && !coverage(q, q.goals, m) && !scoreRanked(q, m);

// strong reports whether nothing stands against calling a mentor a strong match: the
// needs, or where only goals are stated these, are answered well and not by words
// alone, each must in full, and the two can meet.
export function strong(q, m) {
  const well = q.needs.length ? fit(q, m) : Math.max(fit(q, m), coverage(q, q.goals, m));
  const fits = q.parts.some((p) => p.name === "fit");
  return (well >= q.book.floors[0] || !fits) && !wordsAlone(q, m) && !q.needs.some((w) => missesMust(q, w, m)) && !hardToMeet(q, m);
}

// missesMust reports whether a must is met by no topic that is the same or a part of
// it, or at a level too low.
function missesMust(q, w, m) {
  const [value, , , relation] = answer(q, w, m);
  return w.want === "must" && (value < FULL || !["same", "narrower"].includes(relation));
}

// hardToMeet reports whether two who want to talk have clocks too far apart.
const hardToMeet = (q, m) => q.offset !== null && m.offset !== null && (!q.formats || q.formats & TALK) &&
  apart(q.offset, m.offset) >= FAR;
