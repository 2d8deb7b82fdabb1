"""Who concluded an agreement: those whom its clause names, or whom "the two sides" means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.parties import Party, Sentence, both_sides, distinct, in_sentence

FAR, JOINED = 120, 45
_BETWEEN = re.compile(r"\b(?:between|giữa|entre)\s+|(?:ລະຫວ່າງ)\s*", re.IGNORECASE)
_CLAUSE = re.compile(
    r";|:\s|,\s+(?=(?:hai bên|hai tỉnh|các nội dung|trong đó|đồng thời|theo đó|qua đó|trên cơ sở|while|"
    r"under which|in which|"
    r"of which|which|with which|adding|and (?:the two|they|has|have|had|is|are|proposed|said)|nhưng|song|còn|"
    r"prévoyant|dont)\b)"
    r"|\s+(?:while|whereas|trong khi)\s+"
)
_TWO_PROVINCES = re.compile(
    r"\b(?:two|both|three|four) (?:provinces|cities|localities|neighbou?rs|sides|parties|capitals)\b|"
    r"\b(?:hai|ba|bốn|các|2|3) (?:tỉnh|địa phương|bên|thành phố|huyện)\b|\btheir\b|\bdeux (?:provinces|parties|"
    r"localités)\b|ສອງ",
    re.IGNORECASE,
)
_SIDES = re.compile(r"\b(?:hai bên|two sides|both sides|two parties|their|deux parties)\b", re.IGNORECASE)
_TWO_BODIES = re.compile(
    r"\b(?:two|both|three|four|the) (?:[\w’']+ )?(?:unions|commissions|departments|agencies|units|"
    r"organi[sz]ations|universities|"
    r"committees|associations|forces|commands|fronts|hospitals|schools|colleges|newspapers|stations|federations|academies)\b"
    r"|\b(?:hai|2|các) (?:đơn vị|hội|lực lượng|sở|ngành|cơ quan|tổ chức|trường|đoàn|đồn|tỉnh đoàn|bệnh viện|báo|"
    r"đài|ban|mặt trận|"
    r"công an|học viện)\b",
    re.IGNORECASE,
)


def parties_of(sentence: Sentence, a: int, b: int, sentences: Sequence[Sentence]) -> tuple[Party, ...]:
    """Who concluded the agreement named at `a` to `b` of a sentence."""
    if named := explicit(sentence, a, b):
        return named
    start, end = _clause(sentence, a, b)
    words = sentence.text[start:end]
    bodies = _TWO_BODIES.search(words) is not None
    known = main(sentences, sentence, bodies=bodies or _SIDES.search(words) is not None)
    here = in_sentence(sentence, start, end) or in_sentence(sentence)
    one_side = {p.side for p in here}
    if len(one_side) == 1 and known and not bodies:
        # "with Houaphanh, the two sides": the one named, and the body or province of the other side spoken of before
        before = _spoken_of(sentence, start, end, sentences)
        if before and before.side not in one_side:
            return (*here, before)
        others = main(sentences, sentence, bodies=any(p.organisation for p in here)) or known
        return (*here, *[p for p in others if p.side not in one_side])
    if bodies or _TWO_PROVINCES.search(words) or _TWO_PROVINCES.search(sentence.text, sentence.start, sentence.end):
        return known or tuple(here)
    return main(sentences, sentence, bodies=True) or tuple(here)


def explicit(sentence: Sentence, a: int, b: int) -> tuple[Party, ...]:
    """Both sides as the clause of a mention names them, or else its sentence; nothing if it does not."""
    between = [m.end() for m in _BETWEEN.finditer(sentence.text, sentence.start, sentence.end)]
    for at in sorted(between, key=lambda at: (at < a, abs(at - a))):
        if -FAR <= at - b <= FAR or a - FAR * 2 <= at <= a:
            found = _list(sentence, in_sentence(sentence, at, sentence.end))
            if both_sides(found):
                return tuple(counterparts(found))
    start, end = _clause(sentence, a, b)
    found = in_sentence(sentence, start, end)
    if not both_sides(found):
        found = in_sentence(sentence, sentence.start, min(sentence.end, max(b + FAR, end)))
    return tuple(counterparts(found)) if both_sides(found) else ()


def _spoken_of(sentence: Sentence, start: int, end: int, sentences: Sequence[Sentence]) -> Party | None:
    """The body that "the hospital", "nhà trường" means: the last one named with that word."""
    head = _THE_BODY.search(sentence.text, start, end)
    if head is None:
        return None
    word = head["body"].casefold()
    for other in reversed([s for s in sentences if s.end <= sentence.end and not s.title and not s.caption]):
        for org in reversed(other.organisations):
            if word in sentence.text[org.start : org.end].casefold() and org.head[0] != head.start("body") and org.side:
                return Party(org.province, org, org.side, org.start, org.end)
    return None


_THE_BODY = re.compile(
    r"\b[Tt]he (?P<body>hospital|university|college|school|academy|newspaper|union|department|association|"
    r"command|station)\b"
    r"(?! of\b)"
)


def _clause(sentence: Sentence, a: int, b: int) -> tuple[int, int]:
    """The clause in which a mention stands."""
    start, end = sentence.start, sentence.end
    for match in _CLAUSE.finditer(sentence.text, sentence.start, sentence.end):
        if match.end() <= a:
            start = match.end()
        elif match.start() >= b:
            return start, match.start()
    return start, end


def _list(sentence: Sentence, found: list[Party]) -> list[Party]:
    """The parties that are listed together: until something longer stands between them, and both sides are there."""
    taken: list[Party] = []
    for party in found:
        if taken and both_sides(taken) and party.start - taken[-1].end > JOINED:
            break
        taken.append(party)
    return taken


def counterparts(found: Sequence[Party]) -> list[Party]:
    """Bodies where both sides have them; of several bodies of one province, those that have a counterpart."""
    bodies = [p for p in found if p.organisation is not None]
    if not both_sides(bodies):
        return list(found)
    types = {side: {p.organisation.type for p in bodies if p.organisation and p.side == side} for side in ("VN", "LA")}
    shared = types["VN"] & types["LA"]
    alike = [p for p in bodies if p.organisation and p.organisation.type in shared]
    return alike if shared and len(bodies) > 2 and both_sides(alike) else bodies


def main(sentences: Sequence[Sentence], until: Sentence, *, bodies: bool) -> tuple[Party, ...]:
    """Whom the article speaks of: the first sentence that names both sides."""
    same = [s for s in sentences if s.story == until.story and not s.correction]
    body = [s for s in same if not s.title and not s.caption]
    for sentence in (*body, *[s for s in same if s.title or s.caption]):
        found = in_sentence(sentence)
        orgs = [p for p in found if p.organisation is not None]
        if bodies and both_sides(orgs) and not _hosts(orgs):
            return tuple(counterparts(orgs))
        if both_sides(found):
            provinces = distinct([Party(p.province, None, p.side, p.start, p.end) for p in found if p.province])
            if both_sides(provinces) and (not bodies or _hosts(orgs)):
                return tuple(provinces)
            return tuple(counterparts(found))
    seen: list[Party] = []
    for sentence in body[:6] or same:
        seen += in_sentence(sentence)
        if both_sides(seen):
            return tuple(distinct(seen))
    first: dict[str, Party] = {}
    for sentence in same:
        for place in sentence.places:
            if place.what in ("province", "district", "city"):
                first.setdefault(place.country, Party(place.id, None, place.country, place.start, place.end))
    return tuple(first.values())


def _hosts(orgs: Sequence[Party]) -> bool:
    """Whether several bodies of one province are named: they received someone, and speak for their province."""
    owners = [p.province for p in orgs if p.province]
    return any(owners.count(province) > 1 for province in owners) and len(set(owners)) < len(owners) - 1
