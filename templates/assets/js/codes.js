// What people write in words as a profile's file has it: codes of countries and
// languages, time zones, numbers, the portal's own topics. Only what is certain is
// changed. Nothing here touches the page.
import { FREE, byKey } from './values.js';
import { clean } from './markdown.js';

// A word between two in the page's language, as in "English and French".
const lang = globalThis.document?.documentElement.lang || 'en';
const both = new Set([lang, 'en'].map((tag) => new Intl.ListFormat(tag).formatToParts(['a', 'b'])[1].value.trim()));

// parted returns the parts of an answer between commas.
export const parted = (text) => text.split(/[,;\u060c\u3001\uff0c\uff1b\n]/).map((part) => part.trim()).filter((part) => part);

// spoken parts an answer also where a word joins two languages.
const spoken = (text) => parted(text).flatMap((part) => part.split(/ *[/&+] */))
  .flatMap((part) => part.split(/\s+/).reduce((all, word) => {
    if (both.has(word)) all.push([]);
    else all.at(-1).push(word);
    return all;
  }, [[]])).map((words) => words.join(' ')).filter((part) => part);

// normal returns the answers as the file has them. Known are the portal's topics, by
// naming() and their slugs, and the words for numbers from one up. Arabic and Persian
// digits are numbers too.
export function normal(rules, answers, known) {
  const all = { __proto__: null, ...answers };
  for (const { field, takes, entries } of rules) {
    const read = readers[takes], answer = all[field];
    if (read && answer) all[field] = { ...answer, lines: answer.lines.flatMap((line) => read(clean(line).trim(), known, entries)) };
  }
  return all;
}

const readers = byKey(Object.entries({
  country: (text) => code('region', text),
  language: (text) => spoken(text).map((part) => code('language', part)),
  timezone,
  free: (text) => FREE[text] ?? text,
  number: (text, { numbers }) => {
    const place = numbers.indexOf(text.toLowerCase());
    return place < 0 ? text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.codePointAt(0) & 15) : String(place + 1);
  },
  url: (text) => (/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/i.test(text) ? 'https://' + text : text),
  topic: (text, { topics, slugs }, many) => (many ? parted(text) : [text]).map((part) => slugs[topics.called(part)] ?? part),
}));

// timezone finds "Africa/Lagos" for itself in any letters, and for "Lagos".
function timezone(text) {
  const said = text.toLowerCase().replace(/\s+/g, '_');
  const zones = Intl.supportedValuesOf?.('timeZone') ?? [];
  const exact = zones.filter((zone) => zone.toLowerCase() === said);
  const found = exact.length ? exact : zones.filter((zone) => said && zone.toLowerCase().endsWith('/' + said));
  return found.length === 1 ? found[0] : text;
}

// code returns the code of a country or a language for its name or its code.
function code(type, said) {
  const name = said.toLowerCase();
  const meant = aliases[type][name] ?? named(type).get(name);
  if (meant) return meant;
  if (/^[a-z]{2,3}$/.test(name)) return type === 'region' ? name.toUpperCase() : Intl.getCanonicalLocales(name)[0];
  return (type === 'language' ? canonical(said) ?? ownNames().get(name) : undefined) ?? abroad(type).get(name) ?? said;
}

// canonical returns a language's tag as it is written: "pt-BR" for "PT-br".
function canonical(said) {
  const tag = /^[a-z]{2,3}-[a-z0-9-]+$/i.test(said) ? Intl.getCanonicalLocales(said)[0] : '';
  return isNamed('language', tag) ? tag : undefined;
}

// aliases are names in common use that no table has.
const aliases = {
  region: byKey(Object.entries({ uk: 'GB', usa: 'US', britain: 'GB', 'great britain': 'GB', england: 'GB', scotland: 'GB', wales: 'GB', 'ivory coast': 'CI', turkey: 'TR', holland: 'NL' })),
  language: byKey(Object.entries({ mandarin: 'zh', farsi: 'fa', tagalog: 'fil', castilian: 'es', flemish: 'nl' })),
};

const two = [...'abcdefghijklmnopqrstuvwxyz'].flatMap((a) => [...'abcdefghijklmnopqrstuvwxyz'].map((b) => a + b));
// Of the thousands of languages that have only a code of three letters, those that many speak.
const three = 'fil ceb ilo war hil pam bik tsg yue wuu nan hak hsn arz ary apc arq ayl bho mai mag awa mwr bgc hne gsw nds hsb scn nap vec lmo kmr ckb tzm kab rif shi luo kam guz bem nso tum kmb umb lua kri pcm wol mos dyu ban min bug ace jam tpi hmn haw arn quc kek nah prs sat doi kok mni brx lus cmn'.split(' ');
const tables = { __proto__: null };

// named returns the codes by the names that the page's language and English have for
// them; abroad by those of the reader's languages and of large ones.
const named = (type) => tables[type] ??= tableOf(type, ['en', lang]);
const abroad = (type) => tables['abroad-' + type] ??= tableOf(type, [...'vi uk tr sv ru ro pt pl nl ko ja it id hu hi fr fi fa es el de da cs zh ar'.split(' '), ...(globalThis.navigator?.languages ?? [])]);

// tableOf returns the codes by their names in some languages, of which the last is the
// surest. An old code gives the one that has taken its place.
function tableOf(type, tags) {
  const table = new Map();
  for (const tag of tags) {
    const names = new Intl.DisplayNames(tag, { type, fallback: 'none' });
    for (const one of type === 'region' ? two.map((letters) => letters.toUpperCase()) : [...three, ...two]) {
      const name = names.of(one);
      const locale = name && new Intl.Locale(type === 'region' ? 'und-' + one : one);
      if (locale) table.set(name.toLowerCase(), type === 'region' ? locale.region : locale.language);
    }
  }
  return table;
}

// ownNames returns the codes of languages by the names that they have for themselves.
const ownNames = () => tables.own ??= new Map(two.filter((one) => Intl.DisplayNames.supportedLocalesOf(one).length)
  .map((one) => [new Intl.DisplayNames(one, { type: 'language' }).of(one).toLowerCase(), new Intl.Locale(one).language]));

// city returns one whose clocks somebody may mean: of the device, unless the country has
// one zone only.
export function city(country) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const there = isNamed('region', country) ? new Intl.Locale('und-' + country) : {};
  const zones = there.getTimeZones?.() ?? there.timeZones ?? [];
  const zone = zones.includes(own) || zones.length !== 1 ? own : zones[0];
  return (isZone(zone) ? zone : 'Africa/Lagos').split('/').at(-1).replaceAll('_', ' ');
}

// isNamed tells whether something is the code of a country or a language.
export function isNamed(type, said) {
  try {
    const tag = type === 'region' ? new Intl.Locale('und-' + said).region : Intl.getCanonicalLocales(said)[0];
    return tag === said && Boolean(new Intl.DisplayNames('en', { type, fallback: 'none' }).of(said)) && !noCountries.has(said);
  } catch {
    return false;
  }
}

// Codes that stand for unions, islands and former states, as package field has them.
const noCountries = new Set('AC AN CP CQ CS DG EA EZ FQ IC NT PC SU TA UN YU EU XA XB ZZ QO'.split(' '));

// isZone tells whether something is a time zone whose clocks follow a place.
export function isZone(said) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: said });
    return said.includes('/') && !said.startsWith('Etc/');
  } catch {
    return false;
  }
}
