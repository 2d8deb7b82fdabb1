"""Who: the organisations and provinces that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.drafting.organisations import Found
from edition.drafting.places import Mention as PlaceMention

_VENUE = re.compile(
    r"\b(?:in|at|tại|ở|held in|city of|through|via|qua)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:thành phố|tỉnh|TP\.?|"
    r"city of|province of)?\s*$",
    re.IGNORECASE,
)

_OF_BOTH = re.compile(r"\s+(?:của\s+)?(?:hai|2|ba|bốn|các)\s+(?:tỉnh|địa phương|bên|nước)\b|\s+of the (?:two|three)\b")


@dataclass(slots=True)
class Sentence:
    """A sentence of the kept text with what was found in it; `number` counts body sentences from 0."""

    text: str
    start: int
    end: int
    number: int
    title: bool = False
    caption: bool = False
    correction: bool = False
    places: tuple[PlaceMention, ...] = ()
    organisations: tuple[Found, ...] = ()
    offices: tuple[tuple[int, int], ...] = ()
    story: int = 1


@dataclass(frozen=True, slots=True)
class Party:
    """A party: a province, or an organisation with its province; where its words stand."""

    province: str
    organisation: Found | None
    side: str
    start: int
    end: int
    inferred: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells parties apart; a province and its administration are one party."""
        if self.organisation is None or self.organisation.type in (
            "peoples-committee",
            "provincial-administration",
            "peoples-council",
        ):
            return self.province or self.side, ""
        return self.province or self.side, self.organisation.key


def in_sentence(sentence: Sentence, a: int = 0, b: int | None = None) -> list[Party]:
    """The parties that a sentence names between two places: organisations, and provinces that are no mere place."""
    b = sentence.end if b is None else b
    found: list[Party] = []
    for org in sentence.organisations:
        inside = any(x <= org.head[0] and org.head[1] <= y for x, y in sentence.offices)
        if (
            a <= org.start
            and org.end <= b
            and not inside
            and org.type not in ("ministry", "government")
            and not _OF_BOTH.match(sentence.text, org.end)
            and (org.province or org.side)
        ):
            found.append(Party(org.province, org, org.side, org.start, org.end))
    for place in sentence.places:
        if not (a <= place.start and place.end <= b) or place.what != "province":
            continue
        if any(
            org.start <= place.start and place.end <= org.end
            for org in sentence.organisations
            if not any(x <= org.head[0] < y for x, y in sentence.offices)
        ):
            continue
        if any(x <= place.start < y for x, y in sentence.offices):
            continue
        if _VENUE.search(sentence.text[max(sentence.start, place.start - 40) : place.start]):
            continue
        found.append(Party(place.id, None, place.country, place.start, place.end))
    return sorted(distinct(found), key=lambda p: p.start)


def distinct(found: Sequence[Party]) -> list[Party]:
    """Each party once; a province that is named beside its own bodies is no party of its own."""
    kept: dict[tuple[str, str], Party] = {}
    for party in found:
        kept.setdefault(party.key, party)
    with_bodies = {p.province for p in kept.values() if p.organisation is not None}
    return [p for p in kept.values() if p.organisation is not None or p.province not in with_bodies]


def both_sides(found: Sequence[Party]) -> bool:
    """Whether both countries are among the parties."""
    return {"VN", "LA"} <= {p.side for p in found}
