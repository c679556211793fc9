/* The few things that need a script. Loaded in the head, because Material's own script asks for the
   first three names; there is no inline script on a page, so a strict content security policy holds. */

window.__md_scope = new URL(document.currentScript.dataset.scope, location);
window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
/* Known before the first line is drawn, so that nothing moves later. */
document.documentElement.classList.replace("no-js", "js");
/* Material keeps nothing on the reader's device. */
window.__md_get = () => null;
window.__md_set = () => {};

/* A switch to another language or edition stays at the same block. */
function keepFragment(event) {
  const link = event.target.closest("a[data-same-page]");
  if (link) link.hash = location.hash;
}

/* Material searches at a key stroke; words also come by paste, voice and the keyboards of phones. */
function searchOnInput(event) {
  if (event.target.matches(".md-search__input")) event.target.dispatchEvent(new Event("keyup"));
}

document.addEventListener("input", searchOnInput);
document.addEventListener("click", keepFragment);
document.addEventListener("auxclick", keepFragment);
