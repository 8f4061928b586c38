// The page's own words, which it keeps for scripts in template elements.
const lang = document.documentElement.lang;
const rtl = document.documentElement.dir === "rtl";
const plural = new Intl.PluralRules(lang);
const number = new Intl.NumberFormat(lang + "-u-nu-latn");

function form(key, name) {
	const all = document.querySelector(`template[data-words="${key}"]`)?.content;
	return all?.querySelector(`[data-form="${name}"]`)?.textContent;
}

// say returns a message with its places filled: say("mentors", {Count: 3}).
export function say(key, values = {}) {
	const count = values.Count;
	const words = count === 0 && form(key, "zero") || count !== undefined && form(key, plural.select(count)) || form(key, "other") || "";
	return words.replace(/\{(\w+)\}/g, (_, name) => name === "Count" ? number.format(count) : isolated(String(Object.hasOwn(values, name) ? values[name] ?? "" : "")));
}

// term returns the words for one of a few values, or the value itself.
export const term = (family, value) => form(family, value) ?? value;

// list joins words as a sentence does; last is the message for the last two.
export function list(items, last = "list-last") {
	return items.reduce((A, B, i) => spoken(say(i === items.length - 1 ? last : "list-more", { A, B }), B), items.shift() ?? "");
}

// spoken returns a list as Spanish joins it: with "e" before the sound of an i.
const spoken = (joined, B) => lang.startsWith("es") && /^h?[ií][^aeo]/i.test(B) && joined.endsWith(` y ${B}`) ? joined.slice(0, -B.length - 2) + `e ${B}` : joined;

// day returns a day such as 2027-03-09 in words.
export function day(date) {
	const [Year, month, Day] = date.split("-").map(Number);
	return say("date", { Year, Month: term("month", String(month)), Day, Count: Day });
}

// isolated keeps words that run against the page's direction from reordering
// those around them. What holds an isolate was filled into words of the page before.
function isolated(text) {
	const against = rtl ? /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}/u : /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
	return against.test(text) && !text.includes("\u2068") ? `\u2068${text}\u2069` : text;
}
