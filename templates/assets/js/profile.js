// What a profile's fields mean beyond their texts: which are still missing, which
// the browser knows, and codes for what people write as words. Only what is
// certain is changed.
import { byKey } from './values.js';
import { fill } from './fill.js';
import { isEmpty } from './markdown.js';

// parts reads what the page says of the file's fields: {key, field, needed}.
export function parts(output) {
  return [...output.querySelector('[data-parts]').content.children]
    .map(({ dataset: { key, field, needed } }) => ({ key, field, needed: needed !== undefined }));
}

// missing gives the answers that the file still needs, each once.
export function missing(parts, answers) {
  const names = new Set(parts.filter((part) => part.needed).map((part) => part.field));
  return [...names].map((name) => answers[name]).filter((answer) => answer && isEmpty(answer));
}

// prefill writes the time zone, which the browser knows, where it is missing and
// nobody is writing it.
export function prefill(form, parts) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone?.includes('/')) write(form, parts, { timezone: zone });
}

// agree writes today as the days of consent that are missing. It is for whoever
// ticks that they agree, and for nobody else.
export function agree(form, parts) {
  const now = new Date();
  const two = (n) => String(n).padStart(2, '0');
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  write(form, parts, { __proto__: null, [consent]: today, confirmed: today });
}

function write(form, parts, known) {
  for (const { key, field } of parts) {
    const input = form.querySelector(`[data-field="${field}"] input`);
    if (Object.hasOwn(known, key) && input && !input.value && input !== document.activeElement) input.value = known[key];
  }
}

const consent = 'consent.publish';

// unagreed gives the file of somebody who has not agreed to be shown: a draft, which
// is never published, without a day of consent.
export function unagreed(output, parts, answers) {
  const left = parts.filter(({ key }) => key === consent).map(({ field }) => [field, { lines: [], rows: [] }]);
  const draft = output.replace(/^draft:.*\n/m, '').replace(/^---\n/, () => '---\ndraft: true\n');
  return fill(draft, { __proto__: null, ...answers, ...byKey(left) });
}

// normal gives the answers with codes for countries, languages and time zones.
export function normal(parts, answers) {
  const read = { __proto__: null, country, languages, timezone };
  const all = { __proto__: null, ...answers };
  for (const { key, field } of parts) {
    const answer = all[field];
    if (read[key] && answer) all[field] = { ...answer, lines: answer.lines.map(read[key]) };
  }
  return all;
}

const country = (text) => code('region', text, (said) => said.toUpperCase());
const languages = (text) => text.split(/[,;،、，；]/).map((part) => part.trim()).filter((part) => part)
  .map((part) => code('language', part, (said) => said.toLowerCase())).join(', ');

// timezone finds "Africa/Lagos" for itself in any letters, and for "Lagos".
function timezone(text) {
  const said = text.trim().toLowerCase().replace(/\s+/g, '_');
  const zones = Intl.supportedValuesOf?.('timeZone') ?? [];
  const exact = zones.filter((zone) => zone.toLowerCase() === said);
  const found = exact.length ? exact : zones.filter((zone) => said && zone.toLowerCase().endsWith('/' + said));
  return found.length === 1 ? found[0] : text;
}

// code gives the code of a country or a language for its name or its code.
function code(type, text, cased) {
  const said = text.trim();
  if (/^[a-z]{2,3}$/i.test(said)) return cased(said);
  return named(type).get(said.toLowerCase()) ?? text;
}

const tables = { __proto__: null };

// named gives the codes of two letters by the names that the page's language and
// English have for them. An old code gives the one that has taken its place.
function named(type) {
  if (tables[type] || !Intl.DisplayNames) return tables[type] ?? new Map();
  const table = tables[type] = new Map();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const lang of ['en', document.documentElement.lang || 'en']) {
    const names = new Intl.DisplayNames(lang, { type, fallback: 'none' });
    for (const two of letters.flatMap((a) => letters.map((b) => a + b))) {
      const name = names.of(type === 'region' ? two.toUpperCase() : two);
      const locale = name && new Intl.Locale(type === 'region' ? 'und-' + two : two);
      if (locale) table.set(name.toLowerCase(), type === 'region' ? locale.region : locale.language);
    }
  }
  return table;
}
