// The message builder: parts on one side, messages and checks on the other.
// Nothing is sent from here.
import { fillLine, unanswered } from './fill.js';
import { answers, byName, keep } from './keep.js';
import { clean, inline, isEmpty, sheet } from './markdown.js';

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

// judge gives which checks a message passes. Demands are words in small letters.
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

// showCard shows whom the message is for: #to=ana-silva in the page's address
// names a mentor, whose file says what a first message should hold. It gives what
// stands in it, or nothing where no mentor is named or found.
async function showCard(address) {
  const slug = new URLSearchParams(location.hash.slice(1)).get('to');
  const section = document.querySelector('[data-card]');
  const nobody = document.querySelector('[data-nobody]');
  section.hidden = nobody.hidden = true;
  if (!slug) return null;
  const card = /^[a-z0-9-]+$/.test(slug) ? await load(address.replace('{mentor}', slug)) : null;
  nobody.hidden = card !== null;
  if (card) fillCard(section, card);
  return card;
}

async function load(url) {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// A part of the page that has words with a {place} keeps them for the next card.
const originals = new WeakMap();

function write(element, card) {
  if (!originals.has(element)) originals.set(element, element.textContent);
  element.textContent = originals.get(element).replace(/\{(\w+)\}/g, (_, name) => clean(card[name] ?? ''));
}

function fillCard(section, card) {
  section.querySelector('[data-is=name]').textContent = card.name;
  section.querySelector('[data-profile]').href = card.url;
  for (const part of section.querySelectorAll('[data-has]')) {
    part.hidden = !card[part.dataset.has]?.length;
    if (!part.children.length) write(part, card);
  }
  for (const list of section.querySelectorAll('[data-list]')) {
    list.replaceChildren(...(card[list.dataset.list] ?? []).map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }));
  }
  for (const notice of section.querySelectorAll('[data-state]')) notice.hidden = notice.dataset.state !== card.state;
  for (const way of section.querySelectorAll('[data-way]')) {
    way.hidden = way.dataset.way !== card.way;
    write(way, card);
  }
  for (const link of section.querySelectorAll('[data-to]')) {
    if (card.write) link.href = card.write;
    link.hidden = link.dataset.to !== card.way || !link.href || card.state === 'paused';
  }
  section.hidden = false;
}

// What a card proposes to ask gives way to the next card's; what was typed stays.
let proposed = '';

async function address() {
  const card = await showCard(form.dataset.cards);
  if (!card) return;
  form.querySelector('[data-field=to] input').value = card.name;
  const ask = form.querySelector('[data-field=ask] input');
  if (!ask.value || ask.value === proposed) {
    const words = document.querySelector('[data-ask]').content.textContent;
    ask.value = proposed = card.first ? words.replace('{first}', () => card.first) : '';
  }
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
