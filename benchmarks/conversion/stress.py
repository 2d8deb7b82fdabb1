"""Speed, memory, and files that are no articles: nothing may crash the converter, and no byte may be lost.

The articles are the edition's own seeds, over and over, each with a line of its own so that nothing can be remembered.
"""

from __future__ import annotations

import random
import resource
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.conversion import converter
from benchmarks.conversion.texts import counts

ARTICLES = 1000
ARTICLE_SIZE = 3000
LARGE = 2_000_000
AIMS = {"1,000 articles of 3 KB, s": 20.0, "a file of 2 MB, s": 5.0, "memory, MB": 300.0}
SENTENCE = (
    "UBND tỉnh Quảng Trị và tỉnh Savannakhet (Lào) ký Biên bản ghi nhớ giai đoạn 2024 - 2028, trị giá 1.234,5 tỷ đồng. "
)


def stress(build: Path) -> dict[str, Any]:
    """Seconds, megabytes, and what went wrong."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        harmed = dict(failures(folder, build))
        many = list(_articles(folder, build.resolve().parent / "seeds"))
        seconds = {"1,000 articles of 3 KB, s": _timed(many, build)}
        large = folder / "large.txt"
        large.write_text(SENTENCE * (LARGE // len(SENTENCE.encode())), encoding="utf-8")
        seconds["a file of 2 MB, s"] = _timed([large], build)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {**seconds, "memory, MB": round(peak, 1), "hostile files": harmed}


def _timed(files: list[Path], build: Path) -> float | None:
    began = time.perf_counter()
    found, _ = converter.run(files, build)
    return round(time.perf_counter() - began, 2) if found is not None else None


def _articles(folder: Path, seeds: Path) -> Iterator[Path]:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(seeds.glob("*.txt"))] or [SENTENCE]
    for number in range(ARTICLES):
        text = f"Article {number}\n\n{texts[number % len(texts)]}\n"
        path = folder / f"article-{number:04}.txt"
        path.write_bytes((text * (1 + ARTICLE_SIZE // len(text.encode()))).encode()[:ARTICLE_SIZE])
        yield path


def hostile() -> Mapping[str, bytes]:
    """Files that are no articles, or hardly."""
    chance = random.Random(3)  # noqa: S311 - no secret
    vietnamese = SENTENCE.encode()
    return {
        "empty": b"",
        "white space": b" \t\r\n\n ",
        "byte order mark alone": b"\xef\xbb\xbf",
        "UTF-16 cut in the middle": ("\ufeff" + SENTENCE).encode("utf-16-le")[:-1],
        "UTF-16 without a mark": SENTENCE.encode("utf-16-le"),
        "UTF-32": ("\ufeff" + SENTENCE).encode("utf-32-le"),
        "UTF-8 cut in the middle": vietnamese[:-1] + b"\xe1\xbb",
        "one byte wrong": vietnamese.replace("ị".encode(), b"\xff", 1),
        "null bytes": b"Quang Tri\x00 and Savannakhet\x00 sign\x00",
        "control characters": bytes(range(32)) + vietnamese,
        "random bytes": chance.randbytes(5000),
        "a picture": b"\x89PNG\r\n\x1a\n" + chance.randbytes(2000),
        "old Macintosh line ends": b"Title\rQuang Tri and Savannakhet signed a memorandum.\rEnd\r",
        "every line end": "A\u2028B\u2029C\x0bD\x0cE\x85F\r\nG\n\rH".encode(),
        "one long line": b"Savannakhet " * 20_000,
        "a line without spaces": b"a" * 200_000,
        "brackets": b"(" * 20_000 + b")" * 20_000,
        "digits": b"1.234,5" * 10_000,
        "dates": b"99/99/9999 31/02/2024 00/00/0000 32 thang 13 nam 20244 February 30, 2023 " * 200,
        "numbers": ("10" * 500 + " tỷ tỷ triệu đồng 1e999 ½ ٣٤ ໑໒ 五億 −5 0,0,0 1..2 " + "9" * 5000 + " USD").encode(),
        "marks": ("e" + "\u0301" * 5000 + " \u202e\u2066" * 500).encode(),
        "surrogates": "Quảng Trị \ud800".encode("utf-8", "surrogatepass"),
        "YAML and Markdown": b"---\nid: x\nstatus: !!python/object:os.system [ls]\n---\n# [a](entry:b) {{ 7*7 }}\n",
        "a path": b"../../etc/passwd\n\n../../../content/agreements/x.md",
    }


def failures(folder: Path, build: Path) -> Iterator[tuple[str, str]]:
    """The hostile files, written to `folder`, that crashed the converter or lost text."""
    for number, (name, data) in enumerate(hostile().items()):
        path = folder / f"hostile-{number:02}.txt"
        path.write_bytes(data)
        found, why = converter.run([path], build)
        if found is None:
            yield name, f"crash: {why}"
        elif lost := _lost(found[0]):
            yield name, lost


def _lost(reading: Mapping[str, Any]) -> str:
    text = str(reading.get("text") or "")
    held = [False] * len(text)
    for block in reading.get("blocks") or ():
        start, end = int(block["start"]), int(block["end"])
        held[start:end] = [True] * (min(end, len(text)) - start)
    lost = sum(not held[at] for at, character in enumerate(text) if counts(character))
    return f"{lost} characters are in no block" if lost else ""


def as_text(results: Mapping[str, Any]) -> str:
    """A table, and the hostile files that did harm."""
    lines = []
    for name, aim in AIMS.items():
        value = results[name]
        lines.append(f"{name:32}{'failed' if value is None else f'{value:.1f}':>10}   (aim: under {aim:.0f})")
    harmed = results["hostile files"]
    lines.append(f"{'hostile files that did harm':32}{len(harmed):10}   (of {len(hostile())})")
    return "\n".join([*lines, *(f"! {name}: {why}" for name, why in harmed.items())])
