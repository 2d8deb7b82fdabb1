"""Organisations: a head such as "People's Committee" or "Sở Ngoại vụ", with the province whose it is.

The province stands before or behind the head, or is implied ("the provincial People's Committee"): then it is the one
of the right country named last before, and the reading says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.owners import Context
from edition.drafting.places import Mention
from edition.drafting.rules import UPPER, lower, rules
from edition.drafting.sides import OPEN, both, head_key, own_side
from edition.drafting.whose import INSTITUTION, OF_PROVINCES, of_district, provinces_before, provinces_behind
from edition.text import fold

ONE_PER_PROVINCE = frozenset(("peoples-committee", "peoples-council", "party-committee", "provincial-administration"))
_IMPLIED_EN = re.compile(r"\b(?:[Pp]rovincial|[Mm]unicipal|[Pp]rovince['’]s|[Cc]ity['’]s)\s+$")
_IMPLIED_VI = re.compile(r"\s+(?:tỉnh|thành phố)\b(?!\s+bạn)")
_NATIONAL_BEFORE = re.compile(
    r"\b(?P<c>Lao|Laos['’]?|LPRP|LPRPCC|Vietnamese|Vietnam['’]?s?|Viet Nam['’]?s?|Việt Nam|CPV|CPVCC|"
    r"Communist Party of Viet ?[Nn]am)(?:\s+(?:People['’]s Revolutionary|"
    r"Communist))?(?:\s+Party)?(?:\s*\([A-Z]+\))?(?:\s+Central Committee)?(?:['’]s)?(?:\s+Central)?\s+$"
)
_NATIONAL_BEHIND = re.compile(
    r"(?:\s*\([A-Z]{2,10}\))?\s+of\s+the\s+(?:(?P<vn>Communist Party of Viet ?[Nn]am|CPV|Vietnamese Party)|"
    r"(?P<la>Lao People['’]s Revolutionary Party|LPRP|Lao Party)|(?P<party>Party Central Committee))"
    r"(?:['’]s)?(?:\s*\([A-Z]+\))?(?:['’]s)?(?:\s+Central Committee)?"
)
_CENTRAL_VI = re.compile(
    r"(?:\s+Trung ương)?(?:\s+Đảng)?(?:(?P<la>\s+(?:Nhân dân [Cc]ách mạng )?Lào)|\s+Cộng sản Việt Nam)?"
)
_TAIL = re.compile(
    r"(?:['’]s)?\s+(?:(?:[Pp]rovincial|[Mm]unicipal|[Cc]ity) Party Committee|"
    r"[Pp]rovinces?|[Cc]ity|[Cc]apital)\b|\s+(?:of|in)\s+(?:Laos|Vietnam|Viet Nam)\b"
)
_NAME = rf"(?P<name>[{UPPER}][\w’'-]*(?: [{UPPER}\d][\w’'-]*){{0,3}}|\d+)"
_DISTRICT = {
    "vi": re.compile(rf"\s+(?:khu vực huyện|huyện|quận|thị xã|thị trấn|xã|phường|cụm bản|bản|thôn|khu vực)\s+{_NAME}"),
    "en": re.compile(
        rf"(?:\s*\([A-Z]+\))?\s+(?:of|in|from)\s+(?:the\s+)?{_NAME}\s+(?:[Dd]istrict|[Cc]ommune|[Vv]illage|[Ww]ard)\b"
    ),
}
_DISTRICT_BEFORE = re.compile(rf"\b(?!The ){_NAME}\s+(?:[Dd]istrict|[Cc]ommune)(?:['’]s)?\s+$")
"""The district, commune or village whose a body is."""
_UNIT_VI = re.compile(
    r"\s*(?:,|\(|thuộc|của)\s*(?:Bộ Chỉ huy [Qq]uân sự|Bộ CHQS|BCHQS|Bộ Chỉ huy (?:BĐBP|Bộ đội Biên phòng)|BĐBP|"
    r"Bộ đội Biên phòng)\s+(?:tỉnh\s+)?"
)
_OF_SEVERAL = re.compile(
    r"\s+(?:của\s+)?(?P<n>các|hai|ba|bốn|năm|[2-9]) (?:tỉnh|địa phương)(?: (?:bạn|Bắc Lào|Nam Lào|Trung Lào|Lào))?\b|"
    r"\s+(?:of|in|from) the (?P<m>two|three|four|five|six|Lao|several) (?:Lao )?provinces\b"
)
_LAO = re.compile(r"bạn|Lào|Lao")
_GOVERNOR = re.compile(
    r"\s+and\s+(?:the\s+)?(?:[Vv]ice\s+|[Dd]eputy\s+)?(?:[Gg]overnor|[Mm]ayor|"
    r"[Cc]hairman of the [Pp]eople['’]s [Cc]ommittee)\s+of\s+(?:the\s+)?(?:Lao\s+)?(?:province\s+of\s+)?"
)
_LOCAL = re.compile(r"\b(?:local|relevant|competent|two|both)\s+$")
_STRIP = re.compile(r"(?:The|the|At|In|From|Of|And|With|By)\s+")


class Found(Struct, frozen=True):
    """An organisation named at `start` to `end`: its type, its province (or ""), its side (or ""), how sure that is."""

    start: int
    end: int
    type: str
    key: str
    province: str
    side: str
    implied: bool
    head: tuple[int, int]
    several: bool = False
    """Whether its words name other provinces' bodies, too: "the Women's Unions of Ha Tinh and Quang Binh"."""


class _Row(Struct, frozen=True):
    """A row of heads: which kind of body they name, and a pattern for each language that has one."""

    type: str
    side: str
    national: bool
    any_case: bool
    """Whether its English words are looked for in small letters."""
    patterns: dict[str, re.Pattern[str]]

    def spans(self, text: str, small: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
        """Where they stand in a stretch of the text; `small` is the stretch in small letters."""
        pattern = self.patterns.get(language, self.patterns["en"])
        if self.any_case and pattern is self.patterns["en"]:
            return [(start + match.start(), start + match.end()) for match in pattern.finditer(small)]
        return [match.span() for match in pattern.finditer(text, start, end)]


@cache
def _rows() -> tuple[_Row, ...]:
    data = rules("organisations")
    topic, topic_vi = data["topics_en"], data["topics_vi"]
    many = rf"{topic}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+&\s+|\s+){topic}){{0,7}}"
    compiled = []
    for head in data["heads"]:
        en = head["en"].replace("{topic}", many)
        vi = head["vi"].replace("{topicvi}", topic_vi).replace("{namevi}", data["name_vi"])
        words = {"en": lower(en) if "any_case" in head else en, "vi": vi, "fr": head.get("fr", "(?!)")}
        patterns = {language: re.compile(rf"(?<![\w])(?:{said})(?!\w)") for language, said in words.items()}
        patterns["lo"] = re.compile(head.get("lo", "(?!)"))  # Lao writes its words together
        compiled.append(_Row(head["type"], head.get("side", ""), "national" in head, "any_case" in head, patterns))
    return tuple(compiled)


def organisations(
    text: str, start: int, end: int, mentions: Sequence[Mention], context: Context, language: str
) -> list[Found]:
    """All organisations named in a stretch of the article."""
    found: list[Found] = []
    small = lower(text[start:end])
    for number, row in enumerate(_rows()):
        alike: list[Found] = []
        for a, b in row.spans(text, small, start, end, language):
            if text[a - 1 : a] == "(" and text[b : b + 1] == ")":
                continue  # the abbreviation of the name before
            if _LOCAL.search(text[max(start, a - 12) : a]) and not both(text, (start, end), (a, b), language):
                continue
            alike += _read(text, (start, end), (a, b), row, mentions, context, language)
        found += _of_one_kind(text, (start, end), alike, number, context, language)
    found.sort(key=lambda f: (f.head[0], -(f.head[1])))
    taken: list[Found] = []
    for one in found:
        if any(
            one.head[0] < t.head[1] and t.head[0] < one.head[1] and (one.head != t.head or one.type != t.type)
            for t in taken[-6:]
        ):
            continue
        taken.append(one)
    return taken


def _of_one_kind(
    text: str, bounds: tuple[int, int], found: Sequence[Found], number: int, context: Context, language: str
) -> Iterator[Found]:
    """Bodies that one row of heads names: "Công an hai tỉnh" are those of which the article gave the name before."""
    for one in found:
        if one.type in ("armed-forces", "mass-organisation") and one.province:
            key = context.named.get((number, one.province), one.key)
            if not one.implied:
                context.named.setdefault((number, one.province), one.key)
            elif both(text, bounds, one.head, language):
                yield replace(one, key=key)
                continue
        yield one


def _read(
    text: str,
    bounds: tuple[int, int],
    head: tuple[int, int],
    row: _Row,
    mentions: Sequence[Mention],
    context: Context,
    language: str,
) -> Iterator[Found]:
    a, b = head
    type_, side, national = row.type, row.side, row.national
    if cut := _STRIP.match(text, a, b):
        a = cut.end()
    capital = text[a].isupper() or not text[a].isascii()
    key = type_ if type_ in ONE_PER_PROVINCE else f"{type_}:{head_key(text[a:b])}"
    before = text[max(bounds[0], a - 70) : a]
    here = [m for m in mentions if bounds[0] <= m.start < bounds[1]]
    behind = list(provinces_behind(text, (a, b), here, language))
    several = None if behind or type_ == "provincial-administration" else _OF_SEVERAL.match(text, b)
    lao = several is not None and _LAO.search(several[0]) is not None
    if several and (group := context.owners_of(key, several["n"] or several["m"], lao=lao)):
        for mention in group:  # "Sở An ninh ba tỉnh": of those of which it was said before
            yield Found(a, several.end(), type_, key, mention.id, mention.country or side, True, (a, b), True)
    elif not behind and type_ not in ("ministry", "government") and both(text, bounds, head, language):
        for country, province in context.main.items():
            if province:  # "the two departments of health": one of each side
                yield Found(a, b, type_, key, province, country, True, (a, b))
    elif (
        language == "en"
        and (district := _DISTRICT["en"].match(text, b) or _DISTRICT_BEFORE.search(before))
        and not (INSTITUTION.search(text, a, b) and " in " in district[0])
    ):
        owner = of_district(text, district["name"], context.mentions, language)
        start, stop = (a, district.end()) if district.re is _DISTRICT["en"] else (a - len(before) + district.start(), b)
        own = owner.country if owner else side or _nation(text[a:b])
        whole = f"{key}:{fold(district['name'])}"
        yield Found(start, stop, type_, whole, owner.id if owner else "", own, False, (a, b))
    elif language != "vi" and (owners := provinces_before(text, (a, b), here)):
        for one in owners:
            yield Found(owners[0].start, b, type_, key, one.id, one.country or side, False, (a, b), len(owners) > 1)
    elif behind:
        if _TOGETHER.search(text[b : behind[0].start]):  # "the Party Committee, administration and people of Houaphanh"
            if type_ != "provincial-administration":
                yield Found(a, b, type_, key, behind[0].id, behind[0].country or side, False, (a, b))
            return
        context.groups.setdefault(key, {}).update({m.id: m for m in behind})
        for mention in behind:
            if type_ == "provincial-administration" and mention.country != behind[0].country:
                continue  # "the authorities of Attapeu Province and Quang Ngai Province": the latter is the province
            first = mention is behind[0] and not OF_PROVINCES.search(text, b, mention.start)
            in_brackets = text.startswith("(", b + 1) and text.find(")", b, mention.start) < 0
            last = b if in_brackets else mention.end if first else b if language == "vi" else behind[-1].end
            last += text[a:last].count("(") > text[a:last].count(")") and text[last : last + 1] == ")"
            tail = _TAIL.match(text, last, min(last + 30, bounds[1])) if language != "vi" else None
            ends = tail.end() if tail else last
            if (own_place := _place_in(here, a, b)) and own_place.id == mention.id:
                ends = b  # "Nghệ An Newspaper of the central province of Nghệ An"
            if (
                mention.what in ("town", "city")
                and " in " in text[b : mention.start]
                and INSTITUTION.search(text, a, b)
            ):
                ends = b  # "Le Duan Political School in Dong Ha City"
            if _UNIT.search(text, a, b) and _OF_A_COMMAND.match(text, mention.end):
                ends = b  # "Company 216 of the Houaphanh Military Command"
            country = mention.country or side
            yield Found(a, ends, type_, key, mention.id, country, False, (a, b), len(behind) > 1)
    elif language == "vi" and (district := _DISTRICT["vi"].match(text, b)):
        owner = of_district(text, district["name"], context.mentions, language)
        own = owner.country if owner and owner.country else _nation(text[a:b])
        whole = f"{key}:{fold(district['name'])}"
        yield Found(a, district.end(), type_, whole, owner.id if owner else "", own, False, (a, b))
    elif language == "vi" and type_ == "armed-forces" and (unit := _UNIT_VI.match(text, b)):
        owner = next((m for m in here if m.start == unit.end()), None)
        if owner:
            if company := _COMPANY.fullmatch(text, a, b):
                context.companies[company["number"]] = owner.id
                key = f"{type_}:company{company['number']}"
            yield Found(a, b, type_, key, owner.id, owner.country, False, (a, b))
    elif (language == "vi" and _IMPLIED_VI.match(text, b)) or (language != "vi" and _IMPLIED_EN.search(before)):
        wanted = side or _side_said(text, b)
        province = context.implied(a, _sentence_start(text, a, bounds[0]), wanted)
        implied = _IMPLIED_EN.search(before) if language != "vi" else None
        stop = b if implied else _IMPLIED_VI.match(text, b).end()  # type: ignore[union-attr]
        country = context.countries.get(province, "")
        yield Found(a - len(implied[0]) if implied else a, stop, type_, key, province, side or country, True, (a, b))
    elif type_ == "party-commission" and (country_end := _central(text, a, b, language)):
        yield Found(a, country_end[1], type_, key, "", country_end[0], False, (a, b))
    elif (nation := _NATIONAL_BEFORE.search(before)) and type_ not in ("peoples-committee", "peoples-council"):
        own = "LA" if nation["c"].startswith(("Lao", "LPRP")) else "VN"
        yield Found(a - len(nation[0]), b, type_, key, "", own, False, (a, b))
    elif (named := re.match(r"(?:Lao|Vietnam(?:ese)?|Viet Nam|Ho Chi Minh|Hồ Chí Minh)\b", text[a:b])) and national:
        yield Found(a, b, type_, key, "", "LA" if named[0] == "Lao" else "VN", False, (a, b))
    elif national and "Central" in text[a:b] and (nation_named := _nation(text[a:b])):
        yield Found(a, b, type_, key, "", nation_named, False, (a, b))
    elif language == "vi" and re.search(r"(?:Việt Nam|Lào)$", text[a:b]) and national:
        yield Found(a, b, type_, key, "", "LA" if text[a:b].endswith("Lào") else "VN", False, (a, b))
    elif not capital or (language == "vi" and _OF_SOME_DISTRICT.match(text, b)):
        return
    elif company := _COMPANY.fullmatch(text, a, b):  # Lao border guards serve in companies
        owner_id = context.companies.get(company["number"]) or context.implied(
            a, _sentence_start(text, a, bounds[0]), "LA"
        )
        yield Found(a, b, type_, f"{type_}:company{company['number']}", owner_id, "LA", True, (a, b))
    elif (
        type_
        in (
            "department",
            "party-commission",
            "armed-forces",
            "steering-committee",
            "peoples-committee",
            "party-committee",
            "mass-organisation",
        )
        and not national
    ) or (
        language == "vi"
        and type_
        in (
            "department",
            "armed-forces",
            "party-committee",
            "peoples-committee",
            "mass-organisation",
            "party-commission",
        )
    ):
        if type_ in ("peoples-committee", "mass-organisation") and language != "vi":
            return
        if _PRESS.search(text[a:b]):
            yield Found(
                a,
                b,
                type_,
                key,
                "",
                "LA" if re.search(r"\b(?:Lao|LFND|Pasaxon|Vientiane)", text[a:b]) else "VN",
                False,
                (a, b),
            )
            return
        university = INSTITUTION.search(text[a:b])
        governor = _GOVERNOR.match(text, b, bounds[1]) if type_ == "party-committee" else None
        if governor and (whose := next((m for m in here if m.start == governor.end()), None)):
            yield Found(a, b, type_, key, whose.id, whose.country, True, (a, b))
            return
        province = (
            ""
            if university and (language != "vi" or OPEN.search(text, a, b)) and not _place_in(here, a, b)
            else context.implied(
                a,
                _sentence_start(text, a, bounds[0]),
                side or _side_said(text, b) or own_side(text[a:b], institution=bool(university)),
            )
        )
        own_place = _place_in(here, a, b) if university else None
        province = own_place.id if own_place else province
        country = context.countries.get(province, "") or own_side(text[a:b], institution=bool(university))
        yield Found(a, b, type_, key, province, side or country, own_place is None, (a, b))


def _central(text: str, a: int, b: int, language: str) -> tuple[str, int] | None:
    """The country whose Party's central commission is named, and where its name ends."""
    if language != "vi":
        if "iet" in text[a:b]:
            return "VN", b
        behind = _NATIONAL_BEHIND.match(text, b)
        return ("LA" if behind["la"] else "VN", behind.end()) if behind else None
    tail = _CENTRAL_VI.match(text, b)
    if tail is None or not ("Trung ương" in text[a:b] or tail[0].lstrip().startswith(("Trung ương", "Đảng"))):
        return None
    return "LA" if tail["la"] else "VN", tail.end()


def _place_in(here: Sequence[Mention], a: int, b: int) -> Mention | None:
    return next((m for m in here if a <= m.start and m.end <= b), None)


_UNIT = re.compile(r"\b(?:Post|Station|Company)\b")
_OF_A_COMMAND = re.compile(r"(?:['’]s)?\s+(?:[Bb]order|[Mm]ilitary|[Pp]rovincial)\b")
_TOGETHER = re.compile(r"\b(?:people|authorities|administration|army|nhân dân|chính quyền)\b")
_OF_SOME_DISTRICT = re.compile(r"\s+(?:huyện|xã|thị xã)\b")
_COMPANY = re.compile(r"Đại đội (?:\D*)(?P<number>\d+)")
_PRESS = re.compile(r"(?:Newspaper|[Mm]agazine)$")


def _nation(name: str) -> str:
    """The country in a body's own name."""
    named = _NATION.search(name)
    return "" if named is None else "LA" if named[0].startswith("L") else "VN"


_NATION = re.compile(r"\b(?:Lao|Lào|LFND|LFNC|Việt Nam|Viet ?[Nn]am|VFF|MTTQ)\b(?!\s*[-–])")


def _side_said(text: str, b: int) -> str:
    return "LA" if _LAO_BEHIND.match(text, b) else ""


_LAO_BEHIND = re.compile(r"\s+(?:bạn|Lào)\b|\s*\((?:CHDCND )?(?:Lào|Laos?)\)")


def _sentence_start(text: str, at: int, least: int) -> int:
    stop = max(text.rfind(". ", least, at), text.rfind("; ", least, at), text.rfind("\n", least, at))
    return max(stop, least)
