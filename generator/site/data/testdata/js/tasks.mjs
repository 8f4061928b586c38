// Does tasks with the parts of a portal, and says what each has found and how many
// bytes it has loaded. The sizes of the parts are given with them.
import { readFileSync } from "node:fs";

globalThis.document = { documentElement: { lang: "en", dir: "ltr" } };
const [{ reader }, { entry }, { find }, { having, portalData }, { person }] =
	await Promise.all(["dictionary", "entries", "lookup", "parts", "people"].map((name) => import(`./${name}.js`)));

const { files, tasks } = JSON.parse(readFileSync(0, "utf8"));
const shown = 12;
let loaded;
globalThis.fetch = async (path) => {
	if (!files[path]) return { ok: false, json: async () => JSON.parse("") };
	loaded += files[path].size;
	return { ok: true, json: async () => JSON.parse(files[path].text) };
};

async function facets(data, chosen) {
	const sets = await Promise.all(chosen.map(([facet, value]) => having(data, facet, value)));
	const fit = sets[0].filter((n) => sets.every((set) => set.includes(n)));
	const people = await Promise.all(fit.slice(0, shown).map((n) => person(data, n)));
	return { count: fit.length, titles: people.map(({ name }) => name) };
}

async function search(data, query) {
	const { entries } = await find(query, reader(data));
	const all = await Promise.all(entries.slice(0, shown).map((n) => entry(data, n)));
	return { count: entries.length, titles: all.map(({ title }) => title), urls: all.map(({ url }) => url) };
}

const done = [];
for (const { query, chosen } of tasks) {
	loaded = 0;
	const data = portalData("/data/index.json");
	const found = await (chosen ? facets(data, chosen) : search(data, query));
	done.push({ ...found, bytes: loaded });
}
process.stdout.write(JSON.stringify(done));
