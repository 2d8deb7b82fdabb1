"""Whose a body is by the words beside its head: "of X and Y provinces", "X provincial", "tỉnh X", "huyện X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.drafting.places import Mention

_BESIDE_EN = (
    r"(?:,?\s+(?:and\s+)?(?:the\s+)?(?:[Aa]dministration|[Aa]uthorities|[Gg]overnment|[Aa]rmy|"
    r"[Pp]eople|[Pp]arty [Cc]ommittee|State))*"
)
_LINK_EN = re.compile(
    rf"(?:\s*\([A-Z&-]{{2,12}}\))?(?:['’]s)?(?:\s+(?:chapter|branch|office))?{_BESIDE_EN}\s+(?:of|in|from|"
    rf"for)\s+(?:the\s+)?"
    r"(?:(?:[a-z]*-?(?:north|south|central|west|east|coast|mountain|border|neighbou?r|host|high|land|delta|"
    r"region|largest)[a-z]*"
    r"(?:-[a-z]+)?|two|three|four|nine|ten|other|its|his|her|sister|twinned|capital|Lao|Laos['’]s?|Lao PDR['’]s|"
    r"Vietnam['’]s|Viet Nam['’]s|Việt Nam['’]s|Vietnamese|(?:North|South|Central|Northern|"
    r"Southern|Highlands)[\w-]*)\s+){0,5}?(?:(?:provinces?|capital|cit(?:y|ies)|localit(?:y|ies)|"
    r"districts?)\s+(?:of\s+)?)?"
)
_LINK_VI = re.compile(
    r"(?:\s*\([A-ZĐ&-]{2,12}\))?(?:,\s+chính quyền)?(?:(?:,|\s+và)\s+nhân dân(?: các dân tộc)?)?\s+(?:(?:các|"
    r"hai|ba|bốn|\d)\s+)*(?:(?:nước|của|thuộc|tại|khu vực)\s+)?(?:(?:tỉnh|thành phố|"
    r"TP\.?|thủ đô|huyện|thị xã)\s+)?",
    re.IGNORECASE,
)
_BEFORE_EN = re.compile(
    r"(?:['’]s)?\s+(?:(?:chapter|branch) of (?:the )?|(?:[Pp]rovincial )?Party Committee['’]s |"
    r"(?:[Pp]rovinc(?:ial|e)(?:['’]s)?|[Cc]ity(?:['’]s)?|[Mm]unicipal|[Cc]apital(?:['’]s)?)\s+)?$"
)
_MORE = re.compile(
    r"(?:\s+[Pp]rovinces?)?(?:\s*\([^)]{2,12}\))?\s*(?:,\s*(?:and\s+|và\s+)?|\s+and\s+|\s+và\s+|"
    r"\s*[-–]\s*)(?:of\s+)?(?:the\s+)?"
    r"(?:tỉnh\s+|(?:(?:Lao|Laos['’]s?|Vietnamese|neighbou?ring|northern|central|southern)\s+)*provinces? of\s+)?"
)
_LINK_FR = re.compile(
    r"\s+(?:(?:provincial|municipal|populaire)e?\s+)*(?:de|du|d['’])\s*(?:la\s+|l['’])?"
    r"(?:(?:province|ville|municipalité|capitale)\s+)?(?:(?:vietnamienne|laotienne|lao|centrale|"
    r"voisine)\s+)?(?:(?:de|d['’])\s*)?"
)
_LINK_LO = re.compile(r"\s*(?:ຂອງ)?\s*(?:ແຂວງ|ນະຄອນ|ນະຄອນຫຼວງ)?\s*")


def provinces_before(text: str, head: tuple[int, int], here: Sequence[Mention]) -> list[Mention]:
    """The province that stands before a head, or the two: "Quang Tri provincial …", "the Hue and Salavan unions"."""
    a, b = head
    for number, mention in reversed([*enumerate(here)]):
        if mention.end <= a and a - mention.end <= REACH:
            if not _BEFORE_EN.fullmatch(text[mention.end : a]) or mention.what not in ("province", "city", "bare"):
                return []
            before = here[number - 1] if number else None
            shared = before and _PLURAL.search(text, a, b) and _AND.fullmatch(text, before.end, mention.start)
            return [before, mention] if before and shared else [mention]
    return []


REACH = 24
_AND = re.compile(r"\s+and\s+")


def provinces_behind(text: str, head: tuple[int, int], here: Sequence[Mention], language: str) -> Iterator[Mention]:
    """The province that stands behind a head, or the provinces, where its words are of several."""
    a, b = head
    pattern = {"vi": _LINK_VI, "lo": _LINK_LO, "fr": _LINK_FR}.get(language, _LINK_EN)
    link = pattern.match(text, b)
    starts = {
        m.start: m
        for m in here
        if m.what in ("province", "city", "bare")
        or (language == "vi" and m.what == "district")
        or (m.what == "town" and INSTITUTION.search(text[a:b]))
    }
    at = next((p for p in range(link.end(), b, -1) if p in starts), None) if link else None
    if at is None:
        reach = [p for p in starts if b < p <= b + 100]
        at = next((p for p in sorted(reach) if pattern.fullmatch(text, b, p)), None)
    if at is None:
        aside = _ASIDE if INSTITUTION.search(text, a, b) else _IN_BRACKETS
        at = next((p for p in starts if aside.fullmatch(text, b, p)), None)
        yield from [starts[at]] if at is not None else []
        return
    found = [starts[at]]
    while (more := _MORE.match(text, found[-1].end)) and more.end() in starts:
        found.append(starts[more.end()])
    plural = OF_PROVINCES.search(text, b, at) or _PLURAL.search(text, a, b) or _PROVINCES.match(text, found[-1].end)
    together = (
        language == "vi" and len({m.country for m in found}) == 1 and "tỉnh" not in text[found[0].end : found[-1].start]
    )
    yield from found if plural or together else found[:1]


_IN_BRACKETS = re.compile(r"\s*\((?:tỉnh )?")
_ASIDE = re.compile(rf"{_IN_BRACKETS.pattern}|, (?:tỉnh|in|province of) ")
OF_PROVINCES = re.compile(r"(?:provinces|các tỉnh|hai tỉnh|\d tỉnh|ba tỉnh|bốn tỉnh)\s+(?:of\s+)?$")
_PROVINCES = re.compile(r"\s+[Pp]rovinces\b")
_PLURAL = re.compile(
    r"(?:Public Security|Police|Customs|Red Cross)$|(?<!\w)(?:Department|Board|Commission|"
    r"Association|Federation|Committee)s\b|(?:s|s['’]|ies)$"
)
INSTITUTION = re.compile(
    r"Medical Cent|Health Cent|"
    r"University|College|Academy|School|Museum|Institute|Newspaper|Station|Radio|Trường|Đại học|Cao đẳng|Bệnh viện|"
    r"Hospital|Báo |Company|Corporation|Group|JSC|Park|Reserve|Area|Công ty|Tập đoàn|Hợp tác xã|"
    r"Vườn [Qq]uốc gia|Khu (?:[Bb]ảo|[Dd]ự)"
)


def of_district(text: str, name: str, mentions: Sequence[Mention], language: str) -> Mention | None:
    """The province named right behind a district, or before it as its owner, wherever the article does so."""
    for match in re.finditer(rf"{re.escape(name)}(?:\s+[Dd]istrict)?", text):
        for mention in mentions:
            if mention.what not in ("province", "district"):
                continue
            if match.end() < mention.start <= match.end() + NEAR and _OF_PROVINCE.fullmatch(
                text, match.end(), mention.start
            ):
                return mention
            if (
                language == "en"
                and mention.end < match.start() <= mention.end + len(" province's bordering")
                and _OWNER.fullmatch(text, mention.end, match.start())
            ):
                return mention
    return None


NEAR = 45
_OF_PROVINCE = re.compile(
    r"\s*(?:,|\(|of|in|thuộc|của|tỉnh)\s*(?:the\s+|Laos['’]s?\s+|Lao\s+)?(?:provinces? of\s+|(?:của\s+)?tỉnh\s+)?"
)
_OWNER = re.compile(r"(?:['’]s?|\s+province['’]s?|[’']s? bordering)\s*")
