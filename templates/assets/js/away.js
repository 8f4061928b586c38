// What the match finder lets somebody take along: a text, a link, a file. It is loaded
// when somebody does; nothing is sent.
import { file } from "./requestfile.js";
import { list, say } from "./say.js";
import { copy as toClipboard, download } from "./takeaway.js";

export const copy = toClipboard;

// text returns what was asked, and the people who were found, with their reasons.
export function text(form, asked, titles, people) {
  const found = [...people.querySelectorAll("ol > li, [data-close]:not([hidden]) > h3")];
  return [asking(form, asked, titles), ...found.map(lines)].join("\n\n") + "\n";
}

// save hands the request over as a file, and gives the file's name.
export function save(asked, ranked, cycle, agreed) {
  const name = "my-request.md";
  download(file({ ...asked, ranked }, cycle, agreed ? new Date().toISOString().slice(0, 10) : ""), name);
  return name;
}

// asking returns as text what was asked: the needs, and what else was answered.
function asking(form, asked, titles) {
  const said = [...form.querySelectorAll("[data-field] :is(input:checked, select)")]
    .map((input) => (input.value ? (input.selectedOptions?.[0] ?? input.parentElement).textContent.trim() : "")).filter(Boolean);
  const needs = say("finder-asked", { Needs: list(asked.needs.map((n) => titles.get(n.topic))) });
  return said.length ? needs + "\n" + say("finder-said", { Answers: list(said) }) : needs;
}

// lines returns a card as text: name, address, answers, reasons; or a heading.
function lines(card) {
  const link = card.querySelector("h3 a");
  if (!link) return card.textContent;
  const reasons = [...card.querySelectorAll(".covers li, .reasons li")].map((item) => item.textContent);
  const gap = card.querySelector(".gap");
  if (gap) reasons.push(say("finder-but", { Gap: gap.textContent }));
  return [link.textContent, link.href, ...reasons.map((text) => "- " + text)].join("\n");
}
