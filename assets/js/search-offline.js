/* Pages opened from a disk: Pagefind's module, unmodified, runs from a Blob, and what it fetches under an address that
   exists nowhere is answered from scripts, each loaded when something in it is asked for. edition/search/pack.py writes
   them. No other page loads this file. */
(function (search) {
  "use strict";

  const BASE = "https://pagefind.invalid/pagefind/";
  const FOLDER = "search/offline/";
  const data = {};
  const fetch = window.fetch;
  let digits = 0;
  let module = "";
  let opened = null;

  search.pack = (settings, source) => {
    digits = settings.digits;
    module = source;
  };
  search.put = (files) => Object.assign(data, files);

  function scriptOf(path) {
    const [, folder, language, hash] = /^(\w+)\/(.*)_(\w+)\.pf_\w+$/.exec(path);
    return `${FOLDER}${folder}/${language}_${folder === "fragment" ? hash.slice(0, digits) : hash}.js`;
  }

  async function read(path) {
    if (!(path in data)) await search.script(scriptOf(path));
    const letters = atob(data[path]);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < bytes.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  }

  /* Pagefind takes data unpacked as well, and the browser unpacks faster than a script does. */
  function response(bytes) {
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b && "DecompressionStream" in window;
    return new Response(packed ? new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")) : bytes);
  }

  window.fetch = (request, ...others) => {
    const address = String(request.url || request);
    if (!address.startsWith(BASE)) return fetch(request, ...others);
    return read(address.slice(BASE.length).split("?")[0]).then(response);
  };

  /* Pagefind's module, and where it must believe it lies. */
  search.open = () => (opened ??= open());
  async function open() {
    await search.script(FOLDER + "core.js"); // asked for with this file
    const address = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
    try {
      return [await import(address), { basePath: BASE }];
    } finally {
      URL.revokeObjectURL(address);
    }
  }
})(recordSearch);
