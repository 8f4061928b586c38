// Finds everything by words, in the place of the lists from A to Z. Without the
// data the lists stay.
import { entries, indexed } from "./entries.js";
import { field } from "./field.js";
import { read, write } from "./filter.js";
import { resembles } from "./lookup.js";
import { markInto } from "./marked.js";
import { say, term } from "./say.js";
import { slowly, store } from "./store.js";
import { brief, tokens } from "./tokens.js";

const root = document.querySelector("[data-search]");
const said = root.querySelector(".said"), found = root.querySelector("[data-found]");
const results = found.querySelector("ol"), more = found.querySelector("button");
const plain = document.querySelector("[data-plain]");
const template = document.getElementById("i-result");
const atOnce = 30, nearest = 5;

const data = store(root.dataset.search);
let loading, all = [], index, words = "", fitting = { entries: [], words: [] };
const ready = () => loading ??= data().then(async (file) => {
	all = entries(file);
	index = await indexed(all, file);
});

const input = field(() => change(input.value.trim()));

async function change(written) {
	words = brief(written) ? "" : written;
	const hash = write({ values: {}, words });
	history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
	if (!words) return show({ entries: [], words: [] });
	try {
		await slowly(ready(), () => said.textContent = say("find-loading"));
	} catch {
		input.form.remove();
		words = "";
		return show({ entries: [], words: [] });
	}
	if (words === written) show(fit(words));
}

// fit finds what holds all words; where nothing does, topics called by some of them.
function fit(words) {
	const fit = index.find(words);
	if (fit.entries.length) return fit;
	const offered = index.some(words).filter((n) => ["need", "topic"].includes(all[n].kind)).slice(0, nearest);
	return { entries: offered, words: fit.words, offered: offered.length > 0 };
}

function show(fit) {
	fitting = fit;
	results.replaceChildren();
	found.hidden = !fit.entries.length;
	plain.hidden = fit.entries.length > 0 && !fit.offered;
	add();
	said.textContent = words ? summary() : "";
}

function summary() {
	const Count = fitting.entries.length;
	if (fitting.offered) return say("search-offered", { Count, Words: words });
	if (!Count) return say("search-none", { Words: words });
	const text = say("search-found", { Count, Words: words });
	return fitting.near ? `${text}. ${say("find-near")}` : text;
}

// add shows the next results, and gives the first of them.
function add() {
	const from = results.children.length;
	results.append(...fitting.entries.slice(from, from + atOnce).map((n) => result(all[n])));
	more.hidden = results.children.length >= fitting.entries.length;
	return results.children[from];
}

function result(entry) {
	const li = template.content.firstElementChild.cloneNode(true);
	const q = (selector) => li.querySelector(selector);
	q("a").href = entry.url;
	q(".quiet").textContent = term("kind", entry.kind);
	markInto(q("bdi"), entry.title, fitting.words);
	for (const part of ["role", "line"]) {
		if (entry[part]) markInto(q(`.${part}`), entry[part], fitting.words);
		else q(`.${part}`).remove();
	}
	const about = why(entry);
	if (about.length) markInto(q(".about"), about.join(" · "), fitting.words);
	else q(".about").remove();
	return li;
}

// why gives what else of an entry holds the words: other names, topics (which
// are found by their other names, too), places, languages.
function why(entry) {
	const names = [...entry.also.split(", "), entry.place, ...entry.shared].map((name) => [name, name]);
	const topics = entry.topics.map(({ title, also }) => [title, `${title} ${also}`]);
	const telling = [...topics, ...names].filter(([name, words]) => name && tokens(words).some(holds));
	return [...new Set(telling.map(([name]) => name))].slice(0, 4);
}

const holds = (token) => fitting.words.some((word) => fitting.near ? resembles(word, token) : token.startsWith(word));

function restore() {
	input.value = read(location.hash).words;
	change(input.value);
}

input.addEventListener("focus", () => ready().catch(() => {}), { once: true });
more.addEventListener("click", () => {
	const first = add();
	if (more.hidden) first.querySelector("a").focus();
});
addEventListener("hashchange", restore);
if (read(location.hash).words) restore();
