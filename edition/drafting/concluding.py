"""Who concluded an agreement, as its own words name them.

A document's parties stand behind it ("an agreement between X and Y", "with Y"), or before the verb ("X and Y signed").
Where it is looked back on ("under the agreement, X will help Y"), what follows names no parties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.districts import TYPE as DISTRICT
from edition.drafting.pairs import pair
from edition.drafting.parties import Party, Sentence, acting, both_sides, distinct, held

FAR, JOINED, NEAR = 120, 45, 40
PARTY = "party-committee"
BETWEEN = re.compile(
    r"\b(?:between|among(?! other)|giữa|entre|ký bởi|(?:signed|inked|concluded|initialled)(?: (?:on|"
    r"in) [\w ,]{2,20}?)? by)\s+|"
    r"(?:ລະຫວ່າງ)\s*",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"(?:\s+(?:on|of|about|for|in|về|ký|đã ký|signed|giai đoạn|năm|20\d\d(?:\s*[–-]\s*20\d\d)?)"
    r"(?:\s+(?!mà\b|that\b|which\b)[\w’'–-]+){0,9}?)?\s+(?:with|với|avec)\s+|\b(?:with|với|avec)\s+",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:under|according to|in line with|in accordance with|pursuant to|as part of|on the basis of|within the "
    r"framework of|implement\w*|carry\w* out|theo|thực hiện|triển khai|trong khuôn khổ|căn cứ|trên cơ sở|selon|"
    r"en vertu de|dans le cadre de)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
_WERE = re.compile(r"which (?:was|were|(?:has|have|had) been)\b")
_SIGNED_BY = re.compile(
    r"[^.;:]{0,60}?\s(?:that|which|mà|do)\s(?P<who>[^;:]{0,260}?),?\s(?:had |have |has |đã )?(?:\w+ly )?(?:signed|"
    r"inked|"
    r"concluded|reached|agreed|adopted|ký|kí)\b"
)
"""A relative clause that says who signed."""
ORDER = re.compile(
    r"\b(?:(?<!bàn )(?<!trao )giao(?! (?:ban|lưu|thông|dịch|ước))|"
    r"assign\w*|task(?:ed|ing)|instruct\w*|entrust\w*|authori[sz]ed)\b"
)
"""Whoever is told to draft a document is none of its parties."""
_CLAUSE = re.compile(
    r";|:\s|,\s+(?=(?:hai bên|hai tỉnh|các nội dung|trong đó|đồng thời|theo đó|qua đó|trên cơ sở|while|"
    r"under which|in which|"
    r"of which|which|with which|adding|and (?:the two|they|has|have|had|is|are|proposed|said)|nhưng|song|còn|"
    r"prévoyant|dont)\b)"
    r"|\s+(?:while|whereas|trong khi)\s+|\s+để\s+(?=trình|báo cáo)|,\s+(?=(?:trình|báo cáo|to be submitted)\s)"
    r"|,\s+(?=(?:the |its |a |[A-Z])[^,;.]{3,90}?\s(?:said|reported|announced|told)\b)"
    r"|\b(?:said|says|noted|added|stressed|recalled|affirmed|told|cho biết|cho rằng|khẳng định|nhấn mạnh|nêu rõ|"
    r"thông tin)"
    r"(?:,|:)?\s+(?:that\s+|rằng\s+)?"
)


def named(sentence: Sentence, a: int, b: int, least: int, most: int) -> list[Party]:
    """Whom a document's own words name, its mention being at `a` to `b`, others ending before `least`, from `most`."""
    start, end = clause(sentence, a, b)
    end = min(end, most) if most < sentence.end else end
    near = before = acting(sentence, max(start, least), a)
    if not both_sides(before):
        before = acting(sentence, start, a)
    if not before and _WERE.match(sentence.text, start):
        before = acting(sentence, sentence.start, start)
    if order := ORDER.search(sentence.text, start, a):
        before = [p for p in before if p.end <= order.start()]
    for between in BETWEEN.finditer(sentence.text, b, min(sentence.end, most)):
        if (two := pair(sentence, between.end(), min(end, most))) and two[0].start - between.end() <= JOINED:
            return two
        found = _list(sentence.text, acting(sentence, between.end(), min(end, most), each=True))
        if found and _ANOTHER_CLAUSE.search(sentence.text, between.end(), found[0].start):
            continue
        if between.end() - b <= FAR and found and found[0].start - between.end() <= JOINED:
            return counterparts(found)
    if by := _SIGNED_BY.match(sentence.text, b, min(end, most)):
        found = acting(sentence, *by.span("who"))
        if with_ := _PARTNER.match(sentence.text, by.end(), end):
            found += _list(sentence.text, acting(sentence, with_.end(), min(end, most), each=True))
        found = found if both_sides(found) else [*found, *held(sentence, *by.span("who"))]
        if both_sides(found):
            return counterparts(found)
    partner = _PARTNER.match(sentence.text, b if sentence.text[a:b] not in ("with", "với") else a, end)
    behind_it = partner.end() if partner else b
    if sentence.text[a:b] in ("with", "với") and not acting(sentence, behind_it, min(end, most)):
        partners = held(sentence, behind_it, min(end, most))[:1]
        return counterparts([*[p for p in before if p.side not in {q.side for q in partners}], *partners])
    partners = [p for p in acting(sentence, a, b) if (p.start, p.end) == (a, b)]
    if partners or (partner and (partners := _list(sentence.text, acting(sentence, behind_it, end, each=True)))):
        sides = {p.side for p in partners}
        first = [p for p in near if p.side not in sides] or [p for p in before if p.side not in sides]
        return counterparts([*first, *partners])
    if both_sides(before):
        return counterparts(before)
    if _BACK.search(sentence.text, max(start, a - NEAR * 2), a):
        return counterparts(before or _joint_subject(sentence, b, most))
    if _BY_THE_SIDES.search(sentence.text, start, a):
        return counterparts(before)
    behind = [p for p in acting(sentence, b, end) if p.start - b <= FAR and not _GOAL.search(sentence.text, b, p.start)]
    return counterparts(distinct([*before, *behind]))


def clause(sentence: Sentence, a: int, b: int) -> tuple[int, int]:
    """The clause in which a mention stands."""
    start, end = sentence.start, sentence.end
    for match in _CLAUSE.finditer(sentence.text, sentence.start, sentence.end):
        if match[0].startswith(",") and _TOPIC.fullmatch(sentence.text, start, match.start()):
            continue
        if match.end() <= a:
            start = match.end()
        elif match.start() >= b:
            return start, match.start()
    return start, end


def _joint_subject(sentence: Sentence, b: int, most: int) -> list[Party]:
    """Those who together carried a document out: "Thực hiện kế hoạch năm 2024, Công an A và Công an B đã …"."""
    behind = _THEN.match(sentence.text, b, most)
    if behind is None:
        return []
    found: list[Party] = []
    for party in acting(sentence, behind.end(), each=True):
        gap = sentence.text[found[-1].end if found else behind.end() : max(party.start, behind.end())]
        if not _BETWEEN_SUBJECTS.fullmatch(gap):
            break
        found.append(party)
    types = {p.organisation.type for p in found if p.organisation}
    return found if both_sides(found) and len(types) == 1 else []


_THEN = re.compile(r"[^,;.]{0,60},\s+")
_BETWEEN_SUBJECTS = re.compile(r"\s*(?:tỉnh )?(?:\([^)]{2,30}\))?(?:,|và|and|cùng|với|\s)*(?:the |tỉnh |các tỉnh )*")
_BY_THE_SIDES = re.compile(
    r"\b(?:hai|ba|các) bên (?:\w+ )?(?:ký|kí)\b|\b(?:two|three|both) sides (?:\w+ )?(?:sign|conclud)\w*"
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:since|after|before|when|because|as)\b")
_GOAL = re.compile(r"\b(?:to|from|sang|tới|cho)\s+(?:(?:the|tỉnh|province of)\s+)*$")
"""Where one comes to or from, and whom one helps."""
_TOPIC = re.compile(
    r"\s*(?:và\s+)?(?:(?:đối|riêng|còn)\s+)?(?:với|riêng)\s[^,]{3,60}|\s*(?:and\s+)?(?:with|as for|"
    r"regarding)\s[^,]{3,60}",
    re.IGNORECASE,
)
"""A topic belongs to what is said of it: "đối với tỉnh X, hai bên đang triển khai …"."""


def _list(text: str, found: Sequence[Party]) -> list[Party]:
    """The parties that are listed together: once both sides are there, only what is joined by "and" belongs to it."""
    taken: list[Party] = []
    for party in found:
        gap = text[taken[-1].end : party.start] if taken and taken[-1].end < party.start else " and "
        if taken and both_sides(taken) and (len(gap) > JOINED or not _JOIN.search(gap)):
            break
        taken.append(party)
    return taken


_JOIN = re.compile(
    r"\b(?:and|và|et|with|với|cùng|&)\b|^\s*(?:[Pp]rovinces?)?\s*(?:\([^)\d]*\))?\s*[,;–-]\s*(?:the |tỉnh )?$"
)


def counterparts(found: Sequence[Party]) -> list[Party]:
    """Of several bodies of one province, those that have a counterpart."""
    kept = distinct(found)
    districts = [p for p in kept if p.organisation and p.organisation.type == DISTRICT]
    if not both_sides(districts):
        kept = distinct([p.as_province() if p in districts else p for p in kept])
    bodies = [p for p in kept if p.special]
    if not both_sides(bodies):
        return kept
    whole = [p for p in kept if not p.special]
    if both_sides(whole) and all(p.organisation and p.organisation.type == PARTY for p in bodies):
        return whole  # "Tỉnh ủy, HĐND, UBND tỉnh X": the province in all its parts
    types = {side: {p.organisation.type for p in bodies if p.organisation and p.side == side} for side in ("VN", "LA")}
    shared = types["VN"] & types["LA"]
    alike = [p for p in bodies if p.organisation and p.organisation.type in shared]
    return alike if shared and len(bodies) > 2 and both_sides(alike) else bodies
