// The match finder's answers: scores in this page, shows who suits, and what can
// be taken along. Nothing is sent.
import { book as read, files } from "./book.js";
import { circles } from "./circle.js";
import { empty, restore, shared, values } from "./values.js";
import { person as card } from "./people.js";
import { questions } from "./questions.js";
import { remember } from "./remember.js";
import { request } from "./request.js";
import { covers, nobody, person } from "./results.js";
import { say } from "./say.js";
import { shortlist } from "./shortlist.js";
import { ask } from "./score.js";
import { circle, leftOut, suggest } from "./suggest.js";

const SHOWN = 12, FIRST = 3, CIRCLE = 4;
const results = document.querySelector("[data-results]");
const find = (selector) => results.querySelector(selector);

const here = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";

// zones offers the zones that the browser knows and fills in the visitor's own.
function zones(zone) {
  zone.value ||= here;
  zone.list.replaceChildren(...(Intl.supportedValuesOf?.("timeZone") ?? []).map((name) => new Option(name, name)));
}

// told tells whether there are answers beyond the first question; the zone that
// is filled in by itself is none.
function told(more) {
  const filled = [...more.querySelectorAll("input:checked, input:not([type=checkbox]), select")];
  return filled.some(({ dataset, value }) => value && !("zone" in dataset && value === here));
}

// open wires the page with the head of the match records and the portal's data: in a
// small portal all records and cards come with it. It gives submit, which answers what the form holds, or reads the words of the field from
// which it was sent.
export function open(form, match, data) {
  const parts = new Map(Object.entries(match.parts ?? {})), book = read(match, parts);
  for (const [name, part] of parts) data.give(name, part);
  const page = { titles: new Map(book.topics.map((t) => [t[0], t[1]])), topic: form.dataset.topic, write: form.dataset.write };
  const drawCircle = circles(find("[data-circle]"), book, data, page);
  const zone = form.querySelector("[data-zone]");
  let asked = null;
  restore(form, shared(location.hash));
  const needs = questions(form, page.titles);

  async function submit(from) {
    if ("own" in from.dataset && from.value) return own();
    if (!needs.chosen().length) return needs.ask();
    await show();
    document.getElementById("i-results").focus();
  }

  // bring loads what a request needs: how hours are compared, and records.
  async function bring(r) {
    if (r.windows.length) r.shared = (await import("./hours.js")).sharing(book, r) ?? undefined;
    if (match.parts) return;
    for (const file of await Promise.all(files(book, r).map((name) => data.part(`match/${name}`)))) {
      for (const [name, part] of Object.entries(file)) parts.set(name, part);
    }
  }

  async function show() {
    const mine = asked = request(values(form), book.start);
    await bring(mine);
    const q = ask(book, asked);
    const all = suggest(book, asked, SHOWN), together = circle(book, asked, CIRCLE);
    const [suit, close] = parted(all, (s) => s.band !== "possible");
    const everybody = new Map(await Promise.all([...all, ...together.members].map(async ({ mentor }) => [mentor, await card(data, mentor)])));
    if (asked !== mine) return;
    const shown = (s) => person({ ...s, ...covers(q, s.mentor) }, everybody.get(s.mentor), page);
    const [first, rest] = results.querySelectorAll("[data-mentors]");
    first.replaceChildren(...suit.slice(0, FIRST).map(shown));
    rest.replaceChildren(...suit.slice(FIRST).map(shown));
    find("[data-close] ol").replaceChildren(...close.map(shown));
    find("[data-close]").hidden = !close.length;
    const Count = Math.max(0, suit.length - FIRST) + close.length;
    find("[data-rest]").hidden = !Count;
    find("[data-rest]").open = !suit.length;
    find("[data-rest] > summary").textContent = say("finder-rest", { Count });
    find("[data-found]").textContent = counted(suit.length, close.length);
    const nothing = !suit.length && !close.length;
    nobody(find("[data-nobody]"), nothing ? leftOut(book, asked) : [], nothing ? together.needs : [], page);
    drawCircle(mine, together, everybody);
    find("[data-to-circle]").hidden = find("[data-circle]").hidden;
    kept.mark();
    const send = find("[data-apply]");
    if (send) send.href = send.dataset.apply.replace("{needs}", encodeURIComponent(asked.needs.map((n) => n.topic).join(",")));
    results.hidden = false;
  }

  function said(name, saved = "") {
    find("[data-away-said]").textContent = find(`[data-said=${name}]`).content.textContent.replace("{file}", saved);
  }

  // take makes what is taken along, with what only that needs.
  async function take(way) {
    const away = await import("./away.js");
    const ranked = kept.mark();
    if (way === "request") return said("saved", away.save(asked, ranked, find("[data-save]").dataset.cycle, find("[data-agree]").checked));
    const text = way === "link" ? location.href.split("#")[0] + "#" + fragment({ ...values(form), ranked: [ranked.join()] }) : away.text(form, asked, page.titles, find("[data-people]"));
    said((await away.copy(text, find("[data-people]"))) ? "copied" : "not-copied");
  }
  for (const button of results.querySelectorAll("[data-copy], [data-save]")) {
    button.addEventListener("click", () => take(button.dataset.copy ?? "request"));
  }
  find("[data-any-language]").addEventListener("click", async () => {
    for (const box of form.querySelectorAll("[data-field=languages] :checked")) box.checked = false;
    form.dispatchEvent(new Event("input")); // what is remembered changes too
    await show();
    document.getElementById("i-results").focus();
  });
  find("[data-print]").addEventListener("click", () => print());
  const forget = remember(form, find("[data-remember] input"), said);
  find("[data-agree]").checked = false; // browsers bring ticks back with the page, and this one is given anew
  find("[data-clear]").addEventListener("click", () => {
    find("[data-agree]").checked = false;
    forget();
    kept.clear();
    results.hidden = true;
    empty(form);
    zones(zone);
    needs.clear();
    history.replaceState(null, "", location.pathname);
  });
  data.keep = () => location.hash = fragment(values(form));
  const kept = shortlist(find("[data-shortlist]"), results);
  form.addEventListener("input", ({ target }) => {
    if (!results.hidden && !target.matches("[type=text]") && needs.chosen().length) show(); // an answer is never out of date
  });
  zones(zone);
  // Words of one's own are read by a script that is loaded when somebody writes them.
  let words;
  const loadWords = () => words ??= import("./own.js").then(({ ownWords }) => ownWords(form, book.topics, data, needs));
  const own = async () => (await loadWords())();
  form.querySelector("[data-own]").addEventListener("input", loadWords, { once: true });
  form.querySelector("[data-add]").addEventListener("click", own);
  needs.draw();
  form.querySelector("[data-more]").open ||= told(form.querySelector("[data-more]"));
  if (location.hash && needs.chosen().length) show();
  return { submit };
}

// parted returns what passes a test, and what does not.
const parted = (all, passes) => [all.filter(passes), all.filter((one) => !passes(one))];

// counted says how many suit and how many come close.
function counted(suit, close) {
  if (!close) return say("finder-found", { Count: suit });
  if (!suit) return say("finder-only-close", { Count: close });
  return say("finder-both", { Suit: say("finder-suit", { Count: suit }), Close: say("finder-close", { Count: close }) });
}

// fragment returns answers for the end of an address.
function fragment(answers) {
  return new URLSearchParams(Object.entries(answers).flatMap(([name, all]) => all.filter(Boolean).map((text) => [name, text]))).toString();
}
