// Stretches of a text or of time, as pairs of where they begin and end.

// merged returns stretches in their order, and joins those that touch.
export function merged(stretches) {
	const joined = [];
	for (const [from, to] of stretches.sort(([a], [b]) => a - b)) {
		const last = joined.at(-1);
		if (last && from <= last[1]) last[1] = Math.max(last[1], to);
		else joined.push([from, to]);
	}
	return joined;
}
