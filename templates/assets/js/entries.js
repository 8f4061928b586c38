// Everything that can be found, as the data hold it.
import { numbered } from "./parts.js";
import { person } from "./people.js";

// placed returns the kind of an entry's number, {kind, base, n}, n being its place among
// the mentors or among everything else.
export function placed({ kinds, mentors }, number) {
	let first = 0, passed = 0;
	for (const [kind, base, count] of kinds) {
		if (number < first + count) return { kind, base, n: kind === "mentor" ? number - first : number - passed };
		first += count;
		if (kind === "mentor") passed = mentors;
	}
	throw new Error(number);
}

// firstMentor is the number of the first mentor among the entries.
export const firstMentor = ({ kinds }) => kinds.slice(0, kinds.findIndex(([kind]) => kind === "mentor")).reduce((sum, [, , count]) => sum + count, 0);

// entry returns what has a number: {kind, url, title, line, role, place, names, lang}; lang is ""
// where the texts are in the page's language.
export async function entry(data, number) {
	const { kind, base, n } = placed(await data.index(), number);
	if (kind === "mentor") {
		const { url, name, headline, role, place, tongues, lang } = await person(data, n);
		return { kind, url, title: name, line: headline, role, place, names: tongues, lang };
	}
	const [slug, title, line = "", role = "", place = "", also = "", lang = ""] = await numbered(data, "entries", n);
	return { kind, url: address(kind, `${base}${slug}/`, title), title, line, role, place, names: also.split(", "), lang };
}

// pages are the kinds of entries that are pages of their own; all others stand on a
// list, and the address leads to the place where their title is.
const pages = new Set(["need", "topic", "guide", "worksheet", "story", "list", "meeting", "page"]);

function address(kind, url, title) {
	return pages.has(kind) ? url : `${url}#:~:text=${encodeURIComponent(title).replaceAll("-", "%2D")}`;
}
