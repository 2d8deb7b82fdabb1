/* From what a reader typed to pages, in order: Pagefind, and what it lacks. The same on the web and from a disk. */
recordSearch.engine = (function (search) {
  "use strict";

  const { fold, unfold, bare, alike, distance } = search.text;
  const titles = Object.fromEntries(search.data.others.map((language) => [`title-${language}`, 5]));
  const OPTIONS = {
    baseUrl: "/",
    noWorker: true, // from a disk there can be none, and ranking and bytes must not differ
    excerptLength: 26,
    ranking: {
      metaWeights: { ...titles, title: 5, alias: 4, about: 0.5, kind: 0, sides: 0, date: 0 },
      diacriticSimilarity: 0.8,
      termSimilarity: 3,
    },
  };
  const SORTS = { newest: { newest: "desc" }, oldest: { oldest: "asc" } };
  const IN_PHRASE = 60; // results whose text is looked through for a phrase
  const STEP = 10; // results that must be there before any is shown
  const AHEAD = 3; // results whose text is fetched while the first is looked at
  const LETTERS = 6; // of a word by which the pages are known that lead for it
  const BEGUN = 8; // words for which pages lead that the last word may become
  const NOTHING = { nothing: ["-"] }; // a facet that no page has: nothing is weighed, all is counted
  let opened = null;
  let counting = null;

  function open() {
    opened ??= start().catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function start() {
    const [pagefind, more] = search.offline ? await search.open() : [await search.module(), {}];
    await pagefind.options({ ...OPTIONS, ...more });
    await pagefind.init();
    await ready(pagefind);
    return pagefind;
  }

  /* Pagefind looks every 50 ms whether its program is ready. A search for nothing is answered as soon as it is: we ask
     more often, so as not to sleep through that moment. */
  function ready(pagefind) {
    return new Promise((done, failed) => {
      const over = (then) => (answer) => {
        clearInterval(asking);
        then(answer);
      };
      const ask = () => pagefind.search("").then(over(done), over(failed));
      const asking = setInterval(ask, 5);
    });
  }

  /* What counts. Pagefind counts anew at each search once it has facets loaded, which takes long among many pages: in a
     large edition, another of its instances counts. */
  function counter() {
    counting ??= open().then(async (pagefind) => {
      if (!search.data.parts) return pagefind;
      const [, more] = search.offline ? await search.open() : [];
      return pagefind.createInstance({ ...OPTIONS, ...more });
    });
    return counting;
  }

  const words = (text) => bare(fold(text)).split(" ").filter(Boolean);

  /* A search. `results` are Pagefind's, best first; `total` is how many there are, or null where that takes longer to
     say than to show some; `rest` gives those that follow, a part at a time, or is null. `nowhere` has the words that no
     page has: `results` are then those without them. */
  async function run(query, filters, sort) {
    const phrase = /^\s*["“„«](.+?)["”“»]?\s*$/.exec(query)?.[1];
    if (phrase) {
      const { results: some } = await found(phrase, filters, sort, true);
      return { ...complete(await containing(phrase, some.slice(0, IN_PHRASE))), nowhere: [], names: nearly(phrase) };
    }
    const all = await found(query, filters, sort);
    const asked = words(query);
    if (!asked.length) return { ...all, nowhere: [], names: [] };
    for (const result of all.results.slice(0, AHEAD)) result.data().catch(() => {});
    const missing = all.results.length ? await absent(asked, all.results[0]) : asked;
    const names = nearly(query, missing);
    if (!missing.length) return { ...all, nowhere: [], names };
    if (missing.length === asked.length) return { ...complete([]), nowhere: [query.trim()], names };
    const known = without(query, missing);
    return { ...(await found(known, filters, sort)), known, nowhere: spelt(query, missing), names };
  }

  /* Facets as the index has them; one without a choice would be loaded for nothing. */
  function folded(filters) {
    const chosen = Object.entries(filters).filter(([, values]) => values.length);
    return Object.fromEntries(chosen.map(([key, values]) => [key, values.map(fold)]));
  }

  /* Words as Pagefind gets them; null asks for all pages. */
  const term = (query) => fold(query.replace(/["“”„«»]/g, "").replace(/[-‐‑–—/]+/g, " ")) || null;

  /* The pages found. Words that stand on very many pages are weighed part by part, first the pages that lead for one
     of them (see edition/search/parts.py), unless one asks for `all` or for an order by date, which needs all. */
  async function found(query, filters, sort, all = false) {
    const pagefind = await open();
    const chosen = folded(filters);
    const sought = term(query);
    const order = SORTS[sort] || (sought ? {} : SORTS.newest);
    const byWeight = sought && !SORTS[sort];
    const ask = (part) => pagefind.search(sought, { filters: { ...chosen, ...part }, sort: order });
    const leading = byWeight && !all && search.data.parts ? await ask({ any: leads(query) }) : null;
    const most = leading ? atMost(leading, chosen) : 0;
    if (most <= search.data.most) {
      const { results } = await ask({});
      return complete(byWeight ? promoted(query, ranked(results)) : results);
    }
    const parts = Array.from({ length: search.data.parts }, (_, i) => ({ part: [String(i + 1)] }));
    const known = new Set();
    const fresh = ({ results }) => results.filter(({ id }) => !known.has(id) && known.add(id));
    const results = fresh(leading);
    while (parts.length && results.length < STEP) results.push(...fresh(await ask(parts.shift())));
    const rest = async () => (parts.length ? ranked(fresh(await ask(parts.shift()))) : null);
    const total = Object.values(chosen).flat().length > 1 ? null : most; // of one facet, Pagefind has told the number
    return { results: promoted(query, ranked(results)), total, rest };
  }

  /* The filters of pages that are weighed first: those that lead for one of the words, or for one that the last word
     begins, and the entries known by heart if one may be meant. */
  function leads(query) {
    const asked = words(query);
    const keys = new Set(asked.map((word) => [...word].slice(0, LETTERS).join("")));
    const begun = search.data.leads.filter((key) => key.startsWith(asked.at(-1)) && !keys.has(key)).slice(0, BEGUN);
    const leading = [...search.data.leads.filter((key) => keys.has(key)), ...begun];
    const found = leading.map((key) => ({ [`leads-${[...key][0]}`]: [key] }));
    if (bearers(query).size) found.push({ known: ["1"] });
    return found.length ? found : [NOTHING];
  }

  const complete = (results) => ({ results, total: results.length, rest: null });

  /* How many pages are found at most, whatever part of them was weighed. */
  function atMost({ unfilteredResultCount, totalFilters }, chosen) {
    const values = Object.entries(chosen).flatMap(([key, of]) => of.map((value) => totalFilters[key]?.[value] || 0));
    return Math.min(unfilteredResultCount, ...values);
  }

  /* The best first. Pagefind gives pages that weigh the same in any order, and sums weights in any order, too. */
  function ranked(results) {
    const weights = new Map(results.map((result) => [result, Number(result.score.toPrecision(5))]));
    return results.sort((a, b) => weights.get(b) - weights.get(a) || (a.id < b.id ? -1 : 1));
  }

  /* How many pages of the results have each value of each facet, and how many results there are. */
  async function counts(query, filters, facets) {
    const pagefind = await counter();
    const sought = term(query);
    const chosen = folded(filters);
    const any = Object.keys(chosen).length;
    if (!sought && !any) return { facets: spread(await pagefind.filters()) };
    const each = Object.fromEntries(facets.map((facet) => [facet, ["-"]])); // so that all facets are loaded
    const all = await pagefind.search(sought, { filters: { ...each, ...NOTHING } });
    if (!any) return { facets: spread(all.totalFilters), total: all.unfilteredResultCount };
    const some = await pagefind.search(sought, { filters: chosen });
    return { facets: spread(some.filters), total: some.results.length };
  }

  function spread(facets) {
    const pairs = (values) => Object.entries(values).map(([value, n]) => [unfold(value), n]);
    return Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, pairs(values)]));
  }

  /* The entries that bear the name looked for, and how well: best is a name that is spelt as the reader did, then one
     that is the whole of what they typed, then one that begins with it, the shorter the better. */
  function bearers(query) {
    const key = bare(query);
    const joined = key.replace(/ /g, "");
    const exact = query.normalize("NFC").trim().toLowerCase();
    const rank = new Map();
    for (const [id, ...names] of search.data.names) {
      for (const [place, name] of names.entries()) {
        const its = bare(name);
        const level = name.toLowerCase() === exact ? 0 : its.replace(/ /g, "") === joined ? 1 : 2;
        if (level === 2 && (place > 0 || !its.startsWith(key))) continue;
        const value = level * 1000 + (level === 2 ? its.length : 0);
        if (!(rank.get(id) <= value)) rank.set(id, value);
      }
    }
    return rank;
  }

  /* These come first, whatever weighs more on other pages. */
  function promoted(query, found) {
    const rank = bearers(query);
    const named = found.filter((result) => rank.has(result.id)).sort((a, b) => rank.get(a.id) - rank.get(b.id));
    const best = named.filter((result) => rank.get(result.id) < 2000);
    const first = best.length ? best : named.slice(0, 1);
    return [...first, ...found.filter((result) => !first.includes(result))];
  }

  /* The words asked for that the best page does not have: Pagefind takes the longest beginning of a word that it knows
     instead of the word. Where the best page hasn't it, no page has. */
  async function absent(asked, result) {
    const page = await result.data();
    const text = page.content.split(/\s+/);
    const at = new Set(words(page.locations.map((place) => text[place] || "").join(" ")));
    for (const word of words(Object.values(page.meta).join(" "))) at.add(word);
    return asked.filter((word, i) => ![...at].some((one) => alike(one, word, i === asked.length - 1)) && !joinedIn(at, word));
  }

  /* `dak-lak` stands in `dak lak`, and `tayninh` in `tay ninh`. */
  function joinedIn(found, word) {
    return word.length > 4 && [...found].join("").includes(word);
  }

  async function containing(phrase, found) {
    const wanted = ` ${bare(fold(phrase))} `;
    const pages = await Promise.all(found.map((result) => result.data()));
    return found.filter((_, i) => ` ${bare(`${pages[i].content} | ${pages[i].meta.title}`)} `.includes(wanted));
  }

  /* Names that are nearly what was typed, or nearly a word of it that stands nowhere. */
  function nearly(query, missing = []) {
    const keys = [bare(query), ...missing].map((key) => key.replace(/ /g, "")).filter((key) => key.length > 3);
    const near = new Map();
    for (const [, ...names] of search.data.names) {
      for (const name of names) {
        const its = bare(name).replace(/ /g, "");
        for (const key of keys) {
          const most = key.length > 7 ? 2 : 1;
          const far = distance(key, its, most);
          if (far === 0) return [];
          if (far <= most && !(near.get(names[0]) <= far)) near.set(names[0], far);
        }
      }
    }
    return [...near].sort((a, b) => a[1] - b[1]).slice(0, 3).map(([name]) => name);
  }

  function spelt(query, keys) {
    return query.split(/[\s"“”]+/).filter((word) => words(word).some((key) => keys.includes(key)));
  }

  function without(query, keys) {
    return query.split(/[\s"“”]+/).filter((word) => !words(word).some((key) => keys.includes(key))).join(" ");
  }

  open().catch(() => {}); // while the other scripts are still on their way
  return { open, run, counts };
})(recordSearch);
