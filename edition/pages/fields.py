"""Fields of cooperation: the index, and a page for each with every statement in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition import urls
from edition.kinds.fields import KIND, Field
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.chronology import date_of
from edition.presenting.edition import Edition
from edition.presenting.entries import description, entry_fields
from edition.presenting.pairing import pair_link, pairs_among
from edition.presenting.presenter import Presenter
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Group, Link, Page, View
from edition.relations import Told


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field in the index: what belongs in it, and what the record has of it."""

    link: Link
    scope: str
    counts: str
    empty: bool


@dataclass(frozen=True, slots=True)
class Where:
    """A province or pair of provinces, and how many statements of the field concern it."""

    link: Link
    counts: str


@dataclass(frozen=True, kw_only=True)
class FieldIndex(View):
    """Every field of our vocabulary, by name."""

    lines: tuple[FieldLine, ...]


@dataclass(frozen=True, kw_only=True)
class FieldView(EntryView):
    """One field. `empty` is what to say where no statement falls in it."""

    scope: str
    counts: str
    empty: str
    broader: Link | None
    narrower: tuple[Link, ...]
    pairs: tuple[Where, ...]
    provinces: tuple[Where, ...]
    groups: tuple[Group, ...]


def pages(edition: Edition) -> Iterator[Page]:
    """The index and the fields' pages."""
    yield _index(edition)
    for field in edition.corpus.of(Field):
        yield _page(edition, field)


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    fields = sorted(edition.corpus.of(Field), key=lambda f: f.title)
    view = FieldIndex(
        title="Fields of cooperation",
        description="What the two sides undertake, ask for, report and find difficult, by field. "
        "The fields are our vocabulary; the statements in them rest on the sources.",
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        lines=tuple(_line(presenter, field) for field in fields),
    )
    return Page(path, "fields.html", view)


def _line(presenter: Presenter, field: Field) -> FieldLine:
    told = _told(presenter, field)
    counts = _counts(presenter, told) or "No statement in the record."
    return FieldLine(presenter.link(field), field.scope, counts, not told)


def _told(presenter: Presenter, field: Field) -> tuple[Told, ...]:
    return presenter.relations.statements_by_field.get(field.id, ())


def _counts(presenter: Presenter, told: Sequence[Told]) -> str:
    """How many statements of each type there are: “2 commitments, 1 request”."""
    found = Counter(one.statement.type for one in told)
    return ", ".join(
        f"{found[type_]} {presenter.words('statement' if found[type_] == 1 else 'statements', type_).lower()}"
        for type_ in STATEMENT_TYPES
        if found[type_]
    )


def _page(edition: Edition, field: Field) -> Page:
    presenter = Presenter(edition, urls.page_of(field))
    told = _told(presenter, field)
    attestation = presenter.attestation(one.claim for one in told)
    broader = presenter.entry(field.broader)
    concerned = [edition.relations.concerns(one) for one in told]
    provinces = sorted({p.id: p for group in concerned for p in group}.values(), key=lambda p: p.title)
    view = FieldView(
        **entry_fields(presenter, field, "Fields"),
        description=description(
            presenter, field, f"{field.scope} {_counts(presenter, told) or 'No statement in the record'}."
        ),
        kicker=KIND.one,
        scope=field.scope,
        counts=_counts(presenter, told),
        empty=""
        if told
        else "No statement in the record falls in this field. That says what our sources report, not what is done.",
        broader=presenter.link(broader) if broader else None,
        narrower=presenter.links(f for f in edition.corpus.of(Field) if f.broader and f.broader.id == field.id),
        pairs=tuple(
            Where(
                pair_link(presenter, pair),
                _statements(presenter, sum(pair.vietnamese in g and pair.lao in g for g in concerned)),
            )
            for pair in pairs_among(presenter, concerned)
        ),
        provinces=tuple(
            Where(presenter.link(p), _statements(presenter, sum(p in g for g in concerned))) for p in provinces
        ),
        groups=presenter.by_type(told),
        attestation=attestation if told else None,
        search=search_facts(
            presenter,
            KIND.one,
            sources=attestation.titles,
            told=told,
            provinces=provinces,
            dates=(date_of(one.entry) for one in told),
        ),
    )
    return presenter.page("field.html", view)


def _statements(presenter: Presenter, number: int) -> str:
    return presenter.count("{n} statement", "{n} statements", number)
