// The buttons of a page with a form: copy, save, print, clear, take back.
import { empty, restore, values } from './values.js';
import { remember } from './remember.js';
import { copy, download } from './takeaway.js';

// keep wires the page's buttons. The texts are functions by the name that a
// button has in data-copy or data-save; each gives {text, name, shown}: a file's
// name, and the element that shows the text, if there is one. Whenever the form
// changes by itself, changed is called.
export function keep(form, texts, changed) {
  const section = document.querySelector('[data-keep]');
  const undo = section.querySelector('[data-undo]');
  const said = (name) => say(section, name);
  const forget = remember(form, section.querySelector('[data-remember] input'), said);
  let before = null;

  each('[data-copy]', async (button) => {
    const { text, shown } = texts[button.dataset.copy]();
    say(button, (await copy(text, shown)) ? 'copied' : 'not-copied');
  });
  each('[data-save]', (button) => {
    const { text, name } = texts[button.dataset.save]();
    download(text, name);
    say(button, 'saved', name);
  });
  each('[data-print]', () => print());
  each('[data-clear]', () => {
    before = values(form);
    empty(form);
    forget();
    undo.hidden = false;
    changed();
    said('cleared');
  });
  each('[data-undo]', (button) => {
    restore(form, before);
    button.hidden = true;
    section.querySelector('[data-clear]').focus();
    changed();
    said('back');
  });
  form.addEventListener('input', changed);
  addEventListener('beforeprint', () => stretch(form));
  for (const plain of document.querySelectorAll('[data-plain]')) plain.hidden = true;
  section.hidden = false;
  changed();
}

function each(buttons, act) {
  for (const button of document.querySelectorAll(buttons)) {
    button.addEventListener('click', () => act(button));
  }
}

// say puts words of the page into the status line of the section around a place.
function say(place, name, file = '') {
  const words = document.querySelector(`[data-said=${name}]`).content.textContent;
  place.closest('section').querySelector('[role=status]').textContent = words.replace('{file}', file);
}

// stretch makes boxes as high as their text, so that nothing is lost on paper.
function stretch(form) {
  for (const box of form.querySelectorAll('textarea')) {
    const line = parseFloat(getComputedStyle(box).lineHeight) || 20;
    box.rows = Math.max(box.rows, Math.ceil(box.scrollHeight / line));
  }
}
