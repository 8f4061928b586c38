// Says where searches lead first, and which topic the finder takes a name or a
// sentence for, in the portal whose data are given.
import { readFileSync } from "node:fs";

globalThis.document = { documentElement: { lang: "en", dir: "ltr" } };
const [{ reader }, { entry }, { find }, { naming }, { portalData }] =
	await Promise.all(["dictionary", "entries", "lookup", "names", "parts"].map((name) => import(`./${name}.js`)));
const { files, index, names, queries } = JSON.parse(readFileSync(0, "utf8"));
globalThis.fetch = async (path) => ({ ok: path in files, json: async () => JSON.parse(files[path]) });

const data = portalData(index);
const topics = naming(await data.part(names));
const said = await Promise.all(queries.map(async (query) => {
	const { entries: [first], near } = await find(query, reader(data));
	const { url } = first === undefined || near ? {} : await entry(data, first);
	const called = topics.called(query), nearest = topics.near(query, 1);
	return { query, url, topic: called >= 0 ? called : nearest.sound ? nearest[0] : -1 };
}));
process.stdout.write(JSON.stringify(said));
