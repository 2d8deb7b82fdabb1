"""Scope: is this cooperation between Viet Nam and Laos below the national level, or beside it?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.drafting.parties import Sentence

_HEADS = re.compile(
    r"\b(?:State President|Prime Minister|National Assembly (?:Chairman|Chairwoman|Vice|Standing)|General Secretary|"
    r"President of (?:Laos|Vietnam|the (?:Lao|Vietnam))|(?:Lao|Vietnamese) President|Deputy Prime Minister|"
    r"NA Chairman|"
    r"(?:Foreign |Defence |Deputy )?Minister(?:s)?|Ministr(?:y|ies) of|Ambassador|Embassy|Intergovernmental|"
    r"Inter-governmental|Governments?\b|Summit|ASEAN)\b"
    r"|\b(?:Chủ tịch nước|Thủ tướng|Phó Thủ tướng|Tổng Bí thư|Chủ tịch Quốc hội|Bộ trưởng|Thứ trưởng|Chính phủ|"
    r"Bộ (?:Ngoại giao|Quốc phòng|Công an|Công Thương|Giáo dục|Y tế|Tài chính)|Đại sứ|Ủy ban liên Chính phủ)\b"
    r"|(?<![A-Z] )(?<!Union )(?<!Association )(?<!Committee )\bPresidents?\b(?= (?:and|of (?:Laos|Vietnam|"
    r"Viet Nam)\b|holds?|meets?|met|receives?|visits?|hosts?|[A-ZĐ]\w+ [A-ZĐ]))"
    r"|\bpresident\b(?= (?:receives|visits|meets|hosts))"
)
_BESIDE = frozenset(
    (
        "mass-organisation",
        "party-commission",
        "armed-forces",
        "party-committee",
        "department",
        "peoples-committee",
        "peoples-council",
        "provincial-administration",
        "steering-committee",
        "press",
    )
)
_TOGETHER = re.compile(
    r"cooperat|friendship|twin|exchange|sign|visit|delegation|support|joint|partner|border|donat|gift|scholarship|"
    r"student|remains|hợp tác|hữu nghị|kết nghĩa|ký|thăm|đoàn|hỗ trợ|giao lưu|tiếp|tặng|biên giới|lưu học sinh|"
    r"hài cốt|hội đàm|ຮ່ວມມື|ເຊັນ|coopération|amitié",
    re.IGNORECASE,
)
LEAD = 4
WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Scope:
    """In or out, why, and the words (start, end) that tell."""

    value: str
    reason: str
    start: int
    end: int
    sure: bool = True


@dataclass(slots=True)
class _Counts:
    vn: float = 0
    la: float = 0
    vn_places: int = 0
    la_places: int = 0
    third: float = 0
    third_name: str = ""


def scope(sentences: Sequence[Sentence], countries: Mapping[str, Sequence[int]]) -> Scope:
    """The scope of a story, from its sentences and where countries are named in it."""
    body = [s for s in sentences if not s.correction]
    if not body:
        return Scope("out", "There is no article: the file holds navigation only.", 0, 0)
    lead = [s for s in body if s.title] + [s for s in body if not s.title and not s.caption][:LEAD]
    lead = lead or body[:LEAD]
    whole, head = _count(body, countries), _count(lead, countries)
    first = lead[0]
    words = " ".join(s.text[s.start : s.end] for s in lead)

    def out(reason: str, sure: bool = True) -> Scope:
        return Scope("out", reason, first.start, first.end, sure)

    if not whole.la:
        return out("Laos is not spoken of.")
    if not whole.vn:
        return out("Viet Nam is not spoken of.")
    if head.third and not head.la_places and (whole.third >= whole.la or not head.la):
        return out("It is about relations with another country; Laos is named in passing.")
    if head.third and not head.vn_places and (whole.third >= whole.vn or not head.vn):
        return out("It is about Laos and another country; Viet Nam is named in passing.")
    if whole.third > 1.5 * min(whole.la, whole.vn) and whole.third > 3:
        return out("It is mainly about another country.")
    if not head.la and whole.la < 3:
        return out("Laos is named in passing only.")
    if not head.vn and whole.vn < 2:
        return out("Viet Nam is named in passing only.")
    bodies = {o.type for s in lead for o in s.organisations if o.type in _BESIDE}
    everywhere = {o.type for s in body for o in s.organisations if o.type in _BESIDE}
    national = _HEADS.search(words)
    places = head.vn_places + head.la_places
    if national and not (head.vn_places and head.la_places) and not bodies:
        titled = next((s for s in lead if s.title), None)
        if titled and not titled.places and _HEADS.search(titled.text, titled.start, titled.end):
            return out(f"It is about the national level (“{national[0]}”).")
        if places == 0 or (len(_HEADS.findall(words)) >= 2 and places < 3):
            return out(f"It is about the national level (“{national[0]}”).", sure=places == 0)
    if not places and not bodies and not everywhere and not whole.la_places:
        return out("Neither a province nor an organisation beside the national level takes part.", sure=False)
    if not any(_TOGETHER.search(s.text[s.start : s.end]) for s in body):
        return out("Nothing is said of cooperation.", sure=False)
    teller = next((s for s in lead if _sides(s, countries) == {"VN", "LA"}), first)
    sure = bool(head.vn and head.la)
    return Scope(
        "in",
        "It tells of cooperation between Vietnamese and Lao provinces or organisations.",
        teller.start,
        teller.end,
        sure,
    )


def _count(sentences: Sequence[Sentence], countries: Mapping[str, Sequence[int]]) -> _Counts:
    counts = _Counts()
    for sentence in sentences:
        for code, positions in countries.items():
            here = sum(sentence.start <= p < sentence.end for p in positions)
            if code == "VN":
                counts.vn += here
            elif code == "LA":
                counts.la += here
            else:
                counts.third += here
        for place in sentence.places:
            if place.country == "VN":
                counts.vn += 1
                counts.vn_places += place.what != "town" and place.id != "ha-noi"
            else:
                counts.la += 1
                counts.la_places += place.what not in ("town", "bare")
        for org in sentence.organisations:
            if not org.province:
                counts.vn += org.side == "VN"
                counts.la += org.side == "LA"
    return counts


def _sides(sentence: Sentence, countries: Mapping[str, Sequence[int]]) -> set[str]:
    found = {p.country for p in sentence.places}
    return found | {
        c for c, at in countries.items() if c in ("VN", "LA") and any(sentence.start <= p < sentence.end for p in at)
    }
