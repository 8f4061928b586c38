// Narrows a list of mentors while one looks: the links to facets become
// checkboxes, a field finds names and words, and what fits replaces the list.
// Without the data the page stays as it was made.
import { card, everybody, namesOf } from "./cards.js";
import { Choices } from "./choices.js";
import { field } from "./field.js";
import { facets, fits, isEmpty, known, less, none, read, singles, write } from "./filter.js";
import { fold } from "./fold.js";
import { Lookup, weights } from "./lookup.js";
import { list, say } from "./say.js";
import { slowly, store } from "./store.js";
import { brief } from "./tokens.js";

const root = document.querySelector("[data-cards]");
const [plain, found, said, chosen, order] = ["[data-plain]", "[data-found]", ".said", ".chosen", "[data-order]"].map((s) => root.querySelector(s));
const [results, more] = [found.querySelector("ul"), found.querySelector("button")];
const details = root.querySelector("details"), heading = root.querySelector("h2[id=i-list]");
const fairOrder = order.textContent;
const cardTemplate = document.getElementById("i-card");
const atOnce = 24;

const within = root.dataset.within ? { [root.dataset.within]: [root.dataset.value || "now"] } : {};
const choices = new Choices(root.querySelector("[data-choices]"));
const input = field(() => change(chosenNow()));
const counter = document.createElement("span");

// everybody is asked for when somebody begins to choose.
const data = store(root.dataset.cards);
let loading, all, state = none(), fitting = [];
const ready = () => loading ??= data().then((file) => all = prepare(file));

function prepare(file) {
	return { everybody: everybody(file).filter((person) => fits(person, within)), names: namesOf(file, say("find-open")), index: null };
}

// index makes the words of everybody findable, when somebody first writes.
function index() {
	if (all.index) return all.index;
	all.index = new Lookup();
	for (const person of all.everybody) {
		all.index.add(person.n, weights.name, person.name + " " + person.url.split("/").at(-2));
		for (const { title, called } of person.topics) all.index.names(person.n, weights.topic, `${fold(title)} ${called}`);
		all.index.add(person.n, weights.role, person.role);
		all.index.add(person.n, weights.place, [person.place, ...person.tongues].join(" "));
		all.index.add(person.n, weights.text, person.headline);
	}
	return all.index;
}

// chosenNow gives what the boxes and the field say.
function chosenNow() {
	const words = input.value.trim();
	return { values: choices.chosen(), words: brief(words) ? "" : words };
}

// change puts another state into force and into the address.
async function change(next) {
	state = next;
	const hash = write(state);
	history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
	if (isEmpty(state)) return show([]);
	try {
		await slowly(ready(), () => said.textContent = say("find-loading"));
	} catch {
		return giveUp();
	}
	if (state === next) show(fittingOf(next), next);
}

// giveUp leaves the page as it was made.
function giveUp() {
	choices.undo();
	input.form.remove();
	counter.remove();
	state = none();
	show([]);
}

// fittingOf gives who fits a state, in the order in which to show them.
function fittingOf({ values, words }) {
	const list = all.everybody.filter((person) => fits(person, values));
	if (!words) return list;
	const { entries, near } = index().find(words);
	const place = new Map(entries.map((n, i) => [n, i]));
	const kept = list.filter(({ n }) => place.has(n)).sort((a, b) => place.get(a.n) - place.get(b.n));
	return Object.assign(kept, { near });
}

function show(fit, shown = none()) {
	const narrowed = !isEmpty(shown);
	fitting = fit;
	plain.hidden = narrowed;
	found.hidden = !narrowed;
	order.hidden = narrowed && !fit.length;
	order.textContent = shown.words ? say("order-words") : fairOrder;
	results.replaceChildren();
	if (narrowed) add();
	said.textContent = narrowed ? summary(shown) : "";
	showChosen(shown);
	const count = singles(shown).length - (shown.words ? 1 : 0);
	counter.textContent = count ? say("find-chosen", { Count: count }) : "";
}

// add shows the next of those who fit.
function add() {
	const from = results.children.length, next = fitting.slice(from, from + atOnce);
	results.append(...next.map((person) => card(person, cardTemplate)));
	more.hidden = results.children.length >= fitting.length;
	return results.children[from];
}

const nameOf = (facet, value) => facet ? all.names[facet].get(value) ?? value : say("said", { Words: state.words });

// summary says how many fit, and what.
function summary({ values, words }) {
	const parts = facets.filter((facet) => values[facet]?.length)
		.map((facet) => say(`find-${facet}`, { Values: list(values[facet].map((value) => nameOf(facet, value)), "list-or") }));
	if (words) parts.push(say("find-words", { Words: words }));
	const Values = parts.join(", ");
	if (!fitting.length) return say("find-nobody", { Values });
	const fits = say("find-fits", { Mentors: say("mentors", { Count: fitting.length }), Values });
	return fitting.near ? `${fits}. ${say("find-near")}` : fits;
}

// showChosen links to the same choice with one thing less; where nobody fits,
// with how many would then.
function showChosen(shown) {
	const items = singles(shown).map(([facet, value]) => {
		const next = less(shown, facet, value), Value = nameOf(facet, value);
		if (fitting.length || isEmpty(next)) return [next, say("find-remove", { Value })];
		const Count = fittingOf(next).length;
		return [next, Count ? say("find-without", { Value, Count }) : ""];
	}).filter(([, words]) => words);
	if (items.length !== 1 || !fitting.length) items.push([none(), say("find-remove-all")]);
	chosen.hidden = isEmpty(shown);
	chosen.replaceChildren(...(chosen.hidden ? [] : items.map(([next, words]) => {
		const li = document.getElementById("i-chosen").content.firstElementChild.cloneNode(true);
		const link = li.querySelector("a");
		link.textContent = words;
		link.href = "#" + (write(next) || "i-list");
		link.addEventListener("click", (event) => {
			if (event.ctrlKey || event.metaKey || event.shiftKey) return;
			event.preventDefault();
			put(next);
			heading.focus();
		});
		return li;
	})));
}

// put shows a state in the boxes and the field, too.
async function put(next) {
	input.value = next.words;
	if (Object.keys(next.values).length) {
		await ready().then(() => {
			next = known(next, all.names);
			for (const [facet, value] of singles(next)) if (facet) addValue(facet, value);
		}, () => {});
	}
	choices.choose(next.values);
	change(next);
}

function addValue(facet, value) {
	const count = all.everybody.filter((person) => person.has[facet].has(value)).length;
	if (count) choices.add(facet, value, nameOf(facet, value), count);
}

choices.rest(async (facet) => {
	try {
		await ready();
	} catch {
		return giveUp();
	}
	const missing = [...all.names[facet].keys()].filter((value) => !choices.has(facet, value));
	for (const value of missing) addValue(facet, value);
	choices.all(facet, missing.find((value) => choices.has(facet, value)));
});
root.querySelector("summary").append(" ", counter);
counter.className = "quiet";
heading.tabIndex = -1;
choices.root.addEventListener("change", () => change(chosenNow()));
more.addEventListener("click", () => {
	const first = add();
	if (more.hidden) first.querySelector("a").focus();
});
details.addEventListener("keydown", (event) => {
	const summary = details.querySelector("summary");
	if (event.key !== "Escape" || !summary.offsetParent) return;
	details.open = false;
	summary.focus();
});
addEventListener("hashchange", () => put(read(location.hash)));
if (!isEmpty(read(location.hash))) put(read(location.hash));
