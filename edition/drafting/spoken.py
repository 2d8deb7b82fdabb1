"""Those of whom an article speaks: the first to be named on both sides, bodies or provinces."""

from __future__ import annotations

from collections.abc import Sequence

from edition.drafting.concluding import ORDER, counterparts
from edition.drafting.organisations import ONE_PER_PROVINCE
from edition.drafting.parties import BOTH, Party, Sentence, acting, both_sides, distinct, held
from edition.drafting.places import Mention


def spoken_of(sentences: Sequence[Sentence], *, provinces: bool, count: int = 0) -> list[Party]:
    """Whom the article speaks of: the first sentence that names both sides, the title last.

    Of "the three provinces" it is the first sentence that names three.
    """
    body = [s for s in sentences if not s.title and not s.caption]
    ordered = [*body, *[s for s in sentences if s.title or s.caption]]
    for sentence in ordered if count > BOTH else ():
        whole = distinct([p.as_province(sentence.places) for p in acting(sentence)])
        if len(whole) == count and both_sides(whole):
            return whole
    for sentence in ordered:
        told = ORDER.search(sentence.text, sentence.start, sentence.end)
        found = acting(sentence, sentence.start, told.start() if told else sentence.end)
        if not _of_one_name(found):  # "Hội LHPN hai tỉnh" are bodies
            found = [p.as_province(sentence.places) if p.organisation and p.organisation.implied else p for p in found]
        if both_sides(found):
            partner = None if provinces or count else _partner_of(found, body)
            if both_sides(found := partner or as_one(found, provinces, sentence.places)):
                return found
    seen: list[Party] = []
    for sentence in body[:6] or sentences:
        seen += acting(sentence)
        if both_sides(seen) and both_sides(
            found := as_one(distinct(seen), provinces, [p for s in sentences for p in s.places])
        ):
            return found
    first: dict[str, Party] = {}
    for sentence in sentences:
        for place in sentence.places:
            if place.what in ("province", "district", "city"):
                first.setdefault(place.country, Party(place.id, None, place.country, place.start, place.end))
    return list(first.values())


def _of_one_name(found: Sequence[Party]) -> bool:
    """Whether bodies of both sides are named by one name."""
    return both_sides(found) and len({p.organisation.key if p.organisation else "" for p in found}) == 1


def _partner_of(found: Sequence[Party], body: Sequence[Sentence]) -> list[Party]:
    """A body named beside the other side's bare province, with the body of that side of which the article soon tells.

    "Đoàn công tác Hội LHPN tỉnh A đã thăm tỉnh B": they talked with the Hội LHPN of B.
    """
    bodies = [p for p in found if p.special]
    if len({p.side for p in bodies}) != 1 or len(bodies) != 1:
        return []
    own = bodies[0]
    provinces = {p.province for p in found if p.side != own.side}
    for sentence in body[:PARTNER_SOON]:
        for other in (*acting(sentence), *held(sentence, sentence.start, sentence.end)):
            if other.special and other.side != own.side and other.province in provinces and _alike(own, other):
                return counterparts([own, other])
    return []


PARTNER_SOON = 6
"""So many sentences tell who met whom."""


def _alike(one: Party, other: Party) -> bool:
    types = {p.organisation.type for p in (one, other) if p.organisation}
    return len(types) == 1 and not types & ONE_PER_PROVINCE


def as_one(found: list[Party], provinces: bool, places: Sequence[Mention]) -> list[Party]:
    """Bodies where both sides have them, or else the provinces."""
    if provinces or not both_sides([p for p in found if p.special]):
        found = [p.as_province(places) for p in found if p.province or not p.organisation]
    return counterparts(found)
