// What topics are called: which one somebody means by a name, and which are nearest
// to a sentence. The twin of portal.Vocabulary, in Go. Nothing here touches the page.
import { fold, unspaced } from "./fold.js";

// What the words of a text must be worth for a topic to be proposed.
const CLEAR = 300;

const parted = (text) => (text ? text.split(" ") : []);
const size = (text) => [...text].length;
const join = (key) => (size(key.replaceAll("-", "")) < 4 ? "" : key.replaceAll("-", ""));

// ofTopics returns the names of the topics of some slugs, out of those of all topics.
export function ofTopics(slugs, rows) {
  const of = new Map(rows.flatMap((row) => row[0].split(" ").map((name) => [name, row])));
  return slugs.map((slug) => of.get(slug) ?? [slug, "", "", ""]);
}

// naming reads the names of topics, as match.Records has them. It gives called(text), the number of
// the topic of that name, or -1; and near(text, most), the numbers of the nearest,
// whose `sound` tells whether they clearly fit.
export function naming(topics) {
  const all = topics.map((names) => names.map(parted));
  const shares = new Map();
  for (const stem of all.flatMap(([, , stems, asked]) => [...stems, ...asked])) shares.set(stem, (shares.get(stem) ?? 0) + 1);

  function called(text) {
    const key = fold(text), one = join(key);
    for (const fits of [(name) => name === key, (name) => one && join(name) === one]) {
      const found = [...all.keys()].filter((n) => key && [...all[n][0], ...all[n][1]].some(fits));
      if (found.length === 1) return found[0];
    }
    return -1;
  }

  function near(text, most) {
    const words = [...new Set([...text].slice(0, 300).join("").split(/[^\p{L}\p{N}\p{M}+#]+/u).map(fold))].filter((w) => size(w) > 1);
    const best = (least, worth) => {
      const found = all.map((names, n) => [n, words.reduce((sum, w) => sum + worth(w, names), 0)]);
      const top = Math.max(...found.map(([, sum]) => sum));
      return found.filter(([, sum]) => sum >= least).sort((a, b) => b[1] - a[1]).slice(0, most).filter(([, sum]) => 5 * sum >= 2 * top).map(([n]) => n);
    };
    const sound = best(CLEAR, sounds);
    if (sound.length) return Object.assign(sound, { sound: true });
    const known = new Set(words.filter((w) => all.some((names) => sounds(w, names))));
    return Object.assign(best(1, (w, names) => (known.has(w) ? sounds : resembles)(w, names)), { sound: false });
  }

  // sounds returns what a word is worth by the stems of a topic's names, or by those of
  // what people say, which are worth half and say little once others share them.
  const sounds = (word, [, , stems, asked]) => Math.max(0,
    ...stems.filter((s) => isForm(word, s)).map((s) => Math.round(1000 / Math.sqrt(shares.get(s)))),
    ...asked.filter((s) => isForm(word, s)).map((s) => Math.floor(500 / shares.get(s))));

  return { called, near };
}

// isForm tells whether a word is a form of a stem, whose last e or i may be another
// letter. In scripts without spaces it may stand anywhere.
function isForm(word, stem) {
  if (unspaced.test([...stem][0])) return word.includes(stem);
  const short = stem.replace(/[ei]+$/, "");
  const base = size(short) < 3 ? stem : short, length = size(base);
  return word === stem || length > 2 && word.startsWith(base) && size(word) - length <= (length < 5 ? Math.min(4, length) : 7);
}

// resembles returns what a word is worth for a topic with a word that begins like it,
// or is nearly written so.
function resembles(word, [names]) {
  const length = size(word);
  const parts = names.flatMap((name) => [...name.split("-"), name.replaceAll("-", "")]);
  return Math.max(0, ...parts.map((part) => {
    if (length > 2 && part.startsWith(word)) return 1000;
    const d = length > 3 ? distance([...word], [...part]) : length;
    return 3 * d > length ? 0 : 900 - 100 * d;
  }));
}

// distance counts the letters to add, take away or exchange.
export function distance(a, b) {
  let row = [...b.keys(), b.length];
  a.forEach((c, i) => {
    const next = [i + 1];
    b.forEach((d, j) => next.push(Math.min(row[j] + (c !== d), row[j + 1] + 1, next[j] + 1)));
    row = next;
  });
  return row[b.length];
}
