// Finds everything by words, in the place of the lists from A to Z. Without the
// data the lists stay.
import { reader } from "./dictionary.js";
import { placed } from "./entries.js";
import { field } from "./field.js";
import { read, write } from "./filter.js";
import { find } from "./lookup.js";
import { markInto } from "./marked.js";
import { portalData } from "./parts.js";
import { say, term } from "./say.js";
import { slowly } from "./store.js";
import { brief } from "./tokens.js";
import { told } from "./why.js";

const root = document.querySelector("[data-search]");
const said = root.querySelector(".said"), found = root.querySelector("[data-found]");
const groups = found.querySelector("[data-groups]"), more = found.querySelector("button");
const plain = document.querySelector("[data-plain]");
const [template, groupTemplate] = ["i-result", "i-group"].map((id) => document.getElementById(id).content.firstElementChild);
const atOnce = 12, nearest = 5;

const nothing = { entries: [] };
const data = portalData(root.dataset.search);
const words = reader(data);
let written = "", fitting = nothing;

const input = field(() => change(input.value.trim()));

async function change(text) {
	written = brief(text) ? "" : text;
	const hash = write({ values: {}, words: written });
	history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
	if (!written) return show(nothing, []);
	try {
		const fit = await slowly(best(text), () => said.textContent = say("find-loading"));
		const first = await some(fit, 0);
		if (written === text) show(fit, first);
	} catch {
		input.form.remove();
		written = "";
		show(nothing, []);
	}
}

// some returns the next of what was found.
const some = (fit, from) => Promise.all(fit.entries.slice(from, from + atOnce).map((n) => told(data, fit, n)));

// best finds what holds all words; where nothing does, topics called by some of them.
async function best(text) {
	const fit = await find(text, words);
	if (fit.entries.length) return fit;
	const index = await data.index();
	const entries = fit.offered.filter((n) => ["need", "topic"].includes(placed(index, n).kind)).slice(0, nearest);
	return { ...fit, entries, offered: entries.length > 0 };
}

function show(fit, first) {
	fitting = fit;
	groups.replaceChildren();
	found.hidden = !fit.entries.length;
	plain.hidden = fit.entries.length > 0 && fit.offered !== true;
	add(first);
	said.textContent = written ? summary() : "";
}

function summary() {
	const Count = fitting.entries.length;
	if (fitting.offered === true) return say("search-offered", { Count, Words: written });
	if (!Count) return say("search-none", { Words: written });
	const text = say("search-found", { Count, Words: written });
	return fitting.near ? `${text}. ${say("find-near")}` : text;
}

// add shows results, each among those of its kind, and gives the first of them.
function add(all) {
	const items = all.map(result);
	items.forEach((li, i) => group(all[i].kind).append(li));
	more.hidden = groups.querySelectorAll("li").length >= fitting.entries.length;
	return items[0];
}

// group returns the list of a kind. Kinds stand in the order of their best results.
function group(kind) {
	const heading = term("group", kind === term("group", kind) ? "list" : kind);
	const there = [...groups.children].find((section) => section.firstElementChild.textContent === heading);
	if (there) return there.lastElementChild;
	const section = groups.appendChild(groupTemplate.cloneNode(true));
	section.firstElementChild.textContent = heading;
	return section.lastElementChild;
}

function result(one) {
	const li = template.cloneNode(true);
	const q = (selector) => li.querySelector(selector);
	const mark = (selector, text) => markInto(q(selector), text, fitting);
	q("a").href = one.url;
	q(".quiet").textContent = term("kind", one.kind);
	for (const [part, text] of [["bdi", one.title], [".role", one.role], [".line", one.line]]) {
		if (!text) q(part).remove();
		else mark(part, text);
		if (text && one.lang && (part !== "bdi" || one.kind !== "mentor")) q(part).lang = one.lang;
	}
	if (one.about.length) mark(".about", one.about.join(" · "));
	else q(".about").remove();
	return li;
}

function restore() {
	input.value = read(location.hash).words;
	change(input.value);
}

input.addEventListener("focus", () => data.index().catch(() => {}), { once: true });
more.addEventListener("click", async () => {
	const before = fitting, next = await some(before, groups.querySelectorAll("li").length);
	if (fitting !== before) return;
	const first = add(next);
	if (more.hidden) first.querySelector("a").focus();
});
addEventListener("hashchange", restore);
if (read(location.hash).words) restore();
