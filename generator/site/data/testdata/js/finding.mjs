// What the pure modules of browse and search promise.
import loose from "node:assert"; // does not compare prototypes
import assert from "node:assert/strict";
import { test } from "node:test";
import { fits, known, less, none, read, singles, write } from "./filter.js";
import * as lookup from "./lookup.js";
import { places } from "./marked.js";

function harbour() {
	const index = new lookup.Lookup(["with"]);
	["Ana Silva", "Žilvinas Ruta", "ليان حداد", "渡辺 翔太", "Leading teams", "Ann Lead"].forEach((name, n) => index.add(n, lookup.weights.name, name));
	index.add(0, lookup.weights.topic, "Leading teams");
	index.add(1, lookup.weights.text, "I can help you lead");
	index.add(3, lookup.weights.place, "京都大学");
	index.note(5, lookup.weights.text, "harbour");
	return index;
}

const found = (query) => harbour().find(query).entries;

test("words are found by their beginnings, without case and accents", () => {
	assert.deepEqual(found("ZILV"), [1]);
	assert.deepEqual(found("žil"), [1]);
	assert.deepEqual(found("harb"), [5]);
	assert.deepEqual(found("لَيان"), [2]);
	assert.deepEqual(found("vinas"), []);
});

test("every word must be there, unless it stands nearly everywhere", () => {
	assert.deepEqual(found("ana silva"), [0]);
	assert.deepEqual(found("ana ruta"), []);
	assert.deepEqual(found("with ana"), [0]);
});

test("names come before topics, topics before texts, whole words before beginnings", () => {
	assert.deepEqual(found("lead"), [5, 4, 0, 1]);
});

test("scripts without spaces are found by any part", () => {
	assert.deepEqual(found("大学"), [3]);
	assert.deepEqual(found("京"), [3]);
	assert.deepEqual(found("学"), [3]);
	assert.deepEqual(found("大京"), []);
});

test("one mistake is forgiven where nothing else is found", () => {
	for (const typo of ["hrabour", "harbuor", "harbor", "harboour", "garbour", "silvva", "slva"]) {
		const { entries, near } = harbour().find(typo);
		assert.equal(entries.length, 1, typo);
		assert.ok(near, typo);
	}
	assert.deepEqual(found("hxrbxr"), []);
	assert.deepEqual(found("xna"), []);
	assert.equal(harbour().find("lead").near, false);
});

test("the stretches that were found are marked", () => {
	const marked = (text, ...words) => places(text, words).map(([from, to]) => text.slice(from, to));
	assert.deepEqual(marked("Žilvinas Ruta", "zil"), ["Žil"]);
	assert.deepEqual(marked("E\u0301lan vital", "el"), ["E\u0301l"]);
	assert.deepEqual(marked("Straße", "strass"), ["Straß"]);
	assert.deepEqual(marked("京都大学", "大学"), ["大学"]);
	assert.deepEqual(marked("Ann Lead", "laed"), ["Lead"]);
	assert.deepEqual(marked("مَدرَسة", "مد"), ["مَد"]);
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

test("any value of a facet fits, and every facet must", () => {
	const has = Object.fromEntries(["topics", "languages", "how", "stages", "places", "open"].map((f) => [f, new Set()]));
	const person = { has: { ...has, topics: new Set(["a"]), languages: new Set(["ar"]) } };
	assert.ok(fits(person, { topics: ["a", "b"] }));
	assert.ok(fits(person, { topics: ["a"], languages: ["fr", "ar"] }));
	assert.ok(!fits(person, { topics: ["a"], languages: ["fr"] }));
	assert.ok(fits(person, {}));
});

test("one thing less leaves the rest", () => {
	const state = { values: { topics: ["a", "b"], places: ["PT"] }, words: "x" };
	assert.deepEqual(singles(state), [["topics", "a"], ["topics", "b"], ["places", "PT"], []]);
	loose.deepEqual(less(state, "topics", "a"), { values: { topics: ["b"], places: ["PT"] }, words: "x" });
	assert.deepEqual(less(state), { ...state, words: "" });
	const names = Object.fromEntries(["topics", "languages", "how", "stages", "places", "open"].map((f) => [f, new Map()]));
	names.topics.set("b", "B");
	loose.deepEqual(known(state, names), { values: { topics: ["b"] }, words: "x" });
});
