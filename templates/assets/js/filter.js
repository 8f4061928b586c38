// What was chosen: any of the values within a facet, and every facet. It is {values:
// {facet: [value, …]}, words}, and stands in the address behind the #, which no server
// sees.

export const facets = ["topics", "languages", "how", "stages", "places", "open"];

// most bounds what is read of an address: it may be as long as somebody likes.
const most = 200;

// none is nothing chosen.
export const none = () => ({ values: { __proto__: null }, words: "" });

export function read(hash) {
	const state = none(), given = new URLSearchParams(hash.replace(/^#/, ""));
	for (const facet of facets) {
		const values = (given.get(facet) ?? "").split(",", most).filter((value) => value);
		if (values.length) state.values[facet] = [...new Set(values)];
	}
	state.words = (given.get("q") ?? "").trim().slice(0, most);
	return state;
}

// write returns the address's part for a state, "" for nothing chosen.
export function write(state) {
	const parts = facets.filter((facet) => state.values[facet]?.length)
		.map((facet) => facet + "=" + state.values[facet].map(encodeURIComponent).join(","));
	if (state.words) parts.push("q=" + encodeURIComponent(state.words));
	return parts.join("&");
}

// isEmpty tells whether nothing was chosen.
export const isEmpty = (state) => write(state) === "";

// less returns a state without one of its values, or without its words.
export function less(state, facet, value) {
	if (!facet) return { ...state, words: "" };
	const values = { __proto__: null, ...state.values, [facet]: state.values[facet].filter((other) => other !== value) };
	return { ...state, values };
}

// singles returns everything that was chosen, one by one, as [facet, value]; the
// words come last, as [].
export function singles(state) {
	const all = facets.flatMap((facet) => (state.values[facet] ?? []).map((value) => [facet, value]));
	return state.words ? [...all, []] : all;
}
