// The field in which somebody writes a topic to add. Words that are no topic
// bring the nearest ones as buttons, or the way to the search.
import { say } from "./say.js";

const NEAREST = 4;
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// nearest gives the topics in which each written word begins one.
function nearest(topics, text) {
  const written = wordsOf(text);
  return !written.length ? [] : topics.filter(({ words }) => written.every((w) => words.some((word) => word.startsWith(w)))).slice(0, NEAREST);
}

// topicField wires the field. all are topics: {slug, title, text} with what
// they are found by. add takes a slug and gives what there is to say, if anything.
export function topicField(form, all, add) {
  const find = (selector) => form.querySelector(selector);
  const field = find("[data-topic-field]"), near = find("[data-near]"), elsewhere = find("[data-elsewhere]");
  const topics = all.map((t) => ({ ...t, words: wordsOf(t.text) }));

  function tell(text, offered = [], nowhere = false) {
    find("[data-topic-said]").textContent = text;
    near.replaceChildren(...offered.map(button));
    near.hidden = !offered.length;
    if (elsewhere) elsewhere.hidden = !nowhere;
  }

  function button({ slug, title }) {
    const item = document.getElementById("i-near").content.firstElementChild.cloneNode(true);
    item.textContent = title;
    item.addEventListener("click", () => take(slug));
    return item;
  }

  function take(slug) {
    field.value = "";
    tell(add(slug));
    field.focus();
  }

  function enter() {
    const Words = field.value.trim();
    if (!Words) return;
    const exact = topics.find(({ slug, title }) => slug === Words || plain(title) === plain(Words));
    if (exact) return take(exact.slug);
    const offered = nearest(topics, Words);
    tell(say(offered.length ? "finder-near" : "finder-unknown", { Words }), offered, !offered.length);
  }

  find("[data-add]").addEventListener("click", enter);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    enter();
  });
}
