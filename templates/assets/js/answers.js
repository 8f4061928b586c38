// A form's fields as answers. A field is an element with data-field, its name, and
// data-kind: line, text, date, choice, checklist, scale or table.

const fields = (form) => [...form.querySelectorAll('[data-field]')];
const inputs = (field) => [...field.querySelectorAll('input, textarea, select')];
const ticks = (input) => input.type === 'radio' || input.type === 'checkbox';

const value = (input) => input.value;

// inWords gives what a visitor reads of an input: for a code the words beside it.
export const inWords = (input) => (ticks(input) ? input.closest('label').textContent.trim() : input.value);

// answers gives every field's answer: {name, label, kind, options, lines, rows}.
// said says what an input's answer is; by default it is its value.
export function answers(form, said = value) {
  return fields(form).map((field) => {
    const { field: name, kind } = field.dataset;
    const options = kind === 'table'
      ? [...field.querySelectorAll('th')].map((column) => column.textContent)
      : inputs(field).map(said);
    const lines = written(field, said);
    const rows = [];
    for (let i = 0; kind === 'table' && i < lines.length; i += options.length) {
      rows.push(lines.slice(i, i + options.length));
    }
    const label = field.querySelector('legend, .label, label').textContent;
    return { name, label, kind, options, lines, rows };
  });
}

// byKey gives an object of pairs that holds nothing else: what authors and
// addresses call things may be called "constructor".
export function byKey(pairs) {
  return Object.assign(Object.create(null), Object.fromEntries(pairs));
}

// byName gives answers as an object by the fields' names.
export function byName(all) {
  return byKey(all.map((answer) => [answer.name, answer]));
}

// written gives what stands in a field's inputs, or that of those ticked.
function written(field, said = value) {
  return inputs(field).filter((input) => !ticks(input) || input.checked).map(said);
}

// values gives what was filled in, to be restored later: by the fields' names.
export function values(form) {
  return byKey(fields(form)
    .map((field) => [field.dataset.field, written(field)])
    .filter(([, lines]) => lines.some((line) => line)));
}

// shared gives the values that stand in an address behind the #.
export function shared(hash) {
  const given = byKey([]);
  for (const [name, text] of new URLSearchParams(hash.replace(/^#/, ''))) (given[name] ??= []).push(text);
  return given;
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
