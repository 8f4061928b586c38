// When a visitor and a mentor are free at the same time, in the weeks of a season: the
// twin of the generator's package hours. It is loaded when somebody says when they are
// free. Nothing here touches the page. Times are minutes in UTC since the season's start.
import { clock } from "./request.js";
import { merged } from "./stretches.js";

const day = 24 * 60, week = 7 * day;
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

// sharing returns a function that compares the windows of a request with a mentor's:
// {minutes, weeks, of, enough}, what they share in the median week, in how many weeks
// of all at least that, and how much would be enough; null where the mentor has not
// said. It gives null where the request's zone is not known.
export function sharing(book, { windows, timezone }) {
	const start = Date.parse(book.start), first = new Date(start).getUTCDay() * day, all = book.weeks * week;
	const at = clock(timezone), known = new Map();
	if (!at || !windows.length) return null;
	const mine = free(windows.map(parsed), pieces((minute) => at(start + minute * 60_000), all), first);
	const has = mine[0].spans.reduce((sum, [from, until]) => sum + until - from, 0);

	function compare(m) {
		const [enough, ...flat] = book.of("windows", m);
		if (!enough) return null;
		let sum = 0;
		const theirs = flat.flatMap((n, i) => (i % 2 ? [] : [[sum += n, sum + flat[i + 1]]]));
		return { ...share(mine, free(theirs, stated(book.of("offset", m), all), first)), enough: Math.min(enough, Math.max(1, has)) };
	}
	return (m) => (known.has(m) ? known : known.set(m, compare(m))).get(m);
}

// parsed reads a window such as "Mon 08:00-12:00", as minutes of a week from Sunday.
function parsed(text) {
	const [name, ...times] = text.split(/[ -]/);
	return times.map((time) => days.indexOf(name) * day + Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
}

// pieces returns the stretches in which an offset does not change, as [from, until,
// offset]; two changes are at least a day apart.
function pieces(at, all) {
	const found = [];
	for (let from = 0; from < all; from = found.at(-1)[1]) {
		const offset = at(from), same = (minute) => at(minute) === offset;
		let last = from;
		while (last + day < all && same(last + day)) last += day;
		let until = Math.min(last + day, all);
		if (until < all || !same(all - 1)) {
			while (until - last > 1) {
				const middle = (last + until) >> 1;
				if (same(middle)) last = middle;
				else until = middle;
			}
		}
		found.push([from, until, offset]);
	}
	return found;
}

// stated returns the pieces that the records state.
function stated([offset, ...changes], all) {
	const found = [[0, all, offset]];
	for (let i = 0; i < changes.length; i += 2) {
		found.at(-1)[1] = changes[i];
		found.push([changes[i], all, changes[i + 1]]);
	}
	return found;
}

// free returns weeks in which somebody is free at the same times, as {weeks, spans}.
// Where the clocks change within a week a window moves with them.
function free(windows, pieces, first) {
	const all = [];
	for (const [begin, until, offset] of pieces) {
		for (let from = begin; from < until;) {
			const start = from - from % week, end = start + week;
			const spans = windows.flatMap(([a, b]) => [-week, 0, week].map((shift) => {
				const at = a - first - offset + shift;
				return [Math.max(at, from - start, 0), Math.min(at + b - a, until - start, week)];
			})).filter(([a, b]) => a < b);
			if (all.length && from > start) {
				all.at(-1).spans = merged([...all.at(-1).spans, ...spans]);
				from = Math.min(end, until);
			} else {
				const weeks = Math.max(1, Math.floor((until - from) / week));
				all.push({ weeks, spans: merged(spans) });
				from = Math.min(from + weeks * week, until);
			}
		}
	}
	return all;
}

// share compares the weeks of two people.
function share(a, b) {
	const all = [];
	for (let i = 0, j = 0, left = 0, right = 0; i < a.length && j < b.length;) {
		const weeks = Math.min(a[i].weeks - left, b[j].weeks - right);
		all.push({ minutes: both(a[i].spans, b[j].spans), weeks });
		left += weeks;
		right += weeks;
		if (left === a[i].weeks) [i, left] = [i + 1, 0];
		if (right === b[j].weeks) [j, right] = [j + 1, 0];
	}
	all.sort((one, two) => one.minutes - two.minutes);
	const count = (some) => some.reduce((sum, one) => sum + one.weeks, 0);
	const of = count(all);
	const { minutes } = all.find((_, i) => 2 * count(all.slice(0, i + 1)) >= of);
	return { minutes, of, weeks: count(all.filter((one) => (minutes ? one.minutes >= minutes : !one.minutes))) };
}

// both counts the minutes that two lists of stretches share.
const both = (a, b) => a.reduce((sum, [from, until]) => sum + b.reduce((part, [begin, end]) => part + Math.max(0, Math.min(until, end) - Math.max(from, begin)), 0), 0);
