/* The page reached from a result: the words looked for are marked, and taken out of the address, which stays the one
   to cite. */
(function (search) {
  "use strict";

  const { bare, alike } = search.text;
  const address = new URL(location.href);
  const query = address.searchParams.get("words") || "";
  address.searchParams.delete("words");
  history.replaceState(history.state, "", address);

  const lao = query.match(/[\u0e80-\u0eff]+/g) || [];
  const asked = bare(query.replace(/[\u0e80-\u0eff]+/g, " ")).split(" ").filter(Boolean);
  const WORD = /[\p{L}\p{M}\p{N}]+/gu;

  function* places(text) {
    for (const run of lao) {
      for (let at = text.indexOf(run); at >= 0; at = text.indexOf(run, at + run.length)) yield [at, at + run.length];
    }
    for (const word of text.matchAll(WORD)) {
      const key = bare(word[0]);
      if (asked.some((one, i) => alike(key, one, i === asked.length - 1 && one.length > 2))) {
        yield [word.index, word.index + word[0].length];
      }
    }
  }

  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("svg")) nodes.push(walker.currentNode);
  for (const node of nodes) {
    const found = [...places(node.data)].sort((a, b) => b[0] - a[0]); // from the end, so that places stay right
    let last = node.length;
    for (const [from, to] of found) {
      if (to > last) continue;
      last = from;
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = document.createElement("mark");
      mark.className = "found";
      range.surroundContents(mark);
    }
  }
  if (!location.hash) document.querySelector("mark.found")?.scrollIntoView({ block: "center" });
})(recordSearch);
