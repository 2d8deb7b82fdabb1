"""Watching what is read of entries, so that an edit renews what shows it and nothing else.

Pages show words of many entries: a title in a link, a statement, a summary. While one is made, every read of such
words is noted. Only words that an editor can change without changing what the edition is made of are watched (WORDS);
ids, references, quotations and dates are not: whoever changes these has everything made anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from typing import Any, Generic, TypeVar, cast, overload

from edition.kinds.entry import Entry, field_names

T = TypeVar("T")
E = TypeVar("E", bound=Entry)

Read = tuple[str, str]
"""An entry's id, or EVERY for all of them, and a field of WORDS or CLAIMS."""

WORDS = ("title", "statements", "summary", "prose", "editorial_note", "unknown", "translations")
LONG = ("prose", "editorial_note")
"""Texts that no other entry's page shows."""
CLAIMS = "_parts"
"""Where an entry keeps its claims and references once they have been asked for."""
EVERY = "*"
MANY = 200
"""What is worked out from a field of more entries than this is taken to be worked out from it of all."""
LOAD = "_load"
"""Where an entry that is not read wholly yet keeps what reads more of it."""
VERSION = "_version"
"""Where an entry keeps which text it was read from, as long as there may be reason to read it again."""
More = Callable[[str], Mapping[str, Any]]
"""What reads some more fields of an entry, by its id."""

_open: list[set[Read]] = []


@contextmanager
def watch() -> Iterator[set[Read]]:
    """Note what is read in here; so does whoever watches outside."""
    reads: set[Read] = set()
    _open.append(reads)
    try:
        yield reads
    finally:
        _open.pop()
    note(reads)


@contextmanager
def unseen() -> Iterator[None]:
    """Read without counting as a reader."""
    _open.append(set())
    try:
        yield
    finally:
        _open.pop()


def note(reads: Iterable[Read]) -> None:
    """Count something as read."""
    if _open:
        _open[-1].update(reads)


def gathered(reads: set[Read]) -> tuple[Read, ...]:
    """The same in fewer words: a field that is read of many entries counts as read of all."""
    often = {field for field, times in Counter(field for _, field in reads).items() if times > MANY}
    return (*(read for read in reads if read[1] not in often), *((EVERY, field) for field in often))


def in_short(entry: Entry) -> dict[str, str | None]:
    """The short texts of an entry, and what it lacks: enough for whoever only names it."""
    values = vars(entry).items()
    return {name: value for name, value in values if (type(value) is str or value is None) and name not in LONG}


def outline(entry: Entry) -> dict[str, Any]:
    """What must be known of an entry before it is read."""
    values = vars(entry)
    return {**in_short(entry), **{name: values[name] for name in ("former_ids", "location", VERSION) if name in values}}


def put_away(entry: Entry, name: str, load: More) -> None:
    """Keep a field of an entry elsewhere, until it is asked for; `load` then brings it back."""
    values = vars(entry)
    del values[name]
    values[LOAD] = (load,)


def keep_only(entry: Entry, known: Mapping[str, Any], load: More) -> None:
    """Keep no more of an entry than some fields, until another one is asked for; `load` then brings the others back."""
    values = vars(entry)
    values.clear()
    values.update(known)
    values[LOAD] = (load,)


def watched(entry: E) -> E:
    """The same entry, whose words can't be read unseen."""
    return _like(type(entry), vars(entry))


def unread(kind: type[E], known: Mapping[str, Any], loads: tuple[More, ...]) -> E:
    """An entry of which some fields are `known`; `loads` read more of it in turn, while another one is wanted."""
    entry = _like(kind, known)
    vars(entry)[LOAD] = loads
    return entry


def _like(kind: type[E], values: Mapping[str, Any]) -> E:
    like: Any = kind
    entry = object.__new__(_watched(like))
    vars(entry).update(values)
    return cast(E, entry)


class _Word:
    """A field that is watched."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, entry: Entry | None, kind: type[Entry]) -> Any:
        if entry is None:
            return self
        values = vars(entry)
        if _open:
            _open[-1].add((values["id"], self.name))
        while self.name not in values and LOAD in values:
            _load(entry)
        return values[self.name]

    def __set__(self, entry: Entry, value: object) -> None:
        vars(entry)[self.name] = value


class _Claims(_Word):
    def __get__(self, entry: Entry | None, kind: type[Entry]) -> Any:
        if entry is not None and CLAIMS not in vars(entry):
            with unseen():  # what claims are made of is read when they are
                vars(entry)[CLAIMS] = Entry._parts.func(entry)  # type: ignore[attr-defined]
        return super().__get__(entry, kind)


def _load(entry: Entry) -> None:
    values = vars(entry)
    load, *others = values.pop(LOAD)
    if others:
        values[LOAD] = others
    values.update(load(values["id"]))


def _missing(entry: Entry, name: str) -> Any:
    if LOAD not in vars(entry):
        raise AttributeError(name)
    _load(entry)
    return getattr(entry, name)


@cache
def _watched(kind: Any) -> Any:
    words: dict[str, Any] = {name: _Word(name) for name in field_names(kind) if name in WORDS}
    itself = {"__eq__": object.__eq__, "__hash__": object.__hash__, "__module__": kind.__module__}
    itself["__reduce__"] = lambda entry: (_like, (kind, vars(entry)))
    return type(kind.__name__, (kind,), {**words, **itself, CLAIMS: _Claims(CLAIMS), "__getattr__": _missing})


class wordless(cached_property[T]):  # noqa: N801 (stands where cached_property would)
    """A property worked out once, of which no edit of words changes anything: whoever asks for it reads nothing."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        def unwatched(holder: Any) -> T:
            with unseen():
                return work_out(holder)

        super().__init__(unwatched)
        self.__doc__ = work_out.__doc__


def recalled(kept: dict[str, Any], key: str, work_out: Callable[[], T]) -> T:
    """What is `kept` under a key, worked out when first asked for; whoever asks reads what it was worked out from."""
    known: tuple[T, tuple[Read, ...]] | None = kept.get(key)
    if known is None:
        with watch() as reads:
            value = work_out()
        known = kept[key] = value, gathered(reads)
    found, reads_then = known
    if _open:
        _open[-1].update(reads_then)
    return found


class remembered(Generic[T]):  # noqa: N801 (stands where cached_property would)
    """A property worked out once; whoever asks for it reads what it was worked out from."""

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self.work_out, self.__doc__ = work_out, work_out.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, holder: None, kind: type) -> remembered[T]: ...

    @overload
    def __get__(self, holder: object, kind: type) -> T: ...

    def __get__(self, holder: object | None, kind: type) -> remembered[T] | T:
        if holder is None:
            return self
        return recalled(vars(holder), f"{self.name} with its reads", lambda: self.work_out(holder))
