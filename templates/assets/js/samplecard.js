// The card that visitors will see of a profile, while its sheet is filled in.
import { inline, isEmpty } from './markdown.js';
import { list, say } from './say.js';

// cardOf returns a function that draws the answers.
export function cardOf(card, rules) {
  const tongues = new Intl.DisplayNames(document.documentElement.lang, { type: 'language' });
  const spoken = (tag) => {
    try {
      return tongues.of(tag);
    } catch {
      return tag;
    }
  };
  return (answers) => {
    const of = (key) => answers[rules.find((rule) => rule.key === key)?.field];
    const text = (key) => (isEmpty(of(key)) ? '' : inline(of(key)));
    const languages = (of('languages')?.lines ?? []).filter((tag) => tag).map(spoken);
    const zone = text('timezone').split('/').at(-1).replaceAll('_', ' ');
    const places = Number(text('availability.capacity'));
    const shown = {
      __proto__: null, name: text('name'), role: text('role'), headline: text('headline'),
      where: [list(languages), zone].filter((part) => part).join(' · '),
      state: places > 0 ? say('card-open-places', { Count: places }) : say('card-open'),
    };
    for (const place of card.querySelectorAll('[data-show]')) place.textContent = shown[place.dataset.show];
    card.hidden = !shown.name && !shown.headline;
  };
}
