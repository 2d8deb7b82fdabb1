"""Whose a body is that a head such as "People's Committee" or "Sở Ngoại vụ" names.

The province stands before or behind the head, or is implied ("the provincial People's Committee"): then it is the one
of the right country named last before, and the reading says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from edition.drafting.owners import Context
from edition.drafting.places import Mention
from edition.drafting.rules import UPPER
from edition.drafting.sides import OPEN, both, head_key, nation, own_side, side_behind
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


BEFORE = 70
LONGEST_TAIL = 30
"""How far before a head what belongs to it is looked for, and how long what follows a province's name may be."""


class Kind(Struct, frozen=True):
    """What a head says of a body by itself: its type, its side (or ""), whether it alone may be a national one."""

    type: str
    side: str
    national: bool


class Head:
    """A head at `start` to `end` of a text, and what stands around it."""

    def __init__(
        self,
        text: str,
        bounds: tuple[int, int],
        span: tuple[int, int],
        kind: Kind,
        here: Sequence[Mention],
        context: Context,
        language: str,
    ) -> None:
        cut = _STRIP.match(text, *span)
        self.text, self.bounds, self.whole, self.kind = text, bounds, span, kind
        self.here, self.context, self.language = here, context, language
        self.start, self.end = cut.end() if cut else span[0], span[1]
        self.words = text[self.start : self.end]
        self.before = text[max(bounds[0], self.start - BEFORE) : self.start]
        self.behind = list(provinces_behind(text, (self.start, self.end), here, language))
        type_ = kind.type
        self.key = type_ if type_ in ONE_PER_PROVINCE else f"{type_}:{head_key(self.words)}"
        self.institution = INSTITUTION.search(self.words) is not None

    def body(
        self,
        province: str,
        side: str,
        *,
        start: int | None = None,
        end: int | None = None,
        key: str = "",
        implied: bool = False,
        several: bool = False,
    ) -> Found:
        """The body of a province or of a side; `start` and `end` where its name is longer than its head."""
        return Found(
            self.start if start is None else start,
            self.end if end is None else end,
            self.kind.type,
            key or self.key,
            province,
            side,
            implied,
            (self.start, self.end),
            several,
        )

    def country_of(self, owner: Mention | None) -> str:
        """The country of a body's owner, or what its own name tells."""
        return (owner.country if owner else "") or self.kind.side or nation(self.words)

    def meant(self, side: str) -> str:
        """The province that is meant where none is named."""
        return self.context.implied(self.start, _sentence_start(self.text, self.start, self.bounds[0]), side)

    def place_within(self) -> Mention | None:
        """The place that stands in the head itself: "Nghệ An Newspaper"."""
        return next((m for m in self.here if self.start <= m.start and m.end <= self.end), None)


def named_by(head: Head) -> list[Found]:
    """The bodies that a head names: whose they are says the first of these ways in which an article tells it."""
    return next((found for way in _WAYS if (found := way(head)) is not None), [])


def _of_several(head: Head) -> list[Found] | None:
    """Of those of which it was said before: "Sở An ninh ba tỉnh"."""
    if head.behind or head.kind.type == "provincial-administration":
        return None
    several = _OF_SEVERAL.match(head.text, head.end)
    if several is None:
        return None
    lao = _LAO.search(several[0]) is not None
    group = head.context.owners_of(head.key, several["n"] or several["m"], lao=lao)
    return [
        head.body(m.id, m.country or head.kind.side, end=several.end(), implied=True, several=True) for m in group
    ] or None


def _of_both_sides(head: Head) -> list[Found] | None:
    """One of each side: "the two departments of health"."""
    if head.behind or head.kind.type in ("ministry", "government"):
        return None
    if not both(head.text, head.bounds, head.whole, head.language):
        return None
    return [head.body(province, country, implied=True) for country, province in head.context.main.items() if province]


def _of_a_district(head: Head) -> list[Found] | None:
    """Of a district or commune: "the court of Hướng Hóa district"."""
    if head.language != "en":
        return None
    behind = _DISTRICT["en"].match(head.text, head.end)
    district = behind or _DISTRICT_BEFORE.search(head.before)
    if district is None or (head.institution and " in " in district[0]):
        return None
    start = head.start if behind else head.start - len(head.before) + district.start()
    return [_district_body(head, district["name"], start, district.end() if behind else head.end)]


def _of_a_district_vi(head: Head) -> list[Found] | None:
    """Of a district, commune or village: "Tòa án nhân dân huyện Hướng Hóa"."""
    district = _DISTRICT["vi"].match(head.text, head.end) if head.language == "vi" else None
    return [_district_body(head, district["name"], head.start, district.end())] if district else None


def _district_body(head: Head, name: str, start: int, end: int) -> Found:
    owner = of_district(head.text, name, head.context.mentions, head.language)
    key = f"{head.key}:{fold(name)}"
    return head.body(owner.id if owner else "", head.country_of(owner), start=start, end=end, key=key)


def _of_provinces_before(head: Head) -> list[Found] | None:
    """Of the provinces before it: "the Hà Tĩnh and Quảng Bình Women's Unions"."""
    if head.language == "vi":
        return None
    owners = provinces_before(head.text, (head.start, head.end), head.here)
    several = len(owners) > 1
    return [
        head.body(m.id, m.country or head.kind.side, start=owners[0].start, several=several) for m in owners
    ] or None


def _of_provinces_behind(head: Head) -> list[Found] | None:
    """Of the provinces behind it: "Sở An ninh các tỉnh Hủa Phăn và Xiêng Khoảng"."""
    if not head.behind:
        return None
    nearest = head.behind[0]
    administration = head.kind.type == "provincial-administration"
    if _TOGETHER.search(head.text[head.end : nearest.start]):  # "the Party Committee, administration and people of"
        return [] if administration else [head.body(nearest.id, nearest.country or head.kind.side)]
    head.context.groups.setdefault(head.key, {}).update({m.id: m for m in head.behind})
    return [
        head.body(m.id, m.country or head.kind.side, end=_name_ends(head, m), several=len(head.behind) > 1)
        for m in head.behind  # "the authorities of Attapeu and Quang Ngai Province": the latter is the province itself
        if not administration or m.country == nearest.country
    ]


def _name_ends(head: Head, owner: Mention) -> int:
    """Where a body's name ends that goes on with its province."""
    text, start, end = head.text, head.start, head.end
    within = head.place_within()
    if within and within.id == owner.id:
        return end  # "Nghệ An Newspaper of the central province of Nghệ An"
    if owner.what in ("town", "city") and head.institution and " in " in text[end : owner.start]:
        return end  # "Le Duan Political School in Dong Ha City"
    if _UNIT.search(head.words) and _OF_A_COMMAND.match(text, owner.end):
        return end  # "Company 216 of the Houaphanh Military Command"
    first = owner is head.behind[0] and not OF_PROVINCES.search(text, end, owner.start)
    in_brackets = text.startswith("(", end + 1) and text.find(")", end, owner.start) < 0
    last = end if in_brackets else owner.end if first else end if head.language == "vi" else head.behind[-1].end
    last += text[start:last].count("(") > text[start:last].count(")") and text[last : last + 1] == ")"
    tail = None if head.language == "vi" else _TAIL.match(text, last, min(last + LONGEST_TAIL, head.bounds[1]))
    return tail.end() if tail else last


def _of_a_unit_vi(head: Head) -> list[Found] | None:
    """Of the province whose command it is under: "Đại đội 216 (Bộ Chỉ huy Quân sự tỉnh Hủa Phăn)"."""
    if head.language != "vi" or head.kind.type != "armed-forces":
        return None
    unit = _UNIT_VI.match(head.text, head.end)
    if unit is None:
        return None
    owner = next((m for m in head.here if m.start == unit.end()), None)
    if owner is None:
        return []
    company = _COMPANY.fullmatch(head.words)
    if company:
        head.context.companies[company["number"]] = owner.id
    return [head.body(owner.id, owner.country, key=_company_key(head, company) if company else "")]


def _company_key(head: Head, company: re.Match[str]) -> str:
    return f"{head.kind.type}:company{company['number']}"


def _of_the_province(head: Head) -> list[Found] | None:
    """Of the province that is meant: "the provincial People's Committee", "UBND tỉnh"."""
    vietnamese = head.language == "vi"
    said = _IMPLIED_VI.match(head.text, head.end) if vietnamese else _IMPLIED_EN.search(head.before)
    if said is None:
        return None
    province = head.meant(head.kind.side or side_behind(head.text, head.end))
    side = head.kind.side or head.context.countries.get(province, "")
    if vietnamese:
        return [head.body(province, side, end=said.end(), implied=True)]
    return [head.body(province, side, start=head.start - len(said[0]), implied=True)]


def _of_a_nation(head: Head) -> list[Found] | None:
    """Of a nation: "the Lao Women's Union", "Mặt trận Tổ quốc Việt Nam"."""
    kind, words = head.kind, head.words
    if kind.type == "party-commission" and (central := _central(head)):
        return [head.body("", central[0], end=central[1])]
    before = None if kind.type in ("peoples-committee", "peoples-council") else _NATIONAL_BEFORE.search(head.before)
    if before:
        side = "LA" if before["c"].startswith(("Lao", "LPRP")) else "VN"
        return [head.body("", side, start=head.start - len(before[0]))]
    if not kind.national:
        return None
    if named := _NATIONAL.match(words):
        return [head.body("", "LA" if named[0] == "Lao" else "VN")]
    if "Central" in words and (side := nation(words)):
        return [head.body("", side)]
    if head.language == "vi" and (named := _NATIONAL_VI.search(words)):
        return [head.body("", "LA" if named[0] == "Lào" else "VN")]
    return None


def _of_nobody(head: Head) -> list[Found] | None:
    """No certain one: "a people's committee", "UBND huyện"."""
    capital = head.words[0].isupper() or not head.words[0].isascii()
    some = head.language == "vi" and _OF_SOME_DISTRICT.match(head.text, head.end)
    return [] if some or not capital else None


def _of_border_guards(head: Head) -> list[Found] | None:
    """Lao border guards, who serve in companies: "Đại đội 216"."""
    company = _COMPANY.fullmatch(head.words)
    if company is None:
        return None
    province = head.context.companies.get(company["number"]) or head.meant("LA")
    return [head.body(province, "LA", key=_company_key(head, company), implied=True)]


def _of_the_one_told_of(head: Head) -> list[Found] | None:
    """Of the province told of last: "the Department of Foreign Affairs", and no more."""
    type_, vietnamese = head.kind.type, head.language == "vi"
    known = (type_ in _ALONE and not head.kind.national) or (vietnamese and type_ in _ALONE_VI)
    if not known or (not vietnamese and type_ in ("peoples-committee", "mass-organisation")):
        return None
    if _PRESS.search(head.words):
        return [head.body("", "LA" if _LAO_PRESS.search(head.words) else "VN")]
    governor = _GOVERNOR.match(head.text, head.end, head.bounds[1]) if type_ == "party-committee" else None
    if governor and (whose := next((m for m in head.here if m.start == governor.end()), None)):
        return [head.body(whose.id, whose.country, implied=True)]
    own = own_side(head.words, institution=head.institution)
    place = head.place_within()
    if head.institution and place:
        province = place.id
    elif head.institution and (not vietnamese or OPEN.search(head.words)):
        province = ""
    else:
        province = head.meant(head.kind.side or side_behind(head.text, head.end) or own)
    side = head.kind.side or head.context.countries.get(province, "") or own
    return [head.body(province, side, implied=not (head.institution and place))]


_ALONE_VI = frozenset(
    ("department", "party-commission", "armed-forces", "peoples-committee", "party-committee", "mass-organisation")
)
_ALONE = _ALONE_VI | {"steering-committee"}
"""The kinds of bodies whose head alone names that of the province told of."""

_WAYS: tuple[Callable[[Head], list[Found] | None], ...] = (
    _of_several,
    _of_both_sides,
    _of_a_district,
    _of_provinces_before,
    _of_provinces_behind,
    _of_a_district_vi,
    _of_a_unit_vi,
    _of_the_province,
    _of_a_nation,
    _of_nobody,
    _of_border_guards,
    _of_the_one_told_of,
)


def _central(head: Head) -> tuple[str, int] | None:
    """The country whose Party's central commission is named, and where its name ends."""
    if head.language != "vi":
        if "iet" in head.words:
            return "VN", head.end
        behind = _NATIONAL_BEHIND.match(head.text, head.end)
        return ("LA" if behind["la"] else "VN", behind.end()) if behind else None
    tail = _CENTRAL_VI.match(head.text, head.end)
    if tail is None or not ("Trung ương" in head.words or tail[0].lstrip().startswith(("Trung ương", "Đảng"))):
        return None
    return "LA" if tail["la"] else "VN", tail.end()


_NATIONAL = re.compile(r"(?:Lao|Vietnam(?:ese)?|Viet Nam|Ho Chi Minh|Hồ Chí Minh)\b")
_NATIONAL_VI = re.compile(r"(?:Việt Nam|Lào)$")
_LAO_PRESS = re.compile(r"\b(?:Lao|LFND|Pasaxon|Vientiane)")
_UNIT = re.compile(r"\b(?:Post|Station|Company)\b")
_OF_A_COMMAND = re.compile(r"(?:['’]s)?\s+(?:[Bb]order|[Mm]ilitary|[Pp]rovincial)\b")
_TOGETHER = re.compile(r"\b(?:people|authorities|administration|army|nhân dân|chính quyền)\b")
_OF_SOME_DISTRICT = re.compile(r"\s+(?:huyện|xã|thị xã)\b")
_COMPANY = re.compile(r"Đại đội (?:\D*)(?P<number>\d+)")
_PRESS = re.compile(r"(?:Newspaper|[Mm]agazine)$")


def _sentence_start(text: str, at: int, least: int) -> int:
    stop = max(text.rfind(". ", least, at), text.rfind("; ", least, at), text.rfind("\n", least, at))
    return max(stop, least)
