"""What every entry is made of: claims with their evidence, references to other entries, statements.

A reference is declared once, by the entry that makes it; :mod:`edition.ways` has the way back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from operator import attrgetter
from types import UnionType
from typing import Any, Generic, TypeVar, Union, dataclass_transform, get_args, get_origin, get_type_hints

from msgspec import Struct

from edition.dates import Edtf
from edition.evidence import Quotation
from edition.problems import Location

T = TypeVar("T")

SIDES = ("VN", "LA")
ACCEPTED, DRAFT = "accepted", "draft"


class Ref(Struct, frozen=True, gc=False):
    """A reference to another entry, by id; `kinds` are the kinds it may point to (none: any)."""

    id: str
    kinds: tuple[str, ...]
    location: Location


class Claim(Struct, Generic[T], frozen=True, gc=False):
    """A value together with the quotations that support it.

    `id` is the claim's anchor on its entry's page. `as_written` gives the source's words for the value, and
    `inferred` how it was concluded where the words alone don't give it; both may be empty. `others` are claims of the
    same thing with another value: sources that disagree, none of which wins (rule 8).
    """

    id: str
    label: str
    value: T
    evidence: tuple[Quotation, ...]
    as_written: str
    inferred: str
    location: Location
    others: tuple[Claim[T], ...] = ()


class Party(Struct, frozen=True, gc=False):
    """Somebody who takes part: an entry, or (`ref` is None) somebody a source names only in passing.

    `side` is "VN", "LA" or "" where neither the source nor the entry tells.
    """

    ref: Ref | None
    as_written: str
    side: str
    role: str
    location: Location


class Time(Struct, frozen=True, gc=False):
    """When a figure holds: an EDTF date where it can be told, the source's words, how it was concluded if it was."""

    value: Edtf | None
    as_written: str
    inferred: str


class Figure(Struct, frozen=True, gc=False):
    """A number as written and as read: `value` counts `unit`s of `scope`, per `per` if given, at `time`."""

    value: float
    qualifier: str
    as_written: str
    unit: str
    per: str
    scope: str
    time: Time | None
    location: Location


class Statement(Struct, frozen=True, gc=False):
    """What is said of an entry's subject: who undertakes, asks, does or judges what, for whom, in which fields."""

    type: str
    text: str
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    for_: tuple[Party, ...]
    fields: tuple[Ref, ...]
    figures: tuple[Figure, ...]

    def words_to_be_quoted(self) -> Iterator[tuple[str, Location]]:
        """The words this statement says its source uses, each with its place in the entry."""
        for party in (*self.by, *self.to, *self.for_):
            yield party.as_written, party.location
        for figure in self.figures:
            yield figure.as_written, figure.location
            if figure.time:
                yield figure.time.as_written, figure.location


class Name(Struct, frozen=True, gc=False):
    """A spelling that a source uses, in the language of that source."""

    value: str
    language: str


class Pin(Struct, frozen=True, gc=False):
    """The digest of a source's seed as the editor read it (rule 4: a changed seed is a problem)."""

    source: Ref
    sha256: str


class Summary(Struct, frozen=True, gc=False):
    """A paragraph of an entry's prose: our words (in UTF-8, which takes the least room), the entries they link to."""

    words: bytes
    links: tuple[Ref, ...]

    @property
    def text(self) -> str:
        """The words."""
        return self.words.decode()


class Translation(Struct, frozen=True, gc=False):
    """A sentence of an entry in another language.

    `address` says which: `title`, `scope`, `editorial_note`, `unknown-2`, or the id of a statement or paragraph;
    `confirmed`, who of the language's native readers has confirmed it, if anybody has.
    """

    language: str
    address: str
    text: str
    location: Location
    confirmed: str = ""


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False)
class Entry:
    """What all kinds of entry have in common. An entry is itself: no other equals it.

    Its kinds are like dataclasses that are frozen and named by keywords, but making their classes takes no time.

    `prose` is the HTML of its summary, for :func:`edition.prose.filled`. `translations` are sentences of ours in other
    languages than the edition's. They are no claims: the claim is the sentence they translate.
    """

    kind: str
    id: str
    title: str
    status: str
    former_ids: tuple[str, ...]
    statements: tuple[Claim[Statement], ...]
    editorial_note: str
    pins: tuple[Pin, ...]
    quotations: tuple[Quotation, ...]
    prose: str
    summary: tuple[Claim[Summary], ...]
    translations: tuple[Translation, ...]
    location: Location
    key_locations: Mapping[str, Location]

    def __init__(self, **values: Any) -> None:
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an entry's {name} can't be set")

    def where(self, key: str) -> Location:
        """Where the value of one of its keys stands, or the entry itself if it has none."""
        return self.key_locations.get(key, self.location)

    @property
    def is_draft(self) -> bool:
        """Whether nobody has accepted it yet."""
        return self.status == DRAFT

    @property
    def heading(self) -> str:
        """What pages call it."""
        return self.title

    def translation(self, language: str, address: str) -> Translation | None:
        """What stands at an address, in another language."""
        return next((t for t in self.translations if t.language == language and t.address == address), None)

    def claims(self) -> tuple[Claim[Any], ...]:
        """Every claim of the entry, in the order its kind declares them."""
        return self._parts[0]

    def refs(self) -> tuple[tuple[Ref, Claim[Any] | None], ...]:
        """Every reference to another entry, with the claim that makes it, if one does."""
        return self._parts[1]

    @cached_property
    def _parts(self) -> tuple[tuple[Claim[Any], ...], tuple[tuple[Ref, Claim[Any] | None], ...]]:
        claims: list[Claim[Any]] = []
        refs: list[tuple[Ref, Claim[Any] | None]] = []
        _walk(self, None, claims, refs)
        return tuple(claims), tuple(refs)


def field_names(kind: type[Entry]) -> tuple[str, ...]:
    """The names of a kind's fields, those that all kinds have first."""
    hints = (vars(one).get("__annotations__", {}) for one in reversed(kind.__mro__))
    return tuple(dict.fromkeys(name for found in hints for name in found))


_LEAVES = (Quotation, Location, Edtf)


def _walk(
    value: object, claim: Claim[Any] | None, claims: list[Claim[Any]], refs: list[tuple[Ref, Claim[Any] | None]]
) -> None:
    """Gather the claims and references in a value, outermost first; `claim` is the one it belongs to."""
    kind: Any = type(value)
    if kind is Ref:
        refs.append((value, claim))  # type: ignore[arg-type]
        return
    if kind is Claim:
        claim = value  # type: ignore[assignment]
        claims.append(value)  # type: ignore[arg-type]
    for part in value if kind is tuple else _inner(kind)(value):  # type: ignore[attr-defined]
        if part:
            _walk(part, claim, claims, refs)


@cache
def _inner(kind: Any) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of a kind in which claims or references may stand."""
    names = _fields(kind)
    if not names:
        return lambda _: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)


def _fields(kind: Any) -> tuple[str, ...]:
    if kind in _LEAVES or not issubclass(kind, Entry | Struct):
        return ()
    hints = get_type_hints(kind)
    names = field_names(kind) if issubclass(kind, Entry) else kind.__struct_fields__
    return tuple(name for name in names if not _is_leaf(hints[name]))


def _is_leaf(hint: object) -> bool:
    """Whether a type can hold neither a claim nor a reference: plain values and leaves, tuples and choices of them."""
    if hint in _PLAIN:
        return True
    return get_origin(hint) in _COLLECTIONS and all(map(_is_leaf, get_args(hint)))


_PLAIN = (*_LEAVES, str, bytes, int, float, bool, type(None), ...)
_COLLECTIONS = (tuple, Mapping, Union, UnionType)
