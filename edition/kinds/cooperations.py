"""Cooperations: what two sides do together and no source calls an agreement."""

from __future__ import annotations

from edition.dates import Edtf
from edition.kinds.entry import Claim, Entry, Party
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader

ROLES = ("partner",)


class Cooperation(Entry):
    """A standing cooperation without a document that a source names."""

    parties: tuple[Claim[Party], ...]
    period: Claim[Edtf] | None
    unknown: tuple[str, ...]


def read(reader: EntryReader) -> Cooperation:
    """Read a cooperation."""
    return Cooperation(
        **reader.common(),
        parties=reader.parties("parties", ROLES),
        period=reader.date("period", "period"),
        unknown=reader.sentences("unknown"),
    )


KIND = Kind("cooperations", "cooperation", "cooperations", read)
