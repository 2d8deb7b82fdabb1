"""Bodies whose province stands only behind the next one: "Sở Y tế và Sở Ngoại vụ tỉnh X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from edition.drafting.organisations import Found
from edition.drafting.whose import INSTITUTION


def joined(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """The bodies, those without a province of their own being of that of the next: "Sở A và Sở B tỉnh X"."""
    for number, one in enumerate(found):
        following = next((o for o in found[number + 1 :] if o.head[0] > one.head[0]), None)
        together = following and not following.implied and _WITH_NEXT.fullmatch(text, one.end, following.head[0])
        plain = one.type in _OF_PLACES and one.end == one.head[1] and not _OWN_NAME.search(text, *one.head)
        if not (together and following and one.implied and plain and one.key != following.key):
            yield one
            continue
        for other in found:
            if other.head == following.head and other.province:
                yield replace(one, province=other.province, side=other.side, implied=False)


_OWN_NAME = re.compile(rf"{INSTITUTION.pattern}|Đồn|Đại đội|Tiểu đoàn|BĐBP|Bộ đội Biên phòng")
_WITH_NEXT = re.compile(r"\s+và\s+|,\s+")
_OF_PLACES = frozenset(("department", "armed-forces", "mass-organisation", "party-commission"))
