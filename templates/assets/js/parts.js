// The portal's data for browsing and searching. They lie in small parts beside an
// index, each loaded once and only when somebody needs it.
import { load } from "./store.js";

// portalData returns index(), a promise of the index at an address; part(name), one of a
// part's content; give(name, content) for a part that has come with another; and keep,
// which is called before the page is loaded again.
export function portalData(url) {
	const loaded = new Map();
	const once = (name, call) => loaded.get(name) ?? loaded.set(name, call()).get(name);
	const index = () => once("", () => load(url));
	const part = (name) => once(name, async () => {
		const { id } = await index();
		const [its, content] = await fetch(url.replace(/[^/]*$/, `${name}.json`)).then((answer) => answer.json()).catch(() => []);
		return its === id ? content : stale(id, data.keep);
	});
	const give = (name, content) => loaded.set(name, Promise.resolve(content));
	const data = { index, part, give, keep() {} };
	return data;
}

// stale loads the page again, once, where a part is not of the same build as the
// index: the portal has been published since. What the page was asked for stands in
// its address.
function stale(id, keep) {
	if (sessionStorage.getItem("ithaca-stale") === id) throw new Error(id);
	sessionStorage.setItem("ithaca-stale", id);
	keep();
	location.reload();
	return new Promise(() => {});
}

// numbered returns the item of a number from blocks in a folder.
export async function numbered(data, folder, n) {
	const { block } = await data.index();
	return (await data.part(`${folder}/${Math.floor(n / block)}`))[n % block];
}
