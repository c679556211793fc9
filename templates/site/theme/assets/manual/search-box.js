/* Material's search box talks with a worker. This stands in for the worker: it loads nothing before
   the first letter, and where a page may start none (a page opened from a memory stick), the search
   runs in the page. Messages of Material: 1 ready, 2 query, 3 result. */
(() => {
  const READY = 1, QUERY = 2, RESULT = 3;
  const NativeWorker = window.Worker;

  /* Each returns a function from a query to the promise of its answer. */
  function inWorker(engine, index) {
    const worker = new NativeWorker(engine);
    worker.postMessage({ index });
    return (query) => new Promise((resolve, reject) => {
      worker.addEventListener("message", function hear({ data }) {
        if (data.query !== query) return;
        worker.removeEventListener("message", hear);
        if (data.answer) resolve(data.answer);
        else reject(new Error(query));
      });
      worker.addEventListener("error", reject);
      worker.postMessage({ query });
    });
  }

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject });
      document.head.append(script);
    });
  }

  async function inPage(engine, index) {
    await load(engine);
    await load(index);
    return (query) => window.manualSearch(query, (name) => load(`${new URL(name, index)}`));
  }

  class SearchWorker extends EventTarget {
    constructor(address) {
      super();
      const { base } = JSON.parse(document.getElementById("__config").textContent);
      this.engine = `${new URL(address, location)}`;
      this.index = `${new URL("search/index.js", new URL(`${base}/`, location))}`;
      setTimeout(() => this.say(READY));
    }

    say(type, data) {
      this.dispatchEvent(new MessageEvent("message", { data: { type, data } }));
    }

    postMessage({ type, data }) {
      if (type !== QUERY) return;
      this.asked = data;
      if (data.trim()) this.answer(data);
      else this.say(RESULT, { items: [] });
    }

    async answer(query) {
      try {
        this.found ??= (location.protocol === "file:" ? inPage : inWorker)(this.engine, this.index);
        const answer = await (await this.found)(query);
        if (query === this.asked) this.say(RESULT, answer);
      } catch {
        this.found = null;
        this.say(RESULT, { items: [] });
        const box = document.querySelector(".md-search");
        box.querySelector(".md-search-result__meta").textContent = box.dataset.failed;
      }
    }
  }

  window.Worker = function Worker(address, options) {
    const ours = `${address}`.endsWith("/manual/search.js");
    return ours ? new SearchWorker(address) : new NativeWorker(address, options);
  };
})();
