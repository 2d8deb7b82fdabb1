"""Scope: is this cooperation between Viet Nam and Laos below the national level, or beside it?

Provinces of both sides in one sentence of the head are in. Otherwise it counts who is named first, in the title and
then in the lead: someone of the national level, or someone beside and below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from edition.drafting.parties import Sentence
from edition.drafting.rules import rules

LEAD, FEW, NEAR = 4, 3, 2
_RULES = rules("scope")
_TOGETHER = re.compile(_RULES["together"], re.IGNORECASE)
_APART = re.compile(_RULES["apart"], re.IGNORECASE)
_LAO_PROVINCES = re.compile(_RULES["lao_provinces"])
_VENUE = re.compile(r"(?:\b(?:in|at|to|from|tại|ở|từ|đến|tới|à|visited|visit)|ທີ່)\s+(?:the\s+)?(?:[Tt]hủ đô\s+)?$")
_WAY = re.compile(
    r"\b(?:from|to|into|through|via|in|visiting|border with|with|từ|sang|qua|về|biên giới|giáp|với|tại|ở)\s+"
    r"(?:the\s+)?(?:nước\s+)?(?:bạn\s+)?(?:Cambodia|Thailand|China|Campuchia|Thái Lan)?(?:\s*(?:,|and|và)\s*)?$"
)
_TOWARDS = re.compile(r"\b(?:to|into|via|sang|đi)\s+(?:the\s+)?$")
_CAPITALS = frozenset(("ha-noi", "vientiane-capital"))


class Scope(Struct, frozen=True):
    """In or out, why, and the words (start, end) that tell."""

    value: str
    reason: str
    start: int
    end: int
    sure: bool = True


class _Counts(Struct, frozen=True):
    """How often the two countries, their provinces and further countries are named."""

    vn: int
    la: int
    third: int
    vn_places: int
    la_places: int


def scope(sentences: Sequence[Sentence], countries: Mapping[str, Sequence[int]], language: str) -> Scope:
    """The scope of a story, from its sentences and where countries are named in it."""
    body = [s for s in sentences if not s.correction]
    if not body:
        return Scope("out", "There is no article: the file holds navigation only.", 0, 0)
    title = [s for s in body if s.title]
    lead = title + [s for s in body if not s.title and not s.caption][:LEAD] or body[:LEAD]
    whole, head = _count(body, countries, language), _count(lead, countries, language)
    first = lead[0]
    together = any(_both(s) for s in lead[: FEW + len(title)])
    told = next((who for s in lead[: len(title) + 2] if (who := _first_named(s, language))), ("", ""))
    beside = any(_pattern("beside", language).search(s.text, s.start, s.end) for s in lead)

    def out(reason: str, sure: bool = True) -> Scope:
        return Scope("out", reason, first.start, first.end, sure)

    if not whole.la or not whole.vn:
        return out(f"{'Laos' if not whole.la else 'Viet Nam'} is not spoken of.")
    told_so = [who[0] for s in (*title[:1], *lead[len(title) : len(title) + 1]) if (who := _first_named(s, language))]
    wholly = len(told_so) > 1 and set(told_so) == {"national"} and not any(_both(s) for s in lead[: len(title) + 1])
    if told[0] == "national" and (wholly or not together or head.third):
        return out(f"It is about the national level (“{told[1]}”).", sure=not (head.vn_places or head.la_places))
    over = next((s for s in title if _strangers(s, countries)), None)
    if over and not _sides(over, countries) >= {"VN", "LA"}:
        return out("Its title is about another country.")
    if not together:
        if head.third and not head.la_places and (whole.third >= whole.la or not head.la):
            return out("It is about relations with another country; Laos is named in passing.")
        if head.third and not head.vn_places and (whole.third >= whole.vn or not head.vn):
            return out("It is about Laos and another country; Viet Nam is named in passing.")
        if whole.third > 1.5 * min(whole.la, whole.vn) and whole.third > FEW:
            return out("It is mainly about another country.")
    if not head.la and whole.la < FEW:
        return out("Laos is named in passing only.")
    if not head.vn and whole.vn < FEW - 1:
        return out("Viet Nam is named in passing only.")
    near = title + [s for s in body if not s.title and not s.caption][:NEAR]
    below = any(_acts(p.id, p.what, p.start, s.text) for s in near for p in s.places)
    if not (below or whole.la_places or any(_pattern("beside", language).search(s.text, s.start, s.end) for s in near)):
        return out("Neither a province nor an organisation beside the national level takes part.", sure=False)
    if not whole.la_places and not beside and _only_on_the_way(body, countries):
        return out("Laos is only where something comes from or goes to.", sure=False)
    apart = not together or any(_APART.search(s.text, s.start, s.end) for s in lead)
    if apart and not any(_TOGETHER.search(s.text[s.start : s.end]) for s in body):
        return out("Nothing is said of cooperation.", sure=False)
    teller = next((s for s in lead if _sides(s, countries) == {"VN", "LA"}), first)
    reason = "It tells of cooperation between Vietnamese and Lao provinces or organisations."
    return Scope("in", reason, teller.start, teller.end, bool(head.vn and head.la))


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_RULES[kind][language]})")


def _first_named(sentence: Sentence, language: str) -> tuple[str, str] | None:
    """Whether someone of the national level is named first in a sentence, or someone beside it; and by which words."""
    text, start, end = sentence.text, sentence.start, sentence.end
    national = _pattern("national", language).search(text, start, end)
    beside = _pattern("beside", language).search(text, start, end)
    places = [p.start for p in sentence.places if _acts(p.id, p.what, p.start, text)]
    others = [*places, *([beside.start()] if beside else ())]
    if national and all(national.start() <= at for at in others):
        return "national", national[0]
    return ("beside", "") if others else None


def _acts(id_: str, what: str, at: int, text: str) -> bool:
    """Whether a place may act: a capital where people only meet does not, nor does any town."""
    if what == "town":
        return False
    return id_ not in _CAPITALS or _VENUE.search(text[max(0, at - 20) : at]) is None


def _both(sentence: Sentence) -> bool:
    """Whether a sentence names provinces of both sides that may act."""
    acting = {p.country for p in sentence.places if _acts(p.id, p.what, p.start, sentence.text)}
    if _LAO_PROVINCES.search(sentence.text, sentence.start, sentence.end):
        acting.add("LA")
    return acting >= {"VN", "LA"}


def _count(sentences: Sequence[Sentence], countries: Mapping[str, Sequence[int]], language: str) -> _Counts:
    vn, la, third = int(language == "vi"), int(language == "lo"), 0
    vn_places = la_places = 0
    for sentence in sentences:
        for code, positions in countries.items():
            here = sum(sentence.start <= p < sentence.end for p in positions)
            vn, la, third = (
                vn + here * (code == "VN"),
                la + here * (code == "LA"),
                third + here * (code not in ("VN", "LA")),
            )
        for place in sentence.places:
            acts = _acts(place.id, place.what, place.start, sentence.text)
            acts = acts and not _TOWARDS.search(sentence.text[max(sentence.start, place.start - 12) : place.start])
            if place.country == "VN":
                vn, vn_places = vn + 1, vn_places + acts
            else:
                la, la_places = la + 1, la_places + acts
        for org in sentence.organisations:
            vn += org.side == "VN" and not org.province
            la += org.side == "LA" and not org.province
    return _Counts(vn, la, third, vn_places, la_places)


def _only_on_the_way(sentences: Sequence[Sentence], countries: Mapping[str, Sequence[int]]) -> bool:
    """Whether Laos is named only as where something comes from, or goes to, or lies: nobody of it does anything."""
    named = [(s, p) for s in sentences for p in countries.get("LA", ()) if s.start <= p < s.end]
    return bool(named) and all(_WAY.search(s.text[max(s.start, p - 24) : p]) for s, p in named)


def _strangers(sentence: Sentence, countries: Mapping[str, Sequence[int]]) -> bool:
    """Whether a sentence names another country than the two."""
    return any(
        sentence.start <= p < sentence.end for code, at in countries.items() if code not in ("VN", "LA") for p in at
    )


def _sides(sentence: Sentence, countries: Mapping[str, Sequence[int]]) -> set[str]:
    found = {p.country for p in sentence.places}
    return found | {
        c for c, at in countries.items() if c in ("VN", "LA") and any(sentence.start <= p < sentence.end for p in at)
    }
