// Mentors' cards: card.html again, filled from a template of the page.
import { availability, states } from "./people.js";
import { list, say } from "./say.js";

// card gives a person's card.
export function card(person, template) {
	const li = template.content.firstElementChild.cloneNode(true);
	const q = (selector) => li.querySelector(selector);
	if (person.face) li.prepend(portrait(person.face));
	q("[data-name]").textContent = person.name;
	q("h3 a").href = person.url;
	q(".role").textContent = person.role;
	q(".headline").textContent = person.headline;
	chips(q(".chips"), person);
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

function chips(ul, { topics, more: left }) {
	if (!topics.length) return ul.remove();
	const [one, more] = ul.children;
	one.replaceWith(...topics.map(({ title, url }) => {
		const li = one.cloneNode(true);
		li.firstElementChild.href = url;
		li.firstElementChild.textContent = title;
		return li;
	}));
	if (left) more.textContent = say("more-topics", { Count: left });
	else more.remove();
}
