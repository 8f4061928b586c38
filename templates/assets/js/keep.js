// A form's fields as answers, and what can be done with them: copy, save, print,
// clear, remember. A field is an element with data-field, its name, and
// data-kind: line, text, date, choice, checklist, scale or table.

const fields = (form) => [...form.querySelectorAll('[data-field]')];
const inputs = (field) => [...field.querySelectorAll('input, textarea, select')];
const ticks = (input) => input.type === 'radio' || input.type === 'checkbox';

// answers gives every field's answer: {name, label, kind, options, lines, rows}.
export function answers(form) {
  return fields(form).map((field) => {
    const { field: name, kind } = field.dataset;
    const options = kind === 'table'
      ? [...field.querySelectorAll('th')].map((column) => column.textContent)
      : inputs(field).map((input) => input.value);
    const lines = written(field);
    const rows = [];
    for (let i = 0; kind === 'table' && i < lines.length; i += options.length) {
      rows.push(lines.slice(i, i + options.length));
    }
    const label = field.querySelector('legend, .label, label').textContent;
    return { name, label, kind, options, lines, rows };
  });
}

// byName gives answers as an object by the fields' names.
export function byName(all) {
  return Object.fromEntries(all.map((answer) => [answer.name, answer]));
}

// written gives what stands in a field's inputs, or the values of those ticked.
function written(field) {
  return inputs(field).filter((input) => !ticks(input) || input.checked).map((input) => input.value);
}

// values gives what was filled in, to be restored later: by the fields' names.
export function values(form) {
  return Object.fromEntries(fields(form)
    .map((field) => [field.dataset.field, written(field)])
    .filter(([, lines]) => lines.some((line) => line)));
}

// restore puts values back. What no longer fits the form is left out.
export function restore(form, saved) {
  for (const field of fields(form)) {
    const lines = saved[field.dataset.field];
    if (!Array.isArray(lines)) continue;
    inputs(field).forEach((input, i) => {
      if (ticks(input)) input.checked = lines.includes(input.value);
      else input.value = lines[i] ?? '';
    });
  }
}

// empty takes everything out of a form.
export function empty(form) {
  for (const input of fields(form).flatMap(inputs)) {
    if (ticks(input)) input.checked = false;
    else input.value = '';
  }
}

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

// remember wires the box that a visitor ticks to have the form remembered on
// this device: under one key for each page, which goes when the box is unticked.
// It gives a function that forgets.
export function remember(form, box, said) {
  const key = 'ithaca-sheet:' + location.pathname;
  const forget = () => {
    localStorage.removeItem(key);
    box.checked = false;
  };
  const keep = () => {
    if (box.checked) localStorage.setItem(key, JSON.stringify(values(form)));
  };
  try {
    box.checked = load(form, localStorage.getItem(key));
  } catch {
    box.closest('[data-remember]').hidden = true; // nothing can be stored here
    return () => {};
  }
  box.addEventListener('change', () => {
    if (box.checked) keep();
    else forget();
    said(box.checked ? 'remembered' : 'forgotten');
  });
  form.addEventListener('input', keep);
  return forget;
}

// load fills the form with what was remembered, and tells whether there was any.
function load(form, text) {
  if (text === null) return false;
  try {
    restore(form, JSON.parse(text));
  } catch {
    // It is not what this page wrote; the next letter replaces it.
  }
  return true;
}

// copy puts a text onto the clipboard and tells whether it worked. Without the
// clipboard's permission, the text is copied from an element that shows it, and
// stays selected there.
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    if (!shown) return false;
    getSelection().selectAllChildren(shown);
    return document.execCommand('copy');
  }
}

// download hands a text to the browser under a file name.
export function download(text, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
