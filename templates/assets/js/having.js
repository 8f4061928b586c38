// Who has a value of a facet: values share the parts, so that there are few files.

// having returns the numbers of the mentors who have a value of a facet.
export async function having(data, facet, value) {
	const { open, facets } = await data.index();
	if (facet === "open") return [...Array(open).keys()];
	const key = `${facet}-${value}`;
	const sum = [...key].reduce((sum, letter) => sum + letter.codePointAt(), 0);
	let n = 0;
	return ((await data.part(`facets/${sum % facets}`))[key] ?? []).map((step) => n += step);
}

// havingAny returns the numbers of those who have at least one of some values, as a set.
export async function havingAny(data, facet, values) {
	return new Set((await Promise.all(values.map((value) => having(data, facet, value)))).flat());
}
