// Reads search data and writes the addresses and words of all entries, and the
// dictionary as it was before it was written small.
import { readFileSync } from "node:fs";
import { dictionary } from "./dictionary.js";
import { entries } from "./entries.js";

const data = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify({
	entries: entries(data).map(({ kind, url, title, topics, shared }) => [kind, url, title, ...topics.map((topic) => topic.title), ...shared].join(" | ")),
	words: Object.fromEntries(dictionary(data.words, data.at)),
}));
