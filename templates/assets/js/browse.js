// Narrows a list of mentors while one looks: the links to facets become
// checkboxes, a field finds names and words, and what fits replaces the list.
// Without the data the page stays as it was made.
import { card } from "./cards.js";
import { Choices } from "./choices.js";
import { reader } from "./dictionary.js";
import { firstMentor } from "./entries.js";
import { field } from "./field.js";
import { facets, isEmpty, less, none, read, singles, write } from "./filter.js";
import { havingAny } from "./having.js";
import { find } from "./lookup.js";
import { portalData } from "./parts.js";
import { person } from "./people.js";
import { list, say } from "./say.js";
import { slowly } from "./store.js";
import { brief } from "./tokens.js";

const root = document.querySelector("[data-cards]");
const [plain, found, said, chosen, order] = ["[data-plain]", "[data-found]", ".said", ".chosen", "[data-order]"].map((s) => root.querySelector(s));
const [results, more] = [found.querySelector("ul"), found.querySelector("button")];
const details = root.querySelector("details"), heading = root.querySelector("h2[id=i-list]");
const fairOrder = order.textContent, title = heading.textContent;
const toList = root.querySelector("[data-show]");
const cardTemplate = document.getElementById("i-card");
const atOnce = 12;

const within = root.dataset.within ? { [root.dataset.within]: [root.dataset.value || "now"] } : {};
const choices = new Choices(root.querySelector("[data-choices]"));
const input = field(() => change(chosenNow()));
const counter = document.createElement("span");

const data = portalData(root.dataset.cards);
const words = reader(data);
let state = none(), fitting = [];

// chosenNow returns what the boxes and the field say. What holds without a box stays.
function chosenNow() {
	const text = input.value.trim(), values = choices.chosen();
	if (state.values.open && !choices.has("open", "now")) values.open = state.values.open;
	return { values, words: brief(text) ? "" : text };
}

// change puts another state into force and into the address.
async function change(next) {
	state = next;
	const hash = write(state);
	history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
	if (isEmpty(state)) return show([], next, [], []);
	try {
		const [fit, first, links] = await slowly(answer(next), () => Object.assign(said, { className: "said", textContent: say("find-loading") }));
		if (state === next) show(fit, next, first, links);
	} catch {
		giveUp();
	}
}

// answer returns who fits a state, the first of them, and the links to less.
async function answer(next) {
	const fit = await fittingOf(next);
	return [fit, await people(fit.slice(0, atOnce)), await Promise.all(singles(next).map(([facet, value]) => lessOf(next, fit, facet, value)))];
}

const people = (numbers) => Promise.all(numbers.map((n) => person(data, n)));

// giveUp leaves the page as it was made.
function giveUp() {
	choices.undo();
	input.form.remove();
	counter.remove();
	state = none();
	show([], state, [], []);
}

// fittingOf returns the numbers of who fits a state, in the order in which to show
// them: any of the values within a facet, and every facet.
async function fittingOf({ values, words: text }) {
	const index = await data.index(), first = firstMentor(index);
	const some = [within, values].flatMap((chosen) => facets.filter((facet) => chosen[facet]?.length).map((facet) => [facet, chosen[facet]]));
	const sets = await Promise.all(some.map(([facet, all]) => havingAny(data, facet, all)));
	const fits = (n) => sets.every((set) => set.has(n));
	if (!text) return [...Array(index.mentors).keys()].filter(fits);
	const { entries, near } = await find(text, words);
	return Object.assign(entries.map((n) => n - first).filter((n) => n >= 0 && n < index.mentors && fits(n)), { near });
}

function show(fit, shown, first, links) {
	const narrowed = !isEmpty(shown);
	fitting = fit;
	plain.hidden = narrowed;
	found.hidden = !narrowed;
	order.hidden = narrowed && !fit.length;
	order.textContent = shown.words ? say("order-words") : fairOrder;
	results.replaceChildren();
	add(first);
	Object.assign(said, { className: "said hidden", textContent: narrowed ? summary(shown) : "" }); // the heading says the same
	heading.textContent = said.textContent || title;
	toList.hidden = !narrowed;
	toList.firstElementChild.textContent = say("find-show", { Mentors: say("mentors", { Count: fit.length }) });
	for (const facet of facets) choices.mark(facet, list((shown.values[facet] ?? []).map((value) => nameOf(facet, value))));
	showChosen(shown, links);
	const count = singles(shown).filter(([facet]) => facet).length;
	counter.textContent = count ? say("find-chosen", { Count: count }) : "";
}

// add shows people, and gives the first of their cards.
function add(some) {
	const items = some.map((one) => card(one, cardTemplate));
	results.append(...items);
	more.hidden = results.children.length >= fitting.length;
	return items[0];
}

function nameOf(facet, value) {
	if (!facet) return say("said", { Words: state.words });
	return facet === "open" ? say("find-open") : choices.name(facet, value) ?? value;
}

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

// lessOf returns the same choice with one thing less, and the words for it; where
// nobody fits, with how many would then.
async function lessOf(shown, fit, facet, value) {
	const next = less(shown, facet, value), Value = nameOf(facet, value);
	if (fit.length || isEmpty(next)) return [next, say("find-remove", { Value })];
	const Count = (await fittingOf(next)).length;
	return [next, Count ? say("find-without", { Value, Count }) : ""];
}

// showChosen links to the same choice with one thing less.
function showChosen(shown, links) {
	const items = links.filter(([, words]) => words);
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

// put shows a state in the boxes and the field, too, without values that nobody has.
// Whether there are places holds without a box, which is missing where all or none have.
async function put(next) {
	input.value = next.words;
	const values = { __proto__: null };
	for (const [facet, value] of singles(next)) {
		if (facet && !choices.has(facet, value)) await offer(facet, [value]).catch(() => {});
		if (facet && (choices.has(facet, value) || facet === "open" && value === "now")) (values[facet] ??= []).push(value);
	}
	choices.choose(values);
	change({ ...next, values });
}

// offer adds values that the page left out, those given or all, and gives the first.
// How many have each is known among all mentors.
async function offer(facet, some) {
	const missing = facet === "open" ? [] : (await data.part(`facets/${facet}`)).filter(([value]) => (some?.includes(value) ?? true) && !choices.has(facet, value));
	for (const [value, title, count] of missing) choices.add(facet, value, title, root.dataset.within ? "" : count);
	return missing[0]?.[0];
}

choices.rest((facet) => offer(facet).then((first) => choices.all(facet, first), giveUp));
const close = (next) => {
	details.open = false;
	next.focus();
};
toList.addEventListener("click", () => close(heading));
counter.className = "quiet";
details.querySelector("summary").append(" ", counter);
heading.tabIndex = -1;
choices.root.addEventListener("change", () => change(chosenNow()));
more.addEventListener("click", async () => {
	const before = fitting, next = await people(fitting.slice(results.children.length, results.children.length + atOnce));
	if (fitting !== before) return;
	const first = add(next);
	if (more.hidden) first.querySelector("a").focus();
});
details.addEventListener("keydown", ({ key }) => {
	if (key === "Escape" && counter.parentElement.offsetParent) close(counter.parentElement);
});
addEventListener("hashchange", () => put(read(location.hash)));
if (!isEmpty(read(location.hash))) put(read(location.hash));
