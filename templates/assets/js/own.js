// What somebody needs in words of their own: topics to tick, or who writes of it.
import { naming } from "./names.js";
import { say } from "./say.js";
import { later } from "./store.js";

const MOST = 5; // topics, and people, that are offered

// ownWords wires the field. add chooses a topic by its slug, and draw ticks the
// boxes of those that are chosen; data are the portal's. It gives a function that reads what was written.
export function ownWords(form, topics, data, { add, draw }) {
  const find = (name) => form.querySelector(`[data-${name}]`);
  const field = find("own"), near = find("near"), writers = find("writers"), elsewhere = find("elsewhere");
  const known = async () => naming(await data.part("match/names"));

  function tell(text, offered = [], people = []) {
    find("own-said").textContent = text;
    find("writers-said").textContent = people.length ? say("finder-writers", { Count: people.length }) : "";
    near.replaceChildren(...offered.map((n) => box(...topics[n])));
    writers.replaceChildren(...people.map(link));
    draw();
  }

  // box returns the box of a topic, as the page has it for a need.
  function box(slug, title) {
    const there = form.querySelector(`.needs [value="${CSS.escape(slug)}"]`);
    const label = (there?.parentElement ?? document.getElementById("i-near").content.firstElementChild).cloneNode(true);
    Object.assign(label.firstElementChild, { value: slug, checked: false }).dataset.title = title;
    if (!there) label.lastElementChild.textContent = title;
    return label;
  }

  function link(person) {
    const item = document.createElement("li");
    Object.assign(item.appendChild(document.createElement("a")), person);
    return item;
  }

  // offer proposes the topics nearest to what was written, and where it names none
  // also the people who write of it.
  async function offer() {
    const Words = field.value.trim();
    if (elsewhere) elsewhere.hidden = true;
    if (Words.length < 3) return tell("");
    const names = await known();
    const offered = names.near(Words, MOST);
    if (offered.sound) return tell(say("finder-proposed", { Count: offered.length }), offered);
    const people = await import("./writers.js").then(({ writers }) => writers(data, Words, MOST)).catch(() => []);
    if (field.value.trim() !== Words) return;
    tell(say(offered.length ? "finder-near" : "finder-unknown", { Words }), offered, people);
    if (elsewhere) {
      elsewhere.hidden = offered.length + people.length > 0;
      elsewhere.firstElementChild.hash = "q=" + encodeURIComponent(Words);
    }
  }

  // enter takes a topic that is named exactly.
  async function enter() {
    const n = (await known()).called(field.value);
    if (n < 0) return offer();
    field.value = "";
    tell(add(topics[n][0]));
  }

  const soon = later(offer, 400);
  field.addEventListener("input", soon);
  if (field.value) soon(); // written while this was loaded
  return enter;
}
