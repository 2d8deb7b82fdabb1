"""What a search costs a reader: bytes and time until the first results, online and from a disk, on larger editions.

    python -m benchmarks.search [PAGES …]

Pages are generated, always the same ones for a number; the site around them is the repository's own edition. The
server compresses as GitHub Pages does. Times are the best and the median of several first searches, each in a browser
without cache, to the first result: from the moment in which the reader has typed with nothing loaded yet (`at once`),
and from typing a second after turning to the box, when what every search needs is there (`after 1 s`). The best is
nearest to what the search itself takes; the median has in it what else the machine was doing.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import functools
import gzip
import http.server
import os
import platform
import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from edition import pipeline
from edition.artifact import Artifact
from edition.config import Workspace
from edition.search import index, names, pack, parts

HOUSE = Path(__file__).resolve().parent.parent
SIZES = (100, 1_000, 10_000)
QUERIES = ("dien bien", "cooperation", "nguyen van phuong")
TIMES = 9
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
PLACES = (
    *("Điện Biên", "Sơn La", "Đắk Lắk", "Huế", "Quảng Trị", "Nghệ An", "Hà Tĩnh"),
    *("Sekong", "Phongsaly", "Oudomxay", "Luang Prabang", "Savannakhet"),
)
SYLLABLES = "ba be bi bo cho dan dong ga ha hoi khu la lam lang len loi minh mo nam nha noi phat phu quan ra sa san tam"
STEMS = "cooper agre develop educ train health trade border cultur forest invest road school medic scholar"
ENDINGS = "ation ating ment al ing ed s er ive or"
LOOK = """
  const input = document.querySelector("#search-words"), results = document.querySelector(".results");
  window.first = new Promise((done) => {
    new MutationObserver(() => {
      if (!results.children.length) return;
      const read = performance.getEntriesByType("resource").filter((one) => one.startTime >= window.began);
      done([performance.now() - window.began, read.map((one) => one.name)]);
    }).observe(results, { childList: true });
  });
  const begin = () => {
    input.value = words;
    window.began = performance.now();
  };
"""
AT_ONCE = "begin(); input.focus();"
AFTER_A_SECOND = "input.focus(); setTimeout(() => { begin(); input.dispatchEvent(new Event('input')); }, 1000);"


def page(number: int, chance: random.Random) -> str:
    """A generated page of the shadow copy, of some three hundred words."""
    two = chance.sample(PLACES, 2)
    syllables = SYLLABLES.split()
    common = [stem + ending for stem in STEMS.split() for ending in ENDINGS.split()]
    rare = ["".join(chance.choices(syllables, k=3)) for _ in range(12)]
    text = [*chance.choices(common, k=190), *chance.choices(syllables, k=60), *rare, *two * 6]
    chance.shuffle(text)
    name = "Nguyen Van Phuong" if number % 97 == 0 else ""
    paragraphs = "".join(
        f'<h5 id="c{at}" data-pagefind-weight="1">Commitment</h5><p>{" ".join(text[at : at + 40])}.</p>'
        for at in range(0, len(text), 40)
    )
    year = 1990 + number % 37
    facts = "".join(
        f'<meta data-pagefind-{what}="{key}[content]" content="{value}">'
        for what, key, value in (
            ("meta", "title", f"Agreement {number} of {two[0]} and {two[1]}"),
            ("meta", "kind", "agreement"),
            ("filter", "kind", "agreement"),
            *(("filter", "province", place) for place in two),
            ("filter", "year", year),
            ("sort", "newest", year),
            ("sort", "oldest", year),
        )
    )
    html = f"<!doctype html><html><head><title></title></head><body><main data-pagefind-body>{facts}"
    return (html + f"<h1>Agreement {number}</h1><p>{name}</p>{paragraphs}</main>").replace("đ", "ḏ").replace("Đ", "Ḏ")


def copies(pages: int) -> dict[str, str]:
    """Generated pages of the shadow copy, by path."""
    chance = random.Random(pages)  # noqa: S311
    return {f"agreements/g{number}.html": page(number, chance) for number in range(pages)}


def write(site: Path, artifacts: Iterator[Artifact]) -> int:
    """Write files into a site; their size in bytes is returned."""
    size = 0
    for artifact in artifacts:
        file = site / artifact.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(artifact.content)
        size += len(artifact.content)
    return size


def larger(site: Path, pages: int) -> str:
    """Replace a site's index by that of generated pages; a line about it is returned."""
    texts = copies(pages)
    began = time.perf_counter()
    texts = parts.divided(texts)
    bundle = index.made(texts, "en")
    took = time.perf_counter() - began
    shutil.rmtree(site / index.FOLDER)
    shutil.rmtree(site / pack.FOLDER)
    (site / names.DATA).write_bytes(names.script((), bundle, parts.number_of_parts(pages)))
    online = write(site, (Artifact(f"{index.FOLDER}/{path}", content) for path, content in bundle.items()))
    offline = write(site, pack.artifacts(bundle))
    return f"indexed in {took:.1f} s, {online / 1e6:.1f} MB for the web, {offline / 1e6:.1f} MB for the disk"


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files compressed, as hosts of static sites do."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        found = file.is_file()
        content = file.read_bytes() if found else b""
        self.send_response(200 if found else 404)
        if file.suffix in COMPRESSED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the browser has gone
            self.wfile.write(content)


class Server(http.server.ThreadingHTTPServer):
    """A server that browsers may leave without a word."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a site is served meanwhile."""
    handler = functools.partial(Handler, directory=str(site))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def first_search(browser: Browser, address: str, site: Path, words: str, typing: str) -> tuple[float, int, int]:
    """Milliseconds, bytes and files from typing `words` to the first result."""
    context = browser.new_context()
    tab: Page = context.new_page()
    tab.goto(f"{address}search.html")
    tab.wait_for_timeout(200)
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.evaluate(f"(words) => {{{LOOK}{typing}}}", words)
    milliseconds, read = tab.evaluate("() => window.first")
    # Files from a disk are not timed by the browser: what was asked for a moment too late counts there, too.
    files = {url.partition("?")[0] for url in (read or asked) if not url.startswith("blob:")}
    size = sum(_size(site / url.removeprefix(address), compressed=address.startswith("http")) for url in files)
    context.close()
    return milliseconds, size, len(files)


def _size(file: Path, *, compressed: bool) -> int:
    content = file.read_bytes()
    return len(gzip.compress(content, 6)) if compressed and file.suffix in COMPRESSED else len(content)


def measure(browser: Browser, site: Path, label: str) -> None:
    """Print a line for each query and way."""
    with served(site) as online:
        for way, address in (("online", online), ("from disk", site.as_uri() + "/")):
            for words in QUERIES:
                runs = [first_search(browser, address, site, words, AT_ONCE) for _ in range(TIMES)]
                later = [first_search(browser, address, site, words, AFTER_A_SECOND) for _ in range(TIMES)]
                took = " | ".join(_took(run[0] for run in of) for of in (runs, later))
                size, files = max((run[1], run[2]) for run in runs)
                print(f"| {label} | {way} | `{words}` | {size / 1000:.0f} KB | {files} | {took} |", flush=True)


def _took(milliseconds: Iterable[float]) -> str:
    """The best and the median."""
    times = list(milliseconds)
    return f"{min(times):.0f} / {statistics.median(times):.0f} ms"


def main(sizes: tuple[int, ...]) -> None:
    """Measure the edition itself, then generated ones."""
    executable = next(filter(None, map(shutil.which, (os.environ.get("CHROMIUM", ""), *CHROMIUM))))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder)
        for part in ("content", "seeds"):
            shutil.copytree(HOUSE / part, root / part)
        workspace = Workspace(root=root, house=HOUSE)
        built = pipeline.build(workspace)
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        machine = f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        print(f"{dt.datetime.now(dt.UTC):%Y-%m-%d}, {machine}, Chromium {browser.version}")
        print("| pages | way | query | read until the first result | files | at once: best / median | after 1 s |")
        print("|---|---|---|---|---|---|---|")
        measure(browser, workspace.site, f"this edition ({built.pages})")
        notes = []
        for pages in sizes:
            notes.append(f"{pages:,} pages: {larger(workspace.site, pages)}")
            measure(browser, workspace.site, f"{pages:,}")
        print("\n".join(notes))
        browser.close()


if __name__ == "__main__":
    words = argparse.ArgumentParser(prog="python -m benchmarks.search", description=(__doc__ or "").split("\n\n")[0])
    words.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="PAGES", help="sizes of generated editions")
    main(tuple(words.parse_args().sizes))
