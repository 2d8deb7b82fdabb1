"""What changed: what was added to the record, corrected in it or withdrawn from it, for readers, the latest first."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from edition import urls
from edition.changes import Change
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.views import Link, Page, Plan, Said, View
from edition.presenting.wording import Wording


class Told(Struct, frozen=True):
    """A change as it is told, under its anchor for ever, with the entries it is found in and their kinds."""

    id: str
    type: str
    title: Said
    text: Said
    entries: tuple[tuple[Link, str], ...]


class Day(Struct, frozen=True):
    """What changed on one day."""

    id: str
    heading: str
    changes: tuple[Told, ...]


class ChangesView(View, frozen=True, kw_only=True):
    """Every change, by day."""

    days: tuple[Day, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The one page."""
    yield Plan(urls.CHANGES, partial(_page, edition))


def _page(edition: Edition) -> Page:
    presenter = Presenter(edition, urls.CHANGES)
    view = ChangesView(
        title=presenter.say("What changed"),
        description=presenter.say(
            "What was added to this record, corrected in it or withdrawn from it, the latest first."
        ),
        crumbs=presenter.crumbs(),
        days=tuple(_days(presenter)),
    )
    return Page(urls.CHANGES, "changes.html", view)


def _days(presenter: Presenter) -> Iterator[Day]:
    def day(change: Change) -> dt.date:
        return change.date

    for date, changes in itertools.groupby(presenter.corpus.changes, key=day):
        yield Day(f"day-{date}", presenter.day(date), tuple(_told(presenter, change) for change in changes))


def _told(presenter: Presenter, change: Change) -> Told:
    kind = Wording(presenter.edition).kind
    entries = (presenter.entry(ref) for ref in change.entries)
    return Told(
        change.id,
        presenter.words("change", change.type),
        presenter.phrase("what changed", change.title),
        presenter.phrase("what changed", change.text),
        tuple((presenter.link(entry), kind(entry)) for entry in entries if entry),
    )
