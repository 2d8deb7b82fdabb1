"""A reading: all that was read from an article, frozen. The JSON and the drafts are both made from it.

Every value has the words it rests on, as `start` and `end` in the source's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.sources import Source


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of the source's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the words it rests on; `also` are further ones, `inferred` says what was concluded and from what."""

    value: str
    words: Words
    also: tuple[Words, ...] = ()
    inferred: str = ""
    story: int = 1


@dataclass(frozen=True, slots=True)
class BlockRead:
    """A block: its label, where it stands, why it is set aside if it is, the story it belongs to."""

    label: str
    words: Words
    reason: str
    story: int


@dataclass(frozen=True, slots=True)
class ProvinceRead:
    """A province that takes part; `names` are all spellings, each with its words."""

    id: str
    country: str
    in_gazetteer: bool
    names: tuple[tuple[str, Words], ...]
    story: int = 1


@dataclass(frozen=True, slots=True)
class OrganisationRead:
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


@dataclass(frozen=True, slots=True)
class PersonRead:
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


@dataclass(frozen=True, slots=True)
class PartyRead:
    """A party of an agreement: a province, or the organisation with this key."""

    province: str
    organisation: str
    name: str
    side: str
    words: Words


@dataclass(frozen=True, slots=True)
class AgreementRead:
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


@dataclass(frozen=True, slots=True)
class FigureRead:
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


@dataclass(frozen=True, slots=True)
class StatementRead:
    """A commitment, request and so on: the sentence, its fields, and who is named in it as what."""

    type: str
    fields: tuple[str, ...]
    by: tuple[PartyRead, ...]
    to: tuple[PartyRead, ...]
    for_: tuple[PartyRead, ...]
    words: Words
    story: int = 1


@dataclass(frozen=True, slots=True)
class HappeningRead:
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


@dataclass(frozen=True, slots=True)
class Likeness:
    """An event of the edition that the article seems to tell, too: why, and which figures differ."""

    event: str
    reasons: tuple[str, ...]
    conflicts: tuple[str, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Reading:
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
    unsure: tuple[str, ...] = field(default=())

    def quote(self, words: Words) -> str:
        """The source's own characters."""
        return self.source.text[words.start : words.end]
