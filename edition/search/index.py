"""The whole of search on one screen: pages are copied in the shadow, indexed, put in order, packed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from edition.artifact import Artifact
from edition.config import Workspace
from edition.kinds.provinces import Province
from edition.presenting.edition import Edition
from edition.presenting.views import Page
from edition.problems import Invalid, Problem
from edition.search import bundle as files
from edition.search import cache as kept
from edition.search import contract, labels, names, pack, pagefind, parts, stable, words
from edition.search.bundle import Bundle
from edition.search.shadow import problems as problems_of
from edition.search.shadow import shadow

FOLDER = "pagefind"
Rendered = tuple[Sequence[Page], Sequence[Artifact]]
"""The pages of a language, as views and as files."""
LICENCES = ("pagefind", "fflate")
"""Whose licences stand beside the index; their texts are in `assets/licences/`."""


class Index(Struct, frozen=True):
    """An index, and whether it had to be made."""

    bundle: Bundle
    fresh: bool


def artifacts(
    workspace: Workspace,
    editions: Sequence[Edition],
    rendered: Sequence[Rendered],
    accepted: Callable[[], None] = lambda: None,
) -> Iterator[Artifact]:
    """Everything search needs in the site, from its pages in each language, the first its own. Raises Invalid.

    `accepted` is called as soon as there is no problem with the pages: what follows takes its time.
    """
    edition = editions[0]
    found: list[Problem] = []
    copies = copies_of(editions, rendered, found)
    if found:
        raise Invalid(found)
    accepted()
    pages = [{page.path: page for page in of} for of, _ in rendered]
    known = names.named(edition, pages[1:])
    copies = parts.divided(copies, (entry.path for entry in known))
    index = indexed(workspace.root, copies, edition.language.code)
    yield from (Artifact(f"{FOLDER}/{path}", content) for path, content in index.bundle.items())
    yield from pack.artifacts(index.bundle)
    for each, its in zip(editions, pages, strict=True):
        yield words.artifact(each.language, labels.labels(edition, each, pages[0], its))
    others = [each.language.code for each in editions[1:]]
    yield Artifact(names.DATA, names.script(known, index.bundle, parts.number_of_parts(len(copies)), others))
    for licence in LICENCES:
        content = (workspace.assets / "licences" / f"{licence}.txt").read_bytes()
        yield Artifact(f"{FOLDER}/LICENSE-{licence}.txt", content)


def copies_of(editions: Sequence[Edition], rendered: Sequence[Rendered], problems: list[Problem]) -> Mapping[str, str]:
    """The shadow copy: a text in all languages for the path of every page that has something for search."""
    edition = editions[0]
    translated = [
        (
            each.language.code,
            {page.path: (page.view.title, file.content.decode()) for page, file in zip(*of, strict=True)},
        )
        for each, of in zip(editions[1:], rendered[1:], strict=True)
    ]
    sides = {edition.words("country", code): code for code in edition.language.codes["country"]}
    spellings = {province.title: names.spellings(edition, province) for province in edition.corpus.of(Province)}
    copies = {}
    for page, file in zip(*rendered[0], strict=True):
        if page.view.search:
            others = {code: of[page.path] for code, of in translated if page.path in of}
            content = file.content.decode()
            problems += problems_of(page.path, content + "".join(text for _, text in others.values()))
            copies[page.path] = shadow(page, content, sides, spellings, others)
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
    from importlib.metadata import version  # takes long to import

    digest = hashlib.sha256(version("pagefind_bin").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
