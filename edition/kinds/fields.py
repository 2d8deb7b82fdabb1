"""Fields of cooperation: our vocabulary, which says nothing about anybody and so needs no evidence."""

from __future__ import annotations

from edition.kinds.entry import Entry, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader


class Field(Entry):
    """A field of cooperation: `scope` says what belongs in it, `broader` names a wider field."""

    scope: str
    broader: Ref | None


def read(reader: EntryReader) -> Field:
    """Read a field of cooperation."""
    return Field(
        **reader.common(),
        scope=reader.fields.required("scope"),
        broader=reader.ref(reader.fields, "broader", ("fields",)),
    )


KIND = Kind("fields", "field of cooperation", "fields of cooperation", read)
