// What stands over a page: the errors, and the bar. All of it is cloned from
// live.html, and texts are put in as texts.
import { drawAdvice } from "/_ithaca/advice.js";

// makeFrame puts the frame into the page, with nothing to show yet.
export function makeFrame(parts) {
	const host = document.createElement("div");
	const root = host.attachShadow({ mode: "open" });
	root.append(clone(parts, "frame"));
	document.body.append(host);
	const frame = {
		parts,
		errors: root.querySelector(".errors"),
		again: root.querySelector(".again"),
		bar: root.querySelector(".bar"),
		details: root.querySelector("details"),
		shown: "",
		key: "", // stands for the errors, wherever they are
		some: false, // whether there are errors, seen or dismissed
	};
	root.querySelector(".dismiss").addEventListener("click", () => dismiss(frame));
	frame.again.addEventListener("click", () => show(frame, true));
	frame.details.open = sessionStorage.getItem(opened) !== null;
	frame.details.addEventListener("toggle", () => keep(opened, frame.details.open ? "open" : null));
	addEventListener("keydown", (e) => {
		if (e.key !== "Escape") {
			return;
		}
		if (frame.errors.hidden) {
			frame.details.open = false;
		} else {
			dismiss(frame);
		}
	});
	return frame;
}

// What lasts from one page to the next: that the bar is open, and which errors
// were put away.
const opened = "ithaca-bar", dismissed = "ithaca-dismissed";

function keep(name, value) {
	if (value === null) {
		sessionStorage.removeItem(name);
	} else {
		sessionStorage.setItem(name, value);
	}
}

function dismiss(frame) {
	keep(dismissed, frame.key);
	show(frame, false);
}

// lose says whether the server is gone.
export function lose({ bar }, gone) {
	for (const mark of bar.querySelectorAll(".lost")) {
		mark.hidden = !gone;
	}
}

// show puts the errors over the page, or leaves the way back to them.
function show(frame, open) {
	frame.errors.hidden = !frame.some || !open;
	frame.again.hidden = !frame.some || open;
}

function clone(parts, id) {
	return document.importNode(parts.getElementById(id).content, true);
}

// draw shows what the server knows of the page.
export function draw(frame, notes) {
	drawErrors(frame, notes);
	drawBar(frame, notes);
	const one = (id, which = "li") => clone(frame.parts, id).querySelector(which);
	drawAdvice(frame.bar, notes, { one, say, lead });
}

function drawErrors(frame, { errors, more, failure }) {
	const now = JSON.stringify([errors, more, failure]);
	if (now === frame.shown) {
		return; // also when it was dismissed
	}
	frame.shown = now;
	const { errors: all, parts } = frame;
	all.querySelector("ul").replaceChildren(...errors.map((e) => mistake(parts, e)));
	say(all.querySelector(".failure"), failure);
	say(all.querySelector(".more b"), more);
	all.querySelector(".more").hidden = !more;
	frame.some = errors.length > 0 || failure !== "";
	frame.key = JSON.stringify([errors.map((e) => [e.code, e.message]), more, failure]);
	if (!frame.some) {
		keep(dismissed, null);
	}
	show(frame, sessionStorage.getItem(dismissed) !== frame.key);
}

function drawBar(frame, { source, kind, editor, draft, mistakes, found, asked }) {
	const { bar, parts } = frame;
	for (const mark of bar.querySelectorAll(".draft")) {
		mark.hidden = !draft;
	}
	say(bar.querySelector(".count b"), mistakes.length);
	bar.querySelector(".count").hidden = !mistakes.length;
	say(bar.querySelector(".source"), source?.text);
	for (const what of bar.querySelectorAll(".kind")) {
		what.replaceChildren(...(source ? [] : ofKind(parts, kind)));
	}
	bar.querySelector(".well").hidden = !source || mistakes.length > 0;
	bar.querySelector(".way").hidden = !source?.open;
	lead(bar.querySelector(".way a"), source?.open);
	say(bar.querySelector(".at code"), source?.text);
	bar.querySelector(".at").hidden = !source || Boolean(source.open);
	bar.querySelector(".no-editor").hidden = editor;
	bar.querySelector(".mistakes").replaceChildren(...mistakes.map((m) => mistake(parts, m)));
	const inside = source || mistakes.length || found || asked;
	frame.details.hidden = !inside;
	bar.querySelector(".plain").hidden = Boolean(inside);
	bar.hidden = false;
}

// ofKind gives the words for a kind of page.
function ofKind(parts, kind) {
	const words = clone(parts, "kinds");
	const item = words.querySelector(`[data-kind="${CSS.escape(kind)}"]`) ?? words.querySelector('[data-kind=""]');
	return [...item.childNodes];
}

// mistake gives the item of a list that tells of one.
function mistake(parts, m) {
	const item = clone(parts, "mistake").querySelector("li");
	item.classList.add(m.severity);
	const place = item.querySelector(".place a");
	say(place, m.place.text);
	lead(place, m.place.open);
	say(item.querySelector(".place code"), m.code);
	say(item.querySelector(".message"), m.message);
	say(item.querySelector(".hint span"), m.hint);
	item.querySelector(".hint").hidden = !m.hint;
	item.querySelector("pre").hidden = m.at < 0;
	if (m.at >= 0) {
		const letters = [...m.line];
		const [before, here, after] = item.querySelector("pre").children;
		say(before, letters.slice(0, m.at).join(""));
		say(here, letters[m.at] ?? " ");
		say(after, letters.slice(m.at + 1).join(""));
	}
	return item;
}

function say(element, text) {
	element.textContent = text ?? "";
	element.hidden = element.textContent === "";
}

// lead makes a link go to an address, or makes it none.
function lead(link, address) {
	if (address) {
		link.href = address;
	} else {
		link.removeAttribute("href");
	}
}
