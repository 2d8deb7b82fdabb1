"""People, with the offices they held when a source named them."""

from __future__ import annotations

from msgspec import Struct

from edition.kinds.entry import SIDES, Claim, Entry, Name, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader
from edition.records import Fields


class Office(Struct, frozen=True):
    """An office as a source gives it (the claim's `as_written`): whose office, and at which event it was so named."""

    of: tuple[Ref, ...]
    event: Ref | None


class Person(Entry):
    """A person; the first of `names` is the preferred spelling."""

    names: tuple[Claim[Name], ...]
    side: str
    offices: tuple[Claim[Office], ...]


def read(reader: EntryReader) -> Person:
    """Read a person."""

    def office(take: Fields) -> Office:
        take.required("as_written")
        return Office(reader.refs(take, "of", ("organisations", "provinces")), reader.ref(take, "event", ("events",)))

    return Person(
        **reader.common(),
        names=reader.names(),
        side=reader.fields.choice("side", SIDES),
        offices=reader.claims("offices", "office", office),
    )


KIND = Kind("people", "person", "people", read)
