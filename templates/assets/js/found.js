// The match finder's answers: scores in this page, shows who suits, and what can
// be taken along. Nothing is sent.
import { people } from "./cards.js";
import { copy, download, remember, values } from "./keep.js";
import { file, request } from "./request.js";
import { nobody, person, table } from "./results.js";
import { say } from "./say.js";
import { unpack } from "./score.js";
import { store } from "./store.js";
import { circle, leftOut, suggest } from "./suggest.js";

const SHOWN = 12, CIRCLE = 4;
const results = document.querySelector("[data-results]");
const find = (selector) => results.querySelector(selector);

// open loads the data and wires the page. It gives show, which answers what the
// form holds. questions are the form's titles of topics and its clear and draw.
export async function open(form, questions) {
  const [match, cards] = await Promise.all([store(form.dataset.finder)(), store(form.dataset.cards)()]);
  const book = unpack(match);
  const everybody = new Map(people(cards).map((p, i) => [cards.mentors[i][0], p]));
  const page = { titles: new Map(book.topics.map((t) => [t[0], t[1]])), topic: form.dataset.topic, write: form.dataset.write };
  let asked = null, found = [];

  function show() {
    asked = request(values(form), book.start);
    found = suggest(book, asked, SHOWN);
    find("[data-mentors]").replaceChildren(...found.map((s) => person(s, everybody.get(s.slug), page)));
    find("[data-found]").textContent = say("finder-found", { Count: found.length });
    find("[data-nobody]").hidden = found.length > 0;
    if (!found.length) nobody(find("[data-nobody-why]"), leftOut(book, asked));
    table(find("[data-circle]"), circle(book, asked, CIRCLE), everybody, page);
    const send = find("[data-apply]");
    if (send) send.href = send.dataset.apply.replace("{needs}", encodeURIComponent(asked.needs.map((n) => n.topic).join(",")));
    results.hidden = false;
  }

  function said(name, saved = "") {
    find("[data-away-said]").textContent = find(`[data-said=${name}]`).content.textContent.replace("{file}", saved);
  }

  const texts = {
    answers: () => [...find("[data-mentors]").children].map(lines).join("\n\n") + "\n",
    link: () => location.href.split("#")[0] + "#" + fragment(values(form)),
  };
  for (const button of results.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => said((await copy(texts[button.dataset.copy](), find("[data-mentors]"))) ? "copied" : "not-copied"));
  }
  find("[data-save]").addEventListener("click", (event) => {
    const name = "my-request.md";
    const consent = find("[data-agree]").checked ? new Date().toISOString().slice(0, 10) : "";
    download(file(asked, event.currentTarget.dataset.cycle, consent), name);
    said("saved", name);
  });
  find("[data-print]").addEventListener("click", () => print());
  const forget = remember(form, find("[data-remember] input"), said);
  find("[data-clear]").addEventListener("click", () => {
    forget();
    results.hidden = true;
    questions.clear();
  });
  questions.draw();
  return { show };
}

// fragment gives answers for the end of an address.
function fragment(answers) {
  return new URLSearchParams(Object.entries(answers).flatMap(([name, all]) => all.filter(Boolean).map((text) => [name, text]))).toString();
}

// lines gives a card as text: name, address, reasons.
function lines(card) {
  const link = card.querySelector("h3 a");
  const reasons = [...card.querySelectorAll(".reasons li, .gap")].map((item) => "- " + item.textContent);
  return [link.textContent, link.href, ...reasons].join("\n");
}
