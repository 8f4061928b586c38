// Everything that can be found, as the search data hold it, and its index.
import { dictionary } from "./dictionary.js";
import { fold } from "./fold.js";
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

// called gives the keys of an entry's names; topics and mentors are also known by what
// their addresses end with.
function called({ kind, slug, title, also }) {
	const known = ["need", "topic", "mentor"].includes(kind) ? slug : "";
	return [title, ...also.split(", "), known].map(fold).join(" ");
}

function addEntry(index, n, entry) {
	index.names(n, weights.name, called(entry));
	for (const topic of entry.topics) index.names(n, weights.topic, called(topic));
	index.add(n, weights.role, entry.role);
	index.add(n, weights.place, [entry.place, ...entry.shared].join(" "));
	index.add(n, weights.text, entry.line);
}
