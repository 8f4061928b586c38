// Mentors' cards: card.html again, filled from a template of the page.
import { availability, people, states } from "./people.js";
import { list, say } from "./say.js";

// everybody gives the people of the file with the values of each facet that they
// have: {has: {facet: Set}}.
export const everybody = (data) => people(data).map((person, n) => ({ ...person, has: valuesOf(data, data.mentors[n]) }));

function valuesOf(data, [, , , , place, topics, tongues, how, stage, state]) {
	return {
		topics: new Set(topics.map((i) => data.topics[i][0])),
		languages: new Set(tongues.map((i) => data.tongues[i][0].split("-")[0]).flatMap((l) => [l, ...(data.kin?.[l] ?? [])])),
		how: new Set(data.how.filter((_, i) => how >> i & 1).map(([value]) => value)),
		stages: new Set(stage < 0 ? [] : [data.stages[stage][0]]),
		places: new Set(typeof place === "number" ? [data.places[place][0]] : []),
		open: new Set(state < 2 ? ["now"] : []),
	};
}

// namesOf gives the words for every value of every facet, the most frequent
// first: {facet: Map}. open is said by the page.
export function namesOf(data, open) {
	const names = { open: new Map([["now", open]]) };
	for (const facet of ["topics", "languages", "how", "stages", "places"]) names[facet] = new Map(data[facet]);
	return names;
}

// topicsShown is how many topics a card names.
const topicsShown = 3;

// card gives a person's card.
export function card(person, template) {
	const li = template.content.firstElementChild.cloneNode(true);
	const q = (selector) => li.querySelector(selector);
	if (person.face) li.prepend(portrait(person.face));
	q("[data-name]").textContent = person.name;
	q("h3 a").href = person.url;
	q(".role").textContent = person.role;
	q(".headline").textContent = person.headline;
	chips(q(".chips"), person.topics);
	q(".where").firstElementChild.replaceWith(person.place);
	if (person.tongues.length) q(".tongues").textContent = say("speaks", { Languages: list([...person.tongues]) });
	else q(".tongues").remove();
	q(".state").classList.add(states[person.state]);
	q(".state").textContent = availability(person);
	return li;
}

// portrait gives the picture that organizers may show in lists. The name stands
// beside it.
function portrait(src) {
	const img = document.createElement("img");
	Object.assign(img, { className: "face", alt: "", width: 48, height: 48, loading: "lazy", src });
	return img;
}

function chips(ul, topics) {
	if (!topics.length) return ul.remove();
	const [one, more] = ul.children;
	const shown = topics.slice(0, topicsShown).map(({ title, url }) => {
		const li = one.cloneNode(true);
		li.firstElementChild.href = url;
		li.firstElementChild.textContent = title;
		return li;
	});
	one.replaceWith(...shown);
	if (topics.length > topicsShown) more.textContent = say("more-topics", { Count: topics.length - topicsShown });
	else more.remove();
}
