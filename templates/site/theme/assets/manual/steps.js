/* On a phone, a slim line tells the step that is being read, its minutes and those that are left.
   It opens the list of all steps. */

function followSteps() {
  const line = document.querySelector(".step-line");
  const steps = [...document.querySelectorAll(".md-content .step[data-minutes]")];
  if (!line || !steps.length) return;
  const minutes = steps.map((step) => Number(step.dataset.minutes));
  const total = minutes.reduce((sum, each) => sum + each, 0);
  let shown = null;

  function show() {
    const above = line.parentElement.getBoundingClientRect().bottom + 90;
    const at = steps.filter((step) => step.getBoundingClientRect().top < above).length - 1;
    if (at === shown) return;
    shown = at;
    line.hidden = at < 0;
    if (at < 0) return;
    const before = minutes.slice(0, at).reduce((sum, each) => sum + each, 0);
    line.querySelector("b").textContent = nameOf(steps[at]);
    const [now, rest] = line.querySelectorAll(".step-time bdi");
    now.textContent = steps[at].dataset.minutesLabel;
    rest.textContent = left(line, total - before);
    line.style.setProperty("--before", before / total);
    line.style.setProperty("--with", (before + minutes[at]) / total);
  }

  let waiting = false;
  document.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      show();
    });
  }, { passive: true });
  line.addEventListener("toggle", () => fill(line, steps[shown].id));
  line.addEventListener("click", (event) => {
    if (event.target.closest("a")) line.open = false;
  });
  show();
}

/* In two languages, the reader's own. */
function nameOf(step) {
  const own = step.querySelector(`.side[lang="${document.documentElement.lang}"]`);
  return (own ?? step).textContent.trim();
}

function left(line, count) {
  const digits = [...line.dataset.digits];
  const number = String(count).replace(/\d/g, (digit) => digits[digit]);
  return line.dataset.left.replace("{count}", number);
}

/* The list stands beside the text already, where the screen is wide. */
function fill(line, here) {
  const list = document.querySelector(".steps ul");
  if (!line.open || !list) return;
  line.querySelector(".step-list")?.remove();
  const copy = document.createElement("ul");
  copy.className = "step-list";
  for (const link of list.querySelectorAll("a")) {
    const item = copy.appendChild(document.createElement("li")).appendChild(link.cloneNode(true));
    item.removeAttribute("class");
    if (item.hash === `#${here}`) item.setAttribute("aria-current", "step");
  }
  line.append(copy);
}

document.addEventListener("DOMContentLoaded", followSteps);
