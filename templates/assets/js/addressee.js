// Whom a message is for, and where it goes once it is written. Nothing is sent
// from here.
import { load } from './load.js';
import { clean } from './markdown.js';

// showCard shows whom the message is for: #to=ana-silva in the page's address
// names a mentor, whose profile says what a first message should hold. Nothing else
// of the address is believed: whoever sends somebody a link must not choose where
// the message goes. It returns what the profile says, or nothing where no mentor is
// named or found. The address has {mentor} where the name goes.
export async function showCard(address) {
  const slug = new URLSearchParams(location.hash.slice(1)).get('to');
  const section = document.querySelector('[data-card]');
  const nobody = document.querySelector('[data-nobody]');
  section.hidden = nobody.hidden = true;
  if (!slug) return null;
  const [url, profile] = await load(address, slug);
  const card = profile && read(profile, url);
  nobody.hidden = Boolean(card);
  if (card) fillCard(section, card);
  return card;
}

// read returns what a profile says of a first message. Only a form or page of the
// web is written to: a mailto: link stays on the profile.
function read(profile, url) {
  const contact = profile.querySelector('[data-way]');
  if (!contact) return null;
  const texts = (from, selector) => [...from.querySelectorAll(selector)].map((e) => e.textContent.trim());
  const skills = texts(profile, '.skills a');
  const write = contact.querySelector('[data-write]')?.href ?? '';
  return {
    __proto__: null,
    url,
    name: texts(profile, 'h1')[0] ?? '',
    pronouns: (texts(profile, '.pronouns')[0] ?? '').replace(/^\(|\)$/g, ''),
    topics: (skills.length ? skills : texts(profile, '[aria-labelledby=i-help] .chips a')).slice(0, 3),
    need: topic(profile),
    ask_for: texts(contact, '[data-say] li'),
    first: contact.querySelector('[data-first]')?.dataset.first,
    reply_within: contact.querySelector('[data-reply]')?.dataset.reply,
    state: contact.dataset.state,
    way: contact.dataset.way,
    write: write.startsWith('https://') ? write : undefined,
  };
}

// topic returns the name of the need that somebody comes with, where the profile has it.
function topic(profile) {
  const slug = new URLSearchParams(location.hash.slice(1)).get('need') ?? '';
  return /^[a-z0-9-]+$/.test(slug) ? profile.querySelector(`main a[href$="/topics/${slug}/"]`)?.textContent.trim() : undefined;
}

// A part of the page that has words with a {place} keeps them for the next card.
const originals = new WeakMap();

function write(element, card) {
  if (!originals.has(element)) originals.set(element, element.textContent);
  element.textContent = originals.get(element).replace(/\{(\w+)\}/g, (_, name) => clean(card[name] ?? ''));
}

function fillCard(section, card) {
  const need = document.querySelector('[data-need]');
  need.hidden = !card.need;
  write(need, card);
  section.querySelector('[data-is=name]').textContent = card.name;
  section.querySelector('[data-profile]').href = card.url;
  for (const part of section.querySelectorAll('[data-has]')) {
    part.hidden = !card[part.dataset.has]?.length;
    if (!part.children.length) write(part, card);
  }
  for (const list of section.querySelectorAll('[data-list]')) {
    list.replaceChildren(...(card[list.dataset.list] ?? []).map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }));
  }
  for (const notice of section.querySelectorAll('[data-state]')) {
    notice.hidden = !notice.dataset.state.split(' ').includes(card.state);
  }
  for (const way of section.querySelectorAll('[data-way]')) {
    way.hidden = way.dataset.way !== card.way;
    write(way, card);
  }
  section.hidden = false;
}

// showNext shows the step after the finished message: the mentor's form or page,
// or the organizers. A mail is offered where somebody reads it: to the organizers'
// address, to a mentor whose page shows one, or where nobody is chosen.
export function showNext(card) {
  const section = document.querySelector('[data-message=mail]');
  const mail = section.querySelector('[data-mailto]');
  const closed = card?.state === 'paused';
  let to = '';
  for (const link of section.querySelectorAll('[data-next]')) {
    const own = link.dataset.next === card?.way;
    const target = card?.write ?? link.dataset.href ?? '';
    const isMail = target.startsWith('mailto:');
    if (own && isMail) to = target.slice('mailto:'.length).split('?')[0];
    link.hidden = !own || !target || isMail || closed;
    if (!link.hidden) Object.assign(link, { href: target, rel: 'noopener' });
    if (card) write(link, card);
  }
  mail.dataset.mailto = to;
  mail.hidden = Boolean(card) && (closed || !to && card.way !== 'email');
}
