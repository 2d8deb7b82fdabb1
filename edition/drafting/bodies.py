"""Bodies of any kind beside a province's name: "the Kon Tum Centre for Disease Control", "Trung tâm … tỉnh Kon Tum".

The known heads of `organisations` go first; here a body is what a noun for bodies and a province's name hold together,
or what "those of" a province are, beside a body of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from edition.drafting.organisations import Found
from edition.drafting.places import Mention
from edition.drafting.sides import head_key

TYPE = "department"
REACH = 90
_NOUN_EN = (
    r"(?:Departments?|Divisions?|Offices?|Bureaus?|Boards?|Authority|Agency|Cent(?:re|er)s?|Company|Corporation|"
    r"Bank|Park|"
    r"Reserve|Museum|Library|Theatre|Federation|Association|Union|Club|Society|Council|Command|"
    r"(?:Radio and Television )?Station|Court|"
    r"Inspectorate|Institute|College|School|University|Hospital|Newspaper|Sub-[Dd]epartment|Alliance|Academy|Clinic|"
    r"Committees?|Commissions?|Chambers?|Post|Front|Treasury)"
)
_SMALL_EN = (
    r"(?:(?:provincial|vocational|general|central|political|technical|medical|teacher|training|boarding|regional)\s+)"
    r"{0,3}(?:college|hospital|university|academy|school|museum|library|newspaper)"
)
_PLURAL_EN = (
    r"(?:[a-z’'-]+\s+){0,3}(?:committees|commissions|departments|associations|unions|federations|councils|commands|"
    r"offices|chambers|boards|bureaus|courts|agencies|stations|newspapers|schools|colleges|hospitals|universities|"
    r"museums|companies|banks|clubs|societies)(?:\s+of\s+[a-z]+){0,1}?"
)
_WORD_EN = r"(?:(?!The\b)[A-Z][\w’'-]*|of|for|and|&|the)"
_BEHIND_EN = re.compile(
    rf"(?:['’]s)?(?:\s+[Pp]rovince['’]s|\s+[Pp]rovincial)?"
    rf"(?P<body>(?:\s+{_WORD_EN}){{0,6}}?\s+{_NOUN_EN}|\s+branch(?:\s+of(?:\s+the)?(?:\s+[A-ZÉ][\w’'-]*|\s+du|"
    rf"\s+of){{1,5}})?)\b"
    rf"(?P<more>\s+(?:for|of)(?:\s+(?:[A-Z][\w’'-]*|and(?= [A-Z])|&)){{1,5}})?"
)
_BEFORE_EN = re.compile(
    rf"(?P<body>(?:(?!The )[A-Z][\w’'-]*\s+){{0,5}}{_NOUN_EN}(?:\s+(?:for|of)(?:\s+(?:[A-Z][\w’'-]*|and|"
    rf"&)){{1,5}}?)?|(?<!\ba )(?<!\bnew ){_SMALL_EN}(?= of )|(?<=the ){_PLURAL_EN}(?= of ))"
    r"\s+(?:of|in|from)\s+(?:the\s+)?(?:provinces?\s+of\s+)?(?:(?:central|northern|southern|Lao|"
    r"Laos['’]s?)\s+)?(?:province of\s+)?$"
)
_NOUN_VI = (
    r"(?:Ban|Hội|Hiệp hội|Liên hiệp|Liên minh|Sở|Ty|Chi cục|Cục|Trung tâm|Viện|(?<!Công ty )Điện lực|"
    r"Vườn [Qq]uốc gia|Khu [Bb]ảo tồn|"
    r"Thư viện|"
    r"Bảo tàng|Nhà hát|Hạt|Văn phòng|Công ty|Ngân hàng|Tạp chí|Báo|Đài|Quỹ|Trường|Bệnh viện|Phòng(?! (?:thủ|"
    r"chống|ngừa))|Đoàn Luật sư|Câu lạc bộ|"
    r"Kho bạc|Bưu điện|Bảo hiểm [Xx]ã hội|Thuế|Hải quan|Ủy ban|Uỷ ban|Viện|TAND|VKSND|Hội đồng)"
)
_STOP_VI = r"(?:ký|đã|với|cho|tại|ở|của|là|do|vừa|đến|tiếp|cùng|giữa|trao|tặng|hai|các|từ|sang|ông|bà|đồng|có|sẽ|được)"
_BEFORE_VI = re.compile(
    rf"(?<!\w)(?P<body>{_NOUN_VI}(?:,?\s+(?:-\s+)?(?!{_STOP_VI}\b)[\w&-]+){{0,12}}?)\s+(?:của\s+)?(?:tỉnh|"
    rf"thành phố|TP\.?)?\s*$"
)


_SEVERAL = re.compile(r"s(?= of\b|$)")
_MORE = re.compile(r"(?:\s+[Pp]rovinces?)?(?:,\s*|,?\s+and\s+)(?:the\s+)?")


def bodies(
    text: str,
    start: int,
    end: int,
    here: Sequence[Mention],
    known: Sequence[Found],
    language: str,
    earlier: Sequence[Found] = (),
) -> list[Found]:
    """The bodies beside provinces' names in a stretch of the article, that are not known otherwise.

    `earlier` are those that the article named before.
    """
    told = (*earlier, *known)
    found: list[Found] = []
    for mention in here:
        if mention.what not in ("province", "city"):
            continue
        listed = found and _SEVERAL.search(text, *found[-1].head)
        if listed and _MORE.fullmatch(text, found[-1].end, mention.start) and not _own(text, mention, known, end):
            found.append(replace(found[-1], end=mention.end, province=mention.id, side=mention.country, several=True))
            continue
        if (short := _shortly(text, mention, told)) and not any(o.start <= mention.start < o.end for o in known):
            found.append(short)
            continue
        most = next((m.start for m in here if m.start > mention.end), end)
        for a, b, head in _spans(text, start, most, mention, language):
            if any(o.start < b and a < o.end for o in (*known, *found)):
                continue
            key = f"{TYPE}:{head_key(text[slice(*head)])}"
            found.append(Found(a, b, TYPE, key, mention.id, mention.country, False, head))
            break
    return found


def _shortly(text: str, mention: Mention, known: Sequence[Found]) -> Found | None:
    """A body called by its province and one small word: "the Son La hospital", whose name was given before."""
    short = _SHORT.match(text, mention.end)
    if short is None:
        return None
    alike = {
        o.key: o
        for o in known
        if o.province == mention.id and short["noun"] in text[o.start : o.end].casefold() and o.end < mention.start
    }
    one = next(iter(alike.values())) if len(alike) == 1 else None
    return replace(one, start=mention.start, end=short.end(), head=short.span("noun")) if one else None


_SHORT = re.compile(
    r" (?P<noun>hospital|court|university|college|school|front|newspaper|union|chamber|museum)\b(?! of\b)"
)


def _own(text: str, mention: Mention, known: Sequence[Found], end: int) -> bool:
    """Whether a province has a body of its own behind it, and is no further one of a list."""
    return _BEHIND_EN.match(text, mention.end, end) is not None or any(o.start == mention.start for o in known)


def those(text: str, here: Sequence[Mention], known: Sequence[Found]) -> Iterator[Found]:
    """The bodies named only by their provinces: "the Women's Union of X and those of Y and Z"."""
    places = [m for m in here if m.what in ("province", "city", "bare")]
    for number, mention in enumerate(places):
        words = _THOSE.search(text, max(0, mention.start - REACH), mention.start)
        if its := _ITS.search(text, max(0, mention.start - REACH), mention.start):
            words = its if _COUNTERPART.match(text, mention.end) else words
        one = next((o for o in reversed(known) if words and o.end <= words.start() and o.province), None)
        if words is None or one is None or ". " in text[one.end : words.start()]:
            continue
        group = [mention]
        for other in places[number + 1 :]:
            if not _MORE.fullmatch(text, group[-1].end, other.start):
                break
            group.append(other)
        for owner in group:
            behind = _COUNTERPART.match(text, owner.end)
            end = behind.end() if behind else owner.end if owner is mention else group[-1].end
            start = mention.start if behind else words.end("its") if words["its"] else words.start()
            yield Found(start, end, one.type, one.key, owner.id, owner.country, False, words.span("head"), True)


_ITS = re.compile(r"\b(?P<its>)(?P<head>its|their)\s+(?:(?:Lao|Laos['’]s?|Vietnamese)\s+)?$")
_COUNTERPART = re.compile(r"(?:['’]s)?(?:\s+provincial)?\s+counterparts?\b")
"""Its "Khammouane counterpart"."""
_THOSE = re.compile(
    r"\b(?P<head>those|that|the one|"
    r"(?P<its>(?:its|their|the) )(?:Lao |Vietnamese )?(?:counterparts?|sister organi[sz]ations?))\s+(?:of|in|from)\s+"
    r"(?:the\s+)?(?:(?:neighbou?ring|central|northern|southern|Lao|Laos['’]s?|Vietnamese|Viet ?[Nn]am['’]s)\s+)*"
    r"(?:provinces?\s+of\s+)?$"
)


def _spans(
    text: str, start: int, end: int, mention: Mention, language: str
) -> Iterator[tuple[int, int, tuple[int, int]]]:
    if language == "en" and (behind := _BEHIND_EN.match(text, mention.end, end)):
        yield mention.start, behind.end(), (behind.start("body") + 1, behind.end())
    if match := before(text, max(start, mention.start - REACH), mention.start, language):
        yield match.start(), mention.end, match.span("body")


def before(text: str, least: int, at: int, language: str) -> re.Match[str] | None:
    """The body whose name ends where that of its place begins."""
    if branch := _BRANCH.search(text, least, at):
        return branch
    if language == "vi":
        return _last(_BEFORE_VI, text, least, at)
    return _BEFORE_EN.search(text, least, at) if language == "en" else None


_BRANCH = re.compile(
    r"(?<![\w.-])(?P<body>(?!(?:TP|TX|UBND|HĐND|QL|CHDCND|PDR|UBMTTQ|CPV|VNA|KPL|"
    r"NDO)\b)[A-Z]{2,8})[ -]$"
)
"""The branch of a firm called by its letters: "EDL Khammouane", "PC Hà Tĩnh"."""


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The shortest match that ends at `end`."""
    found = None
    at = start
    while match := pattern.search(text, at, end):
        found, at = match, match.start() + 1
    return found
