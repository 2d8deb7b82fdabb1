"""Whom an article means where a document's own words do not name its parties: "the two unions", "hai bên".

They are the bodies last so called, those of whom the paragraph spoke last, or else those of whom the article does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.concluding import BETWEEN, NEAR, ORDER, clause, counterparts
from edition.drafting.pairs import pair, with_provinces
from edition.drafting.parties import Party, Sentence, acting, both_sides, distinct
from edition.drafting.places import Mention


def parties_of(
    sentence: Sentence, at: tuple[int, int, int], parties: Sequence[Party], sentences: Sequence[Sentence]
) -> list[Party]:
    """Who concluded the agreement named `at` a place, whose own words end at the third and name `parties`."""
    a, b, until_next = at
    whole = [s for s in sentences if s.story == sentence.story]
    known = list(parties)
    if not all(p.province for p in known):
        known = with_provinces(known, {p.side: p.province for p in spoken_of(whole, provinces=True)})
    start, end = clause(sentence, a, b)
    both = both_sides(known)
    if both and (any(p.special for p in known) or not _THEIR.search(sentence.text, start, end)):
        return known
    story = [s for s in sentences if s.story == sentence.story and not s.correction]
    if both:
        their = _THEIR.search(sentence.text, start, end)
        return (their and _the_two(story, sentence, their["en"], until_next)) or known
    until = _MADE_BY.search(sentence.text, b, end)
    bodies = _BODIES.search(sentence.text, start, until.start() if until else end)
    if bodies and (found := _the_two(story, sentence, bodies["en"] or bodies["vi"], until_next)):
        return found
    between = BETWEEN.search(sentence.text, b, min(end, until_next, b + NEAR))
    if two := pair(sentence, start, end):
        return with_provinces(two, {p.side: p.province for p in spoken_of(story, provinces=True)})
    known = _signatories(sentence, start, end, known) or known
    if both_sides(known):
        return counterparts(known)
    if not known and between and not _SIDES.search(sentence.text, b, end):
        return spoken_of(story, provinces=True)
    provinces = _PROVINCES.search(sentence.text, start, end) or _SMALL.search(sentence.text, start, a)
    main = spoken_of(story, provinces=provinces is not None)
    if not known and not sentence.title and not sentence.caption:
        known = _focus(sentence, a, story)
        sides_meant = _SIDES.search(sentence.text, start, end) is not None and not provinces
        if sides_meant and (other := _alike(known, sentence, story)):
            return counterparts([*known, other])
        known = _as_one(known, provinces is not None, [p for s in story for p in s.places])
        if both_sides(known):
            return known
    sides = {p.side for p in known}
    if known and not any(p.special for p in known):
        main = spoken_of(story, provinces=True)
    if known and (other := _the_body(sentence, sentence.start, end, story, sides) or _alike(known, sentence, story)):
        return [*known, other]
    return [*known, *[p for p in main if p.side not in sides]]


_PROVINCES = re.compile(
    r"\b(?:two|both|three|four) (?:provinces|cities|localities|neighbou?rs|capitals)\b|"
    r"\b(?:hai|ba|bốn|các|2|3) (?:tỉnh|địa phương|thành phố)\b|\bdeux (?:provinces|localités)\b|ສອງ(?!ຝ່າຍ)",
    re.IGNORECASE,
)
_BODIES = re.compile(
    r"\b(?:two|both|three|four|the) (?:[\w’']+ )?(?P<en>unions|commissions|departments|agencies|units|"
    r"organi[sz]ations|universities|committees|associations|forces|commands|fronts|hospitals|societies|schools|colleges|"
    r"newspapers|stations|federations|confederations|academies|museums|chambers|districts|offices|posts|companies|"
    r"institutes|bodies|institutions|partners)\b"
    r"|\b(?:hai|ba|2|các) (?P<vi>huyện|đơn vị|hội|lực lượng|sở|ngành|cơ quan|tổ chức|trường|đoàn|đồn|tỉnh đoàn|"
    r"bệnh viện|báo|đài|ban|mặt trận|công an|học viện|liên minh|chi cục|viện)\b",
    re.IGNORECASE,
)
_THEIR = re.compile(
    r"\b[Tt]he [A-Z][\w ’'-]{2,25} and (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} "
    r"(?P<en>fronts|unions|commissions|departments|universities|associations|commands|hospitals|schools|colleges)\b"
)
"""Bodies called by their provinces: "the Ha Tinh and Bolikhamxay fronts"."""
_MADE_BY = re.compile(r"\b(?:draft|prepar|compil)\w* by\b")


_SIDES = re.compile(r"\b(?:two|both) (?:sides|parties)\b|\bthe parties\b|\bhai bên\b|ສອງຝ່າຍ", re.IGNORECASE)


_SMALL = re.compile(
    r"\b(?:thôn|(?<!biên )(?<!văn )bản(?= [A-ZĐ])|xã|cụm bản|villages?|communes?|hamlets?|schools?|huyện|"
    r"districts?)\b"
)
"""Those who are smaller than districts are named by their provinces."""


# The bodies that words mean


def _the_two(story: Sequence[Sentence], until: Sentence, word: str, most: int) -> list[Party]:
    """The bodies of both sides that "the two unions" means: the last so called, in one sentence or on each side.

    Those of "the two agencies" are of one kind, if any are. What stands behind `most` is of another document.
    """
    stem = "" if _OF_ANY_KIND.match(word) else re.sub(r"(?:ies|y|s)$", "", word.casefold())
    last: dict[str, Party] = {}
    unlike: list[Party] = []
    for sentence in _from(until, story):
        end = most if sentence is until else sentence.end
        own = [p for p in acting(sentence, sentence.start, end) if p.special and _called(sentence, p, stem)]
        kinds = [{_kind(sentence.text, p) for p in own if p.side == side} for side in ("VN", "LA")]
        if both_sides(own) and (stem or kinds[0] & kinds[1]):
            return counterparts(own)
        unlike = unlike or (counterparts(own) if both_sides(own) else [])
        for party in own:
            last.setdefault(party.side, party)
        if stem and len(last) == 2:
            return counterparts([last["VN"], last["LA"]])
    if unlike or len(last) == 2:
        return unlike or counterparts([last["VN"], last["LA"]])
    one = next(iter(last.values()), None)
    other = _alike([one], until, story) if one else None
    return counterparts([one, other]) if one and other else []


def _from(sentence: Sentence, story: Sequence[Sentence]) -> list[Sentence]:
    """The sentences of a story in the order in which words refer to them: back from one, then on, titles last."""
    body = [s for s in story if not s.title and not s.caption]
    return [
        *reversed([s for s in body if s.start <= sentence.start]),
        *[s for s in body if s.start > sentence.start],
        *[s for s in story if s.title or s.caption],
    ]


def _called(sentence: Sentence, party: Party, stem: str) -> bool:
    return stem in sentence.text[party.start : party.end].casefold()


_OF_ANY_KIND = re.compile(
    r"agenc|unit|organi|force|bod[yi]|institution|partner|compan|đơn vị|lực lượng|ngành|cơ quan|tổ chức", re.IGNORECASE
)


def _alike(known: Sequence[Party], sentence: Sentence, story: Sequence[Sentence]) -> Party | None:
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
    r"station|museum|institute|post|company|commission|chamber)\b(?! of\b)|\b[Nn]hà trường\b"
)


# Those of whom is spoken


def _focus(sentence: Sentence, a: int, story: Sequence[Sentence]) -> list[Party]:
    """Whom the paragraph spoke of last before a mention, on each side."""
    found: list[Party] = []
    for other in reversed([s for s in story if s.start <= sentence.start and not s.title and not s.caption]):
        if "\n" in sentence.text[other.end : sentence.start]:
            break
        sides, provinces = {p.side for p in found}, {p.province for p in found}
        end = min(other.end, a)
        if order := ORDER.search(sentence.text, other.start, end):
            end = order.start()
        both = acting(other, other.start, end)
        if both_sides(both) and provinces <= {p.province for p in both}:
            return counterparts(both)
        found += [p for p in acting(other, other.start, end) or _held(other, end) if p.side not in sides]
        if both_sides(found):
            break
    return found


def _signatories(sentence: Sentence, start: int, end: int, known: Sequence[Party]) -> list[Party]:
    """The bodies whose heads sign: "the Director of the Health Department of X and the Director of that of Y".

    Of whom only the name stands there, the office was told before.
    """
    held = [
        Party(o.province, o, o.side, o.start, o.end)
        for o in sentence.organisations
        if start <= o.start < end and any(x <= o.head[0] < y for x, y in sentence.offices)
    ]
    held += [Party(o.province, o, o.side, o.start, o.end) for at, o in sentence.heads if start <= at < end]
    found = counterparts([*held, *[p for p in known if p.special]])
    return found if held and both_sides([p for p in found if p.special]) else []


def _held(sentence: Sentence, end: int) -> list[Party]:
    """The provinces whose offices are held by those whom a sentence names: "met the Governor of Vientiane Province"."""
    places = [p for p in sentence.places if p.what == "province" and p.end <= end]
    return [Party(p.id, None, p.country, p.start, p.end) for p in places]


def spoken_of(sentences: Sequence[Sentence], *, provinces: bool) -> list[Party]:
    """Whom the article speaks of: the first sentence that names both sides, the title last."""
    body = [s for s in sentences if not s.title and not s.caption]
    ordered = [*body, *[s for s in sentences if s.title or s.caption]]
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
