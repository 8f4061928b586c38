// Shows what is wrong in a form: in a list of links above it, and at the fields.
import { list, say } from './say.js';

const labelOf = (field) => field.querySelector('legend, .label, label').textContent.trim();

// faults returns a function that shows problems in place of those shown before.
export function faults(form, section) {
  const title = document.title;
  return (problems) => {
    for (const old of form.querySelectorAll('.err, .hint')) old.remove();
    for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    for (const wrong of form.querySelectorAll('.wrong')) wrong.classList.remove('wrong');
    const items = problems.filter((problem) => atField(form, problem)).map(item);
    section.hidden = !items.length;
    section.querySelector('ul').replaceChildren(...items);
    section.querySelector('h2').textContent = say('wrong', { Count: items.length });
    document.title = items.length ? say('wrong-page', { Title: title }) : title;
  };

  // item returns a link to the field that a problem is about.
  function item({ field, ...problem }) {
    const entry = document.createElement('li');
    const link = entry.appendChild(document.createElement('a'));
    const input = inputOf(place(form, field));
    input.id ||= 'i-f-' + (field || 'consent');
    link.href = '#' + input.id;
    link.textContent = words(form, field, problem);
    return entry;
  }
}

const place = (form, field) => form.querySelector(field ? `[data-field="${field}"]` : '[data-agree]');
const inputOf = (place) => place.querySelector('input, textarea, select');

// words says what is wrong, in a sentence that names the field.
function words(form, field, { key, values }) {
  const Problem = say('wrong-' + key, { Field: field && labelOf(place(form, field)), ...values }) + '.';
  return values.Near?.length ? say('wrong-near', { Problem, Near: list([...values.Near], 'list-or') }) : Problem;
}

// atField shows a problem at its field, and tells whether the file has to wait for it.
function atField(form, problem) {
  const field = place(form, problem.field);
  const note = document.createElement('p');
  note.className = problem.soft ? 'quiet hint' : 'err';
  note.id = 'i-e-' + (problem.field || 'consent');
  note.textContent = words(form, problem.field, problem);
  const input = inputOf(field);
  const box = input.closest('.ticks, .table') ?? (input.closest('label') && field.matches('fieldset') ? null : input);
  if (field.matches('label')) field.before(note);
  else if (box) box.before(note);
  else field.append(note);
  const described = field.matches('fieldset') ? field : input;
  const before = (described.dataset.described ??= described.getAttribute('aria-describedby') ?? '');
  described.setAttribute('aria-describedby', `${before} ${note.id}`.trim());
  if (problem.soft) return false;
  field.classList.add('wrong');
  for (const each of field.querySelectorAll('input, textarea, select')) {
    if (each.type !== 'checkbox' || !field.matches('fieldset')) each.setAttribute('aria-invalid', 'true');
  }
  return true;
}
