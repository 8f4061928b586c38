// Which entries hold words that begin as those somebody has written. Entries are
// numbers; of two that fit alike the lower comes first.
import { weights } from "./dictionary.js";
import { asked } from "./tokens.js";

// mostRead is how much of a query is read, the longest of so many words and so much of
// each, so that an answer never takes long.
const mostRead = 200, mostWords = 6, longest = 24;

// find returns {entries, words, near, terms}: the entries that hold every word, the
// best first, and for each the terms of the dictionary that were found. Words that stand in nearly all
// texts neither find nor exclude anything. Only where there are none it takes all
// words for one, and then words with one letter added, missing, exchanged or swapped,
// and says that it did. Where nothing holds all, offered are the entries whose names
// hold one of the words. read loads the terms with a beginning, or those like a word.
export async function find(query, read) {
	const all = asked(query.slice(0, mostRead)).map((word) => [...word].slice(0, longest).join(""));
	const least = all.map((word) => word.length).sort((a, b) => b - a)[mostWords - 1] ?? 0;
	const words = all.filter((word) => word.length >= least).slice(0, mostWords);
	const begun = await Promise.all(words.map(async (word) => beginning(word, await read(word))));
	const telling = begun.filter(({ common }) => !common);
	const wanted = telling.length ? telling : begun;
	let found = both(wanted), near = false;
	if (!found.size && words.length > 1) {
		const one = words.join("").slice(0, longest);
		found = both([beginning(one, await read(one))]);
	}
	if (!found.size && wanted.some(({ word }) => spellable(word))) {
		found = both(await Promise.all(wanted.map(async ({ word }) => resembling(word, await read(word, spellable(word))))));
		near = found.size > 0;
	}
	const offered = found.size ? [] : sorted(any(telling));
	return { entries: sorted(found), words: wanted.map(({ word }) => word), near, offered, terms: (n) => found.get(n)?.terms ?? [] };
}

const sorted = (found) => [...found].sort(([a, one], [b, two]) => two.worth - one.worth || a - b).map(([entry]) => entry);

// beginning returns the entries that hold a word with this beginning, and what
// it is worth there: half as much again where it is the whole word.
function beginning(word, list, worthOf = (term) => (term === word ? 1.5 : term.startsWith(word) ? 1 : 0)) {
	const found = new Map();
	let common = false;
	for (const one of list) {
		const times = worthOf(one.term);
		if (!times) continue;
		common ||= one.common && one.term === word;
		for (const [entry, field] of one.held) {
			const worth = field * times;
			if (worth >= weights.text / 2 && (found.get(entry)?.worth ?? 0) < worth) found.set(entry, { worth, terms: [one] });
		}
	}
	return { word, found, common };
}

// resembling also takes words with a mistake for it, those of texts only for a long
// word: there are so many that some resemble any short one.
function resembling(word, list) {
	const mistaken = isShort(word) ? .4 : .5;
	return beginning(word, list, (term) => (term === word ? 1.5 : term.startsWith(word) ? .5 : resembles(word, term) ? mistaken : 0));
}

// spellable tells words that are long enough for a mistake in them to be seen, and
// isShort those that with one might be any other.
const spellable = (word) => [...word].length > 3;
const isShort = (word) => [...word].length < 6;

const joined = (one, two) => ({ worth: one.worth + two.worth, terms: [...new Set([...one.terms, ...two.terms])] });

// both keeps the entries that every word finds.
function both([one, ...others]) {
	const kept = new Map();
	for (const [entry, first] of one?.found ?? []) {
		if (others.every(({ found }) => found.has(entry))) kept.set(entry, others.reduce((sum, { found }) => joined(sum, found.get(entry)), first));
	}
	return kept;
}

// any keeps the entries that have one of the words in their names, short ones whole.
function any(all) {
	const kept = new Map();
	for (const { word, found } of all) {
		const least = weights.name * (word.length > 2 ? 1 : 1.5);
		for (const [entry, one] of found) {
			if (one.worth >= least) kept.set(entry, kept.has(entry) ? joined(kept.get(entry), one) : one);
		}
	}
	return kept;
}

// resembles tells whether a term begins like a word with at most one mistake; where
// the word is short, whether it is the word with one.
export function resembles(word, term) {
	if (term.startsWith(word)) return true;
	if (!spellable(word)) return false;
	let i = 0;
	while (i < word.length && word[i] === term[i]) i++;
	const rest = (from, of) => isShort(word) ? term.slice(from) === word.slice(of) : term.slice(from).startsWith(word.slice(of));
	return rest(i + 1, i + 1) || rest(i, i + 1) || rest(i + 1, i) ||
		word[i] === term[i + 1] && word[i + 1] === term[i] && rest(i + 2, i + 2);
}
