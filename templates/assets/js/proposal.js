// The sheet of a profile: what is written in it is judged as the portal's check will
// judge the file, and the file is handed over once nothing is wrong. Nothing is sent
// anywhere.
import { answers, byName, inWords } from './answers.js';
import { cardOf } from './samplecard.js';
import { counted, problems } from './check.js';
import { faults } from './faults.js';
import { fold } from './fold.js';
import { fill } from './fill.js';
import { keep } from './keep.js';
import { inline, sheet, slug } from './markdown.js';
import { lines, load } from './load.js';
import { normal } from './codes.js';
import { dates, newFile } from './output.js';
import { say } from './say.js';
import { restore, shared, values } from './values.js';

const form = document.querySelector('[data-sheet]');
const output = document.querySelector('[data-output]');
const consent = form.querySelector('[data-agree] input'); // there where the file states one; it answers for the days below
const rules = [...document.querySelector('[data-parts]').content.children].map(({ dataset: { key, field, takes = 'text', beside, needed, ...bounds } }) =>
  ({ key, field, takes, beside, needed: needed !== undefined, least: Number(bounds.least ?? 0), most: Number(bounds.most ?? 0), entries: Number(bounds.entries ?? 0) }));
const days = consent ? rules.filter(({ key }) => key === 'consent.publish' || key === 'confirmed').map(({ field }) => form.querySelector(`[data-field="${field}"]`)) : [];
const known = topics();
const shown = faults(form, document.querySelector('[data-faults]'));
const drawn = cardOf(document.querySelector('[data-card]'), rules);
let made = false; // whether the file was asked for

// topics returns the portal's own, and words for numbers. What they are called is known
// once somebody begins to write.
function topics() {
  const list = document.getElementById('i-topics'), options = [...list.options];
  const titles = options.map(({ value }) => value);
  const slugs = options.map(({ dataset, value }) => dataset.slug ?? fold(value));
  return { topics: { called: () => -1, alike: () => [] }, slugs, titles, strict: 'strict' in list.dataset, numbers: say('numbers').split(' ') };
}

let learning;
const learn = () => learning ??= Promise.all([import('./alike.js'), called()]).then(([{ vocabulary }, rows]) => {
  known.topics = vocabulary(known.slugs, rows);
  changed();
});

// called returns the names of all topics; without them those of the page must do.
const called = () => fetch(document.getElementById('i-topics').dataset.names)
  .then((answer) => answer.json()).then(([, rows]) => rows).catch(() => []);

const read = () => normal(rules, byName(answers(form)), known);

function today() {
  const now = new Date();
  const two = (n) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// agree makes the days of consent those of the tick: today, or none.
function agree() {
  for (const day of days) day.querySelector('input').value = consent.checked ? today() : '';
}

// result returns the file: its text and its name.
function result() {
  const all = read();
  const { file, namedBy } = output.dataset;
  const name = (namedBy && slug(inline(all[namedBy]))) || file;
  return { text: fill(document.querySelector('[data-template]').content.textContent, all), name: name + '.md', shown: output.querySelector('pre') };
}

// review shows what is wrong, and the file where nothing is.
function review() {
  let found = problems(rules, read(), today(), known);
  if (consent && !consent.checked) {
    found = found.filter(({ field }) => !days.some((day) => day.dataset.field === field));
    found.push({ field: '', key: 'consent', values: {} });
  }
  shown(made ? found : found.filter((problem) => problem.soft));
  output.hidden = !made || found.some((problem) => !problem.soft);
  if (output.hidden) return;
  const { text, name, shown: place } = result();
  place.textContent = text;
  newFile(output, name, text);
}

function changed() {
  const all = read();
  for (const counter of form.querySelectorAll('[data-count]')) {
    const rule = rules.find(({ field }) => field === counter.dataset.count);
    const Count = counted(rule, all[rule.field]);
    counter.textContent = 2 * Count < (rule.most || 1) ? '' : say('sheet-count', { Count, Most: rule.most });
  }
  drawn(all);
  if (made) review();
}

// finish asks for the file: it shows it, or what has to be put right before.
export async function finish() {
  await learn();
  made = true;
  review();
  document.querySelector(output.hidden ? '[data-faults] h2' : '#i-output').focus();
}
form.addEventListener('change', review);
// Not before somebody writes: a sheet printed empty stays empty.
form.addEventListener('input', () => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const field = rules.find(({ key }) => key === 'timezone')?.field;
  const input = zone?.includes('/') && form.querySelector(`[data-field="${field}"] input`);
  if (input && !input.value && input !== document.activeElement) input.value = zone;
  learn();
}, { once: true });

if (consent) {
  consent.checked = false; // browsers bring ticks back with the page, and this one is given anew
  for (const day of days) day.classList.add('told');
  consent.addEventListener('change', agree);
  document.querySelector('[data-clear]').addEventListener('click', () => {
    [consent.checked, made] = [false, false];
    review();
  });
}
dates(form);
keep(form, {
  sheet: () => ({ text: sheet(document.querySelector('h1').textContent, answers(form, inWords)), name: form.dataset.draft + '.md' }),
  output: result,
}, changed);

// own fills an empty sheet in with what a mentor's page says. Only the mentor is named in
// the address: whoever sends somebody a link must not choose the answers.
async function own([slug]) {
  const [, page] = await load(form.dataset.mentor, slug);
  const said = page?.querySelector('[data-answers]');
  if (!said || Object.keys(values(form)).length) return;
  learn();
  restore(form, lines(said.content.textContent));
  form.parentElement.before(document.querySelector('[data-changing]').content);
  changed();
}
const { of } = shared(location.hash);
if (of) own(of);
