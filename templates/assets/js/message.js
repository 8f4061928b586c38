// A first message and its neighbours, put together from the page's patterns: in
// each, a sentence is an element, and one without an answer is left out.
import { fillLine, unanswered } from './fill.js';
import { isEmpty, inline } from './markdown.js';

// compose fills a pattern. Paragraphs are apart by an empty line.
export function compose(pattern, answers) {
  const tone = answers.tone.lines[0] ?? 'warm';
  const paragraphs = [...pattern.content.querySelectorAll('p')].map((p) =>
    [...p.querySelectorAll('span')]
      .filter((s) => (s.dataset.tone ?? tone) === tone && !unanswered(s.textContent, answers))
      .map((s) => ended(s, fillLine(s.textContent, answers)))
      .join(' '));
  return paragraphs.filter((text) => text).join('\n\n');
}

// ended puts a full stop after an answer that ends with a letter or a number;
// names and the page's own words stay as they are.
function ended(element, text) {
  const own = 'name' in element.dataset || !/^\{[a-z-]+\}$/.test(element.textContent);
  return own || !/[\p{L}\p{N})]$/u.test(text) || /[\u3000-\u9fff\u0e00-\u0e7f]$/.test(text) ? text : text + '.';
}

// words counts the words of a text, also of one that has no spaces.
export function words(text) {
  if (!globalThis.Intl?.Segmenter) return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...segments].filter((segment) => segment.isWordLike).length;
}

// questions counts the question marks of a text; several in a row are one.
export function questions(text) {
  return (text.match(/[?？؟;⸮՞]+/g) ?? []).length;
}

// judge gives which checks a message passes. Demands are words in small letters.
export function judge(text, answers, demands) {
  const small = ' ' + text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ') + ' ';
  return {
    names: !isEmpty(answers.to) && text.includes(inline(answers.to)),
    reason: words(inline(answers.why)) >= 4,
    question: questions(text) === 1,
    short: words(text) <= 150 && !isEmpty(answers.ask),
    calm: !isEmpty(answers.ask) && !/!{2,}/.test(text) && !demands.some((demand) => small.includes(' ' + demand + ' ')),
  };
}
