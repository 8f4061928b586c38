// A search field in the place that a page keeps for it.
import { later } from "./store.js";

// field puts the page's field into its place and gives its input. call is called
// when typing pauses; the key / leads to the field from everywhere but fields.
export function field(call) {
	const place = document.querySelector(".field-place");
	const form = document.getElementById("i-field").content.firstElementChild.cloneNode(true);
	const input = form.querySelector("input");
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		call();
	});
	input.addEventListener("input", later(call));
	document.addEventListener("keydown", (event) => {
		const writes = event.target.closest?.("input, textarea, select, [contenteditable]");
		if (event.key !== "/" || writes || !input.isConnected || event.ctrlKey || event.metaKey || event.altKey) return;
		event.preventDefault();
		input.focus();
	});
	place.append(form);
	return input;
}
