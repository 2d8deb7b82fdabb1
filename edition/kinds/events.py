"""Events: signings, awards, visits, meetings."""

from __future__ import annotations

from msgspec import Struct

from edition.dates import Edtf
from edition.kinds.entry import Claim, Entry, Party, Ref
from edition.kinds.kind import Kind
from edition.kinds.reading import EntryReader
from edition.records import Fields

TYPES = ("signing", "award", "visit", "meeting", "courtesy-call")
ROLES = ("participant", "host", "guest", "speaker", "chair")
ACTS = ("signed", "reviewed", "discussed")


class Act(Struct, frozen=True):
    """What was done about an agreement at an event."""

    act: str
    agreement: Ref | None


class Event(Entry):
    """Something that took place on a day, known or not."""

    type: Claim[str] | None
    date: Claim[Edtf] | None
    place: Claim[Ref | None] | None
    part_of: Ref | None
    participants: tuple[Claim[Party], ...]
    agreements: tuple[Claim[Act], ...]
    unknown: tuple[str, ...]


def read(reader: EntryReader) -> Event:
    """Read an event."""

    def act(take: Fields) -> Act:
        return Act(take.choice("act", ACTS), reader.ref(take, "agreement", ("agreements",), required=True))

    return Event(
        **reader.common(),
        type=reader.choice("type", "type", TYPES),
        date=reader.date("date", "date"),
        place=reader.claim(
            "place", "place", lambda take: reader.ref(take, "value", ("places", "provinces"), required=True)
        ),
        part_of=reader.ref(reader.fields, "part_of", ("events",)),
        participants=reader.parties("participants", ROLES),
        agreements=reader.claims("agreements", "agreement", act),
        unknown=reader.sentences("unknown"),
    )


KIND = Kind("events", "event", "events", read)
