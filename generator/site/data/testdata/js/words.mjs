// Reads the parts of a dictionary, and looks for each word in the part that it must
// stand in.
import { readFileSync } from "node:fs";
import { dictionary, reader } from "./dictionary.js";

const { Starts, Parts } = JSON.parse(readFileSync(0, "utf8"));
const read = reader({ index: async () => ({ words: Starts }), part: async (name) => Parts[name.split("/")[1]] });
const all = Parts.flatMap((part) => dictionary(part));
const lost = [];
for (const { term } of all) {
	if (!(await read(term)).some((found) => found.term === term)) lost.push(term);
}
process.stdout.write(JSON.stringify({
	Words: Object.fromEntries(all.map(({ term, held }) => [term, Object.fromEntries(held)])),
	Common: all.filter(({ common }) => common).map(({ term }) => term),
	Lost: lost,
}));
