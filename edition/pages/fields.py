"""Fields of cooperation: the index, and a page for each with every statement in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from edition import urls
from edition.figures.multiples import multiples
from edition.figures.views import MultiplesFigure
from edition.kinds.fields import KIND, Field
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.chronology import date_of
from edition.presenting.edition import Edition
from edition.presenting.entries import description, entry_fields
from edition.presenting.pairing import pair_link, pairs_among
from edition.presenting.presenter import Presenter
from edition.presenting.search_facts import search_facts
from edition.presenting.views import EntryView, Group, Link, Page, Plan, Rich, Said, View
from edition.relations import Told


class FieldLine(Struct, frozen=True):
    """A field in the index: what belongs in it, and what the record has of it."""

    link: Link
    scope: Said
    counts: str
    empty: bool


class Where(Struct, frozen=True):
    """A province or pair of provinces, and how many statements of the field concern it."""

    link: Link
    counts: str


class FieldIndex(View, frozen=True, kw_only=True):
    """Every field of our vocabulary, by name; the commitments in them by pair."""

    figure: MultiplesFigure | None
    lines: tuple[FieldLine, ...]


class FieldView(EntryView, frozen=True, kw_only=True):
    """One field. `empty` is what to say where no statement falls in it."""

    scope: Said
    counts: str
    empty: str
    broader: Rich
    narrower: Rich
    pairs: tuple[Where, ...]
    provinces: tuple[Where, ...]
    groups: tuple[Group, ...]


def pages(edition: Edition) -> Iterator[Plan]:
    """The index and the fields' pages."""
    yield Plan(urls.index_of(KIND.folder), partial(_index, edition))
    for field in edition.corpus.of(Field):
        yield Plan(urls.page_of(field), partial(_page, edition, field))


def _index(edition: Edition) -> Page:
    path = urls.index_of(KIND.folder)
    presenter = Presenter(edition, path)
    view = FieldIndex(
        title=presenter.say("Fields of cooperation"),
        description=presenter.say(
            "What the two sides undertake, ask for, report and find difficult, by field. "
            "The fields are our vocabulary; the statements in them rest on the sources."
        ),
        section=KIND.folder,
        crumbs=presenter.crumbs(),
        figure=multiples(presenter),
        lines=tuple(_line(presenter, field) for field in presenter.by_name(edition.corpus.of(Field))),
    )
    return Page(path, "fields.html", view)


def _line(presenter: Presenter, field: Field) -> FieldLine:
    told = _told(presenter, field)
    counts = _counts(presenter, told) or presenter.say("No statement in the record.")
    return FieldLine(presenter.link(field), _scope(presenter, field), counts, not told)


def _scope(presenter: Presenter, field: Field) -> Said:
    """What belongs in a field."""
    return presenter.translated(field, "scope", field.scope)


def _told(presenter: Presenter, field: Field) -> tuple[Told, ...]:
    return presenter.relations.told_in(field)


def _counts(presenter: Presenter, told: Sequence[Told]) -> str:
    """How many statements of each type there are: “2 commitments and 1 request”."""
    found = Counter(one.statement.type for one in told)
    return presenter.language.join(_count(presenter, type_, found[type_]) for type_ in STATEMENT_TYPES if found[type_])


def _count(presenter: Presenter, type_: str, n: int) -> str:
    """How many statements there are of a type."""
    count = presenter.count
    match type_:
        case "commitment":
            return count("{n} commitment", "{n} commitments", n)
        case "plan":
            return count("{n} plan", "{n} plans", n)
        case "request":
            return count("{n} request", "{n} requests", n)
        case "wish":
            return count("{n} wish", "{n} wishes", n)
        case "difficulty":
            return count("{n} difficulty", "{n} difficulties", n)
        case "activity":
            return count("{n} thing reported as done", "{n} things reported as done", n)
        case "assessment":
            return count("{n} assessment", "{n} assessments", n)
        case _:
            raise ValueError(f"no words for statements of type {type_}")


def _page(edition: Edition, field: Field) -> Page:
    presenter = Presenter(edition, urls.page_of(field))
    told = _told(presenter, field)
    attestation = presenter.attestation(one.claim for one in told)
    broader = presenter.entry(field.broader)
    concerned = [edition.relations.concerns(one) for one in told]
    provinces = presenter.by_name({p.id: p for group in concerned for p in group}.values())
    counts = _counts(presenter, told)
    view = FieldView(
        **entry_fields(presenter, field, presenter.say("Fields")),
        description=description(presenter, field, _in_short(presenter, field, counts)),
        kicker=presenter.say_in("kind", KIND.one),
        scope=_scope(presenter, field),
        counts=presenter.say("In it stand: {counts}.", counts=counts) if told else "",
        empty=""
        if told
        else presenter.say(
            "No statement in the record falls in this field. That says what our sources report, not what is done."
        ),
        broader=presenter.rich("Part of the wider field: {field}", field=presenter.link(broader)) if broader else (),
        narrower=_narrower(presenter, field),
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


def _in_short(presenter: Presenter, field: Field, counts: str) -> str:
    scope = _scope(presenter, field).text
    if counts:
        return presenter.say("{scope} In the record: {counts}.", scope=scope, counts=counts)
    return presenter.say("{scope} No statement in the record.", scope=scope)


def _narrower(presenter: Presenter, field: Field) -> Rich:
    found = [one for one in presenter.corpus.of(Field) if one.broader and one.broader.id == field.id]
    links = presenter.listing([(presenter.link(one),) for one in presenter.by_name(found)])
    return presenter.rich("Narrower fields: {fields}", fields=links) if found else ()


def _statements(presenter: Presenter, number: int) -> str:
    return presenter.count("{n} statement", "{n} statements", number)
