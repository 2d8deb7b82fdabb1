"""The bodies that words mean: "the two unions", "ba sở", "the hospital": those last so called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from edition.drafting.concluding import counterparts
from edition.drafting.organisations import Found
from edition.drafting.pairs import pair
from edition.drafting.parties import BOTH, Party, Sentence, acting, both_sides, distinct, held

NUMBERS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6}
"""So many are meant; "the unions", "các sở" do not say how many."""


def several(
    story: Sequence[Sentence], until: Sentence, noun: str, number: str, most: int, kind: str = ""
) -> list[Party]:
    """The bodies of both sides that "the two unions" means; what stands behind `most` is of another document.

    Of "the two central committees" those called so by both words, `kind` too, go before others.
    """
    if kind and (found := _several(story, until, f"{kind} {noun}", number, most)):
        return found
    return _several(story, until, noun, number, most)


def _several(story: Sequence[Sentence], until: Sentence, noun: str, number: str, most: int) -> list[Party]:
    count = int(number) if number.isdigit() else NUMBERS.get(number.casefold(), 0)
    if count == BOTH and _LOCAL.fullmatch(noun):  # "the two villages" need not be named as anyone's
        for sentence in backwards(until, story):
            end = min(most, sentence.end) if sentence is until else sentence.end
            if (two := pair(sentence, sentence.start, end)) and noun.casefold() in sentence.text[
                two[0].start : two[0].end
            ].casefold():
                return two
        if two := _two_districts(story):
            return two
    stem = "" if _OF_ANY_KIND.match(noun) else re.sub(r"(?:ies|y|s)$", "", noun.casefold())
    for offices in (False, True):
        named = [
            (s, _named(s, stem, most if s is until else s.end, offices or s is until)) for s in backwards(until, story)
        ]
        if count > 2 and (found := _so_many(named, count)):
            return found
        if found := _on_each_side(named, stem, count):
            return found
    if count > BOTH and stem:
        return _several(story, until, "units", number, most)  # "the fronts", whose names are longer
    one = next((p for _, own in named for p in own), None)
    other = alike([one], until, story) if one else None
    return counterparts([one, other]) if one and other else []


_LOCAL = re.compile(r"huyện|xã|thôn|bản|(?:district|village|commune)(?=s)", re.IGNORECASE)
Named = Sequence[tuple[Sentence, Sequence[Party]]]
"""Sentences in the order in which words refer to them, with the bodies so called that they name."""


def _two_districts(story: Sequence[Sentence]) -> list[Party]:
    """The district of each side that is named most; one of which it is not said whose it is, is Vietnam's."""
    named = [d for s in story for d in s.districts]
    count = Counter(d.key for d in named)
    lao = max((d for d in named if d.side == "LA"), key=lambda d: count[d.key], default=None)
    own = max((d for d in named if d.side != "LA"), key=lambda d: count[d.key], default=None)
    if lao is None or own is None:
        return []
    return [Party(d.province, d, side, d.start, d.end) for d, side in ((own, "VN"), (lao, "LA"))]


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


def backwards(sentence: Sentence, story: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a story in the order in which words refer to them: back from one, then on, titles last.

    What is told of a meeting itself ("At the talks, the two forces …") is told of those whose meeting the lead reports.
    """
    body = [s for s in story if not s.title and not s.caption]
    lead = body[:1] if _AT_THE_MEETING.match(sentence.text, sentence.start) else []
    return [
        *lead,
        *reversed([s for s in body if s.start <= sentence.start]),
        *[s for s in body if s.start > sentence.start],
        *[s for s in story if s.title or s.caption],
    ]


_AT_THE_MEETING = re.compile(
    r"(?:At|During|Concluding|(?:At|By) the end of|At the close of) the (?:meeting|talks|conference|event|"
    r"ceremony|session)\b|"
    r"(?:Tại|Kết thúc|Cũng tại|Sau) (?:buổi |cuộc )?(?:hội đàm|làm việc|hội nghị|gặp gỡ|gặp mặt)\b"
)
_OF_ANY_KIND = re.compile(
    r"agenc|unit|organi|force|bod[yi]|institution|partner|compan|commander|president|director|rector|"
    r"chairm|justice|giám đốc|hiệu trưởng|chỉ huy trưởng|chánh án|tòa soạn|đơn vị|lực lượng|ngành|cơ quan|tổ chức",
    re.IGNORECASE,
)


def alike(known: Sequence[Party], sentence: Sentence, story: Sequence[Sentence]) -> Party | None:
    """The body of the other side that is of the same kind as the one known: a school's partner is a school."""
    one = known[0] if len({p.side for p in known}) == 1 else None
    if one is None or not one.special:
        return None
    kind = _kind(sentence.text, one)
    candidates = (p for s in backwards(sentence, story) for p in acting(s) if p.special and p.side != one.side)
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
    """A party by its own name, where the article gives it elsewhere: "its counterpart in X", "công an hai tỉnh"."""
    org = party.organisation
    if org is None or not story:
        return party
    said = [o for s in story for o in s.organisations if _in_full(o, org)] if org.implied else []
    if own := next((o for o in said if not o.several), said[0] if said else None):
        return Party(own.province, own, own.side, own.start, own.end)
    if not _BY_ANOTHER.match(story[0].text, party.start):
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


def names_of(text: str, one: Found) -> list[tuple[int, int]]:
    """Where a body's name stands: of one whose words list other provinces' bodies, too, then without the list."""
    whole = (one.start, one.end)
    listed = one.several and one.head[0] == one.start and _LISTED.search(text, one.head[1], one.end)
    return [whole, one.head] if listed and not _BY_ANOTHER.match(text, one.start) else [whole]


_LISTED = re.compile(r",|\band\b|\bvà\b")


def _in_full(one: Found, other: Found) -> bool:
    """Whether a body is named with its province which elsewhere is not."""
    return (
        (one.key, one.province, one.side) == (other.key, other.province, other.side)
        and one.side != ""
        and not one.implied
    )


_BY_ANOTHER = re.compile(
    r"(?:(?:its|their|the) )?(?:[A-Z][\w’']+ ){0,3}counterpart|(?:that|those|the one)\b", re.IGNORECASE
)


def the_body(sentence: Sentence, start: int, end: int, story: Sequence[Sentence], sides: set[str]) -> Party | None:
    """The body of the other side that "the hospital", "nhà trường" means: the last one named with that word."""
    head = _THE_BODY.search(sentence.text, start, end)
    if head is None:
        return None
    word = (head["en"] or head["vi"] or "trường").casefold()
    for other in reversed([s for s in story if s.start <= sentence.start and not s.title and not s.caption]):
        for org in reversed(other.organisations):
            named_so = word in sentence.text[org.start : org.end].casefold() and org.start < head.start()
            if named_so and org.side and org.side not in sides:
                return Party(org.province, org, org.side, org.start, org.end)
    return None


_THE_BODY = re.compile(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) "
    r"(?P<en>hospital|university|college|school|academy|newspaper|union|department|association|command|"
    r"station|museum|institute|post|company|commission|chamber)\b(?! of\b)|\b[Nn]hà trường\b|"
    r"\b(?P<vi>[Bb]ệnh viện|[Tt]rường|[Đđ]ồn|[Cc]ông ty|[Hh]ội|[Ss]ở) (?:này|trên)\b"
)
