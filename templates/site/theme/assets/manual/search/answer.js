/* The door: in a worker it hears messages; where a page may have none (file:), the page calls it.
   search-box.js holds the other side. */

let held = null, made = null;

/* search/index.js of a rendition calls this, and in two languages each script of texts the other. */
self.manualIndex = (data) => { held = { parts: [], ...data, fetched: {} }; };
self.manualTexts = (name, texts) => {
  held.fetched[name] = texts;
  made = null;
};

/* Of two languages, those that the query is written in. */
function writtenIn(query) {
  const { parts: [own, english], latin } = held;
  if (latin || !/\p{Script=Latin}/u.test(query)) return [own];
  return /(?!\p{Script=Latin})\p{L}/u.test(query) ? [own, english] : [english];
}

async function texts(names, fetch) {
  for (const name of names.filter((each) => each && !held.fetched[each])) await fetch(name);
}

/* `fetch` loads a script from beside the index. */
self.manualSearch = async (query, fetch) => {
  const asked = whole(query);
  const searched = /[\p{L}\p{N}]/u.test(asked);
  if (searched) await texts(writtenIn(asked), fetch);
  made ??= new Index(held);
  /* Two languages of the same letters cannot be told apart: what the one lacks is looked for in both. */
  if (searched && held.latin && held.parts.length && termsOf(made, asked).some((term) => !term.places.size)) {
    await texts(held.parts, fetch);
    made ??= new Index(held);
  }
  return { items: searched ? results(made, asked) : [], suggest: suggestion(made, asked) };
};

if (typeof importScripts === "function") {
  let from = "";
  const fetch = (name) => importScripts(new URL(name, from).href);
  self.addEventListener("message", ({ data: { index, query } }) => {
    if (index) importScripts(from = index);
    else self.manualSearch(query, fetch).then((answer) => postMessage({ query, answer }), () => postMessage({ query }));
  });
}
