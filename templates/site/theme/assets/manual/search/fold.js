/* Letters: the same word, however it was typed, becomes the same row of letters. */

const ARABIC = {
  "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی",
  "ك": "ک", "ڪ": "ک", "ګ": "گ", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ۂ": "ه", "ۃ": "ه", "ھ": "ه", "ە": "ه",
};
const LATIN = { "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "ss", "œ": "oe", "æ": "ae" };
const ACCENT = /[\p{Script=Inherited}\p{Script=Latin}\p{Script=Arabic}\p{Script=Hebrew}]/u;

const each = (letters) => new RegExp(`[${Object.keys(letters).join("")}]`, "g");
const ARABIC_LETTERS = each(ARABIC), LATIN_LETTERS = each(LATIN);

function fold(text) {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(ARABIC_LETTERS, (letter) => ARABIC[letter])
    /* Marks go, but not those that are a script's own vowels and tones (Thai, Devanagari). */
    .replace(/\p{Mn}/gu, (mark) => (ACCENT.test(mark) ? "" : mark))
    .replace(ARABIC_LETTERS, (letter) => ARABIC[letter])
    .replace(LATIN_LETTERS, (letter) => LATIN[letter])
    .replace(/[\u0640\u00ad]/g, "")
    .replace(/\p{Nd}/gu, digit);
}

/* The digits of every script stand in rows of ten, each of which begins with its zero. */
function digit(sign) {
  let code = sign.codePointAt(0), value = 0;
  if (code < 128) return sign;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/* Thai and Lao "am" is typed as one sign or as two, with the tone before or after them. */
function whole(text) {
  return text
    .normalize("NFC")
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33")
    .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, "$1\u0e33");
}
