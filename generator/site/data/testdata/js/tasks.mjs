// Does tasks with the parts of a portal, and says what each has found and which
// parts it has loaded.
import { readFileSync } from "node:fs";

globalThis.document = { documentElement: { lang: "en", dir: "ltr" } };
const [{ book, files: needed }, { reader }, { sharing }, { find }, { having }, { portalData }, { person }, { circle, suggest }, { told }] =
	await Promise.all(["book", "dictionary", "hours", "lookup", "having", "parts", "people", "suggest", "why"].map((name) => import(`./${name}.js`)));

const { files, tasks } = JSON.parse(readFileSync(0, "utf8"));
const shown = 12;
let loaded;
globalThis.fetch = async (path) => {
	if (!files[path]) return { ok: false, json: async () => JSON.parse("") };
	loaded.push(path);
	return { ok: true, json: async () => JSON.parse(files[path]) };
};

async function facets(data, chosen) {
	const sets = await Promise.all(chosen.map(([facet, value]) => having(data, facet, value)));
	const fit = sets[0].filter((n) => sets.every((set) => set.includes(n)));
	const people = await Promise.all(fit.slice(0, shown).map((n) => person(data, n)));
	return { count: fit.length, titles: people.map(({ name }) => name) };
}

async function search(data, query) {
	const fit = await find(query, reader(data)), { entries } = fit;
	const all = await Promise.all(entries.slice(0, shown).map((n) => told(data, fit, n)));
	return { count: entries.length, titles: all.map(({ title }) => title), urls: all.map(({ url }) => url) };
}

async function match(data, asked) {
	const head = await data.part("match"), parts = new Map(Object.entries(head.parts ?? {}));
	for (const [name, part] of parts) data.give(name, part);
	const records = book(head, parts);
	for (const name of head.parts ? [] : needed(records, asked)) {
		for (const [key, part] of Object.entries(await data.part(`match/${name}`))) parts.set(key, part);
	}
	asked.shared = sharing(records, asked);
	const all = suggest(records, asked, shown), together = circle(records, asked, 4);
	const people = await Promise.all([...all, ...together.members].map(({ mentor }) => person(data, mentor)));
	return { count: all.length, slugs: people.slice(0, all.length).map(({ slug }) => slug) };
}

const done = [];
for (const { query, chosen, asked } of tasks) {
	loaded = [];
	const data = portalData("/data/index.json");
	const found = await (asked ? match(data, asked) : chosen ? facets(data, chosen) : search(data, query));
	done.push({ ...found, loaded });
}
process.stdout.write(JSON.stringify(done));
