// Which topics somebody may have meant by a name that none has. Nothing here touches
// the page.
import { fold } from './fold.js';
import { distance, naming, ofTopics } from './names.js';

// vocabulary returns what naming() does of the topics of some slugs, and alike(text, most):
// the topics that a name clearly fits, or of which a whole name is written nearly so.
export function vocabulary(slugs, rows) {
  const topics = ofTopics(slugs, rows), named = naming(topics);
  function alike(text, most) {
    const found = named.near(text, most), one = [...fold(text).replaceAll('-', '')];
    const nearly = (name) => 4 * distance(one, [...name.replaceAll('-', '')]) <= one.length;
    return found.sound ? found : found.filter((n) => topics[n][0].split(' ').some(nearly));
  }
  return { ...named, alike };
}
