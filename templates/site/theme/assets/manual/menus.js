/* Menus for the keyboard and for those who hear the page: the drawer with the contents, the search
   box and the switches say whether they are open, close with Escape, and hold nobody. */

/* A label cannot say that it opens something; a button in it can. Without a script the label does. */
function makeButtons() {
  for (const label of document.querySelectorAll("label.md-header__button")) {
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    button.type = "button";
    button.append(...label.childNodes);
    label.append(button);
    label.removeAttribute("tabindex");
    const tell = () => button.setAttribute("aria-expanded", box.checked);
    tell();
    button.addEventListener("click", () => box.click());
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
  if (back) document.querySelector("label.md-header__button[for=__drawer] button").focus();
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
  if (event.key !== "Escape") return;
  closeSwitches(null);
  closeDrawer(true);
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

document.addEventListener("DOMContentLoaded", makeButtons);
document.addEventListener("keydown", press);
document.addEventListener("focusout", leave);
document.addEventListener("click", (event) =>
  closeSwitches(event.target.closest("details:is(.switch, .step-line)")));
