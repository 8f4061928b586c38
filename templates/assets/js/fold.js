// The words by which texts are found, made in the same way as where the data
// come from: portal.Fold and site's tokens, in Go. Tests compare the two.

const symbols = { __proto__: null, "+": "plus", "#": "sharp", "&": "and", "@": "at" };
const letters = { __proto__: null, ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d" };
const accent = /^(?![\u3099\u309a])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}]$/u;
const wordly = /^[\p{L}\p{N}\p{M}]$/u;
const mark = /^\p{M}$/u;
const unspaced = /^[\u30fc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

// fold gives a text's key: lower case, without accents and the marks that
// scripts share, symbols spelled out, one hyphen between words.
export function fold(text) {
	if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)) return text;
	let key = "", pending = false, worded = false;
	const write = (word) => {
		key += (pending && key ? "-" : "") + word;
		pending = false;
	};
	if (/^\.[a-z0-9\u{80}-\u{10ffff}]/iu.test(text)) {
		write("dot");
		pending = true;
		text = text.slice(1);
	}
	for (const c of text.normalize("NFKD")) {
		const small = c.toLowerCase();
		if (letters[small]) {
			worded = true;
			write(letters[small]);
		} else if (small === "'" || small === "\u2019" || accent.test(small)) {
			continue;
		} else if (wordly.test(small)) {
			worded ||= !mark.test(small);
			write(small);
		} else {
			pending = true;
			if (symbols[small]) write(symbols[small]);
			pending = true;
		}
	}
	return worded ? key : "";
}

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

function words(text, ending) {
	return fold(text).split("-").filter((word) => word).flatMap(runs).flatMap(({ spaced, letters }) => {
		if (spaced) return [letters.join("")];
		const pairs = letters.slice(1).map((c, i) => letters[i] + c);
		return ending || !pairs.length ? [...pairs, letters.at(-1)] : pairs;
	});
}

// tokens gives the words by which a text is found: of scripts without spaces
// every two neighbouring letters, and the last one.
export const tokens = (text) => words(text, true);

// asked gives the words that a search must find, each as the beginning of one
// of a text's tokens.
export const asked = (query) => [...new Set(words(query, false))];

// brief tells whether a query is too short to search with: one letter, unless
// it is of a script in which one says something.
export function brief(query) {
	const key = [...fold(query)];
	return key.length < 2 && !key.some((c) => unspaced.test(c));
}
