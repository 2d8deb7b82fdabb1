"""Bodies of which only the one beside them says whose they are.

The province stands behind the next one ("Sở Y tế và Sở Ngoại vụ tỉnh X"), or it is the other country's: "the court of
Huong Hoa district and that of Xepon district".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from edition.drafting.organisations import ONE_PER_PROVINCE, Found
from edition.drafting.owners import Context
from edition.drafting.sides import OPEN
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


def across(text: str, found: Sequence[Found], context: Context) -> Iterator[Found]:
    """The bodies, those of which nothing says whose they are being of the other country than the one beside them.

    Where that is as open, the one that is named first is of the country of the paper.
    """
    before: Found | None = None
    for number, one in enumerate(found):
        side = one.side
        if _is_open(text, one):
            following = next((o for o in found[number + 1 :] if o.head[0] > one.head[0]), None)
            if before and before.side and _coupled(text, before, one):
                side = _OTHER[before.side]
            elif not side and following and _coupled(text, one, following):
                side = _OTHER[following.side] if following.side else context.side
        if side and (side != one.side or (not one.province and one.end > one.head[1])):
            firm = OPEN.search(text, *one.head)
            one = replace(one, side=side, province="" if firm else context.only(side), implied=True)
        before = one
        yield one


def _is_open(text: str, one: Found) -> bool:
    """Whether a body's country is not known, or only guessed by its name."""
    return not one.side or (one.implied and OPEN.search(text, *one.head) is not None)


def _coupled(text: str, one: Found, other: Found) -> bool:
    """Whether two bodies are named together: "the court of A and that of B", "A signed a memorandum with B"."""
    return any(link.fullmatch(text, one.end, other.start) for link in (_AND, _SIGNED_WITH))


_OTHER = {"VN": "LA", "LA": "VN"}
_SIGNED_WITH = re.compile(r"[^.;]{0,60}?\s(?:ký|kí|ký kết|signed|concluded)\s[^.;]{3,90}?\s(?:với|with)\s+(?:the\s+)?")
_AND = re.compile(
    r"(?:\s*\([^)]{2,45}\)|,\s+(?:huyện|tỉnh|in)\s[^,;.]{2,45}?,?)?\s+(?:và|với|cùng|and|with)\s+(?:the\s+)?"
)


Owners = Mapping[str, tuple[str, str]]
"""The province and the country of bodies of which the article says once whose they are, by their keys."""


def owners(text: str, found: Sequence[Found]) -> Owners:
    """Whose the bodies with names of their own are, where the article says so: "Trường THPT Lê Lợi (tỉnh Kon Tum)".

    What is concluded of a body from the one beside it counts where the article does not say it.
    """
    said: dict[str, set[tuple[str, str]]] = {}
    for guessed in (False, True):
        known = frozenset(said)
        for one in found:
            if one.side and one.implied == guessed and one.key not in known and _has_own_name(text, one):
                said.setdefault(one.key, set()).add((one.province, one.side))
    return {key: next(iter(whose)) for key, whose in said.items() if len(whose) == 1}


def _has_own_name(text: str, one: Found) -> bool:
    """Whether a body is a school, a firm, or the like, or of a district or village, whose name ends its key."""
    kind, _, name = one.key.partition(":")
    local = ":" in name or (name and kind in ONE_PER_PROVINCE)
    return bool(local) or (not one.implied and INSTITUTION.search(text, *one.head) is not None)


def explained(one: Found, whose: Owners) -> Found:
    """A body that is named without its province or country, with those that the article gives it elsewhere."""
    if one.key not in whose or not (one.implied or not one.side):
        return one
    province, side = whose[one.key]
    return replace(one, province=province, side=side)


def of_other_country(one: Found, known: Sequence[Found]) -> Found:
    """A district's body of which nothing says whose it is: not the country's whose body of its kind is known."""
    kind = one.key.rpartition(":")[0]
    if one.side or ":" not in kind:
        return one
    sides = {o.side for o in known if o.side and o.key.rpartition(":")[0] == kind and o.key != one.key}
    return replace(one, side=_OTHER[sides.pop()], implied=True) if len(sides) == 1 else one


def by_letters(text: str, start: int, end: int, known: Sequence[Found]) -> Iterator[Found]:
    """The bodies that an article goes on to call by letters, having given them once: "Đài Truyền hình (TRH)"."""
    called = {m["letters"]: one for one in known if (m := _LETTERS.match(text, one.head[1])) and one.side}
    for letters, one in called.items():
        for match in re.finditer(rf"(?<![\w(]){re.escape(letters)}(?![\w)])", text[start:end]):
            a, b = start + match.start(), start + match.end()
            if not any(o.start < b and a < o.end for o in known):
                yield replace(one, start=a, end=b, head=(a, b))


_LETTERS = re.compile(r"\s*\((?P<letters>[A-ZĐ]{2,8})\)")
