// What the portal's own check would say of a profile, before there is a file: the
// twin of the declarations in package content, which a test holds it against. A
// rule says what a field of the sheet is in the file: {key, field, takes, most, least,
// entries, needed, beside}. Nothing here touches the page.
import { city, isNamed, isZone } from './codes.js';
import { texts } from './markdown.js';

const DAYS = 183; // an availability is promised for at most so many

const length = (text) => [...text].length;
const day = (text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text + 'T00:00:00Z') : NaN);
const after = (from, days) => new Date(from + days * 864e5).toISOString().slice(0, 10);

// problems returns what is wrong: {field, key, values}, and `soft` where the file is
// none the worse and its writer may have meant it. Answers are as normal() gives them,
// today is a day as 2027-03-09, and known are the portal's topics.
export function problems(rules, answers, today, known) {
  const found = [];
  const lines = (field) => (answers[field] ? texts(answers[field]).filter((line) => line) : []);
  const one = (key) => lines(rules.find((rule) => rule.key === key)?.field).join('');
  for (const rule of rules) {
    const add = (key, values = {}, soft = false, field = rule.field) => {
      if (!found.some((problem) => problem.field === field && !problem.soft)) found.push({ field, key, values, soft });
    };
    const said = lines(rule.field);
    if (said.length) {
      if (rule.beside && !lines(rule.beside).length) add('missing', {}, false, rule.beside);
      if (rule.entries && said.length > rule.entries) add('many', { Most: rule.entries });
      judge[rule.takes](said, rule, add, { today, known, one });
      if (rule.takes !== 'email') for (const key of exposed(said.join('\n'))) add(key, {}, key === 'telephone');
    } else if (rule.needed || wanted(rule.key, one('contact.via'))) {
      add('missing');
    }
  }
  return found;
}

// wanted tells whether a way of contact needs an answer.
const wanted = (key, via) => key === 'contact.url' && (via === 'form' || via === 'link') || key === 'contact.address' && via === 'email';

// exposed returns what nobody should write where everybody can read it, or where only
// plain text belongs.
function* exposed(text) {
  if (/[^\s@<>()]@[^\s@]+\.\p{L}{2}/u.test(text)) yield 'address';
  if (/<[a-z/!]|!\[|\[\[|\]\((?!https:\/\/)/i.test(text)) yield 'markup';
  for (const [number] of text.replace(/https?:\/\/\S+/g, '').matchAll(telephone)) if (number.match(/\d/g).length > 8) return yield 'telephone';
}

// telephone finds what package field takes for a number that somebody could ring.
const telephone = new RegExp([
  '(?:\\+|\\b00)[1-9](?:[ ().\u00a0/-]{0,2}\\d){7,14}\\b',
  '\\b(?:tel|telephone|telefon|teléfono|téléphone|phone|mobile|cell|whatsapp|handy|call me|ring me)\\b[^\\d\\n+]{0,12}\\d(?:[ ().\u00a0/-]{0,2}\\d){6,13}\\b',
  '(?:\\(0\\d{1,4}\\)|\\b0\\d{1,4})(?:[ .\u00a0/-]{1,2}\\d{2,8}){1,4}\\b',
  '\\(\\d{3}\\)[ .-]?\\d{3}[ .-]\\d{4}\\b|\\b\\d{3}[.-]\\d{3}[.-]\\d{4}\\b',
].join('|'), 'gi');

const judge = {
  __proto__: null,
  text(said, { most, entries }, add) {
    const longest = Math.max(...(entries ? said : [said.join('\n')]).map(length));
    if (most && longest > most) add('long', { Most: most, Count: longest });
  },
  free() {}, // ticked, never written
  number([text], { least, most }, add) {
    if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most) add('number', { Least: least, Most: most });
  },
  date([text], { key }, add, { today, one }) {
    const given = day(text);
    if (Number.isNaN(given)) return add('date');
    const confirmed = day(one('confirmed')) || day(today);
    if (key !== 'availability.until') return given > day(after(day(today), 1)) && add('future', {}, true);
    if (given < confirmed) add('past');
    if (given > day(after(confirmed, DAYS))) add('far', { Day: after(confirmed, DAYS) });
  },
  country: ([text], rule, add) => isNamed('region', text) || add('country', { Value: text }),
  timezone: ([text], rule, add, { one }) => isZone(text) || add('timezone', { Value: text, City: city(one('country')) }),
  language(said, rule, add) {
    const unknown = said.find((tag) => !isNamed('language', tag));
    if (unknown !== undefined) add('language', { Value: unknown });
    else if (new Set(said).size < said.length) add('twice');
  },
  topic(said, { entries }, add, { known }) {
    if (said.some((text) => length(text) > 80)) return add('long', { Most: 80, Count: Math.max(...said.map(length)) });
    if (said.some((text) => !/[\p{L}\p{N}]/u.test(text))) return add('topic');
    if (entries && new Set(said).size < said.length) return add('twice');
    const unknown = said.find((text) => !known.slugs.includes(text));
    if (unknown) add(known.strict ? 'closed' : 'new', { Value: unknown, Near: known.topics.alike(unknown, 3).map((n) => known.titles[n]) }, !known.strict);
  },
  url: ([text], rule, add) => /^https:\/\/[^\s/]+\.[^\s]+$/.test(text) || add('url'),
  email([text], rule, add) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) add('email');
  },
};

// counted returns how much of its room an answer takes, for what has little.
export const counted = ({ takes, most, entries }, answer) =>
  (takes === 'text' && most && !entries ? length(texts(answer).join('\n').trim()) : 0);
