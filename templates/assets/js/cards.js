// Mentors' cards: card.html again, filled from a template of the page.
import { availability, states } from "./people.js";
import { list, say } from "./say.js";

// dots returns the class of a card's dots: one for each place, three at most.
const dots = (places) => places > 2 ? ["three"] : places === 2 ? ["two"] : [];

// card returns a person's card.
export function card(person, template) {
	const li = template.content.firstElementChild.cloneNode(true);
	const q = (selector) => li.querySelector(selector);
	if (person.face) li.prepend(portrait(person.face));
	q("[data-name]").textContent = person.name;
	q("h3 a").href = person.url;
	q(".role").textContent = person.role;
	q(".headline").textContent = person.headline;
	if (person.lang) q(".role").lang = q(".headline").lang = person.lang;
	const where = person.zone ? say("zone", { City: person.zone }) : person.place;
	q(".where span").textContent = where;
	if (person.tongues.length) q(".where").prepend(list([...person.tongues]) + (where ? " · " : ""));
	q(".state").classList.add(states[person.state], ...dots(person.places));
	q(".state").textContent = availability(person);
	return li;
}

// portrait returns the picture that organizers may show in lists. The name stands
// beside it.
function portrait(src) {
	const img = document.createElement("img");
	Object.assign(img, { className: "face", alt: "", width: 48, height: 48, loading: "lazy", src });
	return img;
}
