// What the bar says of how a page is matched: for a mentor, to whom they would be
// suggested and what to write; for a request, who would be suggested.

// drawAdvice fills the bar's parts. one gives an item of a list, say puts a text
// into an element, or hides it when there is none; lead makes a link.
export function drawAdvice(bar, { found, asked }, { one, say, lead }) {
	const standing = ({ name, open, file, rank, text }) => {
		const item = one("standing");
		say(item.querySelector(".rank b"), rank);
		item.querySelector(".rank").hidden = !rank;
		say(item.querySelector("a"), name);
		lead(item.querySelector("a"), open);
		say(item.querySelector("code"), open ? "" : file);
		say(item.querySelector(".why"), text);
		return item;
	};
	const fill = (part, list, items) => {
		part.querySelector(list).replaceChildren(...items);
		part.querySelector(list).hidden = !items.length;
	};
	const mentor = bar.querySelector(".mentor"), request = bar.querySelector(".request");
	const places = bar.querySelector("summary .places");
	mentor.hidden = !found;
	request.hidden = !asked;
	places.hidden = !found?.asked;
	for (const none of bar.querySelectorAll(".no-requests")) {
		none.hidden = !found || found.asked > 0;
	}
	if (found) {
		say(places.querySelector("b"), found.places.length);
		say(mentor.querySelector(".closed span"), found.closed);
		mentor.querySelector(".closed").hidden = !found.closed;
		mentor.querySelector(".none").hidden = Boolean(found.closed) || !found.asked || found.places.length > 0;
		say(mentor.querySelector(".behind b"), found.behind);
		mentor.querySelector(".behind").hidden = !found.behind;
		mentor.querySelector(".ruled-out").hidden = !found.ruledOut.length;
		mentor.querySelector(".more-often").hidden = !found.hints.length;
		fill(mentor, ".first", found.places.map(standing));
		fill(mentor, ".out", found.ruledOut.map(standing));
		fill(mentor, ".hints", found.hints.map(({ kind, text }) => {
			const item = one("hint");
			item.dataset.kind = kind;
			say(item, text);
			return item;
		}));
	}
	if (asked) {
		say(request.querySelector(".nobody span"), asked.nobody);
		request.querySelector(".nobody").hidden = !asked.nobody;
		fill(request, ".first", asked.suggested.map(standing));
	}
}
