"""Who said what: the statements in which an entry has a part, by the part it has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from edition.kinds.entry import Entry, Party
from edition.languages.language import message
from edition.presenting.presenter import Presenter
from edition.presenting.views import Group
from edition.relations import Told

OF_IT = {
    "of": message("What is said of it"),
    "by": message("What it said, asked or did"),
    "to": message("What was asked of it or addressed to it"),
    "for": message("What was to benefit it"),
}
"""Headings for the statements in which an organisation or a place has a part."""


class Voice(Struct, frozen=True):
    """Statements in which an entry has one part: it speaks or acts, is spoken to, or is to benefit."""

    id: str
    heading: str
    groups: tuple[Group, ...]


def told_with(presenter: Presenter, entry: Entry) -> dict[str, tuple[Told, ...]]:
    """The statements an entry has a part in: `by`, `to` or `for` it, and those of its own page that name nobody.

    A statement in which it has several parts stands under the first of them.
    """
    found: dict[str, list[Told]] = {"by": [], "to": [], "for": [], "of": []}
    for told in presenter.relations.told_with(entry):
        statement = told.statement
        parts = (("by", statement.by), ("to", statement.to), ("for", statement.for_))
        role = next((name for name, parties in parts if _among(parties, entry)), "of" if told.entry == entry else "")
        if role:
            found[role].append(told)
    return {role: tuple(told) for role, told in found.items() if told}


def speaks(presenter: Presenter, entry: Entry) -> bool:
    """Whether a statement is by an entry."""
    return any(_among(told.statement.by, entry) for told in presenter.relations.told_with(entry))


def _among(parties: Iterable[Party], entry: Entry) -> bool:
    return any(party.ref is not None and party.ref.id == entry.id for party in parties)


def voices(presenter: Presenter, told: Mapping[str, Sequence[Told]], headings: Mapping[str, str]) -> tuple[Voice, ...]:
    """Statements by the part an entry has in them (the keys of :func:`told_with`), under the headings for each."""
    return tuple(
        Voice(f"told-{role}", presenter.say(heading), presenter.by_type(told[role], f"{role}-"))
        for role, heading in headings.items()
        if role in told
    )
