// The words by which texts are found, made in the same way as where the data come
// from: portal.Tokens, in Go. Tests compare the two.
import { fold, mark, unspaced } from "./fold.js";

// runs parts a word where letters of scripts that write no spaces begin or end.
// Marks go with what they stand on.
function runs(word) {
	const parts = [];
	for (const c of word) {
		const spaced = !unspaced.test(c), last = parts.at(-1);
		if (last && (mark.test(c) || last.spaced === spaced)) last.letters.push(c);
		else parts.push({ spaced, letters: [c] });
	}
	return parts;
}

// bare takes off Arabic's article, which is written as one word with its noun.
export const bare = (word) => (/^ال../.test(word) ? word.slice(2) : word);

function words(text, ending) {
	return fold(text).split("-").filter((word) => word).flatMap(runs).flatMap(({ spaced, letters }) => {
		if (spaced) return [bare(letters.join(""))];
		const pairs = letters.slice(1).map((c, i) => letters[i] + c);
		return ending || !pairs.length ? [...pairs, letters.at(-1)] : pairs;
	});
}

// tokens returns the words by which a text is found: of scripts without spaces
// every two neighbouring letters, and the last one.
export const tokens = (text) => words(text, true);

// asked returns the words that a search must find, each as the beginning of one
// of a text's tokens.
export const asked = (query) => [...new Set(words(query, false))];

// brief tells whether a query is too short to search with: one letter, unless
// it is of a script in which one says something.
export function brief(query) {
	const key = [...fold(query)];
	return key.length < 2 && !key.some((c) => unspaced.test(c));
}
