// People whom a visitor keeps, those they would choose first before others: for this
// tab, for a link that they copy, and for their request.
import { ranked } from "./ranked.js";
import { say } from "./say.js";

const MOST = 5, KEY = "ithaca-shortlist"; // a request ranks no more

// What the tab remembers, or only the page where nothing may be stored.
let tab = { __proto__: null };
try {
  tab = sessionStorage;
} catch {}

// shortlist wires the section, and the buttons of the people in results. It gives
// mark, which marks who is kept and gives their slugs in order, and clear.
export function shortlist(section, results) {
  const status = section.querySelector("[role=status]");
  const given = new URLSearchParams(location.hash.slice(1)).get("ranked");
  const names = new Map(given ? given.split(",").map((slug) => [slug, slug]) : JSON.parse(tab[KEY] ?? "[]"));
  const draw = ranked(section.querySelector("ol"), (slug) => names.get(slug), keep, () => document.getElementById("i-results"));
  let kept = [...names.keys()].slice(0, MOST);

  function keep(slugs) {
    kept = slugs;
    tab[KEY] = JSON.stringify(kept.map((slug) => [slug, names.get(slug)]));
    mark();
  }

  function mark() {
    for (const button of results.querySelectorAll("[data-short]")) {
      button.ariaPressed = kept.includes(button.dataset.short);
      names.set(button.dataset.short, button.dataset.name);
    }
    draw(kept);
    section.hidden = !kept.length;
    return kept;
  }

  results.addEventListener("click", (event) => {
    const slug = event.target.closest("[data-short]")?.dataset.short;
    if (!slug) return;
    const others = kept.filter((one) => one !== slug);
    status.textContent = others.length < MOST ? "" : say("finder-short-most");
    if (others.length < MOST) keep(others.length < kept.length ? others : [...kept, slug]);
  });
  mark();
  return { mark, clear: () => keep([]) };
}
