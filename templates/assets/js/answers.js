// A form's fields as answers, with their labels.
import { byKey, fields, inputs, ticks, value, written } from './values.js';

// inWords returns what a visitor reads of an input: for a code the words beside it.
export const inWords = (input) => (ticks(input) ? input.closest('label').textContent.trim() : input.value);

// answers returns every field's answer: {name, label, kind, options, lines, rows}.
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

// byName returns answers as an object by the fields' names.
export function byName(all) {
  return byKey(all.map((answer) => [answer.name, answer]));
}
