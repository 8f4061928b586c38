// The match finder's first question: needs, which a hidden field holds in their order.
import { ranked } from "./ranked.js";
import { say } from "./say.js";

const MOST = 5;

// questions wires the question. titles are those of all topics by slug. It gives
// chosen, the slugs; add, which chooses one more; draw; and ask, which says that
// there must be one.
export function questions(form, titles) {
  const field = form.querySelector("[data-field=needs] input");
  const list = form.querySelector("[data-chosen]");
  const status = form.querySelector("[data-chosen-said]");
  const boxes = () => [...form.querySelectorAll("[data-need]")];
  const chosen = () => [...new Set(field.value.split(","))].filter((slug) => titles.has(slug)).slice(0, MOST);

  const order = ranked(list, (slug) => titles.get(slug), choose, () => first());

  function choose(slugs) {
    field.value = slugs.join(",");
    draw();
    form.dispatchEvent(new Event("input"));
  }

  // draw shows the chosen needs.
  function draw() {
    const slugs = chosen();
    order(slugs);
    // Where nothing was and is chosen, what has been said about that stays.
    if (slugs.length || !list.hidden) status.textContent = slugs.length ? say("finder-order", { Count: slugs.length }) : "";
    list.hidden = !slugs.length;
    for (const box of boxes()) box.checked = slugs.includes(box.value);
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

  const first = () => boxes()[0] ?? form.querySelector("[data-own]");

  function ask() {
    status.textContent = say("finder-choose");
    first().focus();
  }

  function clear() {
    status.textContent = "";
    draw();
    first().focus();
  }

  const ticked = boxes().filter((box) => box.checked).map((box) => box.value); // while this was loaded
  if (!field.value) field.value = ticked.join(",");
  form.addEventListener("change", (event) => event.target.matches("[data-need]") && tick(event.target));
  return { add, ask, chosen, clear, draw };
}
