/* On an edition's home page: keeping one language on this device, when a reader asks for it. Nothing
   is kept before. A language that is kept is brought up to date when its home page is opened. */
"use strict";

(() => {
  const box = document.querySelector(".keep");
  if (!box || !("serviceWorker" in navigator)) return;
  const home = new URL("./", location), name = `keep:${home.pathname}`;
  const [press, clear] = box.querySelectorAll("button");
  const say = (state) => {
    for (const line of box.querySelectorAll("[data-when]")) line.hidden = line.dataset.when !== state;
    press.hidden = state === "done";
    press.disabled = state === "working";
    clear.hidden = state !== "done";
  };

  async function save() {
    const list = await (await fetch(new URL("keep.json", home), { cache: "no-cache" })).json();
    const cache = await caches.open(name);
    const known = await cache.match("keep.json");
    const kept = known ? (await known.json()).files : {};
    const wanted = Object.keys(list.files).filter((file) => kept[file] !== list.files[file]);
    for (const file of wanted) {
      const response = await fetch(new URL(file, home), { cache: "no-cache" });
      if (!response.ok) throw new Error(file);
      await cache.put(new URL(file, home), response);
    }
    for (const file of Object.keys(kept).filter((each) => !(each in list.files))) {
      await cache.delete(new URL(file, home));
    }
    /* Last of all: what is noted is there. */
    await cache.put("keep.json", new Response(JSON.stringify(list)));
    await navigator.serviceWorker.register(new URL("sw.js", home), { scope: home.pathname });
  }

  async function keep() {
    say("working");
    try {
      await save();
      say("done");
    } catch {
      await forget();
      say("failed");
    }
  }

  async function forget() {
    const worker = await navigator.serviceWorker.getRegistration(home);
    await worker?.unregister();
    await caches.delete(name);
  }

  press.addEventListener("click", keep);
  clear.addEventListener("click", async () => {
    await forget();
    say("asked");
  });
  caches.has(name).then(async (has) => {
    say(has ? "done" : "asked");
    box.hidden = false;
    /* Without internet nothing is lost: what is kept stays. */
    if (has && navigator.onLine) await save().catch(() => {});
  });
})();
