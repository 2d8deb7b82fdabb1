/* On every page: a box to search from. Nothing of the search itself is loaded before the reader turns to it, and the
   page reached from a result asks for the marking of words only when its address says which. Classic scripts, since
   browsers allow no modules on pages opened from a disk. */
window.recordSearch = (function () {
  "use strict";

  const root = new URL("../../", document.currentScript.src).href;
  const page = document.getElementById("search");
  const form = page ? page.querySelector("form") : document.querySelector(".search-box");
  const input = form && form.querySelector("input");
  const offline = location.protocol === "file:";
  const loading = {};
  let begun = false;
  const search = { root, form, page, offline, script, module };

  function script(path) {
    loading[path] ??= new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = root + path;
      element.async = false; // in the order in which they were asked for
      element.onload = done;
      element.onerror = () => {
        delete loading[path];
        failed(new Error(path + " could not be loaded"));
      };
      document.head.append(element);
    });
    return loading[path];
  }

  function words() {
    const language = document.documentElement.lang.split("-")[0];
    return script(`search/words-${language}.js`).catch(() => script("search/words-en.js"));
  }

  /* Pagefind as it is; from a disk, search-offline.js has another way to it. */
  let pagefind = null;
  function module() {
    pagefind ??= import(root + "pagefind/pagefind.js").catch((error) => {
      pagefind = null;
      throw error;
    });
    return pagefind;
  }

  /* Everything that a search needs, but for the index: all at once, since every round trip is felt. */
  function load() {
    if (!offline) module().catch(() => {});
    const ours = ["text", "engine", "view", page ? "facets" : "panel"].map((part) => `assets/js/search-${part}.js`);
    const first = offline ? ["assets/js/search-offline.js", "search/offline/core.js"] : [];
    const scripts = ["search/data.js", ...first, ...ours].map(script);
    return Promise.all([words(), ...scripts]);
  }

  function begin() {
    if (begun) return;
    begun = true;
    load().then(
      () => search.view.begin(),
      () => {
        const names = document.createElement("a"); // without the words to say so, the way that needs none
        names.href = new URL("names.html", form.action).href;
        names.textContent = "A–Z";
        form.append(names);
      },
    );
  }

  if (form) {
    form.addEventListener("focusin", begin, { once: true });
    page?.querySelector("summary").addEventListener("click", begin, { once: true });
    if (page && location.search.length > 1) begin();
    if (document.activeElement === input) begin();
    document.addEventListener("keydown", (event) => {
      const at = event.target;
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
      event.preventDefault();
      input.focus();
      input.select();
    });
  }
  if (!page && /[?&]words=/.test(location.search)) {
    Promise.all([script("assets/js/search-text.js"), script("assets/js/search-marks.js")]).catch(() => {});
  }
  return search;
})();
