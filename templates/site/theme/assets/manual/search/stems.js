/* Endings and beginnings that a word may lose before it is compared, by language, in folded letters.
   Light on purpose: a stem only has to be the same for the forms of a word. */

const ENDINGS = {
  en: { least: 3, rounds: 2, of: "iness ies ness ing ed ely ly er s e y i" },
  fr: {
    least: 3, rounds: 2,
    of: "issements issement atrices ateurs ements ement ations ation euses euse ions ion ees ee er ez ent ant aux eux es is it e s x",
  },
  tr: {
    least: 3, rounds: 3,
    of: "miyorsa muyorsa miyor muyor mezse mazsa iyorsa uyorsa yorsa larin lerin lari leri iyor uyor arsa erse irse ursa urse mesi masi lar ler nin nun dan den tan ten " +
      "mak mek ken mez maz sa se ar er ir ur in un da de ta te yi yu ya ye si su im um ma me di du ti tu ip up ni nu na ne i u a e",
  },
  ar: { least: 3, rounds: 2, of: "تان هما ها ان ات ون ین هم کم نا تم وا ه ا" },
  fa: { least: 2, rounds: 2, of: "هایی های ها ترین تر مان تان شان ات ام اش ای ند ید یم ه ی م د" },
  ur: { least: 2, rounds: 2, of: "یوں یاں وں یں ئیں نے نا نی تا تے تی ے ی ا و ه" },
};
const BEGINNINGS = {
  ar: { least: 3, of: "وال فال بال کال ولل لل ال" },
  fa: { least: 3, of: "نمی می" },
};
/* One letter more, which may be a small word or the person of a verb, or belong to the word. */
const PERHAPS = { ar: "و ف ب ک ل س ی ت ن ا", fa: "ب ن" };

const rowOf = (table) =>
  Object.fromEntries(Object.entries(table).map(([code, row]) =>
    [code, typeof row === "string" ? row.split(" ") : { ...row, of: row.of.split(" ") }]));
const ENDING_ROWS = rowOf(ENDINGS), BEGINNING_ROWS = rowOf(BEGINNINGS), PERHAPS_ROWS = rowOf(PERHAPS);

function withoutBeginning(word, rules) {
  const found = rules?.of.find((part) =>
    word.startsWith(part) && word.length - part.length >= rules.least);
  return found ? word.slice(found.length) : word;
}

function withoutEnding(word, rules) {
  for (let round = 0; rules && round < rules.rounds; round += 1) {
    const found = rules.of.find((part) =>
      word.endsWith(part) && word.length - part.length >= rules.least);
    if (!found) break;
    word = word.slice(0, -found.length);
  }
  return word;
}

/* The stems of a folded word: mostly one; none for a number. */
function stems(word, language) {
  if (/^\d/.test(word)) return [];
  const latin = /^[a-z]/.test(word);
  const code = latin && !/^(fr|tr)$/.test(language) ? "en" : language;
  const bare = withoutBeginning(word, BEGINNING_ROWS[code]);
  const found = new Set([withoutEnding(bare, ENDING_ROWS[code])]);
  for (const letter of PERHAPS_ROWS[code] ?? []) {
    if (bare.startsWith(letter) && bare.length > 3) found.add(withoutEnding(bare.slice(1), ENDING_ROWS[code]));
  }
  /* "stopping" and "stop", "cry" and "cries" */
  const one = (stem) => stem.replace(/([b-df-hj-np-tv-z])\1$/, "$1").replace(/y$/, "i");
  return code === "en" ? [...found].map(one) : [...found];
}
