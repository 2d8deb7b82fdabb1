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
from edition.text import fold

TYPE = "district"
_NAME = rf"[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*){{0,3}}"
_VI = re.compile(rf"\b(?:[Hh]uyện|[Tt]hị xã)\s+(?P<name>{_NAME})")
_EN = re.compile(
    rf"(?P<name>(?!The )[{UPPER}][\w’-]*(?: [{UPPER}][\w’-]*){{0,2}})\s+[Dd]istrict\b(?! (?:Court|Hospital|School))"
)
_OF_EN = re.compile(rf"\b[Dd]istrict of\s+(?P<name>{_NAME})")
_BEHIND = re.compile(r"\s*(?:,|\(|of|in|thuộc|của)\s*(?:the\s+|Laos['’]s?\s+|Lao\s+)?(?:provinces? of\s+|tỉnh\s+)?")
_OWNER = re.compile(r"(?:['’]s?|\s+province['’]s?|[’']s? bordering)\s*")
REACH = 45


def districts(text: str, start: int, end: int, mentions: Sequence[Mention], language: str) -> list[Found]:
    """The districts named in a stretch of the article, of which it says somewhere to which province they belong."""
    if language not in ("en", "vi"):
        return []
    found = []
    for match in _matches(text, start, end, language):
        name = match["name"]
        owner = _owner(text, name, mentions, language)
        if owner:
            a, b = match.span()
            body = before(text, max(start, a - REACH), a, language)
            if body:  # "Phòng Nông Lâm huyện Đắc Chưng"
                a = body.start()
            type_ = BODY if body else TYPE
            key = f"{type_}:{fold(text[a : match.start()])}{fold(name)}"
            found.append(Found(a, b, type_, key, owner.id, owner.country, False, (a, b)))
    return found


def _matches(text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    for pattern in (_VI,) if language == "vi" else (_EN, _OF_EN):
        yield from pattern.finditer(text, start, end)


def _owner(text: str, name: str, mentions: Sequence[Mention], language: str) -> Mention | None:
    """The province named right behind a district, or before it as its owner, wherever the article does so."""
    for match in re.finditer(rf"{re.escape(name)}(?:\s+[Dd]istrict)?", text):
        for mention in mentions:
            if mention.what not in ("province", "district"):
                continue
            if match.end() < mention.start <= match.end() + REACH and _BEHIND.fullmatch(
                text, match.end(), mention.start
            ):
                return mention
            if (
                language == "en"
                and mention.end < match.start() <= mention.end + 14
                and _OWNER.fullmatch(text, mention.end, match.start())
            ):
                return mention
    return None
