/* What stands around the text of every page is fetched once (site/frame.py): the whole contents, the
   search box, the form of a report. It comes before Material's script, which looks for the box. */

/* Addresses of the home page, as they are from anywhere in the rendition. */
function ledFrom(top, part) {
  for (const link of part.querySelectorAll("a[href]")) {
    const there = new URL(link.getAttribute("href"), top);
    /* A folder opens its page only where a server answers. */
    if (there.protocol === "file:" && there.pathname.endsWith("/")) there.pathname += "index.html";
    link.href = there;
  }
}

function made(text, top) {
  const part = Object.assign(document.createElement("template"), { innerHTML: text }).content;
  ledFrom(top, part);
  return part.firstElementChild;
}

/* The steps of a page with minutes, in the classes that Material's script follows. */
function listSteps() {
  const list = document.querySelector(".steps.needs-script ul");
  for (const step of list ? document.querySelectorAll(".md-content h2[id]:not(.words-here h2)") : []) {
    const title = (step.querySelector(`.side[lang="${document.documentElement.lang}"]`) ?? step).textContent.trim();
    const link = Object.assign(document.createElement("a"), { className: "md-nav__link", href: `#${step.id}` });
    /* A heading that opens with a Latin name still runs as its script does. */
    const rtl = /[\u0590-\u08ff]/.test(title);
    // The sign of PM+ keeps its side, as in toc.html.
    const textContent = rtl ? title.replaceAll("+", "+\u200e") : title;
    link.append(Object.assign(document.createElement("bdi"), { textContent, dir: rtl ? "rtl" : "auto" }));
    const minutes = step.dataset.minutesLabel;
    if (minutes) link.append(" ", Object.assign(document.createElement("small"), { textContent: minutes, dir: "auto" }));
    const item = Object.assign(document.createElement("li"), { className: "md-nav__item" });
    item.append(link);
    list.append(item);
  }
}

window.manualFrame = ({ contents, words, ...parts }) => {
  const top = window.__md_scope;
  const whole = made(contents, top).querySelectorAll(":scope > ul > li");
  document.querySelectorAll(".contents > ul > li").forEach((item, at) => {
    if (item.classList.contains("not-here")) item.replaceWith(whole[at]);
  });
  for (const [name, text] of Object.entries(parts)) {
    document.querySelector(`[data-frame=${name}]`)?.replaceWith(made(text, top));
  }
  listSteps();
  const config = document.getElementById("__config");
  config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), translations: words });
};
