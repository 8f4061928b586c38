// Keeps an open page up to date while its files are written. The page bears its
// version; after each change the server is asked for the latest. Every word that is
// shown comes from live.html.
import { draw, lose, makeFrame } from "/_ithaca/frame.js";

const own = document.querySelector('script[src="/_ithaca/live.js"]');
const seen = { page: own.dataset.page, styles: own.dataset.styles };
const kept = "ithaca-scroll";

// load reads a page as a document, in which scripts do not run.
function load(url) {
	return new Promise((resolve, reject) => {
		const request = new XMLHttpRequest();
		request.open("GET", url);
		request.responseType = "document";
		request.onload = () => (request.response ? resolve(request.response) : reject(new Error(url)));
		request.onerror = () => reject(new Error(url));
		request.send();
	});
}

function reload() {
	sessionStorage.setItem(kept, JSON.stringify({ path: location.pathname, x: scrollX, y: scrollY }));
	location.reload();
}

// Where the page stood before it was loaded again.
function restoreScroll() {
	const before = JSON.parse(sessionStorage.getItem(kept) ?? "{}");
	sessionStorage.removeItem(kept);
	if (before.path === location.pathname) {
		scrollTo({ left: before.x, top: before.y, behavior: "instant" });
	}
}

// swapStyles puts the new style sheets beside the old ones, which go when the
// new ones are there: nothing jumps or flashes.
async function swapStyles(version) {
	const sheets = (of) => [...of.querySelectorAll('link[rel="stylesheet"]')];
	const before = sheets(document);
	const now = sheets(await load(location.pathname));
	if (now.length !== before.length) {
		reload();
		return;
	}
	before.forEach((old, i) => {
		const link = old.cloneNode();
		link.href = `${now[i].getAttribute("href")}?${version}`;
		link.onload = link.onerror = () => old.remove();
		old.after(link);
	});
}

async function look(frame) {
	const notes = await (await fetch(`/_ithaca/notes${location.pathname}`)).json();
	// While there is nothing newer to show, what stands here stays.
	if (notes.page && notes.page !== seen.page) {
		reload();
		return;
	}
	if (notes.page && notes.styles !== seen.styles) {
		seen.styles = notes.styles;
		await swapStyles(notes.styles);
	}
	if (notes.errors) { // other machines are told of nothing but a newer page
		draw(frame, notes);
	}
}

// oneAtATime returns a function that looks, and once more if it is called meanwhile.
function oneAtATime(frame) {
	let looking = false, again = false;
	return async () => {
		again = true;
		if (looking) {
			return;
		}
		looking = true;
		while (again) {
			again = false;
			await look(frame).catch(() => {}); // the stream tells when the server is gone
		}
		looking = false;
	};
}

// follow looks after each change. It listens only while the page can be seen: a
// browser has few connections to a server.
function follow(frame) {
	const lookAgain = oneAtATime(frame);
	let source;
	const open = () => {
		if (source || document.hidden) {
			return;
		}
		source = new EventSource("/_ithaca/changes");
		source.onmessage = () => {
			lose(frame, false);
			lookAgain();
		};
		source.onerror = () => lose(frame, true);
	};
	const close = () => {
		source?.close();
		source = undefined;
	};
	document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
	addEventListener("pagehide", close);
	addEventListener("pageshow", open);
	open();
}

restoreScroll();
follow(makeFrame(await load("/_ithaca/live.html")));
