"""Who concluded an agreement: those whom its own words name, or whom "the two sides" means.

A document's parties stand behind it ("an agreement between X and Y", "with Y"), or before the verb ("X and Y signed").
Where it is looked back on ("under the agreement, X will help Y"), what follows names no parties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.districts import TYPE as DISTRICT
from edition.drafting.parties import Party, Sentence, acting, both_sides, distinct
from edition.drafting.places import Mention

FAR, JOINED, NEAR = 120, 45, 40
_BETWEEN = re.compile(
    r"\b(?:between|among|giữa|entre|ký bởi|(?:signed|inked|concluded|initialled) by)\s+|(?:ລະຫວ່າງ)\s*", re.IGNORECASE
)
_WITH = re.compile(r"[^,.;:]{0,70}?\b(?:with|với|avec)\s+", re.IGNORECASE)
_PARTNER = re.compile(
    r"(?:\s+(?:on|of|about|for|in|về|ký|đã ký|signed)(?:\s+[\w’'-]+){1,7}?)?\s*\b(?:with|với|avec)\s+", re.IGNORECASE
)
_BACK = re.compile(
    r"\b(?:under|according to|in line with|in accordance with|pursuant to|as part of|on the basis of|within the "
    r"framework of|implement\w*|carry\w* out|theo|thực hiện|triển khai|trong khuôn khổ|căn cứ|trên cơ sở|selon|"
    r"en vertu de|dans le cadre de)\b[^,.;]{0,40}$",
    re.IGNORECASE,
)
_ORDER = re.compile(r"\b(?:giao|assign\w*|task(?:ed|ing)|instruct\w*|entrust\w*|authori[sz]ed)\b")
"""Whoever is told to draft a document is none of its parties."""
_CLAUSE = re.compile(
    r";|:\s|,\s+(?=(?:hai bên|hai tỉnh|các nội dung|trong đó|đồng thời|theo đó|qua đó|trên cơ sở|while|"
    r"under which|in which|"
    r"of which|which|with which|adding|and (?:the two|they|has|have|had|is|are|proposed|said)|nhưng|song|còn|"
    r"prévoyant|dont)\b)"
    r"|\s+(?:while|whereas|trong khi)\s+"
    r"|\b(?:said|says|noted|added|stressed|recalled|affirmed|told|cho biết|cho rằng|khẳng định|nhấn mạnh|nêu rõ|"
    r"thông tin)"
    r"(?:,|:)?\s+(?:that\s+|rằng\s+)?"
)
_PROVINCES = re.compile(
    r"\b(?:two|both|three|four) (?:provinces|cities|localities|neighbou?rs|capitals)\b|"
    r"\b(?:hai|ba|bốn|các|2|3) (?:tỉnh|địa phương|thành phố)\b|\bdeux (?:provinces|localités)\b|ສອງ",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(?:two|both|three|four|the) (?:[\w’']+ )?(?P<en>unions|commissions|departments|agencies|units|"
    r"organi[sz]ations|"
    r"universities|committees|associations|forces|commands|fronts|hospitals|schools|colleges|newspapers|stations|"
    r"federations|academies|museums|chambers|districts)\b"
    r"|\b(?:hai|ba|2|các) (?P<vi>huyện|đơn vị|hội|lực lượng|sở|ngành|cơ quan|tổ chức|trường|đoàn|đồn|tỉnh đoàn|"
    r"bệnh viện|báo|"
    r"đài|ban|mặt trận|công an|học viện)\b",
    re.IGNORECASE,
)


def named(sentence: Sentence, a: int, b: int, least: int, most: int, *, fresh: bool) -> list[Party]:
    """Whom a document's own words name, its mention being at `a` to `b`, others ending before `least`, from `most`.

    `fresh` says that the document is not spoken of as known: "under another plan, X and Y …" names who made it.
    """
    start, end = clause(sentence, a, b)
    end = min(end, most) if most < sentence.end else end
    before = acting(sentence, max(start, least), a)
    if not both_sides(before):
        before = acting(sentence, start, a)
    if order := _ORDER.search(sentence.text, start, a):
        before = [p for p in before if p.end <= order.start()]
    for between in _BETWEEN.finditer(sentence.text, b, min(sentence.end, most)):
        found = _list(sentence.text, acting(sentence, between.end(), min(end, most)))
        if between.end() - b <= FAR and found and found[0].start - between.end() <= JOINED:
            return counterparts(found)
    partner = _PARTNER.match(sentence.text, b if sentence.text[a:b] not in ("with", "với") else a, end)
    behind_it = partner.end() if partner else b
    partners = [p for p in acting(sentence, a, b) if (p.start, p.end) == (a, b)]
    if partners or (partner and (partners := _list(sentence.text, acting(sentence, behind_it, end)))):
        sides = {p.side for p in partners}
        return counterparts([*[p for p in before if p.side not in sides], *partners])
    if not fresh and _BACK.search(sentence.text, max(start, a - NEAR * 2), a):
        partner = _WITH.match(sentence.text, b, end)
        behind = acting(sentence, partner.end(), end)[:1] if partner else []
    else:
        behind = [p for p in acting(sentence, b, end) if p.start - b <= FAR]
    if both_sides(before):
        return counterparts(before)
    return counterparts(distinct([*before, *behind]))


def parties_of(sentence: Sentence, a: int, b: int, known: list[Party], sentences: Sequence[Sentence]) -> list[Party]:
    """Who concluded the agreement named at `a` to `b`, `known` being those whom its own words name."""
    if both_sides(known):
        return known
    start, end = clause(sentence, a, b)
    story = [s for s in sentences if s.story == sentence.story and not s.correction]
    if _BODIES.search(sentence.text, start, end):
        return spoken_of(story, sentence, bodies=True, provinces=False) or known
    provinces = _PROVINCES.search(sentence.text, start, end) or _SMALL.search(sentence.text, start, a)
    main = spoken_of(story, sentence, bodies=False, provinces=provinces is not None)
    if not known and not sentence.title and not sentence.caption:
        known = _signatories(sentence, start, end) or _focus(sentence, a, story)
        if both_sides(known):
            return _as_one(known, provinces is not None, [p for s in story for p in s.places])
    sides = {p.side for p in known}
    if known and not any(p.special for p in known):
        main = spoken_of(story, sentence, bodies=False, provinces=True)
    if known and (before := _the_body(sentence, start, end, story, sides)):
        return [*known, before]
    return [*known, *[p for p in main if p.side not in sides]]


_SMALL = re.compile(
    r"\b(?:thôn|(?<!biên )(?<!văn )bản(?= [A-ZĐ])|xã|cụm bản|villages?|communes?|hamlets?|schools?|huyện|"
    r"districts?)\b"
)
"""Those who are smaller than districts are named by their provinces."""


def _focus(sentence: Sentence, a: int, story: Sequence[Sentence]) -> list[Party]:
    """Whom the paragraph spoke of last before a mention, on each side."""
    found: list[Party] = []
    for other in reversed([s for s in story if s.start <= sentence.start and not s.title and not s.caption]):
        if "\n" in sentence.text[other.end : sentence.start]:
            break
        sides, provinces = {p.side for p in found}, {p.province for p in found}
        end = min(other.end, a)
        if order := _ORDER.search(sentence.text, other.start, end):
            end = order.start()
        both = acting(other, other.start, end)
        if both_sides(both) and provinces <= {p.province for p in both}:
            return counterparts(both)
        found += [p for p in acting(other, other.start, end) or _held(other, end) if p.side not in sides]
        if both_sides(found):
            break
    return _as_one(found, False, [p for s in story for p in s.places])


def _signatories(sentence: Sentence, start: int, end: int) -> list[Party]:
    """The bodies whose heads sign: "the Director of the Health Department of X and the Director of that of Y"."""
    held = [
        Party(o.province, o, o.side, o.start, o.end)
        for o in sentence.organisations
        if start <= o.start < end and any(x <= o.head[0] < y for x, y in sentence.offices)
    ]
    found = counterparts(held)
    return found if both_sides([p for p in found if p.special]) else []


def _held(sentence: Sentence, end: int) -> list[Party]:
    """The provinces whose offices are held by those whom a sentence names: "met the Governor of Vientiane Province"."""
    places = [p for p in sentence.places if p.what == "province" and p.end <= end]
    return [Party(p.id, None, p.country, p.start, p.end) for p in places]


def _the_body(sentence: Sentence, start: int, end: int, story: Sequence[Sentence], sides: set[str]) -> Party | None:
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
    r"station|museum|institute)\b(?! of\b)|\b[Nn]hà trường\b"
)


def clause(sentence: Sentence, a: int, b: int) -> tuple[int, int]:
    """The clause in which a mention stands."""
    start, end = sentence.start, sentence.end
    for match in _CLAUSE.finditer(sentence.text, sentence.start, sentence.end):
        if match.end() <= a:
            start = match.end()
        elif match.start() >= b:
            return start, match.start()
    return start, end


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
    r"\b(?:and|và|et|with|với|cùng|&)\b|^\s*(?:[Pp]rovinces?)?\s*(?:\([^)]*\))?\s*[,;–-]\s*(?:the |tỉnh )?$"
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
    types = {side: {p.organisation.type for p in bodies if p.organisation and p.side == side} for side in ("VN", "LA")}
    shared = types["VN"] & types["LA"]
    alike = [p for p in bodies if p.organisation and p.organisation.type in shared]
    return alike if shared and len(bodies) > 2 and both_sides(alike) else bodies


def spoken_of(sentences: Sequence[Sentence], until: Sentence, *, bodies: bool, provinces: bool) -> list[Party]:
    """Whom the article speaks of: the first sentence that names both sides, the title last."""
    body = [s for s in sentences if not s.title and not s.caption]
    ordered = [*body, *[s for s in sentences if s.title or s.caption]]
    if bodies:
        for sentence in [*reversed([s for s in body if s.start <= until.start]), *ordered]:
            found = [p for p in acting(sentence) if p.special]
            if both_sides(found):
                return counterparts(found)
    for sentence in ordered:
        found = [
            p.as_province(sentence.places) if p.organisation and p.organisation.implied else p for p in acting(sentence)
        ]
        if both_sides(found) and both_sides(found := _as_one(found, provinces, sentence.places)):
            return found
    seen: list[Party] = []
    for sentence in body[:6] or sentences:
        seen += acting(sentence)
        if both_sides(seen) and both_sides(
            found := _as_one(distinct(seen), provinces, [p for s in sentences for p in s.places])
        ):
            return found
    first: dict[str, Party] = {}
    for sentence in sentences:
        for place in sentence.places:
            if place.what in ("province", "district", "city"):
                first.setdefault(place.country, Party(place.id, None, place.country, place.start, place.end))
    return list(first.values())


def _as_one(found: list[Party], provinces: bool, places: Sequence[Mention]) -> list[Party]:
    """Bodies where both sides have them, or else the provinces."""
    if provinces or not both_sides([p for p in found if p.special]):
        found = [p.as_province(places) for p in found if p.province or not p.organisation]
    return counterparts(found)
