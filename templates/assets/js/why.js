// Why something was found: what else of it than its result shows holds the words.
import { weights } from "./dictionary.js";
import { entry, placed } from "./entries.js";
import { resembles } from "./lookup.js";
import { tokens } from "./tokens.js";

const most = 4;

// told returns what has a number, with about: its topics, other names, place and
// languages that hold the words; or else the words of its texts. fit is what was found.
export async function told(data, fit, n) {
	const [one, topics] = await Promise.all([entry(data, n), topicsOf(data, fit, n)]);
	const holds = (token) => fit.words.some((word) => fit.near ? resembles(word, token) : token.startsWith(word));
	const names = [...one.names, one.place].filter((name) => name && tokens(name).some(holds));
	const telling = [...new Set([...topics, ...names])].slice(0, most);
	const shown = new Set(tokens([one.title, one.role, one.line, ...telling].join(" ")));
	const rest = fit.terms(n).map(({ term }) => term).filter((term) => !shown.has(term));
	return { ...one, about: [...telling, ...rest] };
}

// topicsOf returns the titles of the topics by whose names something was found: where no
// other topic bears the word, it must be that.
async function topicsOf(data, { terms }, n) {
	const index = await data.index();
	const isTopic = ([other, worth]) => worth === weights.name && ["need", "topic"].includes(placed(index, other).kind);
	const topics = terms(n).filter(({ held }) => held.get(n) === weights.topic)
		.map(({ held }) => [...held].filter(isTopic)).filter((bearers) => bearers.length === 1);
	return Promise.all(topics.map(async ([[topic]]) => (await entry(data, topic)).title));
}
