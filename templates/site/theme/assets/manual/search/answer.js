/* The door: in a worker it hears messages; where a page may have none (file:), the page calls it.
   manual.js holds the other side. */

let held = null, made = null;

/* search/index.js of a rendition calls this. */
self.manualIndex = (data) => { held = data; };

self.manualSearch = (query) => {
  made ??= new Index(held);
  const asked = whole(query);
  const items = /[\p{L}\p{N}]/u.test(asked) ? results(made, asked) : [];
  return { items, suggest: suggestion(made, asked) };
};

if (typeof importScripts === "function") {
  self.addEventListener("message", ({ data }) => {
    if (data.index) importScripts(data.index);
    else postMessage({ query: data.query, answer: self.manualSearch(data.query) });
  });
}
