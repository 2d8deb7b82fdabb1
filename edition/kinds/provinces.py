"""Provinces, as the sources name them; everything else about them comes from the gazetteer."""

from __future__ import annotations

from edition.kinds.entry import Claim, Entry, Name
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader


class Province(Entry):
    """A province of either country; `gazetteer` is its id there."""

    gazetteer: str
    names: tuple[Claim[Name], ...]


def read(reader: EntryReader) -> Province:
    """Read a province."""
    return Province(**reader.common(), gazetteer=reader.fields.required("gazetteer"), names=reader.names())


KIND = Kind("provinces", "province", "provinces", read)
