/* By which rules a checklist is scored. The same rules stand in manualkit/model/scoring.py; the cases in
   tests/cases/scoring/ hold both. */
"use strict";

(() => {
  const share = (got, most) => (most ? Math.floor((100 * got) / most) : null);

  function scoreOf(sheet, answers) {
    const lines = sheet.items.filter((item) => !item.proscribed);
    const belong = lines.filter(({ id }) => sheet.beside[answers[id]] ?? true);
    const hasPoints = ({ id }) => sheet.points.map(String).includes(answers[id]);
    const scored = belong.filter(hasPoints);
    const critical = belong.filter((item) => item.critical);
    const full = Math.max(...sheet.points);
    const sum = (items) => items.reduce((total, { id }) => total + Number(answers[id]), 0);
    const ids = (items) => items.map(({ id }) => id);
    const happened = sheet.items.filter(({ proscribed, id }) => proscribed && answers[id] === "happened");
    const got = sum(scored), most = full * scored.length, percent = share(got, most);
    const reached = sheet.bands.filter((band) => percent !== null && percent >= band.at_least);
    const seen = share(scored.length, belong.length);
    const parts = {};
    for (const group of Object.keys(sheet.groups)) {
      const of = scored.filter((item) => item.group === group);
      if (of.length) parts[group] = [sum(of), full * of.length];
    }
    return {
      got, most, percent, seen, parts,
      band: reached.sort((a, b) => b.at_least - a.at_least)[0]?.label ?? "",
      beside: Object.fromEntries(Object.keys(sheet.beside).map(
        (name) => [name, lines.filter(({ id }) => answers[id] === name).length])),
      seen_enough: seen !== null && seen >= sheet.seen_at_least,
      missed: ids(critical.filter((item) => hasPoints(item) && Number(answers[item.id]) < full)),
      open: ids(critical.filter((item) => !hasPoints(item))),
      happened: ids(happened),
      harm: ids(happened.filter((item) => item.harm)),
    };
  }

  /* What the lines of a skill must show; the first rule that fits gives its level. */
  const CONDITIONS = {
    "any-unhelpful": (of) => of("unhelpful").some(Boolean),
    "basic-missing": (of) => !of("basic").every(Boolean),
    "all-basic": (of) => of("basic").every(Boolean) && !of("advanced").some(Boolean),
    "basic-and-advanced": (of) => of("basic").every(Boolean) && of("advanced").some(Boolean),
  };

  /* A skill without any tick was not checked. */
  function levelsOf(sheet, ticked) {
    const levels = {};
    for (const { id, lines } of sheet.skills) {
      const names = Object.keys(lines);
      const of = (kind) => names.filter((name) => lines[name] === kind).map((name) => ticked.includes(name));
      if (names.some((name) => ticked.includes(name))) {
        levels[id] = sheet.levels.find(({ when }) => CONDITIONS[when](of)).level;
      }
    }
    return levels;
  }

  window.sheetRules = { scoreOf, levelsOf };
})();
