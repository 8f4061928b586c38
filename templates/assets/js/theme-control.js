// The choice between the system's colours, light and dark. theme.js has applied
// what was chosen before; this module shows the control and remembers a choice,
// under one key and nothing else.
const key = 'ithaca-theme';
const root = document.documentElement;
const control = document.querySelector('.theme');
const chosen = () => localStorage[key] || 'system';

// The browser's own frame has its colours in two elements, one for each scheme.
function paint(theme) {
  root.dataset.theme = theme;
  control.querySelector('select').value = theme;
  for (const meta of document.querySelectorAll('[name=theme-color]')) {
    const scheme = meta.dataset.scheme;
    const other = theme === scheme ? 'all' : '(width:0)';
    meta.media = theme === 'system' ? '(prefers-color-scheme:' + scheme + ')' : other;
  }
}

function choose(event) {
  const theme = event.target.value;
  if (theme === 'system') {
    localStorage.removeItem(key);
  } else {
    localStorage[key] = theme;
  }
  paint(theme);
}

if (control && root.dataset.theme) {
  paint(chosen());
  control.addEventListener('change', choose);
  // Another tab has chosen, or the page comes back as it was left.
  addEventListener('storage', () => paint(chosen()));
  addEventListener('pageshow', () => paint(chosen()));
  control.classList.add('ready');
}
