/* The last page that was read, kept on the reader's device only after a tap on the home page. */
{
  const KEY = "manual-place";
  const scope = () => window.__md_scope.pathname;
  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY) ?? "null");
    } catch {
      return null;
    }
  };
  const write = (value) => {
    try {
      if (value) localStorage.setItem(KEY, JSON.stringify(value));
      else localStorage.removeItem(KEY);
    } catch {
      /* A device that keeps nothing: the button stays off. */
    }
  };

  function note() {
    const kept = read();
    if (!kept || document.querySelector(".home-place")) return;
    const steps = [...document.querySelectorAll(".md-content .step[id]")];
    const step = steps.filter((head) => head.getBoundingClientRect().top < innerHeight / 2).pop();
    write({ ...kept, [scope()]: location.pathname + (step ? `#${step.id}` : "") });
  }

  function offer() {
    const home = document.querySelector(".home-place");
    if (!home) return;
    const [goOn, button, told] = home.children;
    const show = () => {
      const kept = read(), place = kept?.[scope()];
      button.textContent = kept ? button.dataset.forget : button.dataset.keep;
      button.setAttribute("aria-pressed", String(Boolean(kept)));
      told.hidden = !kept;
      goOn.hidden = !place;
      if (place) goOn.href = place;
    };
    button.addEventListener("click", () => {
      write(read() ? null : {});
      show();
    });
    home.hidden = false;
    show();
  }

  document.addEventListener("DOMContentLoaded", offer);
  addEventListener("pagehide", note);
  document.addEventListener("visibilitychange", note);
}
