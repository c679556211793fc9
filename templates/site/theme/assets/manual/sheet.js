/* The page behind the code on a printed sheet: is the sheet up to date, older, or recalled? Without
   this script, and without a version in the address, every recall is shown, with what it is about. */
"use strict";

(() => {
  const { page, text } = document.body.dataset;
  const printed = new URLSearchParams(location.search).get("v");
  if (!/^[0-9a-f]{12}$/.test(printed ?? "")) return;
  const old = printed !== text;
  const from = document.querySelector(`[data-sheet-text="${printed}"]`);
  if (from && old) from.hidden = false;
  let concerned = false;
  for (const recall of document.querySelectorAll("[data-recall]")) {
    const texts = recall.dataset.recall.split(" ");
    const about = texts.includes(printed) || (old && texts.includes("*")) || (!page && "newest" in recall.dataset);
    recall.hidden = !about;
    concerned ||= about;
  }
  /* Of the whole manual nobody can tell whether the copy at hand holds the text that is recalled. */
  const state = concerned && page ? "recalled" : old ? "other" : concerned ? "" : "same";
  /* A page that is no longer there says that itself. */
  if (!text && state !== "recalled") return;
  for (const line of document.querySelectorAll("[data-sheet]")) line.hidden = line.dataset.sheet !== state;
})();
