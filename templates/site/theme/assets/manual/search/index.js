/* The index: which words stand where, and how much that says of the place. */

const WEIGHTS = { title: 3, label: 0.4, above: 0.8, intro: 0.25, text: 1.6 };

/* The entries of all pages in one row. A block stands under the step that was before it. */
function entriesOf(data) {
  const { pages, labels, boosts } = data;
  const found = [];
  for (const page of pages) {
    const { title, intro, boost } = page;
    found.push({ page, id: "", title, label: "", above: "", intro: "", text: intro, boost });
    for (const [id, kind, heading, text, under] of page.entries) {
      const step = page.entries[under]?.[2] ?? "";
      found.push({
        page, id, title: heading, step, label: labels[kind] ?? "", above: `${step} ${title}`, intro, text: textOf(data, text),
        boost: boost * (boosts[kind] ?? 1),
      });
    }
  }
  return found;
}

/* In two languages, the texts of those that were fetched. */
const textOf = ({ parts, texts, fetched }, at) =>
  parts.length ? [...new Set(parts.map((name) => fetched[name]?.[at]).filter(Boolean))].join(" · ") : texts[at];

class Index {
  constructor(data) {
    this.language = data.language;
    this.entries = entriesOf(data);
    this.exact = new Map();
    this.stems = new Map();
    this.joined = new Map();
    this.spelled = new Map();
    this.read = new Map();
    this.meant = meantBy(data.typed ?? {}, this.language);
    this.mean = this.entries.reduce((sum, entry) => sum + entry.text.length, 0) / this.entries.length;
    this.entries.forEach((entry, at) => this.add(entry, at));
  }

  add(entry, at) {
    const long = 0.5 + 0.5 * (entry.text.length / (this.mean || 1));
    for (const field of Object.keys(WEIGHTS)) {
      const words = this.wordsIn(entry[field]);
      /* "supportmap" finds the support map. */
      if (field === "title") {
        words.row.slice(1).forEach((word, before) => put(this.joined, fold(words.row[before] + word), at, WEIGHTS.title));
      }
      const wide = field === "title" ? Math.sqrt(Math.max(1, words.row.length / 6)) : 1;
      for (const [word, count] of words.counts) {
        const often = field === "text" ? (2.2 * count) / (count + 1.2 * long) : 1;
        this.note(word, at, (WEIGHTS[field] * often) / wide);
      }
    }
  }

  /* Many places say the same, and all of a page stand under its title. */
  wordsIn(text) {
    let words = this.read.get(text);
    if (words) return words;
    words = { row: wordsOf(text, this.language).map((word) => word[2]), counts: new Map() };
    for (const word of words.row) words.counts.set(word, (words.counts.get(word) ?? 0) + 1);
    this.read.set(text, words);
    return words;
  }

  note(word, at, weight) {
    const [exact, stemmed] = formsOf(word, this.language);
    for (const form of exact) {
      put(this.exact, form, at, weight);
      const spelled = this.spelled.get(form);
      if (!spelled || spelled[1] < weight) this.spelled.set(form, [word, weight]);
    }
    for (const form of stemmed) put(this.stems, form, at, weight);
  }
}

/* Other words for the manual's own: form or stem of what is typed → the words of the manual. */
function meantBy(typed, language) {
  const meant = new Map();
  for (const [own, others] of Object.entries(typed)) {
    for (const other of others.split(" ")) {
      for (const form of new Set(formsOf(other, language).flat())) meant.set(form, own);
    }
  }
  return meant;
}

/* A row of places and weights by turns. Entries come in order, so a place already noted is the last. */
function put(map, form, at, weight) {
  const row = map.get(form);
  if (!row) map.set(form, [at, weight]);
  else if (row[row.length - 2] === at) row[row.length - 1] += weight;
  else row.push(at, weight);
}
