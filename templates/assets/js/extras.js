// The parts of the score beside what is asked for, and what every part is measured
// by: whole numbers in ten-thousandths. Nothing here touches the page.

export const SCALE = 10000;
export const HALF = SCALE / 2; // the worth of what a mentor has not said
export const mean = (sum, weight) => (weight ? Math.floor((2 * sum + weight) / (2 * weight)) : 0);

// percent returns how close a topic that somebody has comes to one that is asked for.
export const percent = (q, asked, has) => (has < 0 ? 0 : q.book.closeness(asked, has)[0]);

export const OFFERS = ["cv-review", "mock-interview", "introductions", "recommendation", "event-invitation", "projects", "accountability", "encouragement"];

export const valuesShared = (q, m) => q.values.filter((v) => q.book.of("values", m).includes(v));

// styleOf returns the mentor's side of the axes of style, 0 where it is not stated.
export function styleOf(q, m) {
  const digits = q.book.of("style", m);
  return [Math.floor(digits / 100), Math.floor(digits / 10) % 10, digits % 10];
}

export function scoreStyle(q, m) {
  let sum = 0, n = 0;
  const theirs = q.style.some(Boolean) ? styleOf(q, m) : [];
  q.style.forEach((mine, i) => {
    if (!mine) return;
    n++;
    sum += theirs[i] ? SCALE - (Math.abs(mine - theirs[i]) * SCALE) / 4 : HALF;
  });
  if (q.values.length) {
    n++;
    sum += q.book.of("values", m).length ? mean(SCALE * valuesShared(q, m).length, q.values.length) : HALF;
  }
  return mean(sum, n);
}

export const offersMade = (q, m) => q.hoped.filter((o) => q.book.of("offers", m) & (1 << OFFERS.indexOf(o)));

export function scoreOffers(q, m) {
  let sum = 0, n = 0;
  if (q.fields.length) { n++; sum += industry(q, m); }
  if (q.hoped.length) { n++; sum += q.book.of("offers", m) ? mean(SCALE * offersMade(q, m).length, q.hoped.length) : HALF; }
  return mean(sum, n);
}

function industry(q, m) {
  const industries = q.book.of("industries", m);
  if (!industries.length) return HALF;
  let sum = 0, weight = 0;
  for (const f of q.fields) {
    sum += f.weight * 100 * Math.max(...industries.map((has) => percent(q, f.topic, has)));
    weight += f.weight;
  }
  return mean(sum, weight);
}
