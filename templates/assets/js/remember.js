// Has a form remembered on this device, if its visitor wants that.
import { restore, values } from './values.js';

// remember wires the box that a visitor ticks to have the form remembered on
// this device: under one key for each page, which goes when the box is unticked.
// It returns a function that forgets.
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
