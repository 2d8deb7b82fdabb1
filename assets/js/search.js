/* The search page: results of Pagefind as one types. A classic script, and nothing without a server: browsers let no
   page opened from a disk import a module. */
(function () {
  "use strict";

  const box = document.getElementById("search");
  const form = box.querySelector("form");
  const input = form.querySelector("input");
  const status = document.getElementById("search-status");
  const list = document.getElementById("results");
  const more = document.getElementById("more");
  const AT_ONCE = 10;
  let engine = null;
  let results = [];
  let shown = 0;
  let latest = 0;

  if (!/^https?:$/.test(location.protocol)) return;
  document.getElementById("no-search").hidden = true;
  form.hidden = false;

  function load() {
    engine ??= import(new URL(box.dataset.index, location.href).href).then(async (pagefind) => {
      await pagefind.options({ excerptLength: 24 });
      return pagefind;
    });
    return engine;
  }

  async function run() {
    const words = input.value.trim();
    const run = ++latest;
    remember(words);
    if (!words) {
      show([]);
      status.textContent = "";
      return;
    }
    status.textContent = "Searching…";
    try {
      const found = await (await load()).search(words);
      if (run !== latest) return;
      show(found.results);
      status.textContent = counted(found.results.length, words);
      await next(run);
    } catch (error) {
      if (run !== latest) return;
      engine = null;
      status.textContent = "The search index could not be loaded. Try again, or use the A–Z of names below.";
      document.getElementById("no-search").hidden = false;
    }
  }

  function counted(number, words) {
    if (number === 0) return `Nothing found for “${words}”.`;
    return number === 1 ? `1 page for “${words}”` : `${number} pages for “${words}”`;
  }

  function show(found) {
    results = found;
    shown = 0;
    list.replaceChildren();
    more.hidden = true;
  }

  async function next(run) {
    const pages = await Promise.all(results.slice(shown, shown + AT_ONCE).map((result) => result.data()));
    if (run !== latest) return null;
    const items = pages.map(item);
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= results.length;
    return items[0];
  }

  function item(page) {
    const link = document.createElement("a");
    link.href = page.url;
    link.textContent = page.meta.title || page.url;
    const kind = document.createElement("span");
    kind.className = "result-kind";
    kind.textContent = page.meta.kind || "";
    const excerpt = document.createElement("p");
    excerpt.append(...marked(page.excerpt));
    const li = document.createElement("li");
    li.append(link, " ", kind, excerpt);
    return li;
  }

  /* Pagefind's excerpt is HTML: only its words, and its marks around those looked for, reach the page. */
  function marked(excerpt) {
    const parsed = new DOMParser().parseFromString(excerpt, "text/html");
    return Array.from(parsed.body.childNodes, (node) => {
      if (node.nodeName !== "MARK") return node.textContent;
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      return mark;
    });
  }

  function remember(words) {
    const address = new URL(location.href);
    if (words) address.searchParams.set("q", words);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  }

  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(run, 200);
  });
  input.addEventListener("focus", () => load().catch(() => (engine = null)), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    run();
  });
  more.addEventListener("click", async () => {
    const first = await next(latest);
    first?.querySelector("a").focus();
  });

  input.value = new URLSearchParams(location.search).get("q") || "";
  input.focus();
  if (input.value) run();
})();
