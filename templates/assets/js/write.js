// The message builder: parts on one side, messages and checks on the other.
// Nothing is sent from here.
import { answers, byName, inWords } from './answers.js';
import { fillLine, unanswered } from './fill.js';
import { keep } from './keep.js';
import { clean, inline, isEmpty, sheet } from './markdown.js';
import { showCard, showNext } from './addressee.js';
import { byKey } from './values.js';

const form = document.querySelector('[data-sheet]');
const checks = document.querySelector('[data-checks]');
const messages = [...document.querySelectorAll('[data-message]')];
const demands = checks.dataset.demands.split('|');

// compose fills a pattern. Paragraphs are apart by an empty line.
function compose(pattern, answers) {
  const tone = answers.tone.lines[0] ?? 'warm';
  const paragraphs = [...pattern.content.querySelectorAll('p')].map((p) =>
    [...p.querySelectorAll('span')]
      .filter((s) => (s.dataset.tone ?? tone) === tone && !unanswered(s.textContent, answers))
      .map((s) => ended(s, fillLine(s.textContent, answers)))
      .join(' '));
  return paragraphs.filter((text) => text).join('\n\n');
}

// ended puts a full stop after an answer that ends with a letter or a number;
// names and the page's own words stay as they are.
function ended(element, text) {
  const own = 'name' in element.dataset || !/^\{[a-z-]+\}$/.test(element.textContent);
  return own || !/[\p{L}\p{N})]$/u.test(text) || /[\u3000-\u9fff\u0e00-\u0e7f]$/.test(text) ? text : text + '.';
}

// words counts the words of a text, also of one that has no spaces.
function words(text) {
  if (!globalThis.Intl?.Segmenter) return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}

// questions counts the question marks of a text; several in a row are one.
function questions(text) {
  return (text.match(/[?\uff1f\u061f\u2e2e\u055e]+/g) ?? []).length;
}

// judge returns which checks a message passes. Demands are words in small letters.
function judge(text, answers, demands) {
  const small = ' ' + text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ') + ' ';
  return {
    names: !isEmpty(answers.to) && text.includes(inline(answers.to)),
    reason: words(inline(answers.why)) >= 4,
    question: questions(text) === 1,
    short: words(text) <= 150 && !isEmpty(answers.ask),
    calm: !isEmpty(answers.ask) && !/!{2,}/.test(text) && !demands.some((demand) => small.includes(' ' + demand + ' ')),
  };
}

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

// What the page itself proposes is no answer: nothing holds before somebody writes.
let touched = false;
form.addEventListener('input', () => (touched = true), { once: true });

function judgeMail(text, all) {
  const passed = judge(text, all, demands);
  if (!touched) for (const name of Object.keys(passed)) passed[name] = false;
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
    const mail = section.querySelector('[data-mailto]');
    mail.href = 'mailto:' + mail.dataset.mailto + '?'
      + (unanswered(subject, all) ? '' : 'subject=' + encodeURIComponent(fillLine(subject, all)) + '&')
      + 'body=' + encodeURIComponent(text.replaceAll('\n', '\r\n'));
  }
}

// wish makes the wishes that a mentor has for a first message boxes to tick: only
// the writer knows whether they are met.
function wish(card) {
  const section = document.querySelector('[data-wishes]');
  const box = section.querySelector('template').content;
  section.querySelector('ul').replaceChildren(...(card?.ask_for ?? []).map((text) => {
    const item = box.cloneNode(true);
    item.querySelector('[data-text]').textContent = clean(text);
    return item;
  }));
  section.hidden = !card?.ask_for?.length;
}

// What one profile proposes to ask gives way to what the next does; what was typed stays.
let proposed = '';

async function address() {
  const card = await showCard(form.dataset.mentor);
  showNext(card);
  wish(card);
  changed();
  if (!card) return;
  form.querySelector('[data-field=to] input').value = card.name;
  const ask = form.querySelector('[data-field=ask] input');
  if (!ask.value || ask.value === proposed) {
    const words = document.querySelector('[data-ask]').content.textContent;
    ask.value = proposed = card.first ? words.replace('{first}', () => card.first) : '';
  }
  changed();
}

const texts = byKey(messages.map((section) => {
  const shown = section.querySelector('pre');
  section.hidden = false;
  return [section.dataset.message, () => ({ text: shown.textContent, shown })];
}));
const title = document.querySelector('h1').textContent;
texts.sheet = () => ({ text: sheet(title, answers(form, inWords)), name: form.dataset.sheet + '.md' });

keep(form, texts, changed);
addEventListener('hashchange', address);
address();
