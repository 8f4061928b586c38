// A worksheet filled in on the screen: what it becomes, and ways to keep it.
// Nothing is sent anywhere.
import { answers, byName, inWords } from './answers.js';
import { fill } from './fill.js';
import { keep } from './keep.js';
import { inline, sheet, slug } from './markdown.js';
import { dates } from './output.js';

const form = document.querySelector('[data-sheet]');
const output = document.querySelector('[data-output]');
const title = document.querySelector('h1').textContent;
const exact = 'exact' in form.dataset;

// result returns what the sheet has become, and its file's name.
function result() {
  const all = byName(answers(form));
  const { file, namedBy } = output.dataset;
  const text = fill(output.querySelector('[data-template]').content.textContent, all);
  const name = (namedBy && slug(inline(all[namedBy]))) || file;
  return { text, name: name + '.md', shown: output.querySelector('pre') };
}

function changed() {
  if (!output) return;
  const { text, shown } = result();
  shown.textContent = text;
  output.querySelector('[data-address]').hidden = !exact || !/[^\s@]@[^\s@]+\.[^\s@]/.test(text);
}

const reminders = document.querySelector('[data-calendar]');
if (reminders) import('./calendar.js').then(({ wire }) => wire(reminders, form));
if (exact || reminders) dates(form);
if (output) output.hidden = false;
keep(form, {
  sheet: () => ({ text: sheet(title, answers(form, inWords)), name: form.dataset.sheet + '.md' }),
  output: result,
}, changed);
