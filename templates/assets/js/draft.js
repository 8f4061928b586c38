// A new file in the portal's repository, proposed from a filled worksheet. The
// page gives the address of the forge with {name} and {text} in it.

// Forges and what lies before them refuse addresses that are much longer.
const most = 6000;

// draft points the section's link at a new file with its name and text. A text
// that does not fit into an address is to be copied and pasted; the page says so.
export function draft(section, file, text) {
  const link = section.querySelector('[data-new]');
  if (!link) return;
  const address = (content) => link.dataset.new
    .replace('{name}', () => encodeURIComponent(file.replace(/\.md$/, '')))
    .replace('{text}', () => encodeURIComponent(content));
  const whole = address(text);
  const fits = whole.length <= most && link.dataset.new.includes('{text}');
  link.href = fits ? whole : address('');
  section.querySelector('[data-paste]').hidden = fits;
}
