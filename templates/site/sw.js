/* Answers for a language that its reader keeps on this device: the network first, then what is kept.
   It keeps nothing but what `keep.js` put there, and that only when somebody asked. */
"use strict";

const NAME = `keep:${new URL(registration.scope).pathname}`;

/* A page has the same text with and without what stands behind the question mark. */
const kept = (request) => caches.match(request, { cacheName: NAME, ignoreSearch: true });

/* Where the network hardly works, nobody waits for ever. */
const tooLong = () => new Promise((_, reject) => setTimeout(reject, 6000));

async function answer(request) {
  const found = await kept(request);
  try {
    const response = await (found ? Promise.race([fetch(request), tooLong()]) : fetch(request));
    if (response.ok && found) {
      const cache = await caches.open(NAME);
      await cache.put(request.url.split(/[?#]/)[0], response.clone());
    }
    return response;
  } catch (error) {
    if (found) return found;
    throw error;
  }
}

addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});
