"""The bodies that words mean: "the two unions", "ba sở", "the hospital": those last so called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.concluding import counterparts
from edition.drafting.parties import Party, Sentence, acting, both_sides, distinct, held

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6}
"""So many are meant; "the unions", "các sở" do not say how many."""


def several(story: Sequence[Sentence], until: Sentence, noun: str, number: str, most: int) -> list[Party]:
    """The bodies of both sides that "the two unions" means; what stands behind `most` is of another document."""
    count = int(number) if number.isdigit() else NUMBERS.get(number.casefold(), 0)
    stem = "" if _OF_ANY_KIND.match(noun) else re.sub(r"(?:ies|y|s)$", "", noun.casefold())
    for offices in (False, True):
        named = [
            (s, _named(s, stem, most if s is until else s.end, offices or s is until)) for s in _from(until, story)
        ]
        if count > 2 and (found := _so_many(named, count)):
            return found
        if found := _on_each_side(named, stem, count):
            return found
    one = next((p for _, own in named for p in own), None)
    other = alike([one], until, story) if one else None
    return counterparts([one, other]) if one and other else []


Named = Sequence[tuple[Sentence, Sequence[Party]]]
"""Sentences in the order in which words refer to them, with the bodies so called that they name."""


def _named(sentence: Sentence, stem: str, end: int, offices: bool) -> list[Party]:
    """The bodies so called that a sentence names; with `offices` also those that it names as someone's office."""
    found = acting(sentence, sentence.start, end)
    if offices:
        found = sorted(distinct([*found, *held(sentence, sentence.start, end)]), key=lambda p: p.start)
    return [p for p in found if p.special and stem in sentence.text[p.start : p.end].casefold()]


def _so_many(named: Named, count: int) -> list[Party]:
    """Just so many bodies, of one sentence or of several together."""
    seen: list[Party] = []
    for _, own in named:
        if len(own) == count and both_sides(own):
            return list(own)
        seen = distinct([*seen, *own])
        if len(seen) == count and both_sides(seen):
            return seen
    return []


def _on_each_side(named: Named, stem: str, count: int) -> list[Party]:
    """The last so called, in one sentence or on each side. Those of "the two agencies" are of one kind, if any are."""
    last: dict[str, Party] = {}
    unlike: list[Party] = []
    for sentence, own in named:
        kinds = [{_kind(sentence.text, p) for p in own if p.side == side} for side in ("VN", "LA")]
        if both_sides(own) and (stem or kinds[0] & kinds[1]):
            found = counterparts(own)
            if count == len(kinds) < len(found):  # "the two unions", and a third was told of
                return [next(p for p in found if p.side == side) for side in ("VN", "LA")]
            return found
        unlike = unlike or (counterparts(own) if both_sides(own) else [])
        for party in own:
            last.setdefault(party.side, party)
        if stem and len(last) == 2:
            return counterparts([last["VN"], last["LA"]])
    if unlike or len(last) == 2:
        return unlike or counterparts([last["VN"], last["LA"]])
    return []


def _from(sentence: Sentence, story: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a story in the order in which words refer to them: back from one, then on, titles last."""
    body = [s for s in story if not s.title and not s.caption]
    return [
        *reversed([s for s in body if s.start <= sentence.start]),
        *[s for s in body if s.start > sentence.start],
        *[s for s in story if s.title or s.caption],
    ]


_OF_ANY_KIND = re.compile(
    r"agenc|unit|organi|force|bod[yi]|institution|partner|compan|đơn vị|lực lượng|ngành|cơ quan|tổ chức", re.IGNORECASE
)


def alike(known: Sequence[Party], sentence: Sentence, story: Sequence[Sentence]) -> Party | None:
    """The body of the other side that is of the same kind as the one known: a school's partner is a school."""
    one = known[0] if len({p.side for p in known}) == 1 else None
    if one is None or not one.special:
        return None
    kind = _kind(sentence.text, one)
    candidates = (p for s in _from(sentence, story) for p in acting(s) if p.special and p.side != one.side)
    return next((p for p in candidates if _kind(sentence.text, p) == kind), None)


def _kind(text: str, party: Party) -> str:
    """What kind of body it is: for those of which there are many, by the noun of its name."""
    org = party.organisation
    if org is None or org.type != "department":
        return org.type if org else ""
    words = text[party.start : party.end]
    return next((kind for kind, noun in _NOUNS.items() if noun.search(words)), "office")


_NOUNS = {
    "school": re.compile(r"University|College|Academy|School|Trường|Đại học|Cao đẳng|Học viện"),
    "hospital": re.compile(r"[Hh]ospital|Bệnh viện|[Hh]ôpital"),
    "press": re.compile(r"Newspaper|Radio|Television|Báo|Đài"),
    "customs": re.compile(r"Customs|Hải quan"),
    "museum": re.compile(r"Museum|Library|Bảo tàng|Thư viện"),
}


def by_name(party: Party, story: Sequence[Sentence]) -> Party:
    """A party by its own name, where the article gives it elsewhere: "its counterpart in X", "that of Y"."""
    org = party.organisation
    if org is None or not story or not _BY_ANOTHER.match(story[0].text, party.start):
        return party
    alike = {
        o.key: o
        for s in story
        for o in s.organisations
        if (o.type, o.province) == (org.type, org.province) and not _BY_ANOTHER.match(s.text, o.start)
    }
    if len(alike) != 1:
        return party
    own = next(iter(alike.values()))
    return Party(own.province, own, own.side, own.start, own.end)


_BY_ANOTHER = re.compile(r"(?:its|their|the) (?:[A-Z][\w’']+ ){0,3}counterpart|(?:that|those|the one)\b", re.IGNORECASE)


def the_body(sentence: Sentence, start: int, end: int, story: Sequence[Sentence], sides: set[str]) -> Party | None:
    """The body of the other side that "the hospital", "nhà trường" means: the last one named with that word."""
    head = _THE_BODY.search(sentence.text, start, end)
    if head is None:
        return None
    word = (head["en"] or "trường").casefold()
    for other in reversed([s for s in story if s.start <= sentence.start and not s.title and not s.caption]):
        for org in reversed(other.organisations):
            named_so = word in sentence.text[org.start : org.end].casefold() and org.start < head.start()
            if named_so and org.side and org.side not in sides:
                return Party(org.province, org, org.side, org.start, org.end)
    return None


_THE_BODY = re.compile(
    r"\b[Tt]he (?P<en>hospital|university|college|school|academy|newspaper|union|department|association|command|"
    r"station|museum|institute|post|company|commission|chamber)\b(?! of\b)|\b[Nn]hà trường\b"
)
