"""Organisations: committees, unions, departments, commissions, the press."""

from __future__ import annotations

from edition.kinds.entry import SIDES, Claim, Entry, Name, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader

TYPES = (
    "peoples-committee",
    "peoples-council",
    "provincial-administration",
    "party-committee",
    "party-commission",
    "department",
    "ministry",
    "mass-organisation",
    "armed-forces",
    "press",
    "government",
    "steering-committee",
)


class Organisation(Entry):
    """An organisation; its `type` and `province` are our classification of the name a source gives."""

    names: tuple[Claim[Name], ...]
    side: str
    type: str
    province: Ref | None
    part_of: Ref | None


def read(reader: EntryReader) -> Organisation:
    """Read an organisation."""
    return Organisation(
        **reader.common(),
        names=reader.names(),
        side=reader.fields.choice("side", SIDES),
        type=reader.fields.choice("type", TYPES),
        province=reader.ref(reader.fields, "province", ("provinces",)),
        part_of=reader.ref(reader.fields, "part_of", ("organisations",)),
    )


KIND = Kind("organisations", "organisation", "organisations", read)
