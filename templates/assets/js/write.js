// The message builder: parts on one side, messages and checks on the other.
// Nothing is sent from here.
import { answers, byName } from './answers.js';
import { showCard } from './card.js';
import { keep } from './keep.js';
import { fillLine, unanswered } from './fill.js';
import { sheet } from './markdown.js';
import { compose, judge, words } from './message.js';

const form = document.querySelector('[data-sheet]');
const checks = document.querySelector('[data-checks]');
const messages = [...document.querySelectorAll('[data-message]')];
const demands = checks.dataset.demands.split('|');

function show(section, all) {
  const text = compose(section.querySelector('[data-pattern]'), all);
  section.querySelector('pre').textContent = text;
  const counter = section.querySelector('[data-count]');
  if (!counter) return text;
  const size = counter.dataset.count === 'words' ? words(text) : [...text].length;
  counter.dataset.words ??= counter.textContent;
  counter.textContent = counter.dataset.words.replace('{count}', size);
  const over = section.querySelector('[data-over]');
  if (over) over.hidden = size <= Number(counter.dataset.most);
  return text;
}

function judgeMail(text, all) {
  const passed = judge(text, all, demands);
  for (const check of checks.querySelectorAll('[data-check]')) {
    const holds = passed[check.dataset.check];
    check.classList.toggle('holds', holds);
    check.querySelector('[data-yes]').hidden = !holds;
    check.querySelector('[data-no]').hidden = holds;
  }
  const held = Object.values(passed);
  const said = document.querySelector('[data-held-words]').content.textContent
    .replace('{held}', held.filter((holds) => holds).length).replace('{all}', held.length);
  const status = document.querySelector('[data-held]');
  if (status.textContent !== said) status.textContent = said; // said once, not at each letter
}

function changed() {
  const all = byName(answers(form));
  for (const section of messages) {
    const text = show(section, all);
    if (section.dataset.message !== 'mail') continue;
    judgeMail(text, all);
    const subject = section.querySelector('[data-subject]').content.textContent;
    section.querySelector('[data-mailto]').href = 'mailto:?'
      + (unanswered(subject, all) ? '' : 'subject=' + encodeURIComponent(fillLine(subject, all)) + '&')
      + 'body=' + encodeURIComponent(text.replaceAll('\n', '\r\n'));
  }
}

// What a card fills in gives way to the next card's, but never what was typed.
const filled = {};

function propose(name, text) {
  const input = form.querySelector(`[data-field=${name}] input`);
  if (input.value && input.value !== filled[name]) return;
  input.value = filled[name] = text;
}

async function address() {
  const card = await showCard(form.dataset.cards);
  if (!card) return;
  propose('to', card.name);
  const ask = document.querySelector('[data-ask]').content.textContent;
  propose('ask', card.first ? ask.replace('{first}', () => card.first) : '');
  changed();
}

const texts = Object.fromEntries(messages.map((section) => {
  const shown = section.querySelector('pre');
  section.hidden = false;
  return [section.dataset.message, () => ({ text: shown.textContent, shown })];
}));
const title = document.querySelector('h1').textContent;
texts.sheet = () => ({ text: sheet(title, answers(form)), name: form.dataset.sheet + '.md' });

keep(form, texts, changed);
addEventListener('hashchange', address);
address();
