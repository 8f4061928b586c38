// Answers as text: without what nobody sees, and as Markdown. An answer is
// {name, label, kind, options, lines, rows}: lines are what was written or
// ticked, rows the cells of a table.

// Control characters, marks that turn the direction of a text, halves of
// characters: the portal's own check refuses them, and YAML readers take some of
// them for the end of a line.
const breaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const unseen = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u115f\u1160\u17b4\u17b5\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff\u{1d173}-\u{1d17a}\u{e0001}\p{Cs}]/gu;
const joiners = /(^|[\u0000-\u024f])[\u200b-\u200d]+/g;

// clean returns a text with plain line ends and only characters that show, or
// that join letters in scripts which need it.
export function clean(text) {
  return text
    .replace(breaks, '\n')
    .replace(/\t/g, ' ')
    .replace(unseen, '')
    .replace(joiners, '$1');
}

// letters are those that Unicode does not take apart, as people write them who
// do not have them on their keyboards.
const letters = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd' };

// slug returns a file's name for a person's: "Þórgerður Hlín" is
// "thorgerdur-hlin". It is "" for a name without Latin letters or digits.
export function slug(text) {
  return text
    .toLowerCase()
    .replace(/[øłđħıßæœþð]/g, (c) => letters[c])
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

// isEmpty tells whether nothing was answered.
export function isEmpty(answer) {
  return !answer || texts(answer).every((line) => line === '');
}

// texts returns an answer's lines without what nobody sees; of a table, its rows.
export function texts(answer) {
  if (answer.kind === 'table') {
    return filledRows(answer).map((row) => row.filter((cell) => cell).join(', '));
  }
  const lines = answer.lines.flatMap((line) => clean(line).split('\n')).map((line) => line.trimEnd());
  return answer.kind === 'text' ? trimmed(lines) : lines.map((line) => line.trim()).filter((line) => line);
}

// trimmed leaves out the empty lines at both ends.
function trimmed(lines) {
  const from = lines.findIndex((line) => line);
  return from < 0 ? [] : lines.slice(from, lines.findLastIndex((line) => line) + 1);
}

function filledRows(answer) {
  return answer.rows
    .map((row) => row.map((cell) => clean(cell).replace(/\s+/g, ' ').trim()))
    .filter((row) => row.some((cell) => cell));
}

// block returns an answer as a part of a text of its own: a table, a list, or its
// lines.
export function block(answer) {
  if (answer.kind === 'table') {
    const line = (cells) => '| ' + cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ') + ' |';
    return [line(answer.options), line(answer.options.map(() => '---')), ...filledRows(answer).map(line)].join('\n');
  }
  if (answer.kind === 'checklist' || answer.kind === 'pick') {
    return texts(answer).map((line) => '- ' + line).join('\n');
  }
  return texts(answer).join('\n');
}

// inline returns an answer as a part of a sentence.
export function inline(answer) {
  return texts(answer).filter((line) => line).join(answer.kind === 'table' ? '; ' : answer.kind === 'text' ? ' ' : ', ');
}

// sheet returns a whole sheet: its title, and each question with its answer. A
// list to tick off keeps what was not ticked.
export function sheet(title, answers) {
  const parts = answers.map((answer) => {
    if (answer.kind === 'checklist') {
      const ticked = texts(answer);
      return '## ' + answer.label + '\n\n' + answer.options.map((o) => (ticked.includes(o) ? '- [x] ' : '- [ ] ') + o).join('\n');
    }
    return '## ' + answer.label + (isEmpty(answer) ? '' : '\n\n' + block(answer));
  });
  return ['# ' + title, ...parts].join('\n\n') + '\n';
}
