"""Agreements: cooperation documents between the sides.

Not treaties: Vietnamese law (70/2020/QH14, art. 2) calls these international agreements without obligations under
international law.
"""

from __future__ import annotations

from msgspec import Struct

from edition.dates import Edtf
from edition.kinds.entry import Claim, Entry, Party, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader
from edition.records import Fields

FOLDER = "agreements"
FORMS = ("memorandum", "agreement", "plan", "twinning", "proposals", "high-level-agreement")
STANDINGS = ("signed", "reviewed", "carried-out", "proposed", "mentioned")
ROLES = ("signatory", "addressee", "implementer", "adviser", "coordinator")
RELATIONS = ("renews", "follows", "carries-out")


class Descent(Struct, frozen=True):
    """How an agreement descends from another: it renews, follows or carries out it."""

    relation: str
    agreement: Ref | None


class Agreement(Entry):
    """A cooperation document; `standing` is what the source says of it; its status is computed from the period."""

    form: Claim[str] | None
    standing: Claim[str] | None
    parties: tuple[Claim[Party], ...]
    period: Claim[Edtf] | None
    signed: Claim[Edtf] | None
    place: Claim[Ref | None] | None
    lineage: tuple[Claim[Descent], ...]
    unknown: tuple[str, ...]


def read(reader: EntryReader) -> Agreement:
    """Read an agreement."""

    def descent(take: Fields) -> Descent:
        return Descent(take.choice("relation", RELATIONS), reader.ref(take, "agreement", (FOLDER,), required=True))

    return Agreement(
        **reader.common(),
        form=reader.choice("form", "form", FORMS),
        standing=reader.choice("standing", "standing", STANDINGS),
        parties=reader.parties("parties", ROLES),
        period=reader.date("period", "period"),
        signed=reader.date("signed", "signed"),
        place=reader.claim(
            "place", "place", lambda take: reader.ref(take, "value", ("places", "provinces"), required=True)
        ),
        lineage=reader.claims("lineage", "lineage", descent),
        unknown=reader.sentences("unknown"),
    )


KIND = Kind(FOLDER, "agreement", "agreements", read)
