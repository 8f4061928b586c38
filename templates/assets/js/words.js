// The words of topics' names in what mentors say of themselves, compared as the
// generator does it. Nothing here touches the page.
import { SCALE } from "./extras.js";

const QUERY = 1 << 14, IMPACT = 1000;

// named prepares the words of the names of some topics: what each is worth, and what they
// add up to for each mentor.
export function named(book, names) {
  const found = new Map();
  for (const flat of names) {
    for (let i = 0; i < flat.length; i += 3) {
      const word = found.get(flat[i]) ?? { number: flat[i], count: 0, text: flat[i + 2] };
      word.count += flat[i + 1];
      found.set(word.number, word);
    }
  }
  const words = [...found.values()].sort((a, b) => a.number - b.number);
  const often = (count) => book.frequency[Math.min(count, book.frequency.length) - 1];
  const weight = (w) => Math.floor((book.word(w.number).rarity * often(w.count)) / 1000);
  const length = Math.floor(Math.sqrt(words.reduce((sum, w) => sum + weight(w) ** 2, 0)));
  const sums = new Map();
  for (const w of words) {
    w.worth = Math.floor((2 * weight(w) * QUERY + length) / Math.max(1, 2 * length));
    for (const [mentor, impact] of book.word(w.number).impacts) sums.set(mentor, (sums.get(mentor) ?? 0) + w.worth * impact);
  }
  return { words, sums };
}

// likeness returns how much of what is asked for a mentor says in the same words.
export const likeness = (spoken, m) => Math.min(SCALE, Math.floor(((spoken.sums.get(m) ?? 0) * SCALE) / (QUERY * IMPACT)));

// weightiest returns up to three shared words of the largest weight, without some.
export function weightiest(book, spoken, m, told) {
  const worth = (w) => w.worth * (book.word(w.number).impacts.get(m) ?? 0);
  return spoken.words.filter((w) => !told.has(w.number) && worth(w) > 0)
    .sort((a, b) => worth(b) - worth(a)).slice(0, 3).map((w) => w.text);
}
