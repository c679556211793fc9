/* The few things that need a script. Loaded in the head, because Material's own script asks for the
   first three names; there is no inline script on a page, so a strict content security policy holds. */
"use strict";

window.__md_scope = new URL(document.currentScript.dataset.scope, location);
window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
/* Nothing is kept on the reader's device. */
window.__md_get = () => null;
window.__md_set = () => {};

/* A switch to another language or edition stays at the same block. */
function keepFragment(event) {
  const link = event.target.closest("a[data-same-page]");
  if (link) link.hash = location.hash;
}

function closeSwitches(except) {
  for (const menu of document.querySelectorAll("details.switch[open]")) {
    if (menu !== except) menu.open = false;
  }
}

/* Labels that act as buttons work with the keyboard too. */
function pressLabel(event) {
  if (event.key === "Escape") closeSwitches(null);
  if (!["Enter", " "].includes(event.key) || !event.target.matches("label.md-header__button")) return;
  event.preventDefault();
  event.target.click();
}

/* On a phone, a slim line tells the step that is being read. */
function followSteps() {
  const line = document.querySelector(".step-line");
  const steps = [...document.querySelectorAll(".md-content .step[data-minutes-label]")];
  if (!line || !steps.length) return;
  const show = () => {
    const above = line.getBoundingClientRect().bottom + 90;
    const step = steps.filter((head) => head.getBoundingClientRect().top < above).pop();
    line.hidden = !step;
    if (!step) return;
    line.firstElementChild.textContent = step.textContent;
    line.lastElementChild.textContent = step.dataset.minutesLabel;
  };
  document.addEventListener("scroll", () => requestAnimationFrame(show), { passive: true });
  show();
}

/* Material searches at a key stroke; words also come by paste, voice and the keyboards of phones. */
function searchOnInput(event) {
  if (event.target.matches(".md-search__input")) event.target.dispatchEvent(new Event("keyup"));
}

document.addEventListener("input", searchOnInput);
document.addEventListener("click", keepFragment);
document.addEventListener("auxclick", keepFragment);
document.addEventListener("click", (event) => closeSwitches(event.target.closest("details.switch")));
document.addEventListener("keydown", pressLabel);
document.addEventListener("DOMContentLoaded", followSteps);
