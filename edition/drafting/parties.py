"""Who: the organisations and provinces that a sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.organisations import Found
from edition.drafting.places import Mention as PlaceMention

_VENUE = re.compile(
    r"\b(?:merg\w+ with|hợp nhất với|sáp nhập với|in|at|tại|ở|held in|city of|through|via|qua)\s+(?:the\s+)?"
    r"(?:[\w-]+\s+){0,2}(?:thành phố|tỉnh|TP\.?|city of|province of)?\s*$",
    re.IGNORECASE,
)

_ASIDE = re.compile(
    r"\b(?:(?:office|headquarters|premises|campus|hall) of|trụ sở|hội trường|"
    r"approved by|witnessed by|submitted to|approval (?:of|from|by)|(?:presence|witness) of|besides|apart from|"
    r"in addition to|according to|(?:(?:^|, |\n)[Tt]heo)|trình|báo cáo|xin ý kiến|chứng kiến của|bên cạnh|ngoài)\s+"
    r"(?:(?:the|leaders of|cả|lãnh đạo|đại diện|tỉnh|province of|two provinces['’])\s+)*$",
    re.IGNORECASE,
)
"""Whoever approves or witnesses, or is named besides, concludes nothing."""


_WITNESSES = re.compile(
    r"\b(?:in the (?:presence|witness) of|witnessed by|(?:dưới|trước) sự chứng kiến của)\b[^,;.]*", re.IGNORECASE
)
TITLE = r"(?<=\bDr)\.|(?<=Prof)\.|(?<=Assoc)\.|(?<=\bMr)\.|(?<=\bMs)\.|(?<=Mrs)\.|(?<=\bTS)\.|(?<=\bTP)\."
"""A full stop behind a title, which ends no sentence."""


class Sentence(Struct):
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
    districts: tuple[Found, ...] = ()
    story: int = 1
    heads: tuple[tuple[int, Found], ...] = ()
    """Where persons are named without their office, and the bodies that they head."""


_WHOSE = re.compile(r"\s*\((?:tỉnh )?")


class Party(Struct, frozen=True):
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
        if self.organisation is None or self.organisation.key in ("peoples-committee", "provincial-administration"):
            return self.province or self.side, ""
        return self.province or self.side, self.organisation.key

    @property
    def special(self) -> bool:
        """Whether it is a body that does not stand for its whole province."""
        return bool(self.key[1])

    def as_province(self, places: Sequence[PlaceMention] = ()) -> Party:
        """The province for which a body stands, in its own words if they are among `places`; one without it stays."""
        if not (self.province and self.special):
            return self
        named = [p for p in places if p.id == self.province]
        own = next((p for p in named if self.start <= p.start < self.end), named[0] if named else None)
        return replace(
            self, organisation=None, start=own.start if own else self.start, end=own.end if own else self.end
        )


def in_sentence(sentence: Sentence, a: int = 0, b: int | None = None, *, each: bool = False) -> list[Party]:
    """The parties that a sentence names between two places: organisations, and provinces that are no mere place.

    With `each` also those that are named again, or beside their own bodies.
    """
    b = sentence.end if b is None else b
    found: list[Party] = []
    bodies = sentence.organisations
    witnesses = [m.span() for m in _WITNESSES.finditer(sentence.text, sentence.start, sentence.end)] if bodies else []
    for org in bodies:
        inside = any(x <= org.head[0] and org.head[1] <= y for x, y in sentence.offices)
        if (
            a <= org.start
            and org.end <= b
            and not inside
            and org.type not in ("ministry", "government")
            and not _superior(sentence, org)
            and not _ASIDE.search(sentence.text[max(sentence.start, org.start - 40) : org.start])
            and not any(x <= org.start < y for x, y in witnesses)
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
        if any(_WHOSE.fullmatch(sentence.text, org.end, place.start) for org in sentence.organisations):
            continue  # whose the body is: "Trường THPT Lê Lợi (Quảng Trị)"
        before = sentence.text[max(sentence.start, place.start - 40) : place.start]
        if _VENUE.search(before) or _ASIDE.search(before):
            continue
        found.append(Party(place.id, None, place.country, place.start, place.end))
    return sorted(found if each else distinct(found), key=lambda p: p.start)


def acting(sentence: Sentence, a: int = 0, b: int | None = None, *, each: bool = False) -> list[Party]:
    """The same, and districts, which conclude agreements with each other."""
    b = sentence.end if b is None else b
    local = [
        Party(d.province, d, d.side, d.start, d.end)
        for d in sentence.districts
        if d.side
        and a <= d.start
        and d.end <= b
        and not any(x <= d.start < y for x, y in sentence.offices)
        and not _VENUE.search(sentence.text[max(sentence.start, d.start - 40) : d.start])
    ]
    found = in_sentence(sentence, a, b, each=each)
    if not local:
        return found
    return sorted([*found, *local] if each else distinct([*found, *local]), key=lambda p: p.start)


def held(sentence: Sentence, a: int, b: int) -> list[Party]:
    """The bodies whose offices are held by those whom a stretch names: "the Director of the Health Department of X".

    Of whom only the name stands there, the office was told before.
    """
    found = [
        o for o in sentence.organisations if a <= o.start < b and any(x <= o.head[0] < y for x, y in sentence.offices)
    ]
    found += [o for at, o in sentence.heads if a <= at < b]
    return [Party(o.province, o, o.side, o.start, o.end) for o in found if o.province or o.side]


def _superior(sentence: Sentence, org: Found) -> bool:
    """Whether a body is only named as that to which another belongs: "Đồn Biên phòng Phú Gia (BĐBP Hà Tĩnh)"."""
    others = [o for o in sentence.organisations if o.head != org.head]
    if any((o.start <= org.start and org.end <= o.end) or o.start < org.start < o.end for o in others):
        return True
    before = sentence.text[max(sentence.start, org.start - NEXT) : org.start]
    if any(o.end <= org.start for o in others) and _BELONGS.search(before):
        return True
    text = sentence.text
    unit = next((o for o in others if _OF.fullmatch(text, o.end, org.start)), None)
    if unit is None:
        return False
    if _UNDER.match(text, unit.end):
        return True
    return _UNIT.match(text, unit.start) is not None or _FACULTY.match(text, unit.start, org.end) is not None


NEXT = 12
_BELONGS = re.compile(r"\((?:thuộc |of (?:the )?)?$|\b(?:thuộc|trực thuộc|under (?:the )?)\s+$")
_OF = re.compile(r",\s+|\s*\(|\s+(?:of|under|thuộc)\s+(?:the\s+)?")
_UNDER = re.compile(r"\s+(?:under|thuộc)\b")
_UNIT = re.compile(r"(?:[\w’'-]+ ){0,6}?(?:Post|Station|Company|Battalion|Team|Đồn|Đại đội|Tiểu đoàn|Trạm|Đội)\b")
_FACULTY = re.compile(r"Trường Đại học [^,.;]+, Đại học [A-ZĐ]")


def distinct(found: Sequence[Party]) -> list[Party]:
    """Each party once; a province that is named beside its own bodies is no party of its own."""
    kept: dict[tuple[str, str], Party] = {}
    for party in found:
        kept.setdefault(party.key, party)
    with_bodies = {p.province for p in kept.values() if p.organisation is not None}
    return [p for p in kept.values() if p.organisation is not None or p.province not in with_bodies]


BOTH = 2
"""So many are meant by "the two sides"; of more there may be several on a side."""


def both_sides(found: Sequence[Party]) -> bool:
    """Whether both countries are among the parties."""
    return {"VN", "LA"} <= {p.side for p in found}
