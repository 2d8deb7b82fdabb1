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
from edition.drafting.rules import UPPER, rules
from edition.drafting.sides import both, head_key, own_side
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
_DISTRICT_VI = re.compile(rf"\s+(?:huyện|thị xã|xã)\s+(?P<name>[{UPPER}][\w-]*(?:\s+[{UPPER}][\w-]*){{0,3}})")
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


_ANY_CASE = frozenset(("peoples-committee", "peoples-council", "party-committee", "mass-organisation"))


@cache
def _heads() -> tuple[
    tuple[str, str, bool, re.Pattern[str], re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...
]:
    data = rules("organisations")
    topic, topic_vi = data["topics_en"], data["topics_vi"]
    many = rf"{topic}(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+&\s+|\s+){topic}){{0,7}}"
    compiled = []
    for head in data["heads"]:
        en = head["en"].replace("{topic}", many)
        vi = head["vi"].replace("{topicvi}", topic_vi).replace("{namevi}", data["name_vi"])
        compiled.append(
            (
                head["type"],
                head.get("side", ""),
                "national" in head,
                re.compile(rf"(?<![\w])(?:{en})(?!\w)", re.IGNORECASE if head["type"] in _ANY_CASE else 0),
                re.compile(rf"(?<![\w])(?:{vi})(?!\w)"),
                re.compile(head["lo"]) if "lo" in head else None,
                re.compile(rf"(?<![\w])(?:{head['fr']})(?!\w)") if "fr" in head else None,
            )
        )
    return tuple(compiled)


def organisations(
    text: str, start: int, end: int, mentions: Sequence[Mention], context: Context, language: str
) -> list[Found]:
    """All organisations named in a stretch of the article."""
    found: list[Found] = []
    for number, (type_, side, national, en, vi, lo, fr) in enumerate(_heads()):
        alike: list[Found] = []
        pattern = {"vi": vi, "lo": lo, "fr": fr}.get(language, en)
        for match in pattern.finditer(text, start, end) if pattern else ():
            if text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")":
                continue  # the abbreviation of the name before
            local = _LOCAL.search(text[max(start, match.start() - 12) : match.start()])
            if local and not both(text, (start, end), match.span(), language):
                continue
            alike += _read(text, (start, end), match.span(), type_, side, national, mentions, context, language)
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
    type_: str,
    side: str,
    national: bool,
    mentions: Sequence[Mention],
    context: Context,
    language: str,
) -> Iterator[Found]:
    a, b = head
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
            if _UNIT.search(text, a, b) and _OF_A_COMMAND.match(text, mention.end):
                ends = b  # "Company 216 of the Houaphanh Military Command"
            country = mention.country or side
            yield Found(a, ends, type_, key, mention.id, country, False, (a, b), len(behind) > 1)
    elif language == "vi" and (district := _DISTRICT_VI.match(text, b)):
        owner = of_district(text, district["name"], mentions)
        if owner:
            whole = f"{key}:{fold(district['name'])}"
            yield Found(a, district.end(), type_, whole, owner.id, owner.country or side, False, (a, b))
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
            if university and language != "vi" and not _place_in(here, a, b)
            else context.implied(
                a, _sentence_start(text, a, bounds[0]), side or own_side(text[a:b], institution=bool(university))
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


def _side_said(text: str, b: int) -> str:
    words = text[b : b + 40]
    return "LA" if re.match(r"\s+(?:bạn|Lào)\b", words) else ""


def _sentence_start(text: str, at: int, least: int) -> int:
    stop = max(text.rfind(". ", least, at), text.rfind("; ", least, at), text.rfind("\n", least, at))
    return max(stop, least)
