"""Districts that act for themselves: "huyện Kỳ Sơn (Nghệ An) và huyện Noọng Hét (Xiêng Khoảng)".

The gazetteer has none, so a district counts where the article says once of which province it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.drafting.bodies import TYPE as BODY
from edition.drafting.bodies import before
from edition.drafting.organisations import Found
from edition.drafting.places import Mention
from edition.drafting.rules import UPPER
from edition.drafting.whose import of_district
from edition.text import fold

TYPE = "district"
_NAME = rf"[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,3}}"
_VI = re.compile(rf"\b(?:[Hh]uyện|[Tt]hị xã)\s+(?P<name>{_NAME})")
_EN = re.compile(
    rf"(?P<name>(?!The )[{UPPER}][\w’-]*(?: [{UPPER}][\w’-]*){{0,2}})\s+[Dd]istrict\b(?! (?:Court|Hospital|School))"
)
_OF_EN = re.compile(rf"\b[Dd]istrict of\s+(?P<name>{_NAME})")
REACH = 45


def districts(text: str, start: int, end: int, mentions: Sequence[Mention], language: str) -> list[Found]:
    """The districts named in a stretch of the article, with their province where it says somewhere whose they are."""
    if language not in ("en", "vi"):
        return []
    found = []
    for match in _matches(text, start, end, language):
        name = match["name"]
        owner = of_district(text, name, mentions, language)
        a, b = match.span()
        body = before(text, max(start, a - REACH), a, language) if owner else None
        if body:  # "Phòng Nông Lâm huyện Đắc Chưng"
            a = body.start()
        type_ = BODY if body else TYPE
        key = f"{type_}:{fold(text[a : match.start()])}{fold(name)}"
        whose = (owner.id, owner.country) if owner else ("", "")
        found.append(Found(a, b, type_, key, *whose, owner is None, (a, b)))
    return found


def _matches(text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    for pattern in (_VI,) if language == "vi" else (_EN, _OF_EN):
        yield from pattern.finditer(text, start, end)
