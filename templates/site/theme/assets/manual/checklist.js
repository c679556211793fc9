/* A fidelity checklist that is filled in on the screen. The page's own tables say what there is to
   fill in, its data (`checklist-data`) by which rules it is scored; this script knows neither items
   nor languages. Nothing leaves the device, and nothing is kept on it unless the reader asks. */
"use strict";

(() => {
  const source = document.getElementById("checklist-data");
  const { scoreOf, levelsOf } = window.sheetRules;
  if (!source) return;
  const { about, sheet, text, marks } = JSON.parse(source.textContent);
  const FORMAT = "fidelity-sheet 1", LONGEST = 4000, STEP = "different-step";
  const fields = new Map(); // name → {kind, values, cells, show}
  const answers = {};
  const levelCells = [], levelLines = new Map();
  const sumCells = () => [...document.querySelectorAll("td[data-input=sum]")];

  /* --- Small tools -------------------------------------------------------------------------------- */

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }
  const copies = (cell) => [...cell.cloneNode(true).childNodes];
  const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const island = (words) => `\u2066${words}\u2069`;
  const list = (ids) => ids.map(island).join(", ");
  const field = (name, kind) => {
    if (!fields.has(name)) fields.set(name, { kind, values: new Map(), show: [] });
    return fields.get(name);
  };

  /* --- What is filled in --------------------------------------------------------------------------- */

  function set(name, value) {
    if (value) answers[name] = value;
    else delete answers[name];
    const { values, show } = fields.get(name);
    for (const [each, cell] of values) {
      if (each === null) cell.textContent = value;
      else cell.classList.toggle("ticked", each === value);
    }
    for (const tell of show) tell(value);
  }

  function answer(name, value) {
    set(name, value);
    changed();
  }

  function radios(name, legend, choices) {
    const own = field(name, "tick");
    const back = make("button", {
      type: "button", class: "fill-back", hidden: true,
      onclick: () => { answer(name, ""); inputs[0].focus(); },
    }, text["take-back"]);
    const inputs = [];
    const labels = choices.map(([value, words, cell]) => {
      own.values.set(value, cell);
      const input = make("input", { type: "radio", name, value, onchange: () => answer(name, value) });
      inputs.push(input);
      return make("label", {}, input, make("span", {}, ...words));
    });
    own.show.push((value) => {
      for (const input of inputs) input.checked = input.value === value;
      back.hidden = !value;
    });
    return make("fieldset", { class: "fill-line", id: `fill-${name}` },
      make("legend", {}, ...legend), make("div", { class: "fill-answers" }, ...labels, back));
  }

  function line(row) {
    const [number, what] = row.cells, boxes = [...row.cells].filter((cell) => cell.dataset.field);
    const name = boxes[0].dataset.field.replace(/\.[^.]*$/, "");
    const heads = row.closest("table").tHead.rows[0].cells;
    const item = sheet.items.find(({ id }) => `item.${id}` === name);
    const steps = row.cells[2].dataset.field || !row.cells[2].querySelector("a") ? null : row.cells[2];
    const choices = boxes.map((cell) => {
      const value = cell.dataset.field.slice(name.length + 1), label = sheet.labels[value];
      const head = copies(heads[cell.cellIndex]);
      return [value, item.proscribed && !(value in sheet.beside) ? head : [make("b", {}, ...head), ` ${label ?? ""}`], cell];
    });
    if (item.proscribed) choices.unshift(["none", [text["not-happened"]], make("td")]);
    const signs = [item.critical && marks[0], number.textContent.includes("?") && marks[1]];
    return radios(name, [
      make("b", { class: "fill-number" }, ...copies(number)), " ", ...copies(what),
      ...signs.filter(Boolean).map((sign) => make("span", { class: "fill-sign" }, sign)),
      steps && make("span", { class: "fill-step" }, `${heads[2].textContent} `, ...copies(steps)),
    ], choices);
  }

  function write(cell, label) {
    const { field: name, input: kind } = cell.dataset, own = field(name, kind);
    own.values.set(null, cell);
    const attributes = { id: `fill-${name}`, oninput: (event) => {
      check(event.target);
      answer(name, event.target.value.trim());
    } };
    const types = { date: { type: "date" }, number: { type: "number", min: 1, max: 600, inputmode: "numeric" } };
    const input = kind === "lines" ? make("textarea", { ...attributes, rows: 3, maxlength: LONGEST })
      : make("input", { ...attributes, type: "text", autocomplete: "off", maxlength: kind === "code" ? 12 : 300, ...types[kind] });
    const warning = make("span", { class: "fill-warning", role: "alert" });
    function check(element) {
      const wrong = kind === "code" && element.value.trim() && !/\p{Nd}/u.test(element.value);
      element.setCustomValidity(wrong ? text["code-only"] : "");
      warning.textContent = wrong ? text["code-only"] : "";
    }
    own.show.push((value) => {
      if (input.value.trim() !== value) input.value = value;
      check(input);
    });
    return make("p", { class: "fill-field" }, make("label", { for: `fill-${name}` }, ...copies(label)), input, warning);
  }

  function choice(row) {
    const [label, ...boxes] = row.cells;
    const at = boxes[0].dataset.field.lastIndexOf("."), name = boxes[0].dataset.field.slice(0, at);
    return radios(name, copies(label), boxes.map((cell) => [cell.dataset.field.slice(at + 1), copies(cell), cell]));
  }

  /* A line of the competency check: it was seen, or not. */
  function seenLine(row, cell) {
    const name = cell.dataset.field, own = field(name, "tick");
    own.values.set("seen", cell);
    const input = make("input", { type: "checkbox", id: `fill-${name}`, onchange: () => answer(name, input.checked ? "seen" : "") });
    own.show.push((value) => { input.checked = value === "seen"; });
    const head = row.closest("table").tHead.rows[0].cells[cell.cellIndex];
    return make("div", { class: "fill-line" }, make("div", { class: "fill-answers" }, make("label", {}, input,
      make("span", {}, ...copies(row.cells[1]), " ", make("span", { class: "fill-sign" }, ...copies(head))))));
  }

  function written(row) {
    const cells = [...row.cells], made = [];
    if (cells.length % 2) made.push(make("p", {}, ...copies(cells.shift())));
    for (let at = 0; at < cells.length; at += 2) {
      const [label, value] = [cells[at], cells[at + 1]];
      if (["sum", "pen"].includes(value.dataset.input)) continue;
      if (value.dataset.field) made.push(write(value, label));
      else if (value.textContent.trim()) made.push(make("p", { class: "fill-known" }, ...copies(label), ": ", make("b", {}, ...copies(value))));
    }
    return made;
  }

  function lined(row) {
    if (row.querySelector("[data-input=sum]")) return [];
    const [cell] = row.querySelectorAll("[data-field]");
    if (!cell) return [make("p", { class: "fill-part" }, ...copies(row.cells[1]))];
    if (cell.dataset.field.startsWith("level.")) return [levelOf(row)];
    return [cell.dataset.field.startsWith("line.") ? seenLine(row, cell) : line(row)];
  }

  /* On paper one ticks the levels; here they are shown, under the name of their table. */
  function nameOfLevels(form) {
    if (!form.querySelector("[data-field^='level.']")) return [];
    form.previousElementSibling.classList.add("fill-told");
    return [make("p", { class: "fill-part" }, ...copies(document.querySelector("h2[id$=-levels]")))];
  }

  function build(form) {
    const table = form.querySelector("table"), rows = [...table.tBodies[0].rows];
    const how = form.matches(".ratings") ? lined : form.matches(".choices") ? (row) => [choice(row)] : written;
    form.append(make("div", { class: "fill" }, ...nameOfLevels(form), ...rows.flatMap(how)));
  }

  /* The level of a skill follows from its lines; the sheet's own table tells what it means. */
  function levelOf(row) {
    const [number, title] = row.cells, said = make("b");
    for (const cell of row.querySelectorAll("[data-field]")) {
      const [, id, level] = cell.dataset.field.split(".");
      levelCells.push({ id, level: Number(level), cell });
    }
    levelLines.set(number.textContent.trim(), said);
    return make("p", { class: "fill-known" }, ...copies(number), " ", ...copies(title), ": ", said);
  }

  function showLevels() {
    const ticked = Object.keys(answers).filter((name) => answers[name] === "seen").map((name) => name.slice("line.".length));
    const levels = levelsOf(sheet, ticked), all = Object.values(levels);
    const able = all.filter((level) => level >= 3).length;
    for (const { id, level, cell } of levelCells) cell.classList.toggle("ticked", levels[id] === level);
    for (const [id, said] of levelLines) said.textContent = levels[id] ?? "–";
    const sums = {
      "score.harmful": all.filter((level) => level === 1).length, "score.able": able,
      "score.checked": all.length, "score.percent": all.length ? Math.floor((100 * able) / all.length) : "",
    };
    for (const cell of sumCells()) cell.textContent = all.length ? sums[cell.dataset.field] ?? "" : "";
    result.replaceChildren(...sumCells().map((cell) => make("p", {}, ...copies(cell.previousElementSibling), ": ",
      make("b", {}, cell.textContent || "–"))), make("p", { class: "fill-policy" }, sheet.policy));
    keepDraft();
  }

  function stepChooser() {
    const own = field(STEP, "step");
    for (const step of sheet.steps) own.values.set(step.id, make("td"));
    const select = make("select", { id: `fill-${STEP}`, onchange: () => answer(STEP, select.value) },
      make("option", { value: "" }, text.choose),
      ...sheet.steps.map((step) => make("option", { value: step.id }, `${step.number}. ${step.title}`)));
    own.show.push((value) => { select.value = value; });
    return make("p", { class: "fill-field" }, make("label", { for: `fill-${STEP}` }, text.step), select);
  }

  /* --- The score on the page and on paper ------------------------------------------------------------ */

  const result = make("div", { class: "fill fill-score" });

  function byItem() {
    return Object.fromEntries(sheet.items.map(({ id }) => [id, answers[`item.${id}`] ?? ""]));
  }

  function sentences(score) {
    const lines = sheet.items.filter((item) => !item.proscribed);
    const said = [], say = (kind, name, values = {}) => said.push([kind, filled(text[name], values)]);
    if (score.harm.length) say("harm", "harm", { lines: list(score.harm) });
    if (score.missed.length) say("warn", "follow-up", { lines: list(score.missed) });
    if (score.percent === null) say("", "no-score");
    else if (score.missed.length || score.harm.length) say("", "percent-alone", { percent: score.percent });
    else say("main", "percent", { percent: score.percent, band: score.band });
    if (score.open.length && score.most) say("", "critical-open", { lines: list(score.open) });
    else if (!score.missed.length && score.most) say("", "critical-full");
    const soft = score.happened.filter((id) => !score.harm.includes(id));
    if (soft.length) say("warn", "happened", { lines: list(soft) });
    if (score.seen !== null) say("", "seen", { percent: score.seen });
    if (score.percent !== null && !score.seen_enough) say("warn", "seen-low");
    say("", "answered", { count: lines.filter(({ id }) => answers[`item.${id}`]).length, total: lines.length });
    return said;
  }

  function changed() {
    if (sheet.skills.length) {
      showLevels();
      return;
    }
    const score = scoreOf(sheet, byItem());
    result.replaceChildren(
      ...sentences(score).map(([kind, words]) => make("p", { class: kind && `fill-${kind}` }, words)),
      make("p", { class: "fill-policy" }, sheet.policy),
      ...(Object.keys(score.parts).length ? [make("p", { class: "fill-part" }, text.parts), make("ul", {},
        ...Object.entries(score.parts).map(([group, [got, most]]) =>
          make("li", {}, `${sheet.groups[group]}: ${filled(text.points, { points: got, most })}`)))] : []));
    const sums = {
      "score.points": score.got, "score.most": score.most, "score.percent": score.percent, "score.seen": score.seen,
      "score.critical": score.missed.join(", ") || 0, "score.harm": score.harm.join(", ") || 0,
    };
    for (const [name, count] of Object.entries(score.beside)) sums[`score.${name}`] = count;
    const given = Object.values(byItem());
    for (const value of [...sheet.points.map(String), ...Object.keys(sheet.beside)]) {
      sums[`ticks.${value}`] = sheet.items.filter(({ proscribed, id }) => !proscribed && answers[`item.${id}`] === value).length;
    }
    const begun = given.some(Boolean);
    for (const cell of sumCells()) {
      cell.textContent = begun ? sums[cell.dataset.field] ?? "" : "";
    }
    keepDraft();
  }

  /* --- Keeping, saving, opening ------------------------------------------------------------------------ */

  const key = `fidelity-sheet:${about.edition}:${sheet.page}`;
  const store = { // a browser may refuse it
    get: () => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (value) => { try { localStorage.setItem(key, value); return true; } catch { return false; } },
    clear: () => { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
  };
  const keep = make("input", { type: "checkbox", id: "fill-keep", onchange: () => (keep.checked ? keepDraft() : store.clear()) });
  const said = make("p", { class: "fill-said", role: "status" });

  function saved() {
    return { format: FORMAT, ...about, page: sheet.page, session: sheet.session, version: sheet.version, answers };
  }

  function keepDraft() {
    if (keep.checked && !store.set(JSON.stringify(saved()))) keep.checked = false;
  }

  function fits(name, value) {
    const own = fields.get(name);
    if (!own || typeof value !== "string" || value.length > LONGEST) return false;
    return own.values.has(null) || own.values.has(value);
  }

  function empty() {
    for (const name of fields.keys()) set(name, "");
  }

  function take(content) {
    let read = null;
    try { read = JSON.parse(content); } catch { /* told below */ }
    if (read?.format !== FORMAT || read.page !== sheet.page || read.edition !== about.edition
      || typeof read.answers !== "object" || !read.answers) return "wrong-file";
    empty();
    for (const [name, value] of Object.entries(read.answers)) if (fits(name, value)) set(name, value);
    return read.version === sheet.version && read.text === about.text ? "opened" : "other-version";
  }

  function download(name, type, content) {
    const wrong = document.querySelector(".fill :invalid");
    if (wrong) {
      wrong.focus();
      said.textContent = wrong.validationMessage;
      return;
    }
    const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
    make("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    said.textContent = text.saved;
  }

  const file = sheet.page.split("/").pop();
  const saveJson = () => download(`${file}.json`, "application/json",
    JSON.stringify({ ...saved(), ...(sheet.skills.length ? {} : { score: scoreOf(sheet, byItem()) }) }, null, 1));

  /* A spreadsheet runs what begins like a formula; an apostrophe makes it text. */
  const cell = (value) => `"${String(value ?? "").replace(/^(?=\s*[=+\-@|%\t\r])/, "'").replaceAll('"', '""')}"`;

  function saveCsv() {
    const { parts, beside, ...rest } = scoreOf(sheet, byItem());
    const levels = sumCells().filter(() => sheet.skills.length).map((each) => [each.dataset.field, each.textContent]);
    const rows = [["field", "value"],
      ...Object.entries({ ...about, page: sheet.page, version: sheet.version }),
      ...[...fields.keys()].map((name) => [name, answers[name]]),
      ...levels, ...Object.entries(sheet.skills.length ? {} : rest).map(([name, value]) => [`score.${name}`, Array.isArray(value) ? value.join(" ") : value]),
      ...Object.entries(beside).map(([name, count]) => [`score.${name}`, count]),
      ...Object.entries(parts).map(([group, [got, most]]) => [`score.part.${group}`, `${got} / ${most}`])];
    download(`${file}.csv`, "text/csv", `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`);
  }

  /* A string of JSON is one of YAML, but for signs that end a line there; braces would be facts. */
  const yaml = (words) => JSON.stringify(words.replace(/\s+/g, " ").replaceAll("{", "(").replaceAll("}", ")").trim())
    .replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

  function saveChange() {
    const { different, "different-why": why, planned, date, [STEP]: step } = answers;
    if (!different || !why || !step) {
      said.textContent = text["change-needs"];
      document.getElementById(`fill-${!different ? "different" : !why ? "different-why" : STEP}`).focus();
      return;
    }
    const lines = ["---", 'id: ""', `block: ${step}`, "action: replace", `summary: ${yaml(different)}`, `reason: ${yaml(why)}`,
      "nature: []", `planned: ${planned === "yes" ? "planned-proactive" : "unplanned-reactive"}`, "decided_by: []",
      'core_impact: ""', "status: proposed",
      ...(date ? ["evidence:", `  - {type: fidelity-check, date: ${date}}`] : []), "---", ""];
    download(`change-${step}.md`, "text/markdown", lines.join("\n"));
  }

  /* --- The page --------------------------------------------------------------------------------------- */

  const opener = make("input", { type: "file", accept: ".json,application/json", id: "fill-open", onchange: async () => {
    const [chosen] = opener.files;
    if (!chosen) return;
    said.textContent = text[chosen.size > 400000 ? "wrong-file" : take(await chosen.text())];
    opener.value = "";
    changed();
  } });
  const button = (words, act) => make("button", { type: "button", class: "fill-button", onclick: act }, words);

  function forget() {
    if (!window.confirm(text["forget-sure"])) return;
    keep.checked = false;
    store.clear();
    empty();
    changed();
    said.textContent = text.forgotten;
  }

  document.querySelectorAll(".form:is(.ratings, .choices, .fields)").forEach(build);
  const different = document.getElementById("fill-different");
  if (different && sheet.steps.length) different.closest(".fill").prepend(stepChooser());
  const sums = document.querySelector(".form.score");
  sums.append(result);
  sums.previousElementSibling.classList.add("fill-told"); // the policy stands beside the score
  document.querySelector(".opening").after(make("div", { class: "fill fill-bar" },
    make("p", {}, make("b", {}, text.private), ` ${text["save-before"]}`),
    make("p", {}, make("label", {}, keep, ` ${text.keep}`), make("small", {}, ` ${text["keep-hint"]}`)),
    make("p", {}, make("label", { class: "fill-button", for: "fill-open" }, text.open), opener, button(text.forget, forget))));
  [...document.querySelectorAll(".fill")].pop().after(make("div", { class: "fill fill-bar" },
    make("p", {}, button(text.print, () => window.print()), button(text.json, saveJson), button(text.csv, saveCsv)),
    sheet.steps.length ? make("p", {}, text["change-hint"], make("br"), button(text.change, saveChange)) : null, said));
  document.documentElement.classList.add("filling");
  const draft = store.get();
  if (draft) {
    keep.checked = true;
    take(draft);
  }
  changed();
})();
