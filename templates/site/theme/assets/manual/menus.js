/* Menus for the keyboard and for those who hear the page: the drawer with the contents, the search
   box and the switches say whether they are open, close with Escape, and hold nobody. */

const toggle = (label) => document.getElementById(label.htmlFor);

function nameLabels() {
  for (const label of document.querySelectorAll("label.md-header__button")) {
    const box = toggle(label);
    const tell = () => label.setAttribute("aria-expanded", box.checked);
    label.setAttribute("role", "button");
    tell();
    box.addEventListener("change", () => {
      tell();
      if (box.checked && box.id === "__drawer") openDrawer();
    });
  }
}

/* The page that is read, or the first one, takes the focus once the drawer can be seen. */
function openDrawer() {
  const links = ".contents [aria-current], .contents a, .contents summary";
  requestAnimationFrame(() => document.querySelector(links)?.focus());
}

function closeDrawer(back) {
  const box = document.getElementById("__drawer");
  if (!box?.checked) return;
  box.checked = false;
  box.dispatchEvent(new Event("change"));
  if (back) document.querySelector("label.md-header__button[for=__drawer]").focus();
}

function closeSwitches(except) {
  for (const menu of document.querySelectorAll("details:is(.switch, .step-line)[open]")) {
    if (menu === except) continue;
    const inside = menu.contains(document.activeElement);
    menu.open = false;
    if (inside) menu.querySelector("summary").focus();
  }
}

function press(event) {
  if (event.key === "Escape") {
    closeSwitches(null);
    closeDrawer(true);
  } else if (["Enter", " "].includes(event.key) && event.target.matches("label.md-header__button")) {
    event.preventDefault();
    event.target.click();
  }
}

/* Who tabs on is back on the page; nothing stays open over what they read. */
function leave({ target, relatedTarget }) {
  if (!relatedTarget) return;
  const menu = target.closest("details:is(.switch, .step-line)");
  if (menu && !menu.contains(relatedTarget)) menu.open = false;
  if (target.closest(".md-sidebar--primary") && !relatedTarget.closest(".md-sidebar--primary")) {
    closeDrawer(false);
  }
}

document.addEventListener("DOMContentLoaded", nameLabels);
document.addEventListener("keydown", press);
document.addEventListener("focusout", leave);
document.addEventListener("click", (event) =>
  closeSwitches(event.target.closest("details:is(.switch, .step-line)")));
