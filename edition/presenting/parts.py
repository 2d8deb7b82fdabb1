"""What pages of events, people, organisations, places, fields and cooperations have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition import urls
from edition.dates import Edtf
from edition.kinds.entry import Claim, Entry, Name, Party
from edition.kinds.events import Event
from edition.kinds.people import Office, Person
from edition.kinds.provinces import Province
from edition.kinds.statements import STATEMENT_TYPES
from edition.presenting.chronology import date_of, in_order, years_of
from edition.presenting.presenter import Presenter, listing
from edition.presenting.views import Fact, Group, Link, Note, Rich, Row, SearchFacts
from edition.presenting.wording import shortened
from edition.relations import Pair, Told

LONGEST_DESCRIPTION = 200
OF_IT = {
    "of": "What is said of it",
    "by": "What it said, asked or did",
    "to": "What was asked of it or addressed to it",
    "for": "What was to benefit it",
}
"""Headings for the statements in which an organisation or a place has a part."""
CLASSIFIED = "Our classification, not the words of a source."


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading, whose anchor is `id`."""

    id: str
    heading: Rich
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """Statements in which an entry has one part: it speaks or acts, is spoken to, or is to benefit."""

    id: str
    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class OfficeView:
    """An office as a source gives it: who held it, whose it is, the event at which it was so given, and its day."""

    id: str
    when: str
    person: Link
    words: str
    of: Rich
    event: Link | None
    notes: tuple[Note, ...]
    inferred: str


def in_words(rich: Rich) -> str:
    """The plain words of a phrase with links."""
    return "".join(part.text if isinstance(part, Link) else part for part in rich)


def permalink(presenter: Presenter) -> str:
    """The public address of the presenter's page."""
    return urls.absolute(presenter.corpus.config.base_url, presenter.path)


def description(entry: Entry, otherwise: str) -> str:
    """What an entry's page is about: the beginning of its summary, or else a sentence."""
    words = next((claim.value.text for claim in entry.summary), otherwise)
    return shortened(words, LONGEST_DESCRIPTION)


def classification(id_: str, label: str, value: Rich, remark: str = CLASSIFIED) -> Fact:
    """A value that is ours: it has no evidence and says so."""
    return Fact(id_, label, value, remark=remark)


def spellings(presenter: Presenter, names: Iterable[Claim[Name]]) -> tuple[Fact, ...]:
    """The spellings that sources use, the preferred one first, each with its evidence."""
    found = []
    for number, claim in enumerate(names):
        name = claim.value
        label = "Also" if number else "Preferred"
        language = presenter.words("language", name.language)
        fact = Fact(claim.id, label, (name.value,), presenter.notes(claim), remark=f"So in a text in {language}.")
        found.append(fact)
    return tuple(found)


# --- Who said what ---------------------------------------------------------------------------------------------


def told_with(presenter: Presenter, entry: Entry) -> dict[str, tuple[Told, ...]]:
    """The statements an entry has a part in: `by`, `to` or `for` it, and those of its own page that name nobody.

    A statement in which it has several parts stands under the first of them.
    """
    found: dict[str, list[Told]] = {"by": [], "to": [], "for": [], "of": []}
    for told in presenter.relations.statements:
        statement = told.statement
        parts = (("by", statement.by), ("to", statement.to), ("for", statement.for_))
        role = next((name for name, parties in parts if _among(parties, entry)), "of" if told.entry == entry else "")
        if role:
            found[role].append(told)
    return {role: tuple(told) for role, told in found.items() if told}


def _among(parties: Iterable[Party], entry: Entry) -> bool:
    return any(party.ref is not None and party.ref.id == entry.id for party in parties)


def voices(presenter: Presenter, told: Mapping[str, Sequence[Told]], headings: Mapping[str, str]) -> tuple[Voice, ...]:
    """Statements by the part an entry has in them (the keys of :func:`told_with`), under the headings for each."""
    return tuple(
        Voice(f"told-{role}", heading, by_type(presenter, told[role], role))
        for role, heading in headings.items()
        if role in told
    )


def by_type(presenter: Presenter, told: Sequence[Told], prefix: str) -> tuple[Group, ...]:
    """Statements grouped by type, with anchors of their own where a page has several such lists."""
    types = [type_ for type_ in STATEMENT_TYPES if any(one.statement.type == type_ for one in told)]
    return tuple(
        Group(
            f"{prefix}-{type_}",
            (presenter.words("statements", type_),),
            tuple(presenter.statement(one) for one in told if one.statement.type == type_),
        )
        for type_ in types
    )


# --- Who held which office -------------------------------------------------------------------------------------


def offices(presenter: Presenter, belongs: Callable[[Person, Claim[Office]], bool]) -> Iterator[OfficeView]:
    """The offices for which `belongs` holds, in the order of the days on which they were so named."""
    found = [(p, claim) for p in presenter.corpus.of(Person) for claim in p.offices if belongs(p, claim)]

    def place(item: tuple[Person, Claim[Office]]) -> tuple[object, ...]:
        event = presenter.entry(item[1].value.event)
        date = date_of(event) if event else None
        return date is None, date.sort_key if date else (), item[0].id, item[1].id

    for person, claim in sorted(found, key=place):
        event = presenter.entry(claim.value.event)
        date = date_of(event) if event else None
        own = presenter.path == urls.page_of(person)
        of = listing([(presenter.link(e),) for ref in claim.value.of if (e := presenter.entry(ref))])
        id_ = claim.id if own else f"{person.id}--{claim.id}"
        yield OfficeView(
            id_,
            presenter.year_words(date),
            presenter.link(person),
            claim.as_written,
            of,
            presenter.link(event) if event else None,
            presenter.notes(claim),
            claim.inferred,
        )


# --- Lists of entries ------------------------------------------------------------------------------------------


def roles_in(claims: Iterable[Claim[Party]], entry: Entry, presenter: Presenter) -> str:
    """The parts an entry has among parties, in words."""
    roles = [c.value.role for c in claims if c.value.ref and c.value.ref.id == entry.id]
    return ", ".join(presenter.words("role", role) for role in dict.fromkeys(roles))


def event_rows(presenter: Presenter, entry: Entry) -> tuple[Row, ...]:
    """The events an entry took part in, each with the part it had."""
    took_part = [e for e in presenter.corpus.of(Event) if roles_in(e.participants, entry, presenter)]
    return tuple(
        with_role(presenter.event_row(event), roles_in(event.participants, entry, presenter))
        for event in in_order(took_part)
    )


def with_role(row: Row, role: str) -> Row:
    """A row that also says which part somebody has in it."""
    about: Rich = (role, " · ", *row.about) if row.about else (role,)
    return Row(row.link, row.when, row.kind, about, row.status, row.status_words)


# --- Pairs and search ------------------------------------------------------------------------------------------


def pairs_among(presenter: Presenter, groups: Iterable[Sequence[Province]]) -> tuple[Pair, ...]:
    """The pairs of provinces of which both are in one of `groups`."""
    sets = [{province.id for province in group} for group in groups]
    return tuple(pair for pair in presenter.relations.pairs if any(set(pair.ids) <= ids for ids in sets))


def search(
    presenter: Presenter,
    kind: str,
    *,
    told: Iterable[Told] = (),
    provinces: Iterable[Province] = (),
    sides: Iterable[str] = (),
    dates: Iterable[Edtf | None] = (),
    aliases: Iterable[str] = (),
) -> SearchFacts:
    """What search knows of a page; the countries are those of `sides` and of the provinces."""
    known, found = tuple(dates), tuple(provinces)
    fields = {ref.id: presenter.corpus.entries[ref.id].title for one in told for ref in one.statement.fields}
    countries = {*sides, *(presenter.relations.side(province) for province in found)} - {""}
    days = [day for date in known if date and (day := date.earliest)]
    return SearchFacts(
        kind=kind,
        countries=tuple(sorted(presenter.words("country", side) for side in countries)),
        provinces=tuple(dict.fromkeys(province.title for province in found)),
        fields=tuple(sorted(fields.values())),
        years=years_of(known),
        date=max(days).isoformat() if days else "",
        aliases=tuple(dict.fromkeys(aliases)),
    )
