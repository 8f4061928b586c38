// Shows where a text holds the words that were searched for.
import { fold } from "./fold.js";
import { resembles } from "./lookup.js";

const segments = /[\p{L}\p{N}\p{M}'\u2019]+/gu;

// markInto puts a text into an element, with every beginning of a word that was
// searched for in a mark element.
export function markInto(element, text, words) {
	const parts = [];
	let at = 0;
	for (const [from, to] of places(text, words)) {
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

// places gives the stretches of a text to mark, as pairs of offsets in order.
export function places(text, words) {
	const found = [];
	for (const { 0: segment, index } of text.matchAll(segments)) {
		for (const [from, to] of within(segment, words)) found.push([index + from, index + to]);
	}
	return found;
}

// within gives the stretches of a word: its beginning, or in scripts without
// spaces any part of it. A word that only resembles is marked whole.
function within(segment, words) {
	const { key, ends } = unfolded(segment);
	const whole = [[0, segment.length]];
	let best = 0;
	for (const word of words) {
		if (key.startsWith(word)) best = Math.max(best, ends[word.length - 1]);
	}
	if (best) return [[0, best]];
	const inner = words.filter((word) => /^[^\0-\u0dff]/.test(word)).map((word) => [key.indexOf(word), word]).filter(([at]) => at > 0);
	if (inner.length) {
		const [at, word] = inner.sort(([a], [b]) => a - b)[0];
		return [[ends[at - 1], ends[at + word.length - 1]]];
	}
	return words.some((word) => word.length > 3 && resembles(word, key)) ? whole : [];
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
