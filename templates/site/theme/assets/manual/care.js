/* Leaving at once, and numbers whose date is over. Both only add to what works without a script. */
"use strict";

/* The page goes at once, however slow the other one is, and the button "back" does not show it. */
function leave(link) {
  document.title = "";
  document.body.hidden = true;
  location.replace(link.href);
}

let lastEscape = -Infinity;
function leaveByKeys(event) {
  if (event.key !== "Escape" || event.repeat) return;
  for (const help of document.querySelectorAll("details.help[open]")) help.open = false;
  /* In a field, Esc belongs to what is written there. */
  if (event.target.matches("input, textarea, select")) return;
  const link = document.querySelector("a.leave");
  const twice = event.timeStamp - lastEscape < 700;
  lastEscape = event.timeStamp;
  if (twice && link) leave(link);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.leave");
  if (!link) return;
  event.preventDefault();
  leave(link);
});
document.addEventListener("keydown", leaveByKeys);

const today = new Date().toISOString().slice(0, 10);
for (const note of document.querySelectorAll("[data-until]")) note.hidden = note.dataset.until >= today;
