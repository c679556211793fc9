/* Telling of a wrong word: the block that was tapped last, the words that were marked, and what the
   reader writes, as a mail or a file. Nothing is sent by itself, and it works without internet.
   Copies from a memory stick ask the site that they came from whether a page was recalled. */
"use strict";

(() => {
  const box = document.querySelector("details.report");
  if (!box) return;
  const form = box.querySelector("form"), place = form.querySelector("output");
  let block = null, marked = "";
  form.hidden = false;

  document.addEventListener("pointerdown", ({ target }) => {
    const found = target.closest(".md-content [id]");
    if (!found || !place || box.contains(target)) return;
    block = found;
    const title = found.matches("h1, h2, h3, h4") ? found : found.querySelector(".block-label, h2, h3, p") ?? found;
    place.textContent = title.textContent.trim().slice(0, 80);
  });
  document.addEventListener("selectionchange", () => {
    const words = String(getSelection()).trim();
    if (words && !box.contains(getSelection().anchorNode)) marked = words.slice(0, 300);
  });

  function written() {
    const { edition, language, page, text } = box.dataset;
    return [
      `edition: ${edition}`, `language: ${language}`, `page: ${page}`, `block: ${block?.id ?? ""}`,
      `text: ${text}`, `marked: ${marked}`,
      `there: ${(block?.textContent ?? "").replace(/\s+/g, " ").trim().slice(0, 300)}`,
      "", form.querySelector("textarea").value, "",
    ].join("\n");
  }

  function save(text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    const { edition, language, page } = box.dataset;
    const link = Object.assign(document.createElement("a"), {
      href: address, download: `report-${edition}-${language}-${page.replaceAll("/", "-")}.txt`,
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { edition, language, page, mail } = box.dataset;
    if (event.submitter?.value !== "mail") return save(written());
    const subject = encodeURIComponent(`${edition} ${language} ${page}`);
    location.href = `mailto:${mail}?subject=${subject}&body=${encodeURIComponent(written())}`;
  });

  async function askForRecalls(copy) {
    const answer = await fetch(`${copy.dataset.origin}recalls.json`, { cache: "no-cache", credentials: "omit" });
    const { recalls, help } = await answer.json();
    copy.querySelector(".unasked").hidden = true;
    const { page, text } = box.dataset;
    /* What this copy reads decides, not its day; the home page, which reads otherwise, goes by the day. */
    const concerned = ({ texts, newest }) => texts.includes(text) || (texts.includes("*") && text !== newest);
    const known = ({ id }) => document.querySelector(`.notices a[href$="#recall-${id}"]`);
    const news = recalls.filter((each) => page === "index"
      ? each.date >= copy.dataset.made
      : each.page === page && concerned(each) && !known(each));
    if (help) renewHelp(copy, help);
    if (news.length) warn(copy, copy.dataset.newer, news.map(({ what, do: todo }) => [`${what} ${todo}`]));
  }

  /* A number for an emergency that is another one today: the new one is told, the old one goes. */
  function renewHelp(copy, help) {
    const dialled = (number) => number.replace(/[^0-9+]/g, "");
    const links = [...document.querySelectorAll(".help-lines li a")];
    const here = links.map((link) => dialled(link.getAttribute("href")));
    const now = help.map(({ number }) => dialled(number));
    if (now.every((number) => here.includes(number)) && here.every((number) => now.includes(number))) return;
    links.forEach((link, at) => { if (!now.includes(here[at])) link.remove(); });
    const lines = help.map(({ label, number, kind }) => {
      const link = Object.assign(document.createElement("a"), { href: `${kind}:${dialled(number)}`, textContent: number, dir: "ltr" });
      return [`${label}: `, link];
    });
    warn(copy, document.querySelector(".help summary").textContent.trim(), lines);
  }

  function warn(copy, title, lines) {
    const alarm = document.createElement("div");
    alarm.className = "recalled";
    alarm.setAttribute("role", "alert");
    alarm.append(Object.assign(document.createElement("b"), { textContent: title }));
    for (const parts of lines) {
      const line = document.createElement("p");
      line.append(...parts);
      alarm.append(line);
    }
    copy.after(alarm);
  }

  const copy = document.querySelector(".pack-line[data-origin]");
  /* Without internet, or where the site does not answer, the copy goes on saying that it could not ask. */
  if (copy && navigator.onLine) askForRecalls(copy).catch(() => {});
})();
