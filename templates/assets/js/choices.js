// Links to the values of facets, made into checkboxes and back again.

// Choices are the checkboxes below root, where each facet is an element with
// data-facet and each value an item with data-value around a link.
export class Choices {
	constructor(root) {
		this.root = root;
		this.links = [...root.childNodes].map((node) => node.cloneNode(true));
		this.template = document.getElementById("i-choice");
		for (const li of root.querySelectorAll("[data-value]")) this.become(li, li.querySelector("a"));
		for (const links of root.querySelectorAll("[data-links]")) links.hidden = true;
		root.className = "js";
	}

	// undo puts the links back.
	undo() {
		this.root.className = "";
		this.root.replaceChildren(...this.links);
	}

	// become puts a checkbox into an item, called by what another node holds.
	become(li, words) {
		const label = this.template.content.firstElementChild.cloneNode(true);
		label.lastElementChild.replaceChildren(...words.childNodes);
		if (words.parentNode === li) words.replaceWith(label);
		else li.prepend(label);
	}

	group(facet) {
		return this.root.querySelector(`[data-facet="${facet}"]`);
	}

	// mark says beside a facet what is chosen of it.
	mark(facet, words) {
		const place = this.group(facet)?.querySelector("summary span");
		if (place) place.textContent = words;
	}

	item(facet, value) {
		return this.group(facet)?.querySelector(`[data-value="${CSS.escape(value)}"]`);
	}

	// add adds a value that the page left out, with how many have it.
	add(facet, value, words, count) {
		const ul = this.group(facet)?.querySelector("ul");
		if (!ul || this.item(facet, value)) return;
		const li = document.createElement("li"), some = document.createElement("span");
		li.dataset.value = value;
		some.append(words);
		this.become(li, some);
		const quiet = document.createElement("span");
		quiet.className = "quiet";
		quiet.textContent = count;
		li.append(" ", quiet);
		ul.insertBefore(li, ul.querySelector("li:not([data-value])"));
	}

	// rest makes a button of each way to a facet's own page, which lists what the
	// page left out, and calls open with the facet when it is pressed.
	rest(open) {
		for (const li of this.root.querySelectorAll("[data-facet] li:not([data-value])")) {
			const button = document.getElementById("i-rest").content.firstElementChild.cloneNode(true);
			button.textContent = li.textContent;
			button.addEventListener("click", () => open(li.closest("[data-facet]").dataset.facet));
			li.replaceChildren(button);
		}
	}

	// all removes a facet's button, now that nothing is left out, and leads on to
	// the first value that it has brought.
	all(facet, first) {
		this.group(facet).querySelector("li:not([data-value])")?.remove();
		this.item(facet, first ?? "")?.querySelector("input").focus();
	}

	has(facet, value) {
		return Boolean(this.item(facet, value));
	}

	// name returns the words for a value, without those of another language behind them.
	name(facet, value) {
		return this.item(facet, value)?.querySelector("label").lastElementChild.firstChild.textContent.trim();
	}

	// chosen returns the values of every facet that are ticked.
	chosen() {
		const values = { __proto__: null };
		for (const input of this.root.querySelectorAll("input:checked")) {
			const facet = input.closest("[data-facet]").dataset.facet;
			(values[facet] ??= []).push(input.closest("[data-value]").dataset.value);
		}
		return values;
	}

	// choose ticks these values and no others.
	choose(values) {
		for (const input of this.root.querySelectorAll("[data-facet] input")) {
			const facet = input.closest("[data-facet]").dataset.facet;
			input.checked = values[facet]?.includes(input.closest("[data-value]").dataset.value) ?? false;
		}
	}
}
