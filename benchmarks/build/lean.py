"""The pages of the comparison: an index of each kind and a page of each entry, with what Hugo's pages have and no more.

The generator is the record's own: reading, finding quotations, linking, checking, rendering, publishing. Only the
planning of pages and the templates are other ones, and there is no export but the sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup
from msgspec import Struct

from edition import urls
from edition.exports import publishing
from edition.kinds.agreements import Agreement
from edition.kinds.entry import Entry
from edition.kinds.events import Event
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.sources import SourceEntry
from edition.making import Design
from edition.presenting.edition import Edition
from edition.presenting.presenter import Presenter
from edition.presenting.summary import summary
from edition.presenting.views import Link, Note, Page, Plan, View

KINDS: tuple[type[Entry], ...] = (Event, Person, Organisation, Agreement, SourceEntry)


class Line(Struct, frozen=True):
    """A fact with its evidence."""

    id: str
    type: str
    text: str
    notes: tuple[Note, ...]


class LeanView(View, frozen=True, kw_only=True):
    """A page of an entry."""

    summary: Markup
    lines: tuple[Line, ...]
    references: tuple[Link, ...]
    backlinks: tuple[Link, ...]


class LeanIndex(View, frozen=True, kw_only=True):
    """Links to pages."""

    links: tuple[Link, ...]


def home(edition: Edition) -> Iterator[Plan]:
    """The home page."""
    yield Plan(urls.HOME, _home)


def _home() -> Page:
    links = tuple(Link(name, urls.index_of(name.lower())) for name in NAMES)
    return Page(urls.HOME, "index.html", LeanIndex(title="The benchmark", description="", links=links))


def entries(edition: Edition) -> Iterator[Plan]:
    """The indexes and the entries' pages."""
    for kind in KINDS:
        found = edition.corpus.of(kind)
        yield Plan(urls.index_of(found[0].kind), partial(_index, edition, found))
        for entry in found:
            yield Plan(urls.page_of(entry), partial(_page, edition, entry))


def _index(edition: Edition, found: tuple[Entry, ...]) -> Page:
    presenter = Presenter(edition, urls.index_of(found[0].kind))
    links = presenter.links(sorted(found, key=lambda entry: entry.title))
    return Page(presenter.path, "index.html", LeanIndex(title=found[0].kind.capitalize(), description="", links=links))


def _page(edition: Edition, entry: Entry) -> Page:
    presenter = Presenter(edition, urls.page_of(entry))
    corpus = edition.corpus
    words = summary(presenter, entry)
    lines = tuple(Line(c.id, c.value.type, c.value.text, presenter.notes(c)) for c in entry.statements)
    targets = dict.fromkeys(ref.id for ref, _ in entry.refs())
    mentions = dict.fromkeys(mention.entry.id for mention in corpus.mentions.get(entry.id, ()))
    view = LeanView(
        title=entry.title,
        description="",
        summary=words,
        lines=lines,
        references=presenter.links(corpus.entries[id_] for id_ in targets),
        backlinks=presenter.links(corpus.entries[id_] for id_ in mentions),
        notes=presenter.all_notes,
    )
    return Page(presenter.path, "entry.html", view)


NAMES = ("Events", "People", "Organisations", "Agreements", "Sources")
DESIGN = Design((home, entries), (publishing.artifacts,))
