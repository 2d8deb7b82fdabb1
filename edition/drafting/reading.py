"""A reading: all that was read from an article, frozen. The JSON and the drafts are both made from it.

Every value has the words it rests on, as `start` and `end` in the source's text.
"""

from __future__ import annotations

from msgspec import Struct

from edition.sources import Source


class Words(Struct, frozen=True):
    """A stretch of the source's text."""

    start: int
    end: int


class Value(Struct, frozen=True):
    """A value with the words it rests on; `also` are further ones, `inferred` says what was concluded and from what."""

    value: str
    words: Words
    also: tuple[Words, ...] = ()
    inferred: str = ""
    story: int = 1


class BlockRead(Struct, frozen=True):
    """A block: its label, where it stands, why it is set aside if it is, the story it belongs to."""

    label: str
    words: Words
    reason: str
    story: int


class ProvinceRead(Struct, frozen=True):
    """A province that takes part; `names` are all spellings, each with its words."""

    id: str
    country: str
    in_gazetteer: bool
    names: tuple[tuple[str, Words], ...]
    story: int = 1


class OrganisationRead(Struct, frozen=True):
    """An organisation; `province` is the id of its province or "", `names` all it is called, the fullest first."""

    key: str
    type: str
    province: str
    side: str
    names: tuple[tuple[str, Words], ...]
    inferred: str
    office_only: bool
    entry: str = ""
    variant_of: str = ""
    story: int = 1


class PersonRead(Struct, frozen=True):
    """A person with an office as the text gives it ("" if it gives none)."""

    name: str
    office: str
    side: str
    words: Words
    name_words: Words
    office_words: Words | None
    of: tuple[str, ...]
    entry: str = ""
    variant_of: str = ""
    story: int = 1


class PartyRead(Struct, frozen=True):
    """A party of an agreement: a province, or the organisation with this key."""

    province: str
    organisation: str
    name: str
    side: str
    words: Words


class AgreementRead(Struct, frozen=True):
    """An agreement, with the sentence that speaks of it first."""

    form: Value
    parties: tuple[PartyRead, ...]
    status: Value
    period: Value | None
    signed: Value | None
    place: Value | None
    place_id: str
    renews: Value | None
    sentence: Words
    entry: str = ""
    story: int = 1


class FigureRead(Struct, frozen=True):
    """An amount with its unit, and the sentence it stands in."""

    number: float
    unit: str
    qualifier: str
    per: str
    scope: str
    time: Value | None
    words: Words
    sentence: Words
    story: int = 1


class StatementRead(Struct, frozen=True):
    """A commitment, request and so on: the sentence, its fields, and who is named in it as what."""

    type: str
    fields: tuple[str, ...]
    by: tuple[PartyRead, ...]
    to: tuple[PartyRead, ...]
    for_: tuple[PartyRead, ...]
    words: Words
    story: int = 1


class HappeningRead(Struct, frozen=True):
    """Something that took place; `same_day` are the words that set it on the day of the event of its story’s lead.

    `lead` is whether it is that event.
    """

    type: str
    words: Words
    date: Value | None
    same_day: Words | None
    place: Value | None
    place_id: str
    story: int = 1
    lead: bool = False


class Likeness(Struct, frozen=True):
    """An event of the edition that the article seems to tell, too: why, and which figures differ."""

    event: str
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]
    sure: bool


class Reading(Struct, frozen=True):
    """All that was read from one source."""

    source: Source
    language: str
    scope: str
    scope_reason: str
    scope_words: Words | None
    blocks: tuple[BlockRead, ...]
    title: Value | None
    agency: Value | None
    byline: Value | None
    published: Value | None
    event: Value | None
    event_type: str = ""
    further: tuple[HappeningRead, ...] = ()
    side: str = ""
    provinces: tuple[ProvinceRead, ...] = ()
    organisations: tuple[OrganisationRead, ...] = ()
    people: tuple[PersonRead, ...] = ()
    agreements: tuple[AgreementRead, ...] = ()
    figures: tuple[FigureRead, ...] = ()
    statements: tuple[StatementRead, ...] = ()
    place: Value | None = None
    place_id: str = ""
    lead: Words | None = None
    likeness: tuple[Likeness, ...] = ()
    unsure: tuple[str, ...] = ()

    def quote(self, words: Words) -> str:
        """The source's own characters."""
        return self.source.text[words.start : words.end]
