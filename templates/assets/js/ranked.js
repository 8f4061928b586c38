// A list whose order its reader changes with buttons: needs, and people kept.
import { say } from "./say.js";

// ranked wires a list. nameOf gives the words for a slug, change takes the slugs in
// their new order, and away gives where the focus goes from an empty list. It gives a
// function that draws slugs.
export function ranked(list, nameOf, change, away) {
  let shown = [];

  function draw(slugs) {
    shown = [...slugs];
    const template = document.getElementById("i-chosen-need").content.firstElementChild;
    list.replaceChildren(...slugs.map((slug, i) => {
      const item = template.cloneNode(true);
      const Need = nameOf(slug);
      item.querySelector("[data-title]").textContent = Need;
      for (const way of ["up", "down", "drop"]) item.querySelector(`[data-${way}]`).ariaLabel = say(`finder-${way}`, { Need });
      item.querySelector("[data-up]").disabled = i === 0;
      item.querySelector("[data-down]").disabled = i === slugs.length - 1;
      return item;
    }));
  }

  // press moves or removes an item and keeps the focus where it was.
  function press(button) {
    if (!button) return;
    const slugs = [...shown];
    const at = [...list.children].indexOf(button.closest("li"));
    const way = ["up", "down", "drop"].find((name) => name in button.dataset);
    const [slug] = slugs.splice(at, 1);
    const to = way === "up" ? at - 1 : at + 1;
    if (way !== "drop") slugs.splice(to, 0, slug);
    change(slugs);
    const row = list.children[way === "drop" ? Math.min(at, slugs.length - 1) : to];
    (row?.querySelector(`[data-${way}]:not(:disabled)`) ?? row?.querySelector("button:not(:disabled)") ?? away()).focus();
  }

  list.addEventListener("click", (event) => press(event.target.closest("button")));
  return draw;
}
