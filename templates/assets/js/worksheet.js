// A worksheet filled in on the screen: what it becomes, and ways to keep it.
// Nothing is sent anywhere.
import { answers, byName } from './answers.js';
import { slug } from './clean.js';
import { fill } from './fill.js';
import { keep } from './keep.js';
import { inline, sheet } from './markdown.js';
import { draft } from './draft.js';

const form = document.querySelector('[data-sheet]');
const output = document.querySelector('[data-output]');
const title = document.querySelector('h1').textContent;
const exact = 'exact' in form.dataset;

// result gives what the sheet has become, and its file's name.
function result() {
  const all = byName(answers(form));
  const { file, namedBy } = output.dataset;
  const shown = output.querySelector('pre');
  const text = fill(output.querySelector('[data-template]').content.textContent, all);
  const name = (namedBy && slug(inline(all[namedBy]))) || file;
  return { text, name: name + '.md', shown };
}

function changed() {
  if (!output) return;
  const { text, name, shown } = result();
  shown.textContent = text;
  output.querySelector('[data-address]').hidden = !exact || !/[^\s@]@[^\s@]+\.[^\s@]/.test(text);
  draft(output, name, text);
}

// On the screen, files that the portal reads get their days from a calendar; on
// paper an empty one is a line.
function dates(type) {
  for (const input of form.querySelectorAll('[data-kind=date] input')) {
    if (type === 'date' || !input.value) input.type = type;
  }
}

if (exact) {
  dates('date');
  addEventListener('beforeprint', () => dates('text'));
  addEventListener('afterprint', () => dates('date'));
}
if (output) output.hidden = false;
keep(form, {
  sheet: () => ({ text: sheet(title, answers(form)), name: form.dataset.sheet + '.md' }),
  output: result,
}, changed);
