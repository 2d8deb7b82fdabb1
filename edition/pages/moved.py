"""Moved pages: at every address that a page used to have, where it went."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial

from edition import urls
from edition.presenting.edition import Edition
from edition.presenting.pairing import pair_link
from edition.presenting.speaking import Speaker
from edition.presenting.views import Link, Page, Plan, View


class MovedView(View, frozen=True, kw_only=True):
    """Where a page went: `target` for readers, `canonical` for machines."""

    target: Link
    canonical: str
    former: str


def pages(edition: Edition) -> Iterator[Plan]:
    """A page for each former id of an entry, and for each pair that one of its provinces' former ids names."""
    speaker = Speaker(edition)
    for _, entry in sorted(edition.corpus.entries.items()):
        for former in entry.former_ids:
            path, target = urls.page_at(entry.kind, former), Link(speaker.name(entry), urls.page_of(entry))
            yield Plan(path, partial(_page, speaker, path, target))
    for pair in edition.relations.pairs:
        sides = ((pair.vietnamese.id, *pair.vietnamese.former_ids), (pair.lao.id, *pair.lao.former_ids))
        target = pair_link(speaker, pair)
        for ids in itertools.product(*sides):
            if ids != pair.ids:
                path = urls.page_at(urls.PAIRS, "--".join(ids))
                yield Plan(path, partial(_page, speaker, path, target))


def _page(speaker: Speaker, path: str, target: Link) -> Page:
    view = MovedView(
        title=speaker.say("Moved: {title}", title=target.text),
        description=speaker.say("This page has a new address: {title}.", title=target.text),
        crumbs=(Link(speaker.say("Home"), urls.HOME),),
        target=target,
        canonical=speaker.edition.address(target.path),
        former=path,
    )
    return Page(path, "moved.html", view)
