/* The box in the masthead: the best results in a panel under it, all of them on the search page. */
recordSearch.view.begin = function () {
  "use strict";

  const search = recordSearch;
  const { view, form } = search;
  const input = form.querySelector("input");
  const status = view.element("p", "search-status");
  const results = view.element("ol", "results");
  const all = view.element("a", "search-all", view.say("all-results"));
  const panel = view.element("div", "search-panel", status, results, all);
  const list = view.list(status, results, null, 1);
  status.setAttribute("role", "status");
  panel.hidden = true;
  form.append(panel);

  const query = () => input.value.trim();

  async function run() {
    panel.hidden = !query();
    const there = new URL(form.action);
    there.searchParams.set("q", query());
    all.href = there.href;
    const outcome = await list.run(query());
    if (outcome) all.hidden = outcome.results.length < 2;
    while (results.children.length > 10) results.lastChild.remove();
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
    if (query()) location.href = `${form.action}?q=${encodeURIComponent(query())}`;
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    event.preventDefault();
    panel.hidden = true;
    input.focus();
  });
  input.addEventListener("focus", () => (panel.hidden = !query() || !status.childNodes.length));
  document.addEventListener("focusin", (event) => {
    if (!form.contains(event.target)) panel.hidden = true;
  });
  document.addEventListener("pointerdown", (event) => {
    if (!form.contains(event.target)) panel.hidden = true;
  });
  view.arrows(input, form);
  if (query()) run();
};
