// The words of longer texts, as the search data hold them.

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// dictionary reads the words of the texts, each with its entries' numbers. How
// they are written is said where they are made, in site's dictionary.go.
export function* dictionary(words, at) {
	const lists = at.split(" ");
	let before = [], i = 0;
	for (const coded of words ? words.split(" ") : []) {
		before = [...before.slice(0, parseInt(coded[0], 36)), ...coded.slice(1)];
		yield [before.join(""), numbers(lists[i++])];
	}
}

function numbers(list) {
	const all = [];
	let sum = 0, part = 0, shift = 0;
	for (const digit of list) {
		const value = digits.indexOf(digit);
		part |= (value & 31) << shift;
		shift += 5;
		if (value < 32) {
			all.push(sum += part);
			part = shift = 0;
		}
	}
	return all;
}
