/* Asks for the fonts of a page before its style sheet is read. Those that are there when the page is first drawn are used,
   others not until the next page, so that no line moves (css/fonts.css). Asynchronous, since neither the style sheet nor
   the text may wait for it: browsers ask for nothing behind a script while they still read a policy. Not as links in the
   page: from a disk, browsers load a font without CORS and refuse the `crossorigin` that one from a server needs. */
(function () {
  "use strict";

  const lao = document.documentElement.lang === "lo";
  const names = lao
    ? ["lao-lao-400-normal", "lao-lao-600-normal", "400-normal"]
    : ["400-normal", "600-normal", "400-italic", "lao-name-400-normal"];
  for (const name of names) {
    const link = document.createElement("link");
    link.rel = "preload";
    link.as = "font";
    link.type = "font/woff2";
    if (location.protocol !== "file:") link.crossOrigin = "anonymous";
    link.href = new URL("../fonts/noto-serif-" + name + ".woff2", document.currentScript.src).href;
    document.head.append(link);
  }
})();
