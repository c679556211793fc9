/* Results as Material's search box wants them: pages, each with the places on it that answer. */

const PAGES = 20, LEAST = 5, FAINT = 0.12, PLACES = 6, SHOWN = 3, TEASER = 220;
/* A folder opens its page only where a server answers. */
const FILE = self.location.protocol === "file:" ? "index.html" : "";

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

function said(word, terms, language) {
  /* Words that say little are marked only if nothing else was looked for. */
  if (weightOf(fold(word), language) < 1 && terms.some((term) => !term.few)) return false;
  const [exact, stemmed] = formsOf(word, language);
  return terms.some((term) => exact.some((form) => term.exact.has(form)) || stemmed.some((form) => term.stem.has(form)));
}

/* The text with the words that were looked for marked as they stand there. */
function marked(text, terms, language) {
  let out = "", done = 0;
  const hits = wordsOf(text, language).filter(([, , word]) => said(word, terms, language)).sort((a, b) => a[0] - b[0]);
  for (const [from, to] of hits) {
    if (from < done) continue;
    out += `${escaped(text.slice(done, from))}<mark>${escaped(text.slice(from, to))}</mark>`;
    done = to;
  }
  /* From right to left a plus would be shown in front of its Latin word. */
  return (out + escaped(text.slice(done))).replace(/<\/mark><mark>/g, "").replace(/[A-Za-z](<\/mark>)?\+/g, "$&\u200e");
}

/* The part of a text with most of the words, cut between words. */
function teaser(text, terms, language) {
  const spots = wordsOf(text, language).filter(([, , word]) => said(word, terms, language)).map(([from]) => from);
  if (text.length <= TEASER * 1.2) return marked(text, terms, language);
  const dense = (from) => spots.filter((spot) => spot >= from && spot < from + TEASER - 40).length;
  const best = spots.reduce((at, spot) => (dense(spot) > dense(at) ? spot : at), spots[0] ?? 0);
  let from = best < 60 ? 0 : text.lastIndexOf(" ", best - 30) + 1;
  if (best - from > 80) from = best;
  let to = text.indexOf(" ", from + TEASER);
  if (to < 0 || to > from + TEASER + 40) to = Math.min(text.length, from + TEASER);
  return (from ? "… " : "") + marked(text.slice(from, to), terms, language) + (to < text.length ? " …" : "");
}

/* English that stands in for a translation keeps its own direction. */
function english(text, language) {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /[a-z]/i.test(letter)).length;
  return latin > letters.length * 0.7 && !/^(en|fr|tr)$/.test(language) ? ' lang="en" dir="ltr"' : "";
}

function item(index, entry, score, terms) {
  const { language } = index;
  const name = entry.title || [entry.step, entry.label].filter(Boolean).join(" › ") || entry.page.title;
  const text = entry.text && `<p${english(entry.text, language)}>${teaser(entry.text, terms, language)}</p>`;
  const missing = terms.filter((term) => !term.places.size).map((term) => [escaped(term.word), false]);
  return {
    location: entry.page.path + FILE + (entry.id && `#${entry.id}`),
    title: marked(name, terms, language), text, score, terms: Object.fromEntries(missing),
  };
}

/* Material shows what scores as high as the first of its page, and folds the rest away. */
function results(index, query) {
  const terms = termsOf(index, query);
  const pages = new Map();
  const order = ranked(index, query, terms);
  for (const { at, score } of order) {
    /* What has little to do with the query is only in the way. */
    if (score < order[0].score * FAINT && pages.size >= LEAST) break;
    const { page } = index.entries[at];
    if (!pages.has(page) && pages.size === PAGES) continue;
    if (!pages.has(page)) pages.set(page, []);
    if (pages.get(page).length < PLACES) pages.get(page).push([at, score]);
  }
  return [...pages].map(([page, places]) => {
    const first = places[0][1];
    const shown = places.map(([at, score], place) => {
      const beside = place < SHOWN && score > first * 0.45 && index.entries[places[0][0]].id;
      return item(index, index.entries[at], beside ? first : Math.min(score, first * 0.99), terms);
    });
    shown[0].score = first;
    if (!places.some(([at]) => !index.entries[at].id)) {
      const at = index.entries.findIndex((entry) => entry.page === page);
      shown.push(item(index, index.entries[at], 0, terms));
    }
    return shown;
  });
}

/* The end of the word that is being typed, as the manual writes it. */
function suggestion(index, query) {
  const words = wordsOf(query, index.language);
  const last = words.at(-1);
  if (!last || last[1] < query.length) return [];
  const typed = last[2].toLowerCase();
  if (index.exact.has(fold(typed))) return [];
  const found = [...index.spelled.values()]
    .filter(([word]) => word.length > typed.length && word.toLowerCase().startsWith(typed))
    .sort((one, other) => other[1] - one[1])[0];
  return found ? [found[0].toLowerCase()] : [];
}
