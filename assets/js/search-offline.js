/* Pages opened from a disk: Pagefind's module, unmodified, runs from a Blob, and what it fetches under an address that
   exists nowhere is answered from scripts, each loaded when something in it is asked for. edition/search/pack.py writes
   them. No other page loads this file. */
(function (search) {
  "use strict";

  const BASE = "https://pagefind.invalid/pagefind/";
  const FOLDER = "search/offline/";
  const SMALL = 16_000; // bytes that Pagefind unpacks sooner than the browser, whose streams are slow to begin
  const data = {};
  const begun = {};
  const fetch = window.fetch;
  let digits = 0;
  let opened = null;

  /* What every search needs is unpacked, and the module imported, while the other scripts are still on their way. */
  search.pack = (settings, module) => {
    digits = settings.digits;
    opened = open(module);
    opened.catch(() => {}); // who asks for it is told
    for (const path of Object.keys(data)) begun[path] = unpacked(path);
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

  /* Pagefind takes data unpacked as well, and the browser unpacks larger ones faster than a script does. */
  async function unpacked(path) {
    const bytes = await read(path);
    const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (!packed || bytes.length < SMALL || !("DecompressionStream" in window)) return bytes;
    return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  window.fetch = async (request, ...others) => {
    const address = String(request.url || request);
    if (!address.startsWith(BASE)) return fetch(request, ...others);
    const path = address.slice(BASE.length).split("?")[0];
    return new Response(await (begun[path] || unpacked(path)));
  };

  /* Pagefind's module, and where it must believe it lies. */
  search.open = async () => {
    await search.script(FOLDER + "core.js"); // asked for with this file
    return opened;
  };
  async function open(module) {
    const address = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
    try {
      return [await import(address), { basePath: BASE }];
    } finally {
      URL.revokeObjectURL(address);
    }
  }
})(recordSearch);
