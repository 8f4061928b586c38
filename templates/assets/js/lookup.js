// An index of texts: which entries hold words that begin as those somebody has
// written. Entries are numbers; of two that fit alike the lower comes first.
import { asked, tokens } from "./tokens.js";

// The fields of an entry, and what a word is worth in each.
export const weights = { name: 16, topic: 8, role: 4, place: 2, text: 1 };

// most is how much of a query is read, so that an answer never takes long.
const most = 200;

// Lookup finds entries. Words in common stand in nearly all texts, so they
// neither find nor exclude anything.
export class Lookup {
	constructor(common = []) {
		this.common = new Set(common);
		this.terms = new Map();
		this.sorted = null;
	}

	// add notes that an entry holds a text in a field.
	add(entry, worth, words) {
		for (const word of tokens(words)) this.note(entry, worth, word);
	}

	// names notes what an entry is called, by keys parted by spaces, and each short name
	// as one word: "nodejs" for node-js.
	names(entry, worth, keys) {
		this.add(entry, worth, keys);
		for (const parts of keys.split(" ").map((key) => key.split("-"))) {
			if (parts.length > 1 && parts.length < 4) this.note(entry, worth, parts.join(""));
		}
	}

	// note does so for a single token.
	note(entry, worth, word) {
		let held = this.terms.get(word);
		if (!held) {
			this.terms.set(word, held = new Map());
			this.sorted = null;
		}
		if ((held.get(entry) ?? 0) < worth) held.set(entry, worth);
	}

	// find gives {entries, words, near}: the entries that hold every word, the
	// best first. Only where there are none it takes all words for one, and then
	// words with one letter added, missing, exchanged or swapped, and says that it did.
	find(query) {
		const words = asked(query.slice(0, most));
		const telling = words.filter((word) => !this.common.has(word));
		const wanted = telling.length ? telling : words;
		let near = false;
		let found = both(wanted.map((word) => this.beginning(word)));
		if (!found.size && words.length > 1) found = this.beginning(words.join(""));
		if (!found.size && wanted.some(spellable)) {
			found = both(wanted.map((word) => this.resembling(word)));
			near = found.size > 0;
		}
		const entries = [...found].sort(([a, one], [b, two]) => two - one || a - b).map(([entry]) => entry);
		return { entries, words: wanted, near };
	}

	// some gives the entries with any of the words in their names, the best first.
	some(query) {
		const found = new Map();
		for (const word of asked(query.slice(0, most)).filter((word) => word.length > 2 && !this.common.has(word))) {
			for (const [entry, worth] of this.beginning(word)) {
				if (worth >= weights.name) found.set(entry, (found.get(entry) ?? 0) + worth);
			}
		}
		return [...found].sort(([a, one], [b, two]) => two - one || a - b).map(([entry]) => entry);
	}

	// beginning gives the entries that hold a word with this beginning, and what
	// it is worth there: half as much again where it is the whole word.
	beginning(start) {
		const found = new Map();
		this.sorted ??= [...this.terms.keys()].sort();
		for (let i = first(this.sorted, start); this.sorted[i]?.startsWith(start); i++) {
			merge(found, this.terms.get(this.sorted[i]), this.sorted[i] === start ? 1.5 : 1);
		}
		return found;
	}

	resembling(word) {
		const found = this.beginning(word);
		if (!spellable(word)) return found;
		for (const [term, held] of this.terms) {
			if (resembles(word, term)) merge(found, held, .5);
		}
		return found;
	}
}

// spellable tells words that are long enough for a mistake in them to be seen.
const spellable = (word) => [...word].length > 3;

function merge(found, held, factor) {
	for (const [entry, worth] of held) {
		if ((found.get(entry) ?? 0) < worth * factor) found.set(entry, worth * factor);
	}
}

// both keeps the entries that are in every map, with the sum of their worth.
function both([one = new Map(), ...others]) {
	const kept = new Map();
	for (const [entry, worth] of one) {
		if (others.every((other) => other.has(entry))) {
			kept.set(entry, others.reduce((sum, other) => sum + other.get(entry), worth));
		}
	}
	return kept;
}

// first gives the place of the first word that does not come before another.
function first(sorted, word) {
	let low = 0, high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (sorted[middle] < word) low = middle + 1;
		else high = middle;
	}
	return low;
}

// resembles tells whether a term begins like a word with at most one mistake.
export function resembles(word, term) {
	if (!spellable(word)) return term.startsWith(word);
	let i = 0;
	while (i < word.length && word[i] === term[i]) i++;
	const rest = (from, of) => term.slice(from).startsWith(word.slice(of));
	return i === word.length || rest(i + 1, i + 1) || rest(i, i + 1) || rest(i + 1, i) ||
		word[i] === term[i + 1] && word[i + 1] === term[i] && rest(i + 2, i + 2);
}
