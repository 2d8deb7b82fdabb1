"""Whom an article means where a document's own words do not name its parties: "the two unions", "hai bên".

They are the bodies last so called, those of whom the paragraph spoke last, or else those of whom the article does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from edition.drafting.called import NUMBERS, alike, backwards, several, the_body
from edition.drafting.concluding import BETWEEN, NEAR, ORDER, clause, counterparts
from edition.drafting.pairs import pair, with_provinces
from edition.drafting.parties import BOTH, Party, Sentence, acting, both_sides, distinct, held
from edition.drafting.rules import UPPER
from edition.drafting.spoken import as_one, spoken_of

GUESSED, HALF_NAMED, CALLED, NAMED = range(4)


class Meant(Struct, frozen=True):
    """Whom a mention means as the parties, and how sure that is: they are named, called by a word, or guessed."""

    parties: tuple[Party, ...]
    sure: int
    provinces: bool = False
    """Whether the words are of "the two provinces"."""


def parties_of(
    sentence: Sentence, at: tuple[int, int, int], own: Sequence[Party], sentences: Sequence[Sentence]
) -> Meant:
    """Who concluded the agreement named `at` a place, whose own words end at the third and name `own`."""
    a, b, until_next = at
    story = [s for s in sentences if s.story == sentence.story and not s.correction]
    known = list(own)
    if not all(p.province for p in known):
        known = with_provinces(known, {p.side: p.province for p in spoken_of(story, provinces=True)})
    start, end = clause(sentence, a, b)
    own_words = (sentence.text, b, min(sentence.end, until_next))
    behind = _BEHIND.match(*own_words) or _BEHIND_VI.match(*own_words)
    if behind and (found := _referred(behind, sentence, story, known, until_next)):
        return Meant(tuple(found), NAMED)
    two = pair(sentence, start, end)
    if two and known and all(two[0].start <= p.start <= two[-1].end + NEAR and not p.special for p in known):
        known = []  # the provinces, whose the two are
    if both_sides(known):
        their = None if any(p.special for p in known) else _THEIR.search(sentence.text, start, end)
        found = several(story, sentence, their["noun"], "", until_next) if their else []
        return Meant(tuple(found or known), NAMED)
    until = _MADE_BY.search(sentence.text, b, end)
    words = (sentence.text, start, until.start() if until else end)
    bodies = _BODIES.search(*words) or _BODIES_VI.search(*words)
    if bodies and (
        found := several(
            story, sentence, bodies["noun"], bodies["n"] or "", until_next, bodies.groupdict().get("kind") or ""
        )
    ):
        return Meant(tuple(found), CALLED)
    their = _THEIR_VI.search(*words)
    if their and not any(o.head[0] < their.end() and their.start() < o.head[1] for o in sentence.organisations):
        found = several(story, sentence, their["noun"], their["n"], until_next)
        if found:
            return Meant(tuple(found), CALLED)
    if two:
        return Meant(tuple(with_provinces(two, {p.side: p.province for p in spoken_of(story, provinces=True)})), NAMED)
    own_end = min(end, until_next)
    known = _signatories(sentence, start, own_end, known) or _signatories(sentence, start, end, known) or known
    if both_sides(known):
        return Meant(tuple(counterparts(known)), NAMED)
    if not known and both_sides(whole := _heads_of_provinces(sentence, start, a)):
        return Meant(tuple(whole), NAMED)
    return _spoken_with(sentence, (a, b, start, end, until_next), known, story)


def _heads_of_provinces(sentence: Sentence, start: int, end: int) -> list[Party]:
    """The provinces whose heads sign: "Chairman of the People's Committee of X and Governor of Y signed"."""
    offices = [o for o in sentence.offices if start <= o[0] and o[1] <= end]
    bodies = [p for p in held(sentence, start, end) if p.special]
    if bodies or not sentence.text[offices[-1][1] if offices else end : end].strip():
        return []
    places = [p for p in sentence.places if p.what == "province" and any(a <= p.start < b for a, b in offices)]
    return distinct([Party(p.id, None, p.country, p.start, p.end) for p in places])


def _referred(
    words: re.Match[str], sentence: Sentence, story: Sequence[Sentence], known: Sequence[Party], most: int
) -> list[Party]:
    """Whom the words right behind a document mean: "between the two provinces", "giữa hai hội"."""
    count = words["n"] or ""
    if words["provinces"]:
        if both_sides(known) and 0 <= known[0].start - words.end() < len(" the provinces of "):
            return list(known)
        whole = distinct([p.as_province(sentence.places) for p in acting(sentence, sentence.start, words.start())])
        number = int(count) if count.isdigit() else NUMBERS.get(count.casefold(), 0)
        fits = both_sides(whole) and (not number or len(whole) == number)
        return whole if fits else spoken_of(story, provinces=True, count=number)
    if words["sides"]:
        return list(known) if both_sides(known) else []
    return several(story, sentence, words["noun"], count, most)


def _spoken_with(
    sentence: Sentence, at: tuple[int, int, int, int, int], known: list[Party], story: Sequence[Sentence]
) -> Meant:
    """Those whom the words name, with those of the other side of whom the paragraph or the article speaks."""
    a, b, start, end, until_next = at
    between = BETWEEN.search(sentence.text, b, min(end, until_next, b + NEAR))
    if not known and between and not _SIDES.search(sentence.text, b, end):
        return Meant(tuple(spoken_of(story, provinces=True)), CALLED)
    counted = _PROVINCES.search(sentence.text, start, end) or _OF_PROVINCES_VI.search(sentence.text, start, end)
    if counted and both_sides(group := [p for p in acting(sentence) if p.start < counted.start() < p.end]):
        return Meant(tuple(group), CALLED)  # "the unions of the four provinces"
    number = NUMBERS.get((counted["n"] or "").casefold(), 0) if counted else 0
    if not known and number > BOTH:
        whole = spoken_of(story, provinces=True, count=number)
        if len(whole) == number:
            return Meant(tuple(whole), GUESSED, True)
    sides_of = _SIDES.search(sentence.text, start, end)
    if not known and sides_of and (found := _sides(sides_of["n"] or "", sentence, story, until_next)):
        return Meant(tuple(found), CALLED)
    provinces = counted or _SMALL.search(sentence.text, start, a)
    sure = HALF_NAMED if known else GUESSED
    main = spoken_of(story, provinces=provinces is not None, count=number)
    if not known and not sentence.title and not sentence.caption:
        known = _focus(sentence, a, story)
        sides_meant = _SIDES.search(sentence.text, start, end) is not None and not provinces
        sure = HALF_NAMED if sides_meant and sure == GUESSED else sure
        if sides_meant and (other := alike(known, sentence, story)):
            return Meant(tuple(counterparts([*known, other])), sure)
        if provinces is None and both_sides(main) and _one_of(known, main):
            return Meant(tuple(main), sure)
        known = as_one(known, provinces is not None, [p for s in story for p in s.places])
        if both_sides(known):
            return Meant(tuple(known), max(sure, HALF_NAMED), counted is not None)
    sides = {p.side for p in known}
    if len(sides) == 1 and (own := _own_place(sentence, a, sides)):
        return Meant((own, *known), HALF_NAMED)
    if known and not any(p.special for p in known):
        main = spoken_of(story, provinces=True)
    if known and (other := the_body(sentence, sentence.start, end, story, sides) or alike(known, sentence, story)):
        return Meant((*known, other), sure)
    return Meant((*known, *[p for p in main if p.side not in sides]), sure, counted is not None)


def _one_of(known: Sequence[Party], main: Sequence[Party]) -> bool:
    """Whether the body known is one of those of whom the article speaks, who are bodies on both sides."""
    bodies = [p for p in main if p.special]
    return len({p.side for p in known}) == 1 and both_sides(bodies) and known[0].key in {p.key for p in bodies}


def _sides(number: str, sentence: Sentence, story: Sequence[Sentence], most: int) -> list[Party]:
    """Whom "the three sides" means: so many bodies, or else provinces; the two sides are found otherwise."""
    count = NUMBERS.get(number.casefold(), 0)
    if count <= BOTH:
        return []
    for other in backwards(sentence, story):
        end = min(other.end, most) if other is sentence else other.end
        named = distinct([*acting(other, other.start, end), *held(other, other.start, end)])
        if len(named) == count and both_sides(named):
            return named
    found = spoken_of(story, provinces=True, count=count)
    return found if len(found) == count else []


_N_EN = r"(?P<n>two|both|three|four|five|six)"
_N_VI = r"(?P<n>hai|ba|bốn|sáu|\d)"
_PROVINCES_EN, _PROVINCES_VI = "provinces|cities|localities|neighbou?rs|capitals", "tỉnh|địa phương|thành phố"
_SIDES_EN, _SIDES_VI = "sides|parties", "bên"
_NOUNS_EN = (
    r"unions|commissions|departments|agencies|units|organi[sz]ations|universities|committees|associations|forces|"
    r"commands|fronts|hospitals|societies|schools|colleges|newspapers|stations|federations|confederations|academies|"
    r"museums|chambers|districts|offices|posts|companies|institutes|bodies|institutions|partners|villages|councils|"
    r"banks|firms|courts|centres|centers|commanders|presidents|directors|rectors|chairmen|chief justices"
)
_NOUNS_VI = (
    r"huyện|đơn vị|hội|lực lượng|sở|ngành|cơ quan|tổ chức|trường|nhà trường|đoàn|đồn|tỉnh đoàn|bệnh viện|báo|đài|ban|"
    r"mặt trận|công an|học viện|liên minh|chi cục|viện|xã|công ty|"
    r"giám đốc|hiệu trưởng|chỉ huy trưởng|chánh án|tòa soạn|trung tâm|hội đồng|tòa án|thôn|bản(?! (?:ghi|thỏa))"
)
_PROVINCES = re.compile(rf"\b{_N_EN} (?:{_PROVINCES_EN})\b|\bdeux (?:provinces|localités)\b|ສອງ(?!ຝ່າຍ)", re.IGNORECASE)
_OF_PROVINCES_VI = re.compile(rf"(?<!\w)(?:{_N_VI}|các) (?:{_PROVINCES_VI})(?!\w)", re.IGNORECASE)
_BODIES = re.compile(rf"\b(?:(?:the )?{_N_EN}|the) (?:(?P<kind>[\w’']+) )?(?P<noun>{_NOUNS_EN})\b", re.IGNORECASE)
_BODIES_VI = re.compile(rf"(?<!\w)(?:{_N_VI}|các(?! ngành)) (?P<noun>{_NOUNS_VI})(?!\w)", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:(?:\s+(?:on|for|in|about)\s[^.,;:]{0,60}?|\s+20\d\d\s*[-–]\s*20\d\d)?\s+(?:between|among)|\s+(?:of|by))\s+"
    rf"(?:the\s+|these\s+|those\s+)?{_N_EN}\s+(?:[\w’'-]+\s+){{0,2}}?"
    rf"(?:(?P<provinces>{_PROVINCES_EN})|(?P<sides>{_SIDES_EN})|(?P<noun>{_NOUNS_EN}))\b(?!['’])"
)
_BEHIND_VI = re.compile(
    r"(?:(?:\s+(?:về|trong|giai đoạn|năm)\s[^.,;:]{0,60}?)?\s+giữa|\s+của)\s+"
    rf"{_N_VI}\s+(?:(?P<provinces>{_PROVINCES_VI})|(?P<sides>{_SIDES_VI})|(?P<noun>{_NOUNS_VI}))(?!\w)"
)
_THEIR = re.compile(
    r"\b[Tt]he [A-Z][\w ’'-]{2,25} and (?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2} "
    r"(?P<noun>fronts|unions|commissions|departments|universities|associations|commands|hospitals|schools|colleges)\b"
)
_THEIR_VI = re.compile(
    rf"(?<!\w)(?!Lực lượng|Ngành|Cơ quan|Đơn vị|Tổ chức)"
    rf"(?P<noun>[{UPPER}][\w-]*(?: (?![{UPPER}])[\w-]+){{0,4}}?|công an|kiểm lâm|mặt trận|hải quan) {_N_VI} "
    rf"(?:tỉnh|địa phương|huyện)(?!\w)"
)
"""Bodies called by their provinces: "the Ha Tinh and Bolikhamxay fronts", "VKSND hai tỉnh"."""
_MADE_BY = re.compile(r"\b(?:draft|prepar|compil)\w* by\b")


_SIDES = re.compile(
    r"\b(?P<n>two|both|three|four|five|hai|ba|bốn|năm) (?:sides|parties|bên)\b|\bthe parties\b|\bcác bên\b|ສອງຝ່າຍ",
    re.IGNORECASE,
)


_SMALL = re.compile(
    r"\b(?:thôn|(?<!biên )(?<!văn )bản(?= [A-ZĐ])|xã|cụm bản|villages?|communes?|hamlets?|schools?|huyện|"
    r"districts?)\b"
)
"""Those who are smaller than districts are named by their provinces."""


# Those of whom is spoken


def _own_place(sentence: Sentence, a: int, sides: set[str]) -> Party | None:
    """The province or city that is the subject before a mention: "said that the city is drafting a plan with X"."""
    words = _PLACE_ITSELF.search(sentence.text, sentence.start, a)
    named = [p for p in sentence.places if words and p.end <= words.start() and p.country not in sides]
    one = named[-1] if named else None
    return Party(one.id, None, one.country, one.start, one.end) if one else None


_PLACE_ITSELF = re.compile(
    r"\b(?:that|and) the (?:city|province) (?:is|was|has|had|will|would)\b(?!.*\b(?:its|their) department)|"
    r"\b(?:rằng|biết|và),? (?:tỉnh|thành phố) (?:đang|sẽ|đã)\b"
)


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
        called = _BODIES.search(sentence.text, other.start, end) or _BODIES_VI.search(sentence.text, other.start, end)
        if called and (meant := several(story, other, called["noun"], called["n"] or "", end)):
            return meant
        here = [*acting(other, other.start, end), *held(other, other.start, end)] or _held(other, end)
        found += [p for p in here if p.side not in sides]
        sides = {p.side for p in found}
        if len(sides) == 1 and found[0].special and (body := the_body(other, other.start, end, story, sides)):
            found.append(body)
        if both_sides(found):
            break
    return found


def _signatories(sentence: Sentence, start: int, end: int, known: Sequence[Party]) -> list[Party]:
    """The bodies whose heads sign: "the Director of the Health Department of X and the Director of that of Y".

    Of whom only the name stands there, the office was told before.
    """
    heads = held(sentence, start, end)
    found = counterparts([*heads, *[p for p in known if p.special]])
    return found if heads and both_sides([p for p in found if p.special]) else []


def _held(sentence: Sentence, end: int) -> list[Party]:
    """The provinces whose offices are held by those whom a sentence names: "met the Governor of Vientiane Province"."""
    places = [p for p in sentence.places if p.what == "province" and p.end <= end]
    return [Party(p.id, None, p.country, p.start, p.end) for p in places]
