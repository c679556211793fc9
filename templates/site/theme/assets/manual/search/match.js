/* Which words of the index a typed word may mean, and how likely. */

const NEAR = { same: 1, stem: 0.8, begins: 0.8, holds: 0.45, meant: 0.7, typo: 0.55, typos: 0.4 };

/* Map of form → likeliness: for forms as they stand, for stems, for two words of a title in one. */
function meanings(index, word, last) {
  const [forms, stemmed] = formsOf(word, index.language);
  const exact = new Map(), stem = new Map();
  for (const form of forms) if (index.exact.has(form)) exact.set(form, NEAR.same);
  for (const form of stemmed) if (index.stems.has(form)) stem.set(form, NEAR.stem);
  const typed = forms[0];
  if (!exact.size && index.joined.has(typed)) return [exact, stem, new Map([[typed, NEAR.stem]])];
  for (const own of new Set([...forms, ...stemmed].map((form) => index.meant.get(form)).filter(Boolean))) {
    for (const [, , word] of wordsOf(own, index.language, index.exact)) {
      if (weightOf(fold(word), index.language) === 1) addMeant(index, word, exact, stem);
    }
  }
  for (const form of index.exact.keys()) {
    const near = exact.has(form) ? 0 : beginning(typed, form, last);
    if (near) exact.set(form, near);
  }
  if (!stem.size && ![...exact.values()].some((near) => near > 0.6)) mistyped(index, typed, stemmed[0], exact, stem);
  return [exact, stem, new Map()];
}

function addMeant(index, word, exact, stem) {
  const [forms, stemmed] = formsOf(word, index.language);
  for (const form of forms) if (index.exact.has(form) && !exact.has(form)) exact.set(form, NEAR.meant);
  for (const form of stemmed) if (index.stems.has(form) && !stem.has(form)) stem.set(form, NEAR.meant * NEAR.stem);
}

function beginning(typed, form, last) {
  if (/^\d/.test(typed)) return last && typed.length > 2 && form.startsWith(typed) ? 0.6 : 0;
  if (form.startsWith(typed) && (typed.length > 3 || last)) return NEAR.begins * Math.sqrt(typed.length / form.length);
  if (form.length > 3 && form.length >= typed.length * 0.6 && typed.startsWith(form)) return NEAR.holds;
  return 0;
}

function mistyped(index, typed, stemmed, exact, stem) {
  if (/\d/.test(typed) || typed.length < 4) return;
  const most = typed.length < 8 ? 1 : 2;
  const near = (distance) => (distance === 1 ? NEAR.typo : NEAR.typos);
  for (const [forms, to, word] of [[index.exact, exact, typed], [index.stems, stem, stemmed]]) {
    if (!word || word.length < 4) continue;
    for (const form of forms.keys()) {
      const distance = form[0] === word[0] ? edits(form, word, most) : most + 1;
      if (distance <= most && !to.has(form)) to.set(form, near(distance));
    }
  }
}

/* Letters left out, put in, changed or turned round between two words; more than `most` is enough. */
function edits(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        next[j] = Math.min(next[j], before[j - 2] + 1);
      }
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length];
}
