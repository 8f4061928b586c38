// What the pure modules of browse and search promise.
import loose from "node:assert"; // does not compare prototypes
import assert from "node:assert/strict";
import { test } from "node:test";
import { weights } from "./dictionary.js";
import { less, none, read, singles, write } from "./filter.js";
import { find } from "./lookup.js";
import { places } from "./marked.js";
import { tokens } from "./tokens.js";

function harbour() {
	const terms = new Map();
	const add = (entry, worth, text, common = false) => {
		for (const term of tokens(text)) {
			if (!terms.has(term)) terms.set(term, { term, common, held: new Map() });
			const { held } = terms.get(term);
			held.set(entry, Math.max(worth, held.get(entry) ?? 0));
		}
	};
	["Ana Silva", "Žilvinas Ruta", "ليان حداد", "渡辺 翔太", "Leading teams", "Ann Lead", "José Peña"].forEach((name, n) => add(n, weights.name, name));
	add(0, weights.topic, "Leading teams");
	add(1, weights.text, "I can help you lead");
	add(3, weights.place, "京都大学");
	add(5, weights.text, "harbour");
	add(4, weights.name, "nodejs");
	add(4, weights.text, "with", true);
	terms.get("with").held.clear();
	return async (word, like) => [...terms.values()].filter(({ term }) => term.startsWith(like ? word[0] : word));
}

const search = (query) => find(query, harbour());
const found = async (query) => (await search(query)).entries;

test("words are found by their beginnings, without case and accents", async () => {
	assert.deepEqual(await found("ZILV"), [1]);
	assert.deepEqual(await found("žil"), [1]);
	assert.deepEqual(await found("harb"), [5]);
	assert.deepEqual(await found("لَيان"), [2]);
	assert.deepEqual(await found("vinas"), []);
	assert.deepEqual(await found("jose pena"), [6]);
	assert.deepEqual(await found("node js"), [4]);
});

test("Arabic words are found with and without their article", async () => {
	assert.deepEqual(await found("الليان"), [2]);
	assert.deepEqual(await found("الحد"), [2]);
});

test("every word must be there, unless it stands nearly everywhere", async () => {
	assert.deepEqual(await found("ana silva"), [0]);
	assert.deepEqual(await found("ana ruta"), []);
	assert.deepEqual(await found("with ana"), [0]);
});

test("names come before topics, topics before texts, whole words before beginnings", async () => {
	assert.deepEqual(await found("lead"), [5, 4, 0, 1]);
});

test("scripts without spaces are found by any part", async () => {
	assert.deepEqual(await found("大学"), [3]);
	assert.deepEqual(await found("京"), [3]);
	assert.deepEqual(await found("学"), [3]);
	assert.deepEqual(await found("大京"), []);
});

test("one mistake is forgiven where nothing else is found", async () => {
	for (const typo of ["hrabour", "harbuor", "harbor", "harboour", "silvva", "slva"]) {
		const { entries, near } = await search(typo);
		assert.equal(entries.length, 1, typo);
		assert.ok(near, typo);
	}
	assert.deepEqual(await found("hxrbxr"), []);
	assert.deepEqual(await found("xna"), []);
	assert.deepEqual(await found("siva"), [0]);
	assert.deepEqual(await found("sivva"), [0]);
	assert.deepEqual(await found("sliv"), []);
	assert.deepEqual(await found("halp"), []); // texts are too long for short words with a mistake
	assert.deepEqual(await found("help ruat"), [1]);
	assert.equal((await search("lead")).near, false);
});

test("the stretches that were found are marked", () => {
	const marked = (text, ...words) => places(text, words).map(([from, to]) => text.slice(from, to));
	assert.deepEqual(marked("Žilvinas Ruta", "zil"), ["Žil"]);
	assert.deepEqual(marked("E\u0301lan vital", "el"), ["E\u0301l"]);
	assert.deepEqual(marked("Straße", "strass"), ["Straß"]);
	assert.deepEqual(marked("京都大学", "大学"), ["大学"]);
	assert.deepEqual(marked("沈雨晴", "沈雨", "雨晴"), ["沈雨晴"]);
	assert.deepEqual(marked("I see its title", "i"), ["I"]);
	assert.deepEqual(marked("Ann Lead", "laed"), []);
	assert.deepEqual(places("Ann Lead", ["laed"], true), [[4, 8]]);
	assert.deepEqual(marked("مَدرَسة", "مد"), ["مَد"]);
	assert.deepEqual(marked("ترك القيادة", "قيادة"), ["قيادة"]);
	assert.deepEqual(marked("<b>bold", "bol"), ["bol"]);
	assert.deepEqual(marked("nothing", "zil"), []);
});

test("what was chosen is the same after it stood in an address", () => {
	const state = { values: { topics: ["c-plus-plus", "leading-teams"], places: ["PT"], open: ["now"] }, words: "ana & ليان #1" };
	loose.deepEqual(read("#" + write(state)), state);
	assert.equal(write(none()), "");
	loose.deepEqual(read("#i-list"), none());
	loose.deepEqual(read("#%E0%A4%A&topics="), { values: {}, words: "" });
});

test("one thing less leaves the rest", () => {
	const state = { values: { topics: ["a", "b"], places: ["PT"] }, words: "x" };
	assert.deepEqual(singles(state), [["topics", "a"], ["topics", "b"], ["places", "PT"], []]);
	loose.deepEqual(less(state, "topics", "a"), { values: { topics: ["b"], places: ["PT"] }, words: "x" });
	assert.deepEqual(less(state), { ...state, words: "" });
});
