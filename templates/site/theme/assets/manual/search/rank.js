/* Which places answer a query best. */

/* What a query has said, word by word: places with their weights, how rare it is, which forms it means. */
function termsOf(index, query) {
  const known = { has: (word) => index.exact.has(word) || index.meant.has(fold(word)) };
  const words = wordsOf(query, index.language, known);
  return words.map(([, end, word]) => {
    const [exact, stem, joined] = meanings(index, word, end >= query.trimEnd().length);
    const places = new Map();
    let nearest = 0;
    for (const [forms, map] of [[exact, index.exact], [stem, index.stems], [joined, index.joined]]) {
      for (const [form, near] of forms) {
        nearest = Math.max(nearest, near);
        const row = map.get(form);
        for (let place = 0; place < row.length; place += 2) {
          places.set(row[place], Math.max(places.get(row[place]) ?? 0, near * row[place + 1]));
        }
      }
    }
    const rare = Math.log(1 + index.entries.length / (1 + places.size)) * weightOf(fold(word), index.language);
    return { word, exact, stem, places, rare: rare * nearest, few: weightOf(fold(word), index.language) < 1 };
  });
}

/* Every place that holds a word of the query, the best first. Those that hold all of them lead. */
function ranked(index, query, terms) {
  const all = terms.reduce((sum, term) => sum + (term.places.size ? term.rare : 0), 0);
  const places = new Map();
  for (const { places: found, rare } of terms) {
    for (const [at, weight] of found) {
      const place = places.get(at) ?? { at, score: 0, covered: 0 };
      place.score += rare * weight;
      place.covered += rare;
      places.set(at, place);
    }
  }
  const typed = plain(query);
  for (const place of places.values()) {
    const entry = index.entries[place.at];
    const part = place.covered / all;
    place.score *= part ** 2 * (part > 0.999 ? 1.25 : 1) * entry.boost;
    if (terms.length && typed.length > 3) place.score *= asTyped(entry, typed);
  }
  return [...places.values()].sort((one, other) => other.score - one.score || one.at - other.at);
}

function plain(text) {
  return fold(whole(text)).replace(/[\s\u200c\u200d\u2068\u2069]+/g, UNSPACED.test(text) ? "" : " ").trim();
}

/* The very words of the query count more; as a title, most. */
function asTyped(entry, typed) {
  entry.plain ??= [plain(entry.title), plain(entry.text)];
  if (entry.plain[0] === typed) return 2;
  if (entry.plain[0].includes(typed)) return 1.5;
  return entry.plain[1].includes(typed) ? 1.35 : 1;
}
