"""The corpus as a site for Hugo: the same pages with the same words, made the way Hugo is quickest at.

Titles of targets and backlinks come from one table that a cached partial makes once.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.build.corpus import Corpus, Item

TEMPLATES = Path(__file__).resolve().parent / "templates" / "hugo"
SETTINGS = """\
baseURL: https://benchmark.example/
title: The benchmark
languageCode: en
uglyURLs: true
disableKinds: [taxonomy, term, rss, "404"]
disableHugoGeneratorInject: true
"""


def write(corpus: Corpus, root: Path) -> None:
    """Write the site's sources into the folder `root`."""
    shutil.copytree(TEMPLATES, root / "layouts")
    (root / "hugo.yaml").write_text(SETTINGS, encoding="utf-8")
    for kind in dict.fromkeys(item.kind for item in corpus.items):
        (root / "content" / kind).mkdir(parents=True)
        (root / "content" / kind / "_index.md").write_text(f"---\ntitle: {kind.capitalize()}\n---\n")
    for item in corpus.items:
        entry(root, item.kind, item.id).write_text("\n".join(_lines(item)) + "\n", encoding="utf-8")


def entry(root: Path, kind: str, id_: str) -> Path:
    """The file of an entry."""
    return root / "content" / kind / f"{id_}.md"


def _lines(item: Item) -> Iterator[str]:
    yield from ("---", f"id: {item.id}", f"title: {item.title}", "facts:")
    numbers: dict[str, int] = {}
    for _, keys in item.prose:
        for key in keys:
            numbers.setdefault(key, len(numbers) + 1)
    for fact in item.facts:
        number = numbers.setdefault(fact.key, len(numbers) + 1)
        yield from (f"  - id: {fact.key}", f"    type: {fact.type}", f"    text: {fact.text}", f"    number: {number}")
        yield from (f"    source: {fact.source}", f"    exact: {json.dumps(fact.exact, ensure_ascii=False)}")
    yield from (f"refs: [{', '.join(item.references)}]", "---")
    for words, keys in item.prose:
        yield from ("", f"{words} {' '.join(f'[{numbers[key]}](#n{numbers[key]})' for key in keys)}")
