// The parts of the score beside what is asked for, and what every part is measured
// by: whole numbers in ten-thousandths. Nothing here touches the page.

export const SCALE = 10000;
export const HALF = SCALE / 2; // the worth of what a mentor has not said
export const mean = (sum, weight) => (weight ? Math.floor((2 * sum + weight) / (2 * weight)) : 0);

// percent gives how close a topic that somebody has comes to one that is asked for.
export const percent = (q, asked, has) => (has < 0 ? 0 : q.book.words.closeness(asked, has)[0]);

export const OFFERS = ["cv-review", "mock-interview", "introductions", "recommendation", "event-invitation", "projects", "accountability", "encouragement"];

export const valuesShared = (q, m) => q.values.filter((v) => m.values.includes(v));

export function scoreStyle(q, m) {
  let sum = 0, n = 0;
  q.style.forEach((mine, i) => {
    if (!mine) return;
    n++;
    sum += m.style[i] ? SCALE - (Math.abs(mine - m.style[i]) * SCALE) / 4 : HALF;
  });
  if (q.values.length) {
    n++;
    sum += m.values.length ? mean(SCALE * valuesShared(q, m).length, q.values.length) : HALF;
  }
  return mean(sum, n);
}

export const offersMade = (q, m) => q.hoped.filter((o) => m.offers & (1 << OFFERS.indexOf(o)));
export const wouldLearn = (q, m) => q.back.filter((b) => m.learning.some((l) => percent(q, l, b) >= 80));

export function scoreOffers(q, m) {
  let sum = 0, n = 0;
  if (q.fields.length) { n++; sum += industry(q, m); }
  if (q.hoped.length) { n++; sum += m.offers ? mean(SCALE * offersMade(q, m).length, q.hoped.length) : HALF; }
  if (q.back.length) { n++; sum += wouldLearn(q, m).length ? SCALE : 0; }
  return mean(sum, n);
}

function industry(q, m) {
  if (!m.industries.length) return HALF;
  let sum = 0, weight = 0;
  for (const f of q.fields) {
    sum += f.weight * 100 * Math.max(...m.industries.map((has) => percent(q, f.topic, has)));
    weight += f.weight;
  }
  return mean(sum, weight);
}
