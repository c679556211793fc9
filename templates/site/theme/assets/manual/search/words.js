/* Words of a text, with the places where they stand, and the forms under which each is found. */

const JOINERS = /[\u200c\u200d]+/, APOSTROPHES = /['\u2019\u02bc]/;
const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['\u2019\u02bc][\p{L}\p{M}]+)*/gu;
/* A telephone number is one word, whatever its spaces. */
const NUMBER = /(?<![\p{L}\p{N}])\p{Nd}{2,}(?:[ \u00a0-]\p{Nd}{2,})+(?![\p{L}\p{N}])/gu;
/* Some scripts have no spaces between words: Thai, Lao, Burmese, Khmer. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/;

const segmenters = {};
/* Text and query are split by the same browser; one that cannot do it compares rows of three signs. */
function pieces(run, language) {
  if ("Segmenter" in Intl) {
    segmenters[language] ??= new Intl.Segmenter(language, { granularity: "word" });
    return [...segmenters[language].segment(run)].map((part) => [part.index, part.segment]);
  }
  return [...run].slice(0, Math.max(1, run.length - 2)).map((_, at) => [at, run.slice(at, at + 3)]);
}

/* The pieces of what is typed, as the words of the index part it: as many signs as they can, in as few
   words. A browser parts the same sounds in one way or another, after what stands beside them. */
function knownPieces(run, vocabulary) {
  const best = [[0, null]];
  for (let to = 1; to <= run.length; to += 1) {
    best[to] = [best[to - 1][0] + 10, [to - 1, null]];
    for (let from = Math.max(0, to - 24); from < to; from += 1) {
      const word = run.slice(from, to), cost = best[from][0] + 1;
      if (cost < best[to][0] && vocabulary.has(word)) best[to] = [cost, [from, word]];
    }
  }
  const found = [];
  for (let at = run.length; at > 0;) {
    const [from, word] = best[at][1];
    if (word) found.unshift([from, word]);
    at = from;
  }
  return best[run.length][0] < 10 ? found : null;
}

/* [from, to, word] for each word of a text; of a query, if the words of the index are given. */
function wordsOf(text, language, vocabulary) {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(word)) found.push([index, index + word.length, word]);
    else for (const [at, piece] of (vocabulary && knownPieces(word, vocabulary)) || pieces(word, language)) {
      if (/[\p{L}\p{N}]/u.test(piece)) found.push([index + at, index + at + piece.length, piece]);
    }
  }
  for (const { 0: number, index } of text.matchAll(NUMBER)) {
    found.push([index, index + number.length, number.replace(/[ \u00a0-]/g, "")]);
  }
  return found;
}

const known = new Map();
/* [the forms of a word as it is, its stems]: whole, without apostrophes and joiners, in parts. */
function formsOf(word, language) {
  let forms = known.get(word);
  if (forms) return forms;
  const folded = fold(word);
  const parts = folded.split(APOSTROPHES).flatMap((part) => part.split(JOINERS)).filter(Boolean);
  const exact = [parts.join("")];
  if (parts.length > 1) exact.push(...parts.filter((part) => part.length > 1));
  forms = [exact, [...new Set(exact.flatMap((form) => stems(form, language)))]];
  known.set(word, forms);
  return forms;
}
