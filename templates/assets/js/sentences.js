// Reasons in the page's words. Topics are named by their titles.
import { list, say, term } from "./say.js";

const hours = (minutes) => Math.round(minutes / 60);

// time words how long both are free; kind is "reason" or "gap".
function time(kind, { minutes, weeks, of }) {
  const Hours = Math.floor(minutes / 60), rest = minutes % 60;
  const Minutes = say(Hours ? (rest ? "length" : "length-hours") : "length-minutes", { Hours, Minutes: rest });
  return say(of ? `${kind}-time-weeks` : `${kind}-time`, { Minutes, Weeks: weeks, OfWeeks: of });
}

// reason returns the sentence for a piece of evidence, "" where there is none.
export function reason(e, titles) {
  const name = (slug) => titles.get(slug) ?? slug;
  switch (e.reason) {
  case "need": case "goal": {
    const near = e.relation === "sibling" || e.relation === "related" ? "near" : e.relation;
    return say(`reason-${e.reason}-${near}`, { Topic: name(e.topic), By: name(e.by) });
  }
  case "move":
    return e.from ? say("finder-move", { From: name(e.from), To: name(e.to) }) : say("finder-move-to", { To: name(e.to) });
  case "half-move":
    return say("finder-half-move", { From: name(e.from), To: name(e.to) });
  case "time":
    return time("reason", e);
  case "clocks":
    return say("reason-clocks", { Count: hours(e.minutes) });
  case "words": case "only-words":
    return say(`reason-${e.reason}`, { Words: list([...e.words]) });
  case "values":
    return say("finder-values", { Values: list([...e.words]) });
  case "offers":
    return say("reason-offers", { Words: list(e.words.map((o) => term("offer", o))) });
  case "industry":
    return say("reason-industry", { By: name(e.by) });
  case "style":
    return say("finder-style");
  }
  return "";
}

// gap returns the sentence for what is missing beside needs, "" for nothing.
export function gap(e) {
  if (!e) return "";
  if (e.reason === "time") return time("gap", e);
  if (e.reason === "clocks") return say("gap-clocks", { Count: hours(e.minutes) });
  return say(`finder-gap-${e.reason}`);
}
