/* A word in plain words opens where it stands. Without this script its link leads to the foot of the page. */
document.addEventListener("click", (event) => {
  const word = event.target.closest("a.explained");
  if (!word || !HTMLElement.prototype.showPopover || event.ctrlKey || event.metaKey) return;
  const entry = document.getElementById(word.hash.slice(1));
  if (!entry) return;
  event.preventDefault();
  document.querySelector(".word-card")?.remove();
  const card = document.createElement("div");
  card.className = "word-card";
  card.popover = "auto";
  card.append(...[...entry.children].map((part) => {
    const line = document.createElement("p");
    line.className = part.localName;
    line.append(...[...part.childNodes].map((node) => node.cloneNode(true)));
    return line;
  }));
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = entry.closest("aside").dataset.close;
  close.addEventListener("click", () => card.hidePopover());
  card.append(close);
  card.addEventListener("toggle", ({ newState }) => newState === "closed" && card.remove());
  word.after(card);
  card.showPopover();
  close.focus();
});
