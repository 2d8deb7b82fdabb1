"""Two districts, communes or villages that are named beside each other, as those who twin or sign: "thôn A và bản B".

The article need not say whose they are: then the first is of the one country, the second of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from edition.drafting.districts import TYPE
from edition.drafting.organisations import Found
from edition.drafting.parties import Party, Sentence
from edition.drafting.rules import UPPER
from edition.text import fold

_NAME_VI = rf"(?:[{UPPER}][\w’'-]*|\d+)(?: (?:[{UPPER}][\w’'-]*|\d+)){{0,3}}"
_KIND_VI = r"(?<!biên )(?<!văn )\b(?i:thôn|cụm bản|bản|buôn|làng|xã|phường|thị trấn|huyện|thị xã)"
_WHERE_VI = (
    r"(?:\s*\([^)]{2,40}\)|,?\s+(?:(?:thuộc|của|ở)\s+)?(?:xã|huyện|tỉnh|thị trấn|phường)\s+"
    rf"{_NAME_VI}){{0,2}}"
)
_VI = re.compile(
    rf"(?<!tại )(?P<one>{_KIND_VI} {_NAME_VI}){_WHERE_VI}\s+(?:và|với|cùng)\s+(?P<other>{_KIND_VI} {_NAME_VI})"
)
_TWINNED_VI = re.compile(
    rf"(?P<one>{_KIND_VI} {_NAME_VI})[^.;]{{0,80}}?\skết nghĩa (?:với|cùng) (?P<other>{_KIND_VI} {_NAME_VI})"
)
_NAME_EN = rf"(?!The )[{UPPER}][\w’'-]*(?: [{UPPER}][\w’'-]*)?"
_KIND_EN = r"(?:[Dd]istrict|[Cc]ommune|[Vv]illage)"
_EN = re.compile(
    rf"(?<!\bin )(?<!\bat )(?<!\bto )\b(?:(?P<one>{_NAME_EN} {_KIND_EN})(?:\s*\([^)]{{2,40}}\)|(?:,| in|"
    rf" of) [^;.]{{3,45}}?,)?"
    rf"\s+(?:and|with)\s+(?:the\s+)?(?:Lao\s+)?(?:(?P<other>{_NAME_EN} {_KIND_EN})|"
    rf"(?:districts?|villages?|communes?) of (?P<third>{_NAME_EN})"
    rf"(?: and (?P<fourth>{_NAME_EN}))?)|(?P<fifth>{_NAME_EN}) and (?P<sixth>{_NAME_EN}) {_KIND_EN}s\b)"
)
_LAO = re.compile(r"(?:cụm )?bản\b", re.IGNORECASE)


def pair(sentence: Sentence, start: int, end: int) -> list[Party]:
    """Those whom a stretch of a sentence pairs, with their provinces where the article says whose they are."""
    words = (sentence.text, start, end)
    match = _VI.search(*words) or _TWINNED_VI.search(*words) or _EN.search(*words)
    if match is None:
        return []
    spans = [match.span(group) for group, words in match.groupdict().items() if words]
    sides = ["VN", *["LA"] * (len(spans) - 1)]
    owners = [_owner(sentence, span) for span in spans]
    if len({o.side for o in owners if o and o.side}) == 1 and all(owners):
        return []  # both of one country
    first, second = (sentence.text[slice(*span)] for span in spans[:2])
    swapped = _LAO.match(first) and not _LAO.match(second)
    if swapped or (owners[0] and owners[0].side == "LA") or (owners[1] and owners[1].side == "VN"):
        sides = ["LA", *["VN"] * (len(spans) - 1)]
    return list(_parties(sentence, spans, sides, owners))


def _parties(
    sentence: Sentence,
    spans: list[tuple[int, int]],
    sides: list[str],
    owners: list[Found | None],
) -> Iterator[Party]:
    for (a, b), side, owner in zip(spans, sides, owners, strict=True):
        province = owner.province if owner else ""
        key = f"{TYPE}:{fold(sentence.text[a:b])}"
        yield Party(province, Found(a, b, TYPE, key, province, side, owner is None, (a, b)), side, a, b)


def with_provinces(found: Sequence[Party], provinces: Mapping[str, str]) -> list[Party]:
    """The parties, those without a province being of the one of their country of which the article speaks."""
    return [
        replace(p, province=of, organisation=replace(p.organisation, province=of, implied=True))
        if p.organisation and p.organisation.type == TYPE and not p.province and (of := provinces.get(p.side, ""))
        else p
        for p in found
    ]


def _owner(sentence: Sentence, span: tuple[int, int]) -> Found | None:
    return next((d for d in sentence.districts if d.start < span[1] and span[0] < d.end), None)
