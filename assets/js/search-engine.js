/* From what a reader typed to pages, in order: Pagefind, and what it lacks. The same on the web and from a disk. */
recordSearch.engine = (function (search) {
  "use strict";

  const { fold, unfold, bare, alike, distance } = search.text;
  const OPTIONS = {
    baseUrl: "/",
    noWorker: true, // from a disk there can be none, and ranking and bytes must not differ
    excerptLength: 26,
    ranking: {
      metaWeights: { title: 5, alias: 4, about: 0.5, kind: 0, sides: 0, date: 0 },
      diacriticSimilarity: 0.8,
      termSimilarity: 3,
    },
  };
  const SORTS = { newest: { newest: "desc" }, oldest: { oldest: "asc" } };
  const IN_PHRASE = 60; // results whose text is looked through for a phrase
  const AHEAD = 5; // results whose text is fetched while the first is looked at
  let opened = null;

  function open() {
    opened ??= start().catch((error) => {
      opened = null;
      throw error;
    });
    return opened;
  }

  async function start() {
    if (search.offline) {
      const [pagefind, basePath] = await search.open();
      return ready(pagefind, { basePath });
    }
    return ready(await search.module(), {});
  }

  async function ready(pagefind, more) {
    await pagefind.options({ ...OPTIONS, ...more });
    await pagefind.init();
    return pagefind;
  }

  const words = (text) => bare(fold(text)).split(" ").filter(Boolean);

  /* A search. `results` are Pagefind's, `nowhere` the words that no page has: `results` are then those without them. */
  async function run(query, filters, sort) {
    const phrase = /^\s*["“„«](.+?)["”“»]?\s*$/.exec(query)?.[1];
    const found = await results(phrase || query, filters, sort);
    if (phrase) return { results: await containing(phrase, found.slice(0, IN_PHRASE)), nowhere: [], names: nearly(phrase) };
    const asked = words(query);
    if (!asked.length) return { results: found, nowhere: [], names: [] };
    for (const result of found.slice(0, AHEAD)) result.data().catch(() => {});
    const missing = found.length ? await absent(asked, found[0]) : asked;
    const rest = asked.filter((word) => !missing.includes(word));
    const names = nearly(query, missing);
    if (!missing.length) return { results: found, nowhere: [], names };
    if (!rest.length) return { results: [], nowhere: [query.trim()], names };
    const nowhere = spelt(query, missing);
    return { results: await results(without(query, missing), filters, sort), nowhere, names };
  }

  /* Facets as the index has them; one without a choice would be loaded for nothing. */
  function folded(filters) {
    const chosen = Object.entries(filters).filter(([, values]) => values.length);
    return Object.fromEntries(chosen.map(([key, values]) => [key, values.map(fold)]));
  }

  async function results(query, filters, sort) {
    const pagefind = await open();
    const term = fold(query.replace(/[-‐‑–—/]+/g, " "));
    const order = SORTS[sort] || (term ? {} : SORTS.newest);
    const found = await pagefind.search(term || null, { filters: folded(filters), sort: order });
    if (!term || SORTS[sort]) return found.results;
    return promoted(query, found.results.sort(byScore));
  }

  /* Pagefind gives pages that weigh the same in any order. */
  function byScore(a, b) {
    return Math.round((b.score - a.score) * 1e4) || (a.id < b.id ? -1 : 1);
  }

  /* How many pages of the results have each value of each facet. */
  async function counts(query, filters) {
    const pagefind = await open();
    const all = await pagefind.filters();
    const term = fold(query.replace(/["“”„«»]/g, "").replace(/[-‐‑–—/]+/g, " "));
    const chosen = folded(filters);
    const any = term || Object.keys(chosen).length;
    const found = any ? (await pagefind.search(term || null, { filters: chosen })).filters : all;
    return Object.fromEntries(
      Object.entries(found).map(([key, values]) => [key, Object.entries(values).map(([v, n]) => [unfold(v), n])]),
    );
  }

  /* The entry that bears the name looked for comes first, whatever weighs more on other pages: of several, one whose
     name is spelt as the reader did, then one whose name is the whole of what they typed, then the shortest name. */
  function promoted(query, found) {
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

  return { open, run, counts };
})(recordSearch);
