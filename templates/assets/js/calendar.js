// Reminders of a mentorship's own rhythm as a calendar file, made on this device.
import { download } from "./takeaway.js";

// The weeks after which the two look at their agreement again: first after a month,
// then every three months.
const FIRST = 4, THEN = 13;

const utc = (day) => new Date(day + "T00:00:00Z");
const plus = (day, days) => new Date(utc(day).getTime() + days * 864e5).toISOString().slice(0, 10);
const plain = (text) => text.replace(/[-:]/g, "");
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

// folded breaks a line where it would have more than 75 bytes, between characters.
function folded(line) {
  let out = "", bytes = 0;
  for (const c of line) {
    const size = new TextEncoder().encode(c).length;
    if (bytes + size > 74) [out, bytes] = [out + "\r\n ", 1];
    [out, bytes] = [out + c, bytes + size];
  }
  return out;
}

const event = (stamp, name, lines) => ["BEGIN:VEVENT", `UID:${crypto.randomUUID()}`, `DTSTAMP:${stamp}`, `SUMMARY:${escaped(name)}`, ...lines,
  "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(name)}`, "TRIGGER:-P1D", "END:VALARM", "END:VEVENT"];

// calendar returns the file. The first meeting has a day and an hour by the clock on the
// wall; all others keep that hour. names are what events are called.
export function calendar({ first, weeks, minutes, end }, names, stamp) {
  const [day] = first.split("T");
  const last = end || plus(day, 26 * 7);
  const whole = (name, on) => event(stamp, name, [`DTSTART;VALUE=DATE:${plain(on)}`]);
  const events = event(stamp, names.meeting, [
    `DTSTART:${plain(first)}00`, `DURATION:PT${minutes}M`, `RRULE:FREQ=WEEKLY;INTERVAL=${weeks};UNTIL=${plain(last)}T235959`,
  ]);
  for (let on = plus(day, 7 * FIRST); on < last; on = plus(on, 7 * THEN)) events.push(...whole(names.review, on));
  if (end) events.push(...whole(names.end, end));
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ithaca//Agreement//EN", ...events, "END:VCALENDAR", ""].map(folded).join("\r\n");
}

// wire lets a section save the file. Days that stand in the sheet are taken over.
export function wire(section, form) {
  const field = (name) => section.querySelector(`[name=${name}]`);
  const said = (name) => (section.querySelector("[role=status]").textContent = section.querySelector(`[data-say=${name}]`).content.textContent);
  const day = (name) => /^\d{4}-\d\d-\d\d$/.exec(form.querySelector(`[data-field=${name}] input`)?.value.trim() ?? "")?.[0] ?? "";
  form.addEventListener("change", () => {
    if (day("start") && !field("first").value) field("first").value = day("start") + "T18:00";
    field("end").value ||= day("end");
  });
  section.querySelector("button").addEventListener("click", () => {
    const first = field("first").value, end = field("end").value;
    if (!first) {
      field("first").focus();
      return said("missing");
    }
    const names = { meeting: section.dataset.meeting, review: section.dataset.review, end: section.dataset.end };
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    download(calendar({ first, end, weeks: field("weeks").value, minutes: field("minutes").value }, names, stamp), "mentoring.ics", "text/calendar");
    said("saved");
  });
  section.hidden = false;
}
