// The match finder's questions. What they lead to, found.js, is loaded beside the
// data when somebody begins to answer. Answers that somebody shares stand in the
// address's fragment, which no server sees.
import { empty, restore, shared } from "./answers.js";
import { say } from "./say.js";
import { store } from "./store.js";
import { topicField } from "./topic-field.js";

const MOST = 5;
const form = document.querySelector("[data-finder]");
const field = form.querySelector("[data-field=needs] input");
const list = form.querySelector("[data-chosen]");
const status = form.querySelector("[data-chosen-said]");
const boxes = [...form.querySelectorAll("[data-need]")];
const topic = form.querySelector("[data-topic-field]");
const more = form.querySelector("[data-more]");
const zone = form.querySelector("[data-zone]");
const here = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
const titles = new Map([
  ...boxes.map((box) => [box.value, box.dataset.title]),
  ...[...topic.list.options].map((option) => [option.dataset.slug, option.value]),
]);

const chosen = () => [...new Set(field.value.split(","))].filter((slug) => titles.has(slug));

function choose(slugs) {
  field.value = slugs.join(",");
  draw();
  form.dispatchEvent(new Event("input"));
}

// told tells whether there are answers beyond the first question; the zone that
// is filled in by itself is none.
function told() {
  const filled = [...more.querySelectorAll("input, select")].filter((input) => (input.type === "checkbox" ? input.checked : input.value));
  return filled.some((input) => input !== zone || input.value !== here);
}

// draw shows the chosen needs, which the hidden field holds in their order.
function draw() {
  const slugs = chosen();
  const template = document.getElementById("i-chosen-need").content.firstElementChild;
  list.replaceChildren(...slugs.map((slug, i) => {
    const item = template.cloneNode(true);
    const Need = titles.get(slug);
    item.querySelector("[data-title]").textContent = Need;
    for (const way of ["up", "down", "drop"]) item.querySelector(`[data-${way}]`).ariaLabel = say(`finder-${way}`, { Need });
    item.querySelector("[data-up]").disabled = i === 0;
    item.querySelector("[data-down]").disabled = i === slugs.length - 1;
    return item;
  }));
  // Where nothing was and is chosen, what has been said about that stays.
  if (slugs.length || !list.hidden) status.textContent = slugs.length ? say("finder-order", { Count: slugs.length }) : "";
  list.hidden = !slugs.length;
  for (const box of boxes) box.checked = slugs.includes(box.value);
  if (told()) more.open = true;
}

// add chooses a topic, and gives what to say when there are too many.
function add(slug) {
  const slugs = chosen();
  if (slugs.includes(slug)) return "";
  if (slugs.length >= MOST) return say("finder-most");
  choose([...slugs, slug]);
  return "";
}

function tick(box) {
  if (!box.checked) return choose(chosen().filter((slug) => slug !== box.value));
  const problem = add(box.value);
  draw();
  if (problem) status.textContent = problem;
}

// press moves or removes a chosen need and keeps the focus where it was.
function press(button) {
  if (!button) return;
  const slugs = chosen();
  const at = [...list.children].indexOf(button.closest("li"));
  const way = ["up", "down", "drop"].find((name) => name in button.dataset);
  const [slug] = slugs.splice(at, 1);
  const to = way === "up" ? at - 1 : at + 1;
  if (way !== "drop") slugs.splice(to, 0, slug);
  choose(slugs);
  const row = list.children[way === "drop" ? Math.min(at, slugs.length - 1) : to];
  const next = row?.querySelector(`[data-${way}]:not(:disabled)`) ?? row?.querySelector("button:not(:disabled)") ?? boxes[0];
  next.focus();
}

// zones offers the zones that the browser knows and fills in the visitor's own.
function zones() {
  zone.value ||= here;
  zone.list.replaceChildren(...(Intl.supportedValuesOf?.("timeZone") ?? []).map((name) => new Option(name, name)));
}

// kept tells whether answers were remembered on this device.
function kept() {
  try {
    return localStorage.getItem("ithaca-sheet:" + location.pathname) !== null;
  } catch {
    return false;
  }
}

// found loads what answers the questions; a failure shows the other ways.
let loading;
const found = () => loading ??= Promise.all([import("./found.js"), store(form.dataset.finder, 2)(), store(form.dataset.cards)()])
  .then(([module, match, cards]) => module.open(form, { match, cards }, { clear, draw }))
  .catch((problem) => {
    document.querySelector("[data-plain]").hidden = document.querySelector("[data-failed]").hidden = false;
    throw problem;
  });

function clear() {
  empty(form);
  status.textContent = "";
  zones();
  draw();
  history.replaceState(null, "", location.pathname);
  boxes[0]?.focus();
}

for (const box of boxes) {
  box.addEventListener("change", () => tick(box));
}
topicField(form, [
  ...boxes.map((box) => ({ slug: box.value, title: box.dataset.title, text: box.parentElement.textContent })),
  ...[...topic.list.options].map((option) => ({ slug: option.dataset.slug, title: option.value, text: option.value })),
], add);
list.addEventListener("click", (event) => press(event.target.closest("button")));
form.addEventListener("focusin", () => found().catch(() => {}), { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!chosen().length) {
    status.textContent = say("finder-choose");
    return (boxes[0] ?? topic).focus();
  }
  (await found()).show();
  document.getElementById("i-results").focus();
});
zones();
restore(form, shared(location.hash));
field.value = chosen().slice(0, MOST).join(",");
draw();
form.hidden = false;
document.querySelector("[data-plain]").hidden = true;
if (chosen().length) found().then((page) => page.show());
else if (kept()) found();
