// Mentors as the data file of cards holds them.
import { day, say } from "./say.js";

// people gives everybody in the file, in its order. n is a person's place there.
export function people(data) {
	return data.mentors.map(([slug, name, role, headline, place, topics, tongues, , , state, until, places, face], n) => ({
		n, name, role, headline, state, until, places, face,
		url: `${data.mentor}${slug}/`,
		place: typeof place === "number" ? data.places[place][1] : place,
		topics: topics.map((i) => ({ title: data.topics[i][1], url: `${data.topic}${data.topics[i][0]}/`, called: data.called[i] })),
		tongues: tongues.map((i) => data.tongues[i][1]),
	}));
}

// states are those of an availability, by their number.
export const states = ["open", "limited", "waitlist", "paused", "unconfirmed", "full", "over"];

// availability gives the words for how open somebody is.
export function availability({ state, places, until }) {
	switch (states[state]) {
	case "open":
		return places ? say("card-open-places", { Count: places }) : say("card-open");
	case "limited":
		return say("card-limited");
	}
	return say(`card-${states[state]}`, { Date: day(until) });
}
