// What a filled sheet becomes, as the page shows it.

// Forges and what lies before them refuse addresses that are much longer.
const most = 6000;

// newFile points the section's link at a new file with its name and text. A text
// that does not fit into an address is to be copied and pasted; the page says so.
export function newFile(section, file, text) {
  const link = section.querySelector('[data-new]');
  if (!link) return;
  const address = (content) => link.dataset.new
    .replace('{name}', () => encodeURIComponent(file.replace(/\.md$/, '')))
    .replace('{text}', () => encodeURIComponent(content));
  const whole = address(text);
  const fits = whole.length <= most && link.dataset.new.includes('{text}');
  link.href = fits ? whole : address('');
  [link.target, link.rel] = ['_blank', 'noopener'];
  section.querySelector('[data-paste]').hidden = fits;
}

// dates has the days of a file chosen from a calendar on the screen; on paper an empty
// one is a line.
export function dates(form) {
  const turn = (type) => {
    for (const input of form.querySelectorAll('[data-kind=date] input')) {
      if (type === 'date' || !input.value) input.type = type;
    }
  };
  turn('date');
  addEventListener('beforeprint', () => turn('text'));
  addEventListener('afterprint', () => turn('date'));
}
