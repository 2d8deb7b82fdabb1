"""The whole of search on one screen: pages are copied in the shadow, indexed, put in order, packed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from edition.artifact import Artifact
from edition.config import Workspace
from edition.kinds.provinces import Province
from edition.presenting.edition import Edition
from edition.presenting.views import Page
from edition.problems import Invalid, Problem
from edition.search import bundle as files
from edition.search import cache as kept
from edition.search import contract, names, pack, pagefind, parts, stable, words
from edition.search.bundle import Bundle
from edition.search.shadow import problems as problems_of
from edition.search.shadow import shadow

FOLDER = "pagefind"
LICENCES = ("pagefind", "fflate")
"""Whose licences stand beside the index; their texts are in `assets/licences/`."""


@dataclass(frozen=True, slots=True)
class Index:
    """An index, and whether it had to be made."""

    bundle: Bundle
    fresh: bool


def artifacts(
    workspace: Workspace, editions: Sequence[Edition], pages: Iterable[tuple[Page, bytes]]
) -> Iterator[Artifact]:
    """Everything search needs in the site, from the rendered pages of its first language. Raises Invalid."""
    edition = editions[0]
    found: list[Problem] = []
    copies = copies_of(edition, pages, found)
    if found:
        raise Invalid(found)
    known = names.named(edition)
    copies = parts.divided(copies, (entry.path for entry in known))
    index = indexed(workspace.root, copies, edition.language.code)
    yield from (Artifact(f"{FOLDER}/{path}", content) for path, content in index.bundle.items())
    yield from pack.artifacts(index.bundle)
    yield from words.artifacts(each.language for each in editions)
    yield Artifact(names.DATA, names.script(known, index.bundle, parts.number_of_parts(len(copies))))
    for licence in LICENCES:
        content = (workspace.assets / "licences" / f"{licence}.txt").read_bytes()
        yield Artifact(f"{FOLDER}/LICENSE-{licence}.txt", content)


def copies_of(edition: Edition, pages: Iterable[tuple[Page, bytes]], problems: list[Problem]) -> Mapping[str, str]:
    """The shadow copy: a text for the path of every page that has something for search."""
    sides = {edition.words("country", code): code for code in edition.language.codes["country"]}
    spellings = {province.title: names.spellings(edition, province) for province in edition.corpus.of(Province)}
    copies = {}
    for page, content in pages:
        if page.view.search:
            rendered = content.decode()
            problems += problems_of(page.path, rendered)
            copies[page.path] = shadow(page, rendered, sides, spellings)
    return copies


def indexed(root: Path, copies: Mapping[str, str], language: str) -> Index:
    """The index of a shadow copy: the one kept in the edition's cache, if nothing has changed since."""
    key = kept.key(copies, language, _ours())
    bundle = kept.load(root, key)
    if bundle is not None:
        return Index(bundle, False)
    bundle = made(copies, language)
    kept.store(root, key, bundle)
    return Index(bundle, True)


def made(copies: Mapping[str, str], language: str) -> dict[str, bytes]:
    """Run Pagefind, check that it is as we know it, put its files in order."""
    bundle = pagefind.run(copies, language)
    contract.check(bundle, copies)
    ((_, found),) = files.entry(bundle)["languages"].items()
    return stable.in_order(pagefind.without_unused(bundle, found["wasm"]))


@cache
def _ours() -> str:
    """The digest of what makes an index: Pagefind's version and this folder."""
    digest = hashlib.sha256(version("pagefind_bin").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
