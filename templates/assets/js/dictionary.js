// The words of everything that can be found, as the data hold them. How they are
// written is said where they are made, in data's dictionary.go.

// The fields of an entry, and what a word is worth in each.
export const weights = { name: 16, topic: 8, role: 4, place: 2, text: 1 };
const fields = Object.values(weights);

// dictionary reads a part of the words: {term, common, held}, held being what the
// word is worth for each entry that holds it.
export function dictionary(part) {
	return (part ? part.split(" ") : []).map((written) => {
		const [term, ...steps] = written.split(","), common = steps[0] === "!";
		let sum = 0;
		const at = steps.slice(common ? 1 : 0).map((step) => (sum += parseInt(step, 36)));
		return { term, common, held: new Map(at.map((n) => [Math.floor(n / fields.length), fields[n % fields.length]])) };
	});
}

// most is how many parts of the words are read for a beginning: short ones stand in
// many, and whole words come first.
const most = 6;

// reader returns a function that loads the words with a beginning, and maybe others; or
// those like it, by its first letter where few parts hold that, else by two.
export function reader(data) {
	const read = new Map();
	const more = (words, start) => words.filter((word) => word > start && word.startsWith(start)).length;
	return async (word, like) => {
		const { words } = await data.index();
		const [one, two] = [1, 2].map((n) => [...word].slice(0, n).join(""));
		const start = !like ? word : more(words, one) < most ? one : two;
		const from = words.filter((first) => first <= start).length;
		const lists = await Promise.all([...Array(Math.min(1 + more(words, start), most)).keys()].map(async (i) => {
			const n = from + i, part = await data.part(`words/${n}`);
			return read.get(n) ?? read.set(n, dictionary(part)).get(n);
		}));
		return lists.flat();
	};
}
