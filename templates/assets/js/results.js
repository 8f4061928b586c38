// Draws what the finder found: people with reasons, and the circle as a table.
import { list, say, term } from "./say.js";
import { gap, reason } from "./sentences.js";

const REASONS = 4;
const names = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });

// person gives the card of a suggestion. page says where links lead.
export function person(s, who, page) {
  const item = document.getElementById("i-suggested").content.firstElementChild.cloneNode(true);
  const q = (selector) => item.querySelector(selector);
  q("[data-name]").textContent = who.name;
  q("h3 a").href = who.url;
  q(".role").textContent = who.role;
  q(".band").textContent = term("band", s.band);
  q(".band").classList.add(s.band);
  const sentences = telling(s.reasons).map((e) => reason(e, page.titles)).filter(Boolean).slice(0, REASONS);
  if (s.languages.length && sentences.length < REASONS) {
    sentences.push(say("finder-speaks", { Languages: list(s.languages.map((tag) => names.of(tag))) }));
  }
  q(".reasons").replaceChildren(...sentences.map((text) => line(text)));
  fill(q(".gap"), gap(s.gap, page.titles));
  const letter = q("[data-letter]");
  letter.textContent = say("finder-letter", { Name: who.name });
  letter.href = page.write.replace("{mentor}", s.slug);
  return item;
}

// telling leaves out the reasons that come from a topic which has been named.
function telling(reasons) {
  return reasons.filter((e, i) => !e.by || reasons.findIndex((o) => o.by === e.by) === i);
}

function fill(place, text) {
  if (text) place.textContent = text;
  else place.remove();
}

function line(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

// table shows a circle in its section: needs down, people across.
export function table(section, circle, people, page) {
  const head = section.querySelector("thead tr");
  head.replaceChildren(head.firstElementChild, ...circle.members.map((m) => {
    const cell = document.createElement("th");
    cell.scope = "col";
    const link = document.createElement("a");
    link.href = people.get(m.slug).url;
    link.textContent = people.get(m.slug).name;
    cell.append(link);
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
  const covered = circle.needs.length - circle.uncovered.length;
  section.querySelector("[data-caption]").textContent = say("finder-covered", { Covered: covered, All: circle.needs.length });
  section.querySelector("[data-uncovered]").replaceChildren(...circle.uncovered.map((slug) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = page.topic.replace("{topic}", slug);
    link.textContent = say("finder-uncovered", { Topic: page.titles.get(slug) });
    item.append(link);
    return item;
  }));
  section.hidden = circle.members.length < 2;
}

// nobody says why people who could help were left out.
export function nobody(place, counts) {
  place.replaceChildren(...counts.map(([filter, count]) => line(say("finder-filtered", { Count: count, Reason: term("filter", filter) }))));
}
