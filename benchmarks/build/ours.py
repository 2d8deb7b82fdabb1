"""The corpus as an edition of ours: entries, articles, and a small gazetteer."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.build.corpus import Corpus, Item, blocks
from benchmarks.build.program import LEAN, RECORD

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parent.parent
NAMES = {LEAN: "ours, pages equal to Hugo's", RECORD: "ours, the record's own pages"}

SETTINGS = """\
title: The benchmark
subtitle: An edition made to be timed
language: en
base_url: https://benchmark.example/
as_of: 2026-11-22
least_coverage: 0
"""


def write(corpus: Corpus, root: Path, design: str) -> None:
    """Write the edition into the folder `root`, with a house that has the wanted templates."""
    templates = HERE / "templates" / "ours" if design == LEAN else HOUSE / "templates"
    shutil.copytree(templates, root / "house" / "templates")
    shutil.copytree(HOUSE / "assets", root / "house" / "assets")
    shutil.copytree(HOUSE / "content" / "languages", root / "content" / "languages")
    shutil.copy(HOUSE / "tests" / "editions" / "small" / "content" / "gazetteer.yaml", root / "content")
    (root / "content" / "edition.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "seeds").mkdir()
    digests = {}
    for id_, sentences in corpus.articles.items():
        data = "\n\n".join(" ".join(block) for block in blocks(sentences)).encode()
        (root / "seeds" / f"{id_}.txt").write_bytes(data)
        digests[id_] = hashlib.sha256(data).hexdigest()
    for item in corpus.items:
        path = entry(root, item.kind, item.id)
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(_lines(item, corpus, digests)) + "\n", encoding="utf-8")


def entry(root: Path, kind: str, id_: str) -> Path:
    """The file of an entry."""
    return root / "content" / kind / f"{id_}.md"


def _lines(item: Item, corpus: Corpus, digests: dict[str, str]) -> Iterator[str]:
    yield from ("---", f"id: {item.id}", f"title: {item.title}")
    if item.kind in ("people", "organisations", "sources"):
        yield f"side: {item.side}"
    if item.kind == "organisations":
        yield "type: department"
    if item.kind == "sources":
        yield from (f"seed: {item.id}.txt", f"sha256: {digests[item.id]}", "language: vi", "transcription:")
        for block in blocks(corpus.articles[item.id]):
            yield f"  - {{label: body, begins: {json.dumps(block[0], ensure_ascii=False)}}}"
    yield "statements:"
    for fact in item.facts:
        yield from (f"  - id: {fact.key}", f"    type: {fact.type}", f"    text: {fact.text}")
        if fact.by:
            yield f"    by: [{', '.join(fact.by)}]"
        yield f"    evidence: {fact.key}"
    if item.kind != "sources":
        yield "sources:"
        yield from (f"  {id_}: {digests[id_]}" for id_ in sorted({fact.source for fact in item.facts}))
    yield "quotations:"
    for fact in item.facts:
        yield f"  {fact.key}:"
        if item.kind != "sources":
            yield f"    source: {fact.source}"
        yield f"    exact: {fact.exact}"
    yield "---"
    for words, keys in item.prose:
        yield from ("", f"{words} [{'; '.join(f'@{key}' for key in keys)}]")
