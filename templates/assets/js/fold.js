// The keys by which words are compared, made in the same way as where the data come
// from: portal.Fold, in Go. Tests compare the two.

const symbols = { __proto__: null, "+": "plus", "#": "sharp", "&": "and", "@": "at" };
const letters = { __proto__: null, ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d" };
const accent = /^(?![\u3099\u309a])(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}]$/u;
const wordly = /^[\p{L}\p{N}\p{M}]$/u;
export const mark = /^\p{M}$/u;

// unspaced are the letters of scripts that write no spaces.
export const unspaced = /^[\u30fc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u;

// fold returns a text's key: lower case, without accents and the marks that
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

// called returns [slug, title] of a topic, whose slug the data leave out where it is the
// key of the title.
export const called = ([title, slug]) => [slug ?? fold(title), title];
