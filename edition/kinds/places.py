"""Places that are no province: towns in which something happened."""

from __future__ import annotations

from edition.kinds.entry import Claim, Entry, Name, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader


class Place(Entry):
    """A town or other place, with its province where the edition has it."""

    gazetteer: str
    names: tuple[Claim[Name], ...]
    province: Ref | None


def read(reader: EntryReader) -> Place:
    """Read a place."""
    return Place(
        **reader.common(),
        gazetteer=reader.fields.text("gazetteer"),
        names=reader.names(),
        province=reader.ref(reader.fields, "province", ("provinces",)),
    )


KIND = Kind("places", "place", "places", read)
