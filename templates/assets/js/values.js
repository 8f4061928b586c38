// What stands in a form's fields. A field is an element with data-field, its name, and
// data-kind: line, text, date, choice, checklist, scale, table, or pick: boxes to tick
// and a line for others.

export const fields = (form) => [...form.querySelectorAll('[data-field]')];
export const inputs = (field) => [...field.querySelectorAll('input, textarea, select')];
export const ticks = (input) => input.type === 'radio' || input.type === 'checkbox';

export const value = (input) => input.value;

// FREE is when people are free, as the windows of a request or a profile.
const every = (days, hours) => days.split(' ').map((day) => `${day} ${hours}`);
export const FREE = {
  __proto__: null,
  mornings: every('Mon Tue Wed Thu Fri', '08:00-12:00'),
  afternoons: every('Mon Tue Wed Thu Fri', '12:00-17:00'),
  evenings: every('Mon Tue Wed Thu Fri', '18:00-21:00'),
  weekends: every('Sat Sun', '09:00-18:00'),
};

// byKey returns an object of pairs that holds nothing else: what authors and
// addresses call things may be called "constructor".
export function byKey(pairs) {
  return Object.assign(Object.create(null), Object.fromEntries(pairs));
}

// written returns what stands in a field's inputs, or that of those ticked.
export function written(field, said = value) {
  return inputs(field).filter((input) => !ticks(input) || input.checked).map(said);
}

// values returns what was filled in, to be restored later: by the fields' names.
export function values(form) {
  return byKey(fields(form)
    .map((field) => [field.dataset.field, written(field)])
    .filter(([, lines]) => lines.some((line) => line)));
}

// shared returns the values that stand in an address behind the #.
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
      else input.value = (field.dataset.kind === 'pick' ? others(field, lines) : lines[i]) ?? '';
    });
  }
}

// others returns what was said besides the boxes of a field.
const others = (field, lines) => lines.filter((line) => !inputs(field).some((input) => ticks(input) && input.value === line)).join(', ');

// empty takes everything out of a form.
export function empty(form) {
  for (const input of fields(form).flatMap(inputs)) {
    if (ticks(input)) input.checked = false;
    else input.value = '';
  }
}
