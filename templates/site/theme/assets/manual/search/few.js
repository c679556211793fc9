/* Words that say little of what is looked for, by language. They still count a bit. */

const FEW = Object.fromEntries(Object.entries({
  en: "a an and are as at be can do does for from had has have how i if in is it me my not of on or our should " +
    "someone somebody so that the their them then there they this to was we what when where which who why will with you your",
  fr: "a ai au aux avec ce ces cette comment dans de des du elle elles en est et eux faire faut il ils je la le les leur " +
    "lui ma mais me mes mon ne nos nous on ou par pas pour qu quand que quel quelle quelqu quelquun qui quoi sa se ses si son sont sur " +
    "ta te tes ton tu un une vos vous y",
  tr: "ama bana ben bir biri birisi biz bu bunu da daha de en gibi hangi her icin ile ise kim mi mu ne neden nasil nerede " +
    "o olarak olan olur onu sen siz su ve veya ya yapmali zaman",
  ar: "ان او اذا الی التی الذی الان اي ای این انا انت ثم حتی عن علی فی قد كان کان کل كل کیف لا لكن لکن لم لن لو ما ماذا متی مع من " +
    "هذا هذه هل هم هو هی و یا یمکن یکون عند عندما",
  fa: "از است اگر ان او ای این با باید بر برای بود به تا چرا چطور چه چی چیست در را سر شد شود کجا کدام کرد کردن کن کند کنم کنید که کی " +
    "ما من می نه نمی و هر هم یا یک",
  ur: "اب اپ اپنی اپنے اپنا اس ان انہیں انهیں اور اگر ایک اسے بھی بهی پر پهر تک تو تھا جب جو سے کا کب کچھ کچه کر کرنا کرے کریں کس کو کون " +
    "کہ که کہاں کهاں کی کیا کیسے کیوں کے لگے لیے میں مجهے نہ نه نے ه هم هوں هو هی هے هیں رہا رہی رہے رہتا رہتی رہتے گیا گئی گئے وه ہو ہے ہیں یا یه یہ",
  th: "ก็ กับ การ ของ ขอ ครับ ความ คะ ค่ะ คือ จะ จาก ๆ ซึ่ง ด้วย โดย ได้ ต้อง ถ้า ทำ ที่ นี้ นั้น ใน เป็น ไป มา มี แล้ว และ ว่า ให้ อย่าง อย่างไร อยู่ อะไร หรือ เมื่อ",
}).map(([code, words]) => [code, new Set(words.split(" ").map(fold))]));

/* How much a word counts. In a manual of another script, Latin words are English. */
function weightOf(word, language) {
  const code = /^[a-z]/.test(word) && !/^(fr|tr)$/.test(language) ? "en" : language;
  return FEW[code]?.has(word) ? 0.15 : 1;
}
