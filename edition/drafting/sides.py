"""What a body's own name and the words beside it say: its country, whether each side has one, what sets it apart."""

from __future__ import annotations

import re

from edition.text import fold


def own_side(name: str, *, institution: bool) -> str:
    """The country of a body by its own name: a school's or hospital's of Viet Nam is of words of one syllable."""
    if name.startswith(("Đồn Biên phòng", "BĐBP")):
        return "VN"
    if not institution or OPEN.search(name):
        return ""
    if re.search(r"\bLao", name):
        return "LA"
    if _LAO_NAME.search(name):
        return "LA"
    own = [word for word in re.findall(r"[^\W\d_]+", name) if not _GENERAL.fullmatch(word)]
    return ("VN" if all(_SYLLABLE.fullmatch(fold(word)) for word in own) else "LA") if own else ""


OPEN = re.compile(
    r"Park|Reserve|Area|Company|Corporation|Group|Vườn [Qq]uốc gia|Khu [Bb]ảo tồn|Công ty|Tập đoàn|Hợp tác xã"
)
"""Firms and parks, whose names do not say where they are."""
_LAO_NAME = re.compile(r"Sou?phan(?:ou|u)vong|Xu[ -]?pha[ -]?nu[ -]?vông|Kaysone|Cay[ -]?xỏn", re.IGNORECASE)
_GENERAL = re.compile(
    r"The|the|of|and|for|University|College|Academy|School|High|Secondary|Boarding|Hospital|Museum|Institute|National|"
    r"Provincial|General|Central|Friendship|Newspaper|Station|Radio|Television|Teacher|Training|Medical|Technical|"
    r"Vocational|Eye|Military|Political|Administrative|District|Regional|City|Primary|Party|Health|Centre|Center|THPT|THCS|PTDTNT|Phổ|thông|"
    r"Trung|cấp|Tiểu|Hữu|nghị|Nội|trú|Chính|trị|Sư|phạm|Y|tế|Trường|Đại|học|Cao|đẳng|Bệnh|viện|Báo"
)
_SYLLABLE = re.compile(r"(?:ngh?|[cgkpt]h|gi|qu|tr|nh|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?")


def nation(name: str) -> str:
    """The country that a body's own name tells."""
    named = _NATION.search(name)
    return "" if named is None else "LA" if named[0].startswith("L") else "VN"


_NATION = re.compile(r"\b(?:Lao|Lào|LFND|LFNC|Việt Nam|Viet ?[Nn]am|VFF|MTTQ)\b(?!\s*[-–])")


def side_behind(text: str, end: int) -> str:
    """The country said behind a body's name: "Công an tỉnh bạn", "Sở An ninh (Lào)"."""
    return "LA" if _LAO_BEHIND.match(text, end) else ""


_LAO_BEHIND = re.compile(r"\s+(?:bạn|Lào)\b|\s*\((?:CHDCND )?(?:Lào|Laos?)\)")


_GUARDS = re.compile(r"border (?:guard|defen[cs]e)s?(?: forces?)?|police|public security(?: forces?)?", re.IGNORECASE)
_BOTH_VI = re.compile(r"\s+(?:của\s+)?(?:cả\s+)?(?:hai|2) (?:tỉnh|địa phương|bên)\b")
_BOTH_BEFORE_VI = re.compile(r"\b(?:hai|2)\s+$")
_BOTH_EN = re.compile(r"\s+(?:of|in|from) (?:the two|both) (?:provinces|localities|sides)\b")
_BOTH_BEFORE = re.compile(
    r"\b(?:two|both)(?: (?:provinces|sides|localities)['’]| provincial| provinces[’']s?| sides[’']s?)?\s+$"
)


def both(text: str, bounds: tuple[int, int], head: tuple[int, int], language: str) -> bool:
    """Whether a body of each of the two sides is meant: "the two departments", "Mặt trận hai tỉnh"."""
    a, b = head
    if _GUARDS.fullmatch(text, a, b):
        return False  # their men, not their command
    if language == "vi":
        before = _BOTH_BEFORE_VI.search(text, max(bounds[0], a - 12), a)
        return before is not None or _BOTH_VI.match(text, b, bounds[1]) is not None
    if _BOTH_EN.match(text, b, bounds[1]):
        return True
    plural = text[b - 1] == "s" or re.match(r"\w+s of\b", text[a:b])
    return bool(plural) and _BOTH_BEFORE.search(text[max(bounds[0], a - 30) : a]) is not None


_SHORT = {"tand": "toaannhandan", "vksnd": "vienkiemsatnhandan"}
"""Heads that papers cut short, by their keys."""


def head_key(words: str) -> str:
    """What tells bodies of one province apart: the words of their names, number and country left out."""
    key = fold(re.sub(r"s['’]?$|['’]s?\b", "", words))
    key = re.sub(r"^vff(?:committee)?$", "fatherlandfront", key)
    key = re.sub(r".*lfnd(?:committee)?$|^frontfornational.*", "lfnd", key)
    key = re.sub(r"^(?:liendoanlaodong|ldld|lienhiepcongdoan)", "congdoan", key)
    key = re.sub(r"^hoi(?:lienhiep)?phunu", "hoilhpn", key)
    for short, whole in _SHORT.items():
        key = re.sub(rf"^{short}", whole, key)
    key = re.sub(r"^(?:uyban|trunguong)+(?=mattran|mttq)", "", key)
    key = re.sub(r"^(?:lao|vietnam|hochiminh)", "", key)
    if key.startswith(("tinhdoan", "thanhdoan", "doanthanhnien", "doantncs")):
        return "youthunion"
    if alike := next((word for word in ("youthunion", "womenunion", "fatherlandfront") if word in key), ""):
        return alike
    key = re.sub(r"^.*company(?:no)?(?=\d+$)", "company", key)
    return (
        re.sub(r"(?:vietnam|lao)$", "", key)
        .replace("departments", "department")
        .replace("unions", "union")
        .replace("lienhiepphunu", "lhpn")
    )
