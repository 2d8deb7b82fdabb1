"""Matching: which entries of the edition the names of a reading belong to, and which only resemble them.

Only the same name, or the one body of its kind that a province has, is taken for the same. What resembles is proposed
as a variant, never merged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz

from edition.drafting.organisations import ONE_PER_PROVINCE
from edition.drafting.reading import AgreementRead, OrganisationRead, PersonRead, Reading
from edition.gazetteer import Gazetteer
from edition.kinds.agreements import Agreement
from edition.kinds.entry import Entry
from edition.kinds.organisations import Organisation
from edition.kinds.people import Person
from edition.kinds.places import Place
from edition.kinds.provinces import Province
from edition.text import fold

ALIKE, ALIKE_PERSON = 90, 88
_GENERAL = re.compile(r"\b(?:province|provincial|tỉnh|the|of|Lao|Laos|Vietnam|Viet Nam)\b", re.IGNORECASE)


class Known(Struct, frozen=True):
    """The entries of the edition, by what names find them."""

    entries: Mapping[str, Entry]
    gazetteer: Gazetteer

    @classmethod
    def of(cls, entries: Iterable[Entry], gazetteer: Gazetteer) -> Known:
        """What the edition knows."""
        return cls({entry.id: entry for entry in entries}, gazetteer)

    def province(self, gazetteer_id: str) -> str:
        """The id of the province's entry, "" if it has none."""
        return next(
            (e.id for e in self.entries.values() if isinstance(e, Province) and e.gazetteer == gazetteer_id), ""
        )

    def province_of(self, entry_id: str) -> str:
        """The gazetteer id of the province that an entry is, or belongs to; "" if none."""
        entry = self.entries.get(entry_id)
        if isinstance(entry, Province):
            return entry.gazetteer
        if isinstance(entry, Organisation | Place) and entry.province:
            return self.province_of(entry.province.id)
        return ""

    def place(self, words: str) -> str:
        """The id of the place's entry that goes by these words."""
        keys = {fold(words), fold(_TOWN.sub("", words))}
        for entry in self.entries.values():
            if isinstance(entry, Place) and any(fold(_TOWN.sub("", c.value.value)) in keys for c in entry.names):
                return entry.id
        return ""

    def organisation(self, one: OrganisationRead) -> tuple[str, str]:
        """The entry that an organisation is, and the one that it may be."""
        variant = ""
        for entry in self.entries.values():
            if not isinstance(entry, Organisation) or entry.side != one.side:
                continue
            province = self.province_of(entry.id)
            if province != one.province:
                continue
            if entry.type == one.type and one.key in ONE_PER_PROVINCE and province:
                return entry.id, ""
            names = [claim.value.value for claim in entry.names] + [entry.title]
            own = [name for name, _ in one.names]
            if {fold(n) for n in names} & {fold(n) for n in own}:
                return entry.id, ""
            likeness = max(fuzz.token_set_ratio(_bare(a), _bare(b)) for a in names for b in own)
            if likeness >= ALIKE and entry.type == one.type:
                variant = entry.id
        return "", variant

    def person(self, one: PersonRead) -> tuple[str, str]:
        """The entry that a person is, and the one that he or she may be."""
        variant = ""
        for entry in self.entries.values():
            if not isinstance(entry, Person):
                continue
            names = [claim.value.value for claim in entry.names]
            if any(fold(one.name) == fold(name) for name in names) and entry.side == one.side:
                return entry.id, ""
            if entry.side != one.side:
                continue
            if max((fuzz.ratio(_sound(one.name), _sound(name)) for name in names), default=0) >= ALIKE_PERSON:
                variant = entry.id
        return "", variant

    def agreement(self, one: AgreementRead) -> str:
        """The entry of an agreement of the same provinces and the same period."""
        provinces = {p.province for p in one.parties if p.province}
        if one.period is None or len(provinces) < 2:
            return ""
        for entry in self.entries.values():
            if isinstance(entry, Agreement) and entry.period and entry.period.value.text == interval(one.period.value):
                theirs = {self.province_of(c.value.ref.id) for c in entry.parties if c.value.ref} - {""}
                if theirs == provinces:
                    return entry.id
        return ""

    def matched(self, reading: Reading) -> Reading:
        """The reading, its organisations, persons and agreements matched to entries."""
        organisations = tuple(
            replace(o, entry=entry, variant_of=variant)
            for o in reading.organisations
            for entry, variant in [self.organisation(o)]
        )
        people = tuple(
            replace(p, entry=entry, variant_of=variant) for p in reading.people for entry, variant in [self.person(p)]
        )
        agreements = tuple(replace(a, entry=self.agreement(a)) for a in reading.agreements)
        return replace(reading, organisations=organisations, people=people, agreements=agreements)


_TOWN = re.compile(r"\b(?:city|town|district|thành phố|TP\.?|thị xã|huyện)\b", re.IGNORECASE)


def _sound(name: str) -> str:
    """A rough key for how a name sounds, in which the Latin spellings of Lao names come together."""
    key = fold(name)
    for written, heard in (("ou", "u"), ("x", "s"), ("y", "i"), ("ph", "p"), ("h", ""), ("v", "w"), ("c", "k")):
        key = key.replace(written, heard)
    return key


def _bare(name: str) -> str:
    return " ".join(_GENERAL.sub(" ", name).casefold().replace("’", "'").split())


def interval(edtf: str) -> str:
    """A period as an interval: a year is one from its beginning to its end."""
    return edtf if "/" in edtf else f"{edtf}/{edtf}"
