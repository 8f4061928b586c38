// Shows where a text holds the words that were searched for.
import { fold, unspaced } from "./fold.js";
import { resembles } from "./lookup.js";
import { merged } from "./stretches.js";
import { bare } from "./tokens.js";

const segments = /[\p{L}\p{N}\p{M}'\u2019]+/gu;

// markInto puts a text into an element, with every beginning of a word that was
// searched for in a mark element; near tells whether words with a mistake were.
export function markInto(element, text, { words, near }) {
	const parts = [];
	let at = 0;
	for (const [from, to] of places(text, words, near)) {
		parts.push(text.slice(at, from), marked(text.slice(from, to)));
		at = to;
	}
	element.replaceChildren(...parts, text.slice(at));
}

function marked(text) {
	const mark = document.createElement("mark");
	mark.textContent = text;
	return mark;
}

// places returns the stretches of a text to mark, as pairs of offsets in order.
export function places(text, words, near) {
	const found = [];
	for (const { 0: segment, index } of text.matchAll(segments)) {
		for (const [from, to] of within(segment, words, near)) found.push([index + from, index + to]);
	}
	return found;
}

// within returns the stretches of a word: its beginning, or in scripts without
// spaces any part of it; one letter only where it is the word. A word that only
// resembles is marked whole.
function within(segment, words, near) {
	const { key, ends } = unfolded(segment), start = key.length - bare(key).length;
	const stretches = words.flatMap((word) => {
		if (unspaced.test([...word][0])) return everywhere(key, word);
		return key.startsWith(word, start) && (word.length > 1 || key === word) ? [[start, start + word.length]] : [];
	});
	if (!stretches.length) return near && words.some((word) => word.length > 3 && resembles(word, bare(key))) ? [[0, segment.length]] : [];
	return merged(stretches).map(([from, to]) => [from && ends[from - 1], ends[to - 1]]);
}

function everywhere(key, word) {
	const found = [];
	for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) found.push([at, at + word.length]);
	return found;
}

// unfolded folds a word letter by letter, and says for each letter of the key
// where in the word it ends, with the marks that follow.
function unfolded(segment) {
	let key = "", at = 0;
	const ends = [];
	for (const letter of segment) {
		at += letter.length;
		const folded = /^\p{M}$/u.test(letter) ? fold("a" + letter).slice(1) : fold(letter);
		key += folded;
		for (let i = 0; i < folded.length; i++) ends.push(at);
		if (!folded && ends.length) ends[ends.length - 1] = at;
	}
	return { key, ends };
}
