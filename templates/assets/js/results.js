// Draws what the finder found: people with reasons.
import { availability, states } from "./people.js";
import { evidence } from "./reasons.js";
import { answer, IN_PERSON, level } from "./score.js";
import { list, say, term } from "./say.js";
import { gap, reason } from "./sentences.js";

const FIRST = 2, REST = 3; // reasons that are shown at once, and with more about somebody
const names = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });

// covers returns how a mentor answers each need that was asked, as the circle
// counts it, the largest thing missing that is no need, and whether they would have to
// live in the same place.
export function covers(q, mentor) {
  const slug = (n) => q.book.topics[n][0];
  const inPerson = q.formats === IN_PERSON;
  const [, gap] = evidence({ ...q, parts: q.parts.filter((p) => p.name !== "fit") }, mentor);
  return {
    gap, inPerson, cover: q.needs.map((w) => {
      const [value, by] = answer(w, mentor);
      const how = level(value);
      return { need: slug(w.topic), by: how && by !== w.topic ? slug(by) : "", level: how };
    }),
  };
}

// covered returns the line that says whether a mentor answers a need.
function covered({ need, by, level }, titles) {
  const item = line(say(by ? "finder-cover-by" : "finder-cover", { Need: titles.get(need), Answer: term("answer", level), By: titles.get(by) }));
  if (level) item.className = level;
  return item;
}

// person returns the card of a suggestion. page says where links lead.
export function person(s, who, page) {
  const item = document.getElementById("i-suggested").content.firstElementChild.cloneNode(true);
  const q = (selector) => item.querySelector(selector);
  q("[data-name]").textContent = who.name;
  q("h3 a").href = who.url;
  q(".role").textContent = who.role;
  if (who.lang) q(".role").lang = q(".headline").lang = who.lang;
  fill(q(".headline"), who.headline);
  q(".state").classList.add(states[who.state]);
  fill(q(".state"), availability(who));
  q(".band").textContent = term("band", s.band);
  q(".band").classList.add(s.band);
  q(".covers").replaceChildren(...s.cover.map((c) => covered(c, page.titles)));
  const named = (some) => list(s.cover.filter(some).map((c) => page.titles.get(c.need)));
  // Who holds only something near to a need does not help with it: the reasons name both.
  const itself = (c) => c.level && !c.by;
  const answered = new Set(s.cover.filter(itself).map((c) => c.need));
  const sentences = telling(s.reasons.filter((e) => e.reason !== "need" || !answered.has(e.topic))).map((e) => reason(e, page.titles)).filter(Boolean);
  if (s.languages.length) sentences.push(say("finder-speaks", { Languages: list(s.languages.map((tag) => names.of(tag))) }));
  if (answered.size) sentences.unshift(say("finder-helps", { Needs: named(itself) }));
  const first = sentences.splice(0, FIRST);
  q(".first").replaceChildren(...first.map(line));
  q(".rest").replaceChildren(...sentences.slice(0, REST).map(line));
  fill(q(".gap"), s.inPerson && who.place ? say("finder-place", { Place: who.place }) : missing(s, named));
  const given = who.name;
  q("summary").textContent = say("finder-more", { Name: given });
  q("[data-page]").textContent = say("finder-page", { Name: given });
  q("[data-page]").href = who.url;
  const letter = q("[data-letter]");
  letter.textContent = say("finder-letter", { Name: given });
  letter.href = page.write.replace("{mentor}", who.slug) + "&need=" + (s.cover.find((c) => c.level) ?? s.cover[0]).need;
  const keep = q("[data-short]");
  [keep.dataset.short, keep.dataset.name] = [who.slug, given];
  keep.querySelector(".hidden").textContent = " " + given;
  return item;
}

// missing returns the one thing to know that speaks against somebody: first needs
// that they do not answer, then those that only something near answers.
function missing(s, named) {
  const partly = (c) => c.by && c.level === "some";
  if (s.cover.some((c) => !c.level)) return say("finder-not", { Needs: named((c) => !c.level) });
  return s.cover.some(partly) ? say("finder-partly", { Needs: named(partly) }) : gap(s.gap);
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

// lacking returns the line that leads from a need which nobody covers to its topic.
export function lacking(slug, page, key = "finder-uncovered") {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = page.topic.replace("{topic}", slug);
  link.textContent = say(key, { Topic: page.titles.get(slug) });
  item.append(link);
  return item;
}

// nobody says why nobody is found: who could help but was left out, or else the
// needs that nobody covers. Each need leads to its topic.
export function nobody(place, counts, needs, page) {
  place.querySelector("ul").replaceChildren(...counts.map(([filter, Count]) => line(say(`filter-${filter}`, { Count }))));
  place.querySelector("[data-any-language]").hidden = !counts.some(([filter]) => filter === "language");
  place.querySelector("[data-topics]").replaceChildren(...needs.map((slug) => lacking(slug, page, counts.length ? "finder-topic" : "finder-uncovered")));
  place.hidden = !place.querySelector("li");
}
