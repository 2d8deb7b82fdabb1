/* Results on the page, for the panel under the box and the search page alike. */
recordSearch.view = (function (search) {
  "use strict";

  const { unfold } = search.text;
  const FIRST = 3; // shown as soon as they are there, before the rest of the first ten
  const STEP = 10;
  const PASSAGES = 3;
  const say = (word, values = {}) => search.words[word].replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  }

  /* Pagefind's excerpt is HTML with the words found in <mark>: nothing but its text gets onto the page. */
  function excerpt(html) {
    const text = html.replace(/<mark>/g, "\ue000").replace(/<\/mark>/g, "\ue001").replace(/&lt;/g, "<").replace(/&gt;/g, ">");
    return unfold(text)
      .replace(/\ue000([“‘"'(]*)/g, "$1\ue000")
      .replace(/([.,;:!?)\]”’"»]+)\ue001/g, "\ue001$1")
      .split(/(\ue000[^\ue001]*\ue001)/)
      .filter(Boolean)
      .map((part) => (part[0] === "\ue000" ? element("mark", "", part.slice(1, -1)) : part));
  }

  /* An excerpt with dots where it is cut; `begins` says that it is not cut at its beginning. */
  function cut(html, begins) {
    const ends = /[.!?][”’"')\]]*(<\/mark>)?$/.test(html);
    return [begins ? "" : "… ", ...excerpt(html), ends ? "" : " …"];
  }

  /* The excerpt of a place in a page, without its heading, which the link to it has. */
  function beneath({ title, excerpt, plain_excerpt: plain }) {
    const begins = plain.startsWith(title);
    return cut(begins ? excerpt.split(" ").slice(title.split(" ").length).join(" ") : excerpt, begins);
  }

  /* A day, month or year in words; a key for sorting that is none of them is not shown. */
  function date(key = "") {
    if (!/^\d{4}(-\d\d){0,2}$/.test(key)) return "";
    const [year, month, day] = key.split("-");
    const parts = { year, number: month && Number(month), day: day && Number(day) };
    parts.month = month && search.words.months.split("|")[month - 1];
    return search.words[`date-${key.split("-").length}`].replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  }

  /* A page has the same path in the tree of every language; that of the site's own language is the root. */
  const tree = () => (search.data.others.includes(search.language) ? search.language + "/" : "");
  const title = (meta) => unfold(meta[`title-${search.language}`] || meta.title);
  const label = (value) => search.labels[value] || value;

  function address(path, query) {
    const url = new URL(tree() + path.replace(/^\//, ""), search.root);
    if (query) url.searchParams.set("words", query);
    return url.href;
  }

  function link(path, query, text) {
    const made = element("a", "", text);
    made.href = address(path, query);
    return made;
  }

  function result(page, query, passages) {
    const { meta } = page;
    const facts = element("p", "result-facts", element("span", "result-kind", label(meta.kind || "")));
    for (const side of meta.sides ? meta.sides.split(" · ") : []) {
      facts.append(element("span", `side-${side.slice(0, 2).toLowerCase()}`, label(side.slice(3))));
    }
    if (date(meta.date)) facts.append(element("time", "", date(meta.date)));
    const item = element("li", "result", element("p", "result-title", link(page.url, query, title(meta))), facts);
    const begins = page.content.startsWith(page.plain_excerpt);
    if (page.excerpt) item.append(element("p", "result-excerpt", ...cut(page.excerpt, begins)));
    const parts = page.sub_results.filter((part) => part.anchor && part.anchor.id !== "translated" && part.locations.length);
    parts.sort((a, b) => b.locations.length - a.locations.length);
    const shown = parts.slice(0, passages);
    if (shown.length && query) {
      const list = element("ul", "result-passages");
      list.setAttribute("aria-label", say("passages"));
      for (const part of shown) {
        const place = link(part.url, query, unfold(part.title));
        list.append(element("li", "", place, " ", element("span", "", ...beneath(part))));
      }
      item.append(list);
    }
    return item;
  }

  /* A list that shows the results of one search after another; `passages` is how many places in a page it shows. */
  function list(status, results, more, passages = PASSAGES) {
    let latest = 0;
    let found = [];
    let rest = null;
    let shown = 0;
    let asked = "";

    async function show(many, run) {
      while (rest && found.length < shown + many) {
        const following = await rest();
        if (run !== latest) return null;
        if (!following) rest = null;
        else found.push(...following);
      }
      const pages = await Promise.all(found.slice(shown, shown + many).map((one) => one.data()));
      if (run !== latest) return null;
      const items = pages.map((page) => result(page, asked, passages));
      results.append(...items);
      shown += items.length;
      if (more) more.hidden = !rest && shown >= found.length;
      return items[0];
    }

    /* Run a search; what is shown belongs to the latest. Resolves to its outcome, or null if another overtook it. */
    async function run(query, filters = {}, sort = "") {
      const mine = ++latest;
      const any = query || Object.values(filters).some((values) => values.length);
      if (!any) {
        clear();
        return { results: [], total: 0 };
      }
      if (!results.children.length) status.textContent = say("loading");
      let outcome;
      try {
        outcome = await search.engine.run(query, filters, sort);
      } catch (error) {
        if (mine === latest) failed();
        return null;
      }
      if (mine !== latest) return null;
      [found, rest, shown, asked] = [outcome.results, outcome.rest, 0, query];
      const before = [...results.children];
      const first = await show(FIRST, mine);
      if (mine !== latest) return null;
      before.forEach((item) => item.remove());
      if (outcome.total !== null) tell(outcome);
      results.dataset.query = query; // what the list answers: for tests and measurements
      if (first) show(STEP - FIRST, mine);
      return outcome;
    }

    /* Say how many results there are. */
    function tell(outcome) {
      status.replaceChildren(...summary(outcome));
    }

    function summary({ total: length, nowhere, names }) {
      const parts = [];
      for (const word of nowhere) parts.push(say("nowhere", { words: word }), " ");
      if (nowhere.length && length) parts.push(say("without"), " ");
      if (length) parts.push(length === 1 ? say("one") : say("many", { n: length.toLocaleString(search.language) }));
      else if (!nowhere.length) parts.push(say("none"));
      if (names.length) {
        parts.push(" ", say("suggestion"), " ");
        names.forEach((name, i) => {
          const button = element("button", "suggestion", name);
          button.type = "button";
          button.addEventListener("click", () => search.view.ask(name));
          parts.push(i ? ", " : "", button);
        });
        parts.push("?");
      }
      return parts;
    }

    function clear() {
      latest++;
      results.replaceChildren();
      status.replaceChildren();
      if (more) more.hidden = true;
    }

    function failed() {
      clear();
      status.append(link("names.html", "", say("failed")));
    }

    more?.addEventListener("click", async () => (await show(STEP, latest))?.querySelector("a").focus());
    return { run, clear, tell };
  }

  /* Arrows move between the box and the links of the results. */
  function arrows(input, around) {
    around.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      const stops = [input, ...around.querySelectorAll(".result a")];
      const at = stops.indexOf(document.activeElement);
      const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (at < 0 || !next) return;
      event.preventDefault();
      next.focus();
    });
  }

  /* Calls `run` as one types, but not at every letter. */
  function typing(input, run) {
    let timer = 0;
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(run, 80);
    });
    return () => clearTimeout(timer);
  }

  return { say, label, element, link, list, arrows, typing };
})(recordSearch);
