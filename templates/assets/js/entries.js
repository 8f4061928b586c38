// Everything that can be found, as the search data hold it, and its index.
import { Lookup, weights } from "./lookup.js";

// entries gives what can be found: {kind, url, title, line, role, place, topics,
// shared}, topics being titles and shared countries and languages in words.
export function entries(data) {
	const all = data.groups.flatMap(({ kind, base, entries }) => entries.map(([slug, title, line = "", role = "", place = "", topics = [], shared = [], also = ""]) =>
		({ kind, slug, url: address(kind, `${base}${slug}/`, title), title, line, role, place, topics, shared: shared.map((i) => data.shared[i]), also })));
	for (const entry of all) entry.topics = entry.topics.map((i) => all[i]);
	return all;
}

// things are the kinds of entries that are pages of their own; all others stand
// on a list, and the address leads to the place where their title is.
const pages = new Set(["need", "topic", "mentor", "guide", "worksheet", "story", "list", "meeting", "page"]);

function address(kind, url, title) {
	return pages.has(kind) ? url : `${url}#:~:text=${encodeURIComponent(title).replaceAll("-", "%2D")}`;
}

// pause lets the page answer between two stretches of work.
const pause = () => new Promise((done) => setTimeout(done));

// indexed makes entries findable. It works in short stretches.
export async function indexed(all, data) {
	const index = new Lookup(data.common);
	for (let n = 0; n < all.length; n++) {
		addEntry(index, n, all[n]);
		if (n % 200 === 199) await pause();
	}
	let some = 0;
	for (const [word, held] of dictionary(data.words, data.at)) {
		for (const entry of held) index.note(entry, weights.text, word);
		if (++some % 2000 === 0) await pause();
	}
	return index;
}

function addEntry(index, n, entry) {
	index.add(n, weights.name, `${entry.title} ${entry.also}`);
	if (entry.kind === "mentor") index.add(n, weights.name, entry.slug);
	for (const topic of entry.topics) index.add(n, weights.topic, `${topic.title} ${topic.also}`);
	index.add(n, weights.role, entry.role);
	index.add(n, weights.place, [entry.place, ...entry.shared].join(" "));
	index.add(n, weights.text, entry.line);
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// dictionary reads the words of the texts, each with its entries' numbers. How
// they are written is said where they are made, in site's dictionary.go.
export function* dictionary(words, at) {
	const lists = at.split(" ");
	let before = [], i = 0;
	for (const coded of words ? words.split(" ") : []) {
		before = [...before.slice(0, parseInt(coded[0], 36)), ...coded.slice(1)];
		yield [before.join(""), numbers(lists[i++])];
	}
}

function numbers(list) {
	const all = [];
	let sum = 0, part = 0, shift = 0;
	for (const digit of list) {
		const value = digits.indexOf(digit);
		part |= (value & 31) << shift;
		shift += 5;
		if (value < 32) {
			all.push(sum += part);
			part = shift = 0;
		}
	}
	return all;
}
