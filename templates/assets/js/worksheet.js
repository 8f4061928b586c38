// A worksheet filled in on the screen: what it becomes, and ways to keep it.
// Nothing is sent anywhere.
import { answers, byName, inWords } from './answers.js';
import { fill } from './fill.js';
import { keep } from './keep.js';
import { inline, sheet, slug } from './markdown.js';
import { agree, missing, normal, parts, prefill, unagreed } from './profile.js';

const form = document.querySelector('[data-sheet]');
const output = document.querySelector('[data-output]');
const title = document.querySelector('h1').textContent;
const exact = 'exact' in form.dataset;
const filed = output?.querySelector('[data-parts]') ? parts(output) : [];
const consent = output?.querySelector('[data-agree] input'); // there where the file states one

// result gives what the sheet has become, and its file's name.
function result() {
  const all = normal(filed, byName(answers(form)));
  const { file, namedBy } = output.dataset;
  const shown = output.querySelector('pre');
  const template = output.querySelector('[data-template]').content.textContent;
  const text = consent && !consent.checked ? unagreed(template, filed, all) : fill(template, all);
  const name = (namedBy && slug(inline(all[namedBy]))) || file;
  return { text, name: name + '.md', shown };
}

// Forges and what lies before them refuse addresses that are much longer.
const most = 6000;

// draft points the section's link at a new file with its name and text. A text
// that does not fit into an address is to be copied and pasted; the page says so.
function draft(section, file, text) {
  const link = section.querySelector('[data-new]');
  if (!link) return;
  const address = (content) => link.dataset.new
    .replace('{name}', () => encodeURIComponent(file.replace(/\.md$/, '')))
    .replace('{text}', () => encodeURIComponent(content));
  const whole = address(text);
  const fits = whole.length <= most && link.dataset.new.includes('{text}');
  link.href = fits ? whole : address('');
  [link.target, link.rel] = ['_blank', 'noopener'];
  section.querySelector('[data-paste]').hidden = fits;
}

function changed() {
  if (!output) return;
  const { text, name, shown } = result();
  shown.textContent = text;
  output.querySelector('[data-address]').hidden = !exact || !/[^\s@]@[^\s@]+\.[^\s@]/.test(text);
  draft(output, name, text);
  if (consent) output.querySelector('[data-unagreed]').hidden = consent.checked;
  if (filed.length) lack();
}

// lack says which fields the file still needs.
function lack() {
  const notice = output.querySelector('[data-missing]');
  const items = missing(filed, byName(answers(form))).map(({ label }) => {
    const item = document.createElement('li');
    item.textContent = label;
    return item;
  });
  notice.querySelector('ul').replaceChildren(...items);
  notice.hidden = items.length === 0;
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
if (consent) {
  consent.checked = false; // browsers bring ticks back with the page, and this one is given anew
  consent.addEventListener('change', () => {
    if (consent.checked) agree(form, filed);
    changed();
  });
  document.querySelector('[data-clear]').addEventListener('click', () => {
    consent.checked = false;
    changed();
  });
}
// Not before somebody writes: a sheet printed empty stays empty.
form.addEventListener('input', () => prefill(form, filed), { once: true });
keep(form, {
  sheet: () => ({ text: sheet(title, answers(form, inWords)), name: form.dataset.sheet + '.md' }),
  output: result,
}, changed);
