// Begins the sheet of a profile. What judges and keeps it is loaded when somebody
// begins to answer, or comes with answers.
import { later } from './later.js';

const form = document.querySelector('[data-sheet]');
let loading;
const open = () => loading ??= later(form).then(() => import('./proposal.js'));

// kept tells whether answers were remembered on this device.
function kept() {
  try {
    return localStorage.getItem('ithaca-sheet:' + location.pathname) !== null;
  } catch {
    return false;
  }
}

const button = form.querySelector('[type=submit]');
[button.hidden, button.disabled, form.noValidate] = [false, false, true]; // what is missing is shown by finish()
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // Enter in a field is no end of the sheet.
  if (!document.activeElement.matches('input')) open().then(({ finish }) => finish());
});
form.addEventListener('focusin', open, { once: true });
if (location.hash.length > 1 || kept()) open();
