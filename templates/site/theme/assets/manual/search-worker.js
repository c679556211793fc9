/* Search for all languages: a wrapper around Material's own worker, which does the rest.

   It folds words of the text and of the query in the same way (letter forms of Arabic script, marks,
   digits, the Turkish i, French ligatures), lets the browser find the words in Thai, and fetches
   worker and entries only when somebody searches. Messages: 0 set up, 1 ready, 2 query, 3 result. */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const SEPARATOR =
  "[\\s\\u200b\\-\\u2010-\\u2015.,;:!?\\u2026\\u060c\\u061b\\u061f\\u06d4\\u00ab\\u00bb()\\[\\]\"'\\u2018\\u2019\\u201c\\u201d/|]+";
const ARABIC = {
  "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی",
  "ك": "ک", "ڪ": "ک", "ګ": "گ", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه",
};
const LATIN = { "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "œ": "oe", "æ": "ae" };
const ACCENT = /[\p{Script=Inherited}\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const JOINERS = /[\u200c\u200d]+/;

const each = (letters) => new RegExp(`[${Object.keys(letters).join("")}]`, "g");
const ARABIC_LETTERS = each(ARABIC), LATIN_LETTERS = each(LATIN);

function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ARABIC_LETTERS, (letter) => ARABIC[letter])
    /* Marks go, but not those that are a script's own vowels and tones (Thai, Devanagari). */
    .replace(/\p{Mn}/gu, (mark) => (ACCENT.test(mark) ? "" : mark))
    .replace(ARABIC_LETTERS, (letter) => ARABIC[letter])
    .replace(LATIN_LETTERS, (letter) => LATIN[letter])
    .replace(/[\u0640\u00ad]/g, "")
    .replace(/\u0e4d([\u0e48-\u0e4b])/g, "$1\u0e4d")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/* The forms under which a word is found: whole, in parts, without the article. */
function forms(word, language) {
  const folded = fold(word), found = new Set();
  const parts = folded.split(JOINERS).filter(Boolean);
  found.add(parts.join(""));
  if (parts.length > 1) parts.forEach((part) => found.add(part));
  if (language !== "ar") return [...found];
  let rest = folded;
  for (const prefix of [/^[وف](?=.{4,})/, /^[بک](?=ال.{3,})/, /^ال(?=.{3,})/, /^لل(?=.{3,})/]) {
    rest = rest.replace(prefix, "");
    found.add(rest);
  }
  return [...found];
}

/* Some scripts have no spaces between words (Thai, Lao, Burmese, Khmer); text and query are split by
   the same browser. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+/g;
let segmenter = null;
function spaced(text, between) {
  if (!("Segmenter" in Intl)) return text;
  segmenter ??= new Intl.Segmenter(language, { granularity: "word" });
  return text.replace(UNSPACED, (run) =>
    [...segmenter.segment(run)].map((word) => word.segment).join(between));
}

const listen = self.addEventListener.bind(self);
let setup = null, language = "en", inner = null, ready = null;

function loadMaterial() {
  self.addEventListener = (type, handler, ...rest) =>
    type === "message" ? (inner = handler) : listen(type, handler, ...rest);
  importScripts(`../javascripts/workers/${self.location.search.slice(1)}`);
  self.addEventListener = listen;
  const folding = (token) =>
    forms(token.toString(), language).map((form) => token.clone(() => form));
  lunr.Pipeline.registerFunction(folding, "fold");
  const add = lunr.Builder.prototype.add;
  lunr.Builder.prototype.add = function (...entry) {
    if (!this.folds) {
      this.folds = true;
      this.pipeline.add(folding);
    }
    return add.apply(this, entry);
  };
}

async function prepare() {
  const config = setup.data.config;
  const { docs } = await (await fetch(config.entries)).json();
  loadMaterial();
  for (const doc of docs) {
    doc.title = spaced(doc.title, "\u200b");
    doc.text = spaced(doc.text, "\u200b");
  }
  await inner({
    data: { type: SETUP, data: { ...setup.data, docs, config: { ...config, separator: SEPARATOR } } },
  });
}

async function search(query) {
  await (ready ??= prepare());
  const words = spaced(query.normalize("NFC"), " ");
  inner({ data: { type: QUERY, data: fold(words).replace(new RegExp(JOINERS, "g"), "") } });
}

listen("message", ({ data: message }) => {
  if (message.type === SETUP) {
    setup = message;
    language = message.data.config.language;
    postMessage({ type: READY });
  } else if (message.type === QUERY && message.data.trim()) {
    search(message.data);
  } else if (message.type === QUERY) {
    /* Material asks for nothing when a page opens. */
    postMessage({ type: RESULT, data: { items: [] } });
  }
});
