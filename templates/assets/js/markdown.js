// Answers as Markdown. An answer is {name, label, kind, options, lines, rows}:
// lines are what was written or ticked, rows the cells of a table.
import { clean } from './clean.js';

// isEmpty tells whether nothing was answered.
export function isEmpty(answer) {
  return !answer || texts(answer).every((line) => line === '');
}

// texts gives an answer's lines without what nobody sees; of a table, its rows.
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

// block gives an answer as a part of a text of its own: a table, a list, or its
// lines.
export function block(answer) {
  if (answer.kind === 'table') {
    const line = (cells) => '| ' + cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ') + ' |';
    return [line(answer.options), line(answer.options.map(() => '---')), ...filledRows(answer).map(line)].join('\n');
  }
  if (answer.kind === 'checklist') {
    return texts(answer).map((line) => '- ' + line).join('\n');
  }
  return texts(answer).join('\n');
}

// inline gives an answer as a part of a sentence.
export function inline(answer) {
  return texts(answer).filter((line) => line).join(answer.kind === 'table' ? '; ' : answer.kind === 'text' ? ' ' : ', ');
}

// sheet gives a whole sheet: its title, and each question with its answer. A
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
