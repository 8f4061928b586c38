// Begins the match finder. Its questions and answers are loaded beside the data when
// somebody begins to answer, or comes with answers: those that somebody shares stand
// in the address's fragment, which no server sees.
import { later } from "./later.js";
import { portalData } from "./parts.js";

const form = document.querySelector("[data-finder]");

// kept tells whether answers were remembered on this device.
function kept() {
  try {
    return localStorage.getItem("ithaca-sheet:" + location.pathname) !== null;
  } catch {
    return false;
  }
}

// found loads the rest; a failure shows the other ways.
let loading;
const data = portalData(form.dataset.finder);
const found = () => loading ??= Promise.all([later(form).then(() => import("./found.js")), data.part("match")])
  .then(([module, match]) => module.open(form, match, data))
  .catch((problem) => {
    document.querySelector("[data-plain]").hidden = document.querySelector("[data-failed]").hidden = false;
    throw problem;
  });

form.addEventListener("focusin", () => found().catch(() => {}), { once: true });
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const from = document.activeElement;
  (await found()).submit(from);
});
form.hidden = false;
document.querySelector("[data-plain]").hidden = true;
if (location.hash.length > 1 || kept()) found();
