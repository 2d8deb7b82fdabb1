"""Persons in Lao and French, where a title or an office announces each name, or follows it behind a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.drafting.rules import UPPER

_LAO = re.compile(
    r"ທ່ານ(?:\s*ນາງ)?\s+(?P<name>[\u0e80-\u0eff]+(?:\s+[\u0e80-\u0eff]+){0,"
    r"3}?)\s*,?\s+(?P<office>(?:ຮອງ)?(?:ເຈົ້າແຂວງ|ປະທານ|ເລຂາ|ຫົວໜ້າ|ຜູ້ອໍານວຍການ|ຜູ້ອຳນວຍການ|ເຈົ້າຄອງ|ກຳມະການ|"
    r"ຜູ້ບັນຊາການ)[\u0e80-\u0eff]*)"
)
_OFFICE = (
    r"(?:[Vv]ice-|[Aa]ncien\w* )?(?:[Pp]résidente?|[Gg]ouverneure?|[Ss]ecrétaire|[Dd]irect(?:eur|rice)|[Cc]hef|"
    r"[Mm]embre|"
    r"[Mm]aire|[Cc]onsule?|[Rr]ect(?:eur|rice)|[Cc]ommandant)"
)
_NAME = rf"[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w’'-]+){{1,4}}"
_FRENCH = (
    re.compile(
        rf"(?P<name>{_NAME})\s*,\s+(?P<office>{_OFFICE}\b[^,.;:()]{{0,110}}?)(?=[,.;:()]|\s+(?:et|qui|a|ont)\b)"
    ),
    re.compile(
        rf"(?:\b[Ll]e|\b[Ll]a|[Ll][’'])\s*(?P<office>{_OFFICE}\b[^,.;:()A-Z]{{0,60}}?(?:[{UPPER}][\w’'-]+)?)\s+(?P<name>{_NAME})"
    ),
)


def people(text: str, start: int, end: int, language: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Persons with their offices: where the name and the office stand."""
    found: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for match in _matches(text, start, end, language):
        if not any(match.start() < b and a < match.end() for (a, b), _ in found):
            found.append((match.span("name"), match.span("office")))
    return found


def _matches(text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    for pattern in (_LAO,) if language == "lo" else _FRENCH:
        yield from pattern.finditer(text, start, end)
