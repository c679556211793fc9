/* Size of the text, print, and tables that move sideways. The size is the one thing that is kept on
   the reader's device, and only when they chose one; a button beside it forgets it. */

const KEPT = "manual-text-size", SMALLEST = -1, LARGEST = 4;

/* Some browsers refuse every storage: the size then holds for this page. */
function kept() {
  try {
    return Number(localStorage.getItem(KEPT)) || 0;
  } catch {
    return 0;
  }
}

function keep(size) {
  try {
    if (size) localStorage.setItem(KEPT, size);
    else localStorage.removeItem(KEPT);
  } catch {
    /* Nothing is kept, then. */
  }
}

let size = kept();
function setSize(wanted) {
  size = Math.max(SMALLEST, Math.min(LARGEST, wanted));
  if (size) document.documentElement.dataset.textSize = size;
  else delete document.documentElement.dataset.textSize;
}

function press({ target }) {
  const button = target.closest("button");
  if (!button) return;
  if ("print" in button.dataset) window.print();
  if ("size" in button.dataset) {
    const step = Number(button.dataset.size);
    setSize(step ? size + step : 0);
    keep(size);
  }
  if ("forget" in button.dataset) {
    setSize(0);
    keep(0);
    document.querySelector('[data-size="0"]').focus();
  }
}

/* A table that fits needs no stop of the keyboard. */
function stops() {
  for (const box of document.querySelectorAll(".scroll")) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }
}

setSize(size);
document.addEventListener("click", press);
document.addEventListener("DOMContentLoaded", stops);
addEventListener("resize", stops);
