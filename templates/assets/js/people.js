// Mentors as the data hold them.
import { numbered } from "./parts.js";
import { day, say } from "./say.js";

// person returns the mentor of a number.
export async function person(data, n) {
	const [index, row] = await Promise.all([data.index(), numbered(data, "cards", n)]);
	const [slug, name, role, headline = "", place = "", zone = "", tongues = [], state = 0, until = "", places = 0, face = "", lang = ""] = row;
	return {
		slug, name, role, headline, place, zone, tongues, state, until, places, face, lang,
		url: `${index.mentor}${slug}/`,
	};
}

// states are those of an availability, by their number.
export const states = ["open", "limited", "waitlist", "paused", "unconfirmed", "full", "over"];

// availability returns the words for how open somebody is.
export function availability({ state, places, until }) {
	switch (states[state]) {
	case "open":
		return places ? say("card-open-places", { Count: places }) : say("card-open");
	case "limited":
		return say("card-limited");
	}
	return say(`card-${states[state]}`, { Date: day(until) });
}
