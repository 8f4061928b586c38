// The circle as a table, in which each person can be exchanged for the next best.
import { person } from "./people.js";
import { lacking } from "./results.js";
import { say, term } from "./say.js";
import { circle } from "./suggest.js";

// circles wires the circle's section. It returns draw, which shows the circle of a
// request; people are those known by number.
export function circles(section, book, data, page) {
  const status = section.querySelector("[role=status]");
  const buttons = () => [...section.querySelectorAll("[data-swap]")];
  let asked, shown, people, out;

  function draw(...given) {
    [asked, shown, people] = given;
    out = [];
    status.textContent = "";
    table(section, shown, people, page);
  }

  // next returns the circle with somebody else at a place, null where nobody else adds
  // anything. When all have had their turn, they come again.
  function next(at) {
    const kept = shown.members.map((m) => m.mentor), [gone] = kept.splice(at, 1);
    for (out of [[...out, gone], [gone]]) {
      const other = circle(book, asked, kept.length + 1, kept, out);
      if (other.members.length <= kept.length) continue;
      other.members.splice(at, 0, other.members.pop());
      return other;
    }
    return null;
  }

  section.addEventListener("click", async ({ target }) => {
    const at = buttons().indexOf(target.closest("[data-swap]")), mine = shown;
    if (at < 0) return;
    const other = next(at), mentor = other?.members[at].mentor, Name = people.get(shown.members[at].mentor).name;
    if (!other) {
      status.textContent = say("finder-alone", { Name });
      return;
    }
    if (!people.has(mentor)) people.set(mentor, await person(data, mentor));
    if (shown !== mine) return; // other answers have come
    shown = other;
    table(section, shown, people, page);
    status.textContent = say("finder-swapped", { Name, Other: people.get(mentor).name });
    buttons()[at].focus();
  });
  return draw;
}

// table shows a circle in its section: needs down, people across.
function table(section, circle, people, page) {
  const head = section.querySelector("thead tr");
  head.replaceChildren(head.firstElementChild, ...circle.members.map((m) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    const link = document.createElement("a");
    link.href = people.get(m.mentor).url;
    link.textContent = people.get(m.mentor).name;
    const swap = document.getElementById("i-swap").content.firstElementChild.cloneNode(true);
    swap.querySelector(".hidden").textContent = ` ${link.textContent}`;
    cell.append(link, " ", swap);
    return cell;
  }));
  section.querySelector("tbody").replaceChildren(...circle.needs.map((need, i) => {
    const row = document.createElement("tr");
    const title = document.createElement("th");
    title.scope = "row";
    title.textContent = page.titles.get(need);
    row.append(title, ...circle.members.map((m) => {
      const cell = document.createElement("td");
      cell.textContent = term("cover", m.cover[i]);
      if (m.cover[i]) cell.className = m.cover[i];
      return cell;
    }));
    return row;
  }));
  const Covered = circle.needs.filter((_, i) => circle.members.some((m) => m.cover[i] === "strong")).length;
  const Partly = circle.needs.length - circle.uncovered.length - Covered;
  section.querySelector("[data-caption]").textContent = say(Partly ? "finder-covered-partly" : "finder-covered", { Covered, Partly, All: circle.needs.length });
  section.querySelector("[data-uncovered]").replaceChildren(...circle.uncovered.map((slug) => lacking(slug, page)));
  section.hidden = circle.members.length < 2;
}
