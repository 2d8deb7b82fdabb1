/* The search page: all results, facets with counts, orders, and an address that says what is looked for. */
recordSearch.view.begin = function () {
  "use strict";

  const search = recordSearch;
  const { view, form, page } = search;
  const { say, element } = view;
  const FACETS = ["kind", "country", "province", "field", "year", "status", "source"];
  const FEW = 6;
  const input = form.querySelector("input");
  const status = page.querySelector("[role=status]");
  const results = page.querySelector(".results");
  const more = page.querySelector(".search-more");
  const narrow = page.querySelector(".facets");
  const heading = narrow.querySelector("summary");
  const groups = narrow.querySelector("div");
  const bar = page.querySelector(".search-order");
  const list = view.list(status, results, more);
  const opened = new Set();
  const wide = matchMedia("(min-width: 64rem)");
  let chosen = {};
  let sort = "";
  let latest = null;

  const order = element("select", "");
  const label = element("label", "", say("sort"), " ", order);
  for (const [value, word] of [["", "relevance"], ["newest", "newest"], ["oldest", "oldest"]]) {
    order.add(new Option(say(word), value));
  }
  bar.append(label);
  more.textContent = say("more");

  function read() {
    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") || "";
    sort = ["newest", "oldest"].includes(asked.get("sort")) ? asked.get("sort") : "";
    order.value = sort;
    chosen = Object.fromEntries(FACETS.map((facet) => [facet, asked.getAll(facet)]));
  }

  function remember() {
    const asked = new URLSearchParams();
    if (input.value.trim()) asked.set("q", input.value.trim());
    for (const facet of FACETS) for (const value of chosen[facet]) asked.append(facet, value);
    if (sort) asked.set("sort", sort);
    const text = asked.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : ""));
  }

  async function run() {
    const query = input.value.trim();
    const any = query || FACETS.some((facet) => chosen[facet].length);
    const running = list.run(query, chosen, sort);
    remember(); // while the search waits for data
    const outcome = await running;
    if (!outcome) return;
    latest = outcome;
    bar.hidden = outcome.results.length < 2;
    heading.textContent = say(any ? "narrow" : "browse");
    const nothing = any && !outcome.results.length && FACETS.every((facet) => !chosen[facet].length);
    if (nothing) return draw({}); // nothing to narrow
    const counts = await search.engine.counts(outcome.known || query, chosen, FACETS).catch(() => null);
    if (!counts || outcome !== latest) return;
    draw(counts.facets);
    if (outcome.total === null) list.tell({ ...outcome, total: counts.total });
  }

  function draw(counts) {
    const focused = document.activeElement?.dataset?.facet && document.activeElement.value;
    const sets = FACETS.map((facet) => set(facet, counts[facet] || [])).filter(Boolean);
    if (FACETS.some((facet) => chosen[facet].length)) {
      const clear = element("button", "facets-clear", say("clear"));
      clear.type = "button";
      clear.addEventListener("click", () => {
        chosen = Object.fromEntries(FACETS.map((facet) => [facet, []]));
        run();
        input.focus();
      });
      sets.unshift(clear);
    }
    groups.replaceChildren(...sets);
    if (focused) [...groups.querySelectorAll("input")].find((box) => box.value === focused)?.focus();
    narrow.hidden = !sets.length;
  }

  function set(facet, counts) {
    const values = counts.filter(([value, number]) => number || chosen[facet].includes(value));
    if (!values.length) return null;
    values.sort((a, b) => (facet === "year" ? b[0].localeCompare(a[0]) : b[1] - a[1] || a[0].localeCompare(b[0])));
    const open = opened.has(facet) || values.length <= FEW + 1;
    const rows = values.filter(([value], i) => open || i < FEW || chosen[facet].includes(value));
    const group = element("fieldset", "facet", element("legend", "", say(facet)));
    for (const [value, number] of rows) group.append(row(facet, value, number));
    if (rows.length < values.length) {
      const all = element("button", "facet-all", say("show-all", { n: values.length }));
      all.type = "button";
      all.addEventListener("click", () => {
        opened.add(facet);
        group.replaceWith(set(facet, counts));
      });
      group.append(all);
    }
    return group;
  }

  function row(facet, value, number) {
    const box = element("input", "");
    box.type = "checkbox";
    box.value = value;
    box.dataset.facet = facet;
    box.checked = chosen[facet].includes(value);
    box.addEventListener("change", () => {
      chosen[facet] = box.checked ? [...chosen[facet], value] : chosen[facet].filter((other) => other !== value);
      run();
    });
    const count = element("span", "facet-count", number.toLocaleString(search.language));
    return element("label", "", box, element("span", "", view.label(value)), count);
  }

  view.ask = (words) => {
    input.value = words;
    input.focus();
    run();
  };

  const wait = view.typing(input, run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wait();
    run();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !input.value) return;
    event.preventDefault();
    input.value = "";
    run();
  });
  order.addEventListener("change", () => {
    sort = order.value;
    run();
  });
  addEventListener("popstate", () => {
    read();
    run();
  });
  view.arrows(input, page);
  const typed = input.value;
  read();
  if (typed) input.value = typed; // what was typed while this was being loaded
  narrow.open = wide.matches;
  run();
};
