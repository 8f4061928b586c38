// What speaks for a mentor and what is missing, as typed data: the page has the
// words for it. The same evidence in the same order as the generator's.

import { mean, offersMade, SCALE, styleOf, valuesShared } from "./extras.js";
import { answer, apart, halfMade, hasMoved, moveAnswer, scoreTime, wordsAdd, wordsAlone } from "./score.js";
import { weightiest } from "./words.js";

// evidence returns [reasons, gap]: each {reason, …} with topics by slug; the gap is
// null when nothing is missing.
export function evidence(q, m) {
  const found = [], lacking = [];
  const slug = (n) => (n >= 0 ? q.book.topics[n][0] : "");
  for (const part of q.parts) {
    const add = (e, value) => found.push({ ...e, worth: part.weight * value });
    const miss = (e, value) => lacking.push({ ...e, worth: part.weight * (SCALE - value) });
    PARTS[part.name]({ q, m, add, miss, slug });
  }
  const heaviest = (a, b) => b.worth - a.worth;
  found.sort(heaviest);
  lacking.sort(heaviest);
  return [withoutWeak(found), lacking[0] || null];
}

// withoutWeak hides topics that are only beside what was asked for, where others are
// closer to it.
function withoutWeak(found) {
  const topical = (e) => e.reason === "need";
  const weak = (e) => topical(e) && ["sibling", "related"].includes(e.relation);
  return found.some((e) => topical(e) && !weak(e)) ? found.filter((e) => !weak(e)) : found;
}

function needs({ q, m, add, miss, slug }) {
  const total = q.needs.reduce((sum, w) => sum + w.weight, 0);
  for (const w of q.needs) {
    const [value, by, level, relation] = answer(w, m);
    const e = { reason: "need", topic: slug(w.topic), want: w.want, goal: w.goal };
    if (value > 0) {
      Object.assign(e, { by: slug(by), level, relation });
      add(e, mean(w.weight * value, total));
    }
    if (value <= 6000) miss(e, SCALE - mean(w.weight * (SCALE - value), total));
  }
}

// told returns the words of the names of topics that the mentor offers: they are told
// already.
function told(q, m) {
  const same = q.needs.filter((w) => answer(w, m)[3] === "same");
  return new Set(same.flatMap((w) => q.book.topic(w.topic).named.filter((_, i) => i % 3 === 0)));
}

const PARTS = {
  fit(b) {
    const { q, m, add } = b;
    needs(b);
    const words = weightiest(q.book, q.spoken, m, told(q, m));
    if (!words.length) return;
    add({ reason: wordsAlone(q, m) && !hasMoved(q, m) ? "only-words" : "words", words }, wordsAdd(q, m));
  },
  path({ q, m, add, miss, slug }) {
    const [value, from, to] = moveAnswer(q, m);
    const e = { reason: value && halfMade(q, from, to) ? "half-move" : "move", from: slug(from), to: slug(to) };
    if (value) add(e, value);
    else miss({ reason: "move", from: slug(q.move.from), to: slug(q.move.to) }, 0);
  },
  time({ q, m, add, miss }) {
    const both = q.shared?.(m);
    if (both) {
      const { minutes, weeks, of } = both, e = { reason: "time", minutes, ...(weeks < of && { weeks, of }) };
      return minutes ? add(e, scoreTime(q, m)) : miss(e, 0);
    }
    const e = { reason: "clocks", minutes: apart(q, m) };
    if (e.minutes === null) return;
    if (e.minutes <= 3 * 60) add(e, scoreTime(q, m));
    else if (e.minutes >= 6 * 60) miss(e, scoreTime(q, m));
  },
  style({ q, m, add, miss }) {
    const both = q.values.length ? valuesShared(q, m) : [], theirs = q.style.some(Boolean) ? styleOf(q, m) : [];
    if (both.length) add({ reason: "values", words: both }, mean(SCALE * both.length, q.values.length));
    const steps = q.style.flatMap((mine, i) => (mine && theirs[i] ? [Math.abs(mine - theirs[i])] : []));
    if (!steps.length) return;
    const value = mean(steps.reduce((sum, d) => sum + SCALE - (d * SCALE) / 4, 0), steps.length);
    if (value >= 7500 && Math.max(...steps) <= 1) add({ reason: "style" }, Math.floor(value / 2));
    else if (value < SCALE / 2) miss({ reason: "style" }, value);
  },
  offers({ q, m, add, slug }) {
    for (const f of q.fields) {
      for (const has of q.book.of("industries", m)) {
        const [close, relation] = q.book.closeness(f.topic, has);
        if (close >= 80) {
          add({ reason: "industry", topic: slug(f.topic), by: slug(has), relation }, close * 100);
          break;
        }
      }
    }
    const made = q.hoped.length ? offersMade(q, m) : [];
    if (made.length) add({ reason: "offers", words: made }, SCALE);
  },
};
