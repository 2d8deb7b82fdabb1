"""Moved pages: at every address that a page used to have, where it went."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.views import Link, Page, View


@dataclass(frozen=True, kw_only=True)
class MovedView(View):
    """Where a page went: `target` for readers, `canonical` for machines."""

    target: Link
    canonical: str
    former: str


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each former id of an entry, and for each pair that one of its provinces' former ids names."""
    for _, entry in sorted(edition.corpus.entries.items()):
        for former in entry.former_ids:
            yield _page(edition, urls.page_at(entry.kind, former), Link(entry.title, urls.page_of(entry)))
    for pair in edition.relations.pairs:
        sides = ((pair.vietnamese.id, *pair.vietnamese.former_ids), (pair.lao.id, *pair.lao.former_ids))
        target = Link(f"{pair.vietnamese.title} and {pair.lao.title}", urls.page_at(urls.PAIRS, pair.id))
        for ids in itertools.product(*sides):
            if ids != pair.ids:
                yield _page(edition, urls.page_at(urls.PAIRS, "--".join(ids)), target)


def _page(edition: Edition, path: str, target: Link) -> Page:
    view = MovedView(
        title=f"Moved: {target.text}",
        description=f"This page has a new address: {target.text}.",
        crumbs=(Link("Home", urls.HOME),),
        target=target,
        canonical=urls.absolute(edition.corpus.config.base_url, target.path),
        former=path,
    )
    return Page(path, "moved.html", view)
