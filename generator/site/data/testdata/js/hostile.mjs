// What scripts make of addresses, answers and names that somebody has thought up
// to break them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byName } from "./answers.js";
import { none, read, singles, write } from "./filter.js";
import { fillText } from "./fill.js";
import { fold } from "./fold.js";
import { byKey, restore, shared, values } from "./values.js";
import { find } from "./lookup.js";
import { normal } from "./codes.js";
import { problems } from "./check.js";
import { needs, request } from "./request.js";
import { file } from "./requestfile.js";

const inherited = [...Object.getOwnPropertyNames(Object.prototype), "then", "length", "prototype"];
const garbage = ["%", "%%%", "%E0%A4%A", "%00", "%FF%FE", "=", "&&&", "a=b=c", "#", "##", "=x", "%C3%28=1", "\ud800", "q=%", "a[b]=c", "<script>=1"];

test("a name that every object has is an answer like any other", () => {
	for (const name of inherited) {
		const given = shared(`#${name}=x&${name}=y&needs=data`);
		assert.deepEqual([given[name], given.needs], [["x", "y"], ["data"]], name);
		assert.equal(given.unnamed, undefined);
		const answers = byName([{ name, kind: "line", lines: ["said"] }]);
		assert.equal(fillText(`{${name}}`, answers).trim(), /^[a-z0-9-]+$/.test(name) ? "said" : `{${name}}`, name);
	}
	assert.equal({}.polluted, undefined);
});

test("what was not answered stays unanswered, whatever it is called", () => {
	const nobody = byKey([]);
	for (const name of inherited) {
		assert.equal(nobody[name], undefined, name);
		assert.equal(normal([{ key: name, field: "a", takes: name }], byName([{ name: "a", lines: ["x"] }]), {}).a.lines[0], "x", name);
		assert.deepEqual(problems([{ key: name, field: name, takes: "text", needed: true }], nobody, "2026-11-29", {}).map(({ key }) => key), ["missing"], name);
		assert.equal(needs(request(shared(`${name}=1`), "2026-11-29")).length, 0, name);
	}
});

test("broken addresses are read as far as they go", () => {
	for (const text of [...garbage, ...inherited.map((name) => `${name}=${name}`)]) {
		for (const hash of [text, "#" + text, "#topics=" + text, "#q=" + text, "#needs=" + text]) {
			shared(hash);
			const state = read(hash);
			write(state);
			singles(state);
		}
	}
	assert.deepEqual(write(none()), "");
});

test("a form takes only what fits it", () => {
	const input = (type, value) => ({ type, value, checked: false, closest: () => null });
	const fields = inherited.map((name) => {
		const own = [input("text", "")];
		return { dataset: { field: name, kind: "line" }, own, querySelectorAll: () => own };
	});
	const form = { querySelectorAll: () => fields };
	restore(form, shared("#needs=a"));
	assert.deepEqual(Object.keys(values(form)), []);
	restore(form, shared("#" + inherited.map((name) => `${name}=it`).join("&")));
	assert.deepEqual(Object.keys(values(form)).sort(), [...inherited].sort());
	restore(form, JSON.parse('{"__proto__": ["own"], "constructor": null, "toString": 7}'));
});

test("what matters is one of what the page asks", () => {
	for (const name of inherited) {
		const asked = request({ matters: [name], free: [name], timezone: [name], needs: [name] }, "2026-11-29");
		assert.deepEqual([asked.style, asked.offers, asked.offset], [{}, [], null], name);
		assert.ok(!file(asked, "", "").includes("native code"), name);
	}
});

test("of an address of any length only so much is read", async () => {
	const many = 60_000, long = Array.from({ length: many }, (_, i) => "qxörd" + i.toString(36)).join(" ");
	for (const query of [long, long.replaceAll(" ", ""), "ab ".repeat(67) + "quillfeather"]) {
		const asked = [];
		const { entries, words } = await find(query, async (word) => (asked.push(word), []));
		assert.deepEqual(entries, []);
		assert.ok(words.length <= 6, `${words.length} words are looked for`);
		assert.ok(asked.length && asked.length <= 13, `words are loaded ${asked.length} times`); // begun, all as one, with a mistake
		assert.ok(!asked.includes("quillfeather"), "what is beyond the bound is read");
		assert.ok(asked.every((word) => [...word].length <= 24), `${asked}`);
	}
	assert.equal(read("#q=" + encodeURIComponent(long)).words.length, 200);
	assert.equal(singles(read("#topics=" + long.replaceAll(" ", ","))).length, 200);
	assert.equal(Object.keys(shared("#" + long.replaceAll(" ", "&"))).length, many);
	assert.equal(shared("#needs=" + long.replaceAll(" ", "&needs=")).needs.length, many);
	for (const name of inherited) assert.ok(fold(name).length > 0 || /^_/.test(name));
});
