// Who writes of something: loaded where somebody's own words name no topic.
import { reader } from "./dictionary.js";
import { firstMentor } from "./entries.js";
import { find } from "./lookup.js";
import { person } from "./people.js";

// writers returns links to some of those who have places and in whose texts stand words
// that begin as each one written.
export async function writers(data, text, most) {
  const [index, { entries }] = await Promise.all([data.index(), find(text, reader(data))]);
  const first = firstMentor(index);
  const open = entries.map((n) => n - first).filter((n) => n >= 0 && n < index.open).slice(0, most);
  return Promise.all(open.map(async (n) => {
    const { name, url } = await person(data, n);
    return { textContent: name, href: url };
  }));
}
