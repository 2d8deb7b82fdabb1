"""Persons in Lao, where a title announces each name."""

from __future__ import annotations

import re

_LAO = re.compile(
    r"ທ່ານ(?:\s*ນາງ)?\s+(?P<name>[\u0e80-\u0eff]+(?:\s+[\u0e80-\u0eff]+){0,"
    r"3}?)\s*,?\s+(?P<office>(?:ຮອງ)?(?:ເຈົ້າແຂວງ|ປະທານ|ເລຂາ|ຫົວໜ້າ|ຜູ້ອໍານວຍການ|ຜູ້ອຳນວຍການ|ເຈົ້າຄອງ|ກຳມະການ|"
    r"ຜູ້ບັນຊາການ)[\u0e80-\u0eff]*)"
)


def people(text: str, start: int, end: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Persons in Lao: ທ່ານ, the name, the office."""
    return [(m.span("name"), m.span("office")) for m in _LAO.finditer(text, start, end)]
