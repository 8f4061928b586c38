// What can stand in for a topic, by the best path through the vocabulary: the
// same steps as in the generator's topic graph.

const SAME = 100, NARROWER = 80, BROADER = 50, BESIDE = 25;

// vocabulary links the topics of the match records. A topic is known by its
// number; by slug it is found in `number`.
export function vocabulary(topics) {
  const up = topics.map((t) => t[4]);
  const beside = topics.map((t) => t[5]);
  const down = topics.map(() => []);
  up.forEach((parents, topic) => parents.forEach((parent) => down[parent].push(topic)));
  const number = new Map(topics.map((t, i) => [t[0], i]));
  const known = new Map();

  // near gives [topic, closeness in percent, relation] of every topic that can
  // stand in for one, the closest first.
  function near(topic) {
    if (!known.has(topic)) known.set(topic, around(topic));
    return known.get(topic);
  }

  function around(topic) {
    const found = new Map();
    const reach = (n) => {
      const before = found.get(n[0]);
      if (before && before[1] >= n[1]) return false;
      found.set(n[0], n);
      return true;
    };
    const climb = (steps, factor, relation) => {
      let level = [[topic, SAME]];
      while (level.length) {
        const next = [];
        for (const [at, closeness] of level) {
          const worth = Math.floor((closeness * factor + 50) / 100);
          if (worth < BESIDE) continue;
          for (const to of steps[at]) {
            const n = [to, worth, relation];
            if (to !== topic && reach(n)) next.push(n);
          }
        }
        level = next;
      }
    };
    climb(down, NARROWER, "narrower");
    climb(up, BROADER, "broader");
    for (const parent of up[topic]) for (const sibling of down[parent]) reach([sibling, BESIDE, "sibling"]);
    for (let i = 0; i < beside[topic].length; i += 2) reach([beside[topic][i], beside[topic][i + 1], "related"]);
    found.delete(topic);
    const sorted = [...found.values()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return [[topic, SAME, "same"], ...sorted];
  }

  // closeness gives [percent, relation] between a topic asked for and another.
  function closeness(asked, has) {
    const n = near(asked).find((n) => n[0] === has);
    return n ? [n[1], n[2]] : [0, ""];
  }

  return { number, near, closeness };
}
