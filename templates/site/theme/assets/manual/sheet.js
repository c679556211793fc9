/* The page behind the code on a printed sheet: is the sheet up to date, older, or recalled? */
"use strict";

(() => {
  const { text, recalled } = document.body.dataset;
  const printed = new URLSearchParams(location.search).get("v");
  if (!/^[0-9a-f]{12}$/.test(printed ?? "")) return;
  const old = printed !== text, gone = recalled.split(" ");
  const state = gone.includes(printed) || (old && gone.includes("*")) ? "recalled" : old ? "other" : "same";
  const [from] = document.querySelectorAll(`[data-sheet-text="${printed}"]`);
  if (from && old) from.hidden = false;
  for (const line of document.querySelectorAll("[data-sheet]")) line.hidden = line.dataset.sheet !== state;
})();
