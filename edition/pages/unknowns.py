"""What we don't know: everything that pages list as said by no source, in one place, as an invitation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.kinds import KINDS
from edition.kinds.entry import Entry
from edition.presenting import long_lists
from edition.presenting.edition import Edition
from edition.presenting.long_lists import Part
from edition.presenting.missing import missing
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, Plan, Said, View

ASKED = ("agreements", "cooperations", "events", "people", "organisations", "sources")
"""The kinds of entries that are asked after, in the order of a reader's interest."""

MOST = 300
"""So many entries are asked after on one page."""


class Unknown(Struct, frozen=True):
    """An entry, and what no source says of it."""

    entry: Link
    sentences: tuple[str | Said, ...]


class UnknownOfKind(Struct, frozen=True):
    """The entries of a kind of which something is not known; `count` is how many things."""

    id: str
    heading: str
    count: str
    entries: tuple[Unknown, ...]


class UnknownsView(View, frozen=True, kw_only=True):
    """The list. `repository` is where to write, if the edition names one."""

    kinds: tuple[UnknownOfKind, ...]
    silent_sides: tuple[str, ...]
    repository: str


def pages(edition: Edition) -> Iterator[Plan]:
    """The list, so many entries on a page."""
    for part in long_lists.parts(urls.UNKNOWNS, len(_asked(edition)), MOST):
        yield Plan(part.path, partial(_page, edition, part))


def _asked(edition: Edition) -> list[Entry]:
    """The entries that are asked after, by kind."""
    asked = (entry for entry in edition.corpus.entries.values() if entry.kind in ASKED)
    return sorted(asked, key=lambda entry: (ASKED.index(entry.kind), entry.id))


def _page(edition: Edition, part: Part) -> Page:
    presenter = Presenter(edition, part.path)
    asked = part.of(_asked(edition))
    found = (_of_kind(presenter, folder, [entry for entry in asked if entry.kind == folder]) for folder in ASKED)
    view = UnknownsView(
        **long_lists.head(presenter, presenter.say("What we don’t know"), part),
        description=presenter.say(
            "What a reader might look for and no source in the archive tells: an invitation to whoever has one."
        ),
        kinds=tuple(kind for kind in found if kind.entries),
        silent_sides=tuple(_silent_sides(presenter)),
        repository=edition.corpus.config.repository,
    )
    return Page(part.path, "unknowns.html", view)


def _of_kind(presenter: Presenter, folder: str, entries: Iterable[Entry]) -> UnknownOfKind:
    many = next(kind.many for kind in KINDS if kind.folder == folder)
    asked = tuple(_unknown(presenter, entry) for entry in presenter.by_name(entries))
    open_ = tuple(one for one in asked if one.sentences)
    number = sum(len(one.sentences) for one in open_)
    words = presenter.say_in("kind", many)
    return UnknownOfKind(
        f"of-{folder}", words[:1].upper() + words[1:], presenter.count("{n} thing", "{n} things", number), open_
    )


def _unknown(presenter: Presenter, entry: Entry) -> Unknown:
    return Unknown(presenter.link(entry), missing(presenter, entry))


def _silent_sides(presenter: Presenter) -> Iterator[str]:
    """A sentence for each side of which there is no source at all."""
    sides = {accession.entry.side for accession in presenter.corpus.accessions.values()}
    if "VN" not in sides:
        yield presenter.say("No source from the Vietnamese side is in the archive yet.")
    if "LA" not in sides:
        yield presenter.say(
            "No source from the Lao side is in the archive yet: articles from Lao papers are what the record lacks "
            "most."
        )
