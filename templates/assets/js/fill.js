// Fills the output of a worksheet: a text with {name} where the answer to the
// field of that name goes. What has no answer is left out with its line. In the
// fields of a file, between two lines of three hyphens, answers are written as
// JSON, which YAML reads as exactly that text whatever stands in it.
import { block, inline, isEmpty, texts } from './markdown.js';

const places = /\{([a-z0-9-]+)\}/g;

// fill returns the output with the answers, an object by the fields' names.
export function fill(output, answers) {
  const [, head, body] = /^---\n([^]*?\n)---\n([^]*)$/.exec(output) ?? [null, '', output];
  const text = fillText(body, answers);
  return head ? '---\n' + fillFields(head, answers) + '---\n' + (text ? '\n' + text : '') : text;
}

// fillText fills a plain text. A line of nothing but a place takes the answer as
// a table, list or paragraph of its own, any other as a part of its sentence.
export function fillText(text, answers) {
  const lines = text.split('\n').map((line) => {
    if (!line.match(places)) return line;
    if (unanswered(line, answers)) return null;
    const name = alone(line.trim());
    return name ? block(answers[name]) : fillLine(line, answers);
  });
  const kept = withoutEmptyParts(lines).join('\n').replace(/\n{3,}/g, '\n\n').trim();
  return kept && kept + '\n';
}

// fillLine fills the places of a line as parts of its sentences.
export function fillLine(line, answers) {
  const filled = line.replace(places, (_, name) => inline(answers[name]));
  return filled.replace(/ {2,}/g, ' ').trim();
}

// alone returns the name of the place that is all of a text.
function alone(text) {
  return /^\{([a-z0-9-]+)\}$/.exec(text)?.[1];
}

// unanswered tells whether a line has places and none has an answer.
export function unanswered(line, answers) {
  const names = [...line.matchAll(places)].map((m) => m[1]);
  return names.length > 0 && names.every((name) => isEmpty(answers[name]));
}

// withoutEmptyParts drops the lines that are null, and headings that have
// nothing below them for that reason.
function withoutEmptyParts(lines) {
  const kept = [];
  let dropped = false, full = false;
  for (const line of [...lines].reverse()) {
    const level = /^#{1,6} /.test(line ?? '');
    if (line === null) {
      dropped = true;
    } else if (!level || full || !dropped) {
      kept.unshift(line);
    }
    if (level) {
      full = dropped = false;
    }
    full ||= line !== null && line.trim() !== '' && !level;
  }
  return kept;
}

// fillFields fills the fields of a file. A line whose places have no answer is
// left out, and so is an entry or a group of lines of which that is true.
function fillFields(head, answers) {
  return nested(head.split('\n')).map((node) => written(node, answers)).join('');
}

// nested reads lines into a tree by their indentation: {indent, text, below}. An
// entry of a list stands above its first line.
function nested(lines) {
  const root = { indent: -1, below: [] };
  const open = [root];
  const add = (indent, text) => {
    while (open.at(-1).indent >= indent) open.pop();
    const node = { indent, text, below: [] };
    open.at(-1).below.push(node);
    open.push(node);
  };
  for (const line of lines) {
    let [, space, dashes, text] = /^( *)((?:- +)*)(.*)$/.exec(line);
    let indent = space.length;
    for (const dash of dashes.match(/- +/g) ?? []) {
      add(indent, '-');
      indent += dash.length;
    }
    if (text.trim()) add(indent, text.trimEnd());
  }
  return root.below;
}

function written(node, answers) {
  if (unanswered(whole(node), answers)) return '';
  const indent = ' '.repeat(node.indent);
  if (node.text === '-') {
    return indent + '- ' + node.below.map((n) => written(n, answers)).join('').trimStart();
  }
  const [, key, rest] = /^([\w-]+: *)?(.*)$/.exec(node.text);
  if (/^[|>][+-]?$/.test(rest)) {
    return indent + key + JSON.stringify(fillText(node.below.map(whole).join('\n'), answers)) + '\n';
  }
  return indent + (key ?? '') + value(rest, answers) + '\n' + node.below.map((n) => written(n, answers)).join('');
}

// whole returns a node's text with that of everything below it.
function whole(node) {
  return [node.text, ...node.below.map(whole)].join('\n');
}

// value fills what stands after a key: text in quotation marks stays one text, a
// list in brackets gets an entry for each part of an answer.
function value(text, answers) {
  if (!text.match(places)) return text;
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  if (list) {
    const items = list.match(/"(?:[^"\\]|\\.)*"|[^,]+/g).map((item) => item.trim());
    return '[' + items.filter((item) => !unanswered(item, answers)).flatMap((item) => entries(item, answers)).join(', ') + ']';
  }
  const answer = answers[alone(text)];
  if (!answer) return JSON.stringify(fillQuoted(text, answers));
  return many(answer) ? '[' + texts(answer).map(scalar).join(', ') + ']' : scalar(texts(answer).join('\n'));
}

function many(answer) {
  return answer.kind === 'checklist' || answer.kind === 'table';
}

// entries returns what one place in a list becomes: what was ticked, or the parts
// between commas.
function entries(item, answers) {
  const answer = answers[alone(item)];
  if (!answer) return [value(item, answers)];
  const parts = many(answer) ? texts(answer) : texts(answer).flatMap((line) => line.split(/[,;،、，；]/));
  return parts.map((part) => part.trim()).filter((part) => part).map(scalar);
}

// scalar writes whole numbers, days and yes-or-no as what they are, and all else
// as text.
function scalar(text) {
  return /^(0|[1-9]\d{0,8}|\d{4}-\d\d-\d\d|true|false)$/.test(text) ? text : JSON.stringify(text);
}

// fillQuoted fills a text that may stand in quotation marks.
function fillQuoted(text, answers) {
  let inner = text;
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) inner = JSON.parse(text);
  else if (/^'.*'$/.test(text)) inner = text.slice(1, -1).replaceAll("''", "'");
  const answer = answers[alone(inner)];
  return answer ? texts(answer).join('\n') : fillLine(inner, answers);
}
