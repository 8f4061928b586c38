// What a visitor answered, as the request that is scored, kept and sent.
import { FREE } from "./values.js";

// What matters to somebody, as the style and offers of the score.
const MATTERS = {
  __proto__: null,
  challenges: { style: { challenge: 5 } },
  listens: { style: { challenge: 1 }, offers: ["encouragement"] },
  plans: { style: { structure: 5 } },
  frank: { style: { directness: 5 } },
  doors: { offers: ["introductions", "recommendation"] },
  practice: { offers: ["cv-review", "mock-interview"] },
  projects: { offers: ["projects"] },
};

// WANTS by place: the first need counts most.
const want = (place) => (place === 0 ? "must" : place < 3 ? "want" : "nice");

// request returns the request for the values of the finder's form and the day
// whose clocks are compared.
export function request(values, start) {
  const one = (name) => values[name]?.[0] || "";
  const matters = (values.matters || []).map((m) => MATTERS[m] || {});
  return {
    needs: needs(values).map((topic, i) => ({ topic, want: want(i) })),
    stage: one("stage"), move: { from: one("aim") && one("field"), to: one("aim") },
    languages: values.languages || [], kinds: values.kinds || [], formats: values.formats || [], duration: values.duration || [],
    style: Object.assign({}, ...matters.map((m) => m.style || {})),
    offers: [...new Set(matters.flatMap((m) => m.offers || []))],
    windows: (values.free || []).flatMap((part) => FREE[part] ?? []), values: values.values || [], timezone: one("timezone"), offset: clock(one("timezone"))?.(Date.parse(start)) ?? null,
  };
}

// needs returns the chosen topics by slug, the most important first.
export const needs = (values) => (values.needs?.[0] || "").split(",").filter(Boolean);

// clock returns a function from a time to the minutes that a zone's clocks are ahead of
// UTC then; null for a zone that is not known.
export function clock(timeZone) {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
    return (at) => {
      const [month, day, year, hour, minute] = format.formatToParts(at).filter(({ type }) => type !== "literal").map(({ value }) => Number(value));
      return (Date.UTC(year, month - 1, day, hour, minute) - at) / 60_000;
    };
  } catch {
    return null;
  }
}
