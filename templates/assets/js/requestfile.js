// A visitor's request as a file. Nothing here touches the page.

// file returns the request as a file for the organizers. The day of consent, "" for
// none, is stated only by somebody who has agreed to be matched.
export function file(r, cycle, consent) {
  const list = (words) => `[${words.map((w) => JSON.stringify(w)).join(", ")}]`;
  const lines = [
    r.languages.length && `languages: ${list(r.languages)}`,
    r.timezone && `timezone: ${JSON.stringify(r.timezone)}`,
    r.stage && `stage: ${r.stage}`,
    "needs:", ...r.needs.map((n) => `  - {topic: ${n.topic}, want: ${n.want}}`),
    r.move.to && `move: {${r.move.from ? `from: ${r.move.from}, ` : ""}to: ${r.move.to}}`,
    r.values.length && `values: ${list(r.values)}`,
    r.kinds.length && `kinds: ${list(r.kinds)}`,
    r.formats.length && `formats: ${list(r.formats)}`,
    r.duration.length && `duration: ${list(r.duration)}`,
    r.windows.length && `windows: ${list(r.windows)}`,
    Object.keys(r.style).length && `style: {${Object.entries(r.style).map(([axis, n]) => `${axis}: ${n}`).join(", ")}}`,
    r.offers.length && `offers: ${list(r.offers)}`,
    r.ranked?.length && `ranked: ${list(r.ranked)}`,
    cycle && `cycle: ${cycle}`,
    consent && `consent: {matching: ${consent}}`,
  ].filter(Boolean);
  return `---\n${lines.join("\n")}\n---\n`;
}
