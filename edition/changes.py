"""What was added to the record and corrected in it, for readers: `content/changes.yaml`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from edition.kinds.entry import Ref
from edition.kinds.reading import SLUG_HINT
from edition.problems import Location, Problem
from edition.records import Fields, read_fields
from edition.text import is_slug

PATH = "content/changes.yaml"
TYPES = ("added", "corrected", "withdrawn")


class Change(Struct, frozen=True):
    """What changed on a day, under an `id` that is its anchor for ever, with the entries that readers find it in."""

    id: str
    date: dt.date
    type: str
    title: str
    text: str
    entries: tuple[Ref, ...]
    location: Location


def read_changes(path: Path, problems: list[Problem]) -> tuple[Change, ...]:
    """Read the changes, the latest first; an edition without the file has none."""
    if not path.is_file():
        return ()
    fields = read_fields(path, PATH, problems)
    if fields is None:
        return ()
    changes = fields.many("changes", _change)
    fields.close()
    _check_ids(changes, problems)
    return tuple(sorted(changes, key=lambda change: change.date, reverse=True))


def _change(take: Fields) -> Change:
    return Change(
        id=_id(take),
        date=take.required_day("date"),
        type=take.choice("type", TYPES),
        title=take.required("title"),
        text=take.text("text"),
        entries=tuple(Ref(id_, (), where) for id_, where in take.texts("entries")),
        location=take.location,
    )


def _id(take: Fields) -> str:
    value = take.required("id")
    if value and not is_slug(value):
        take.complain("id", "impossible-id", f"{value!r} can't be an anchor.", SLUG_HINT)
    return value


def _check_ids(changes: tuple[Change, ...], problems: list[Problem]) -> None:
    first: dict[str, Change] = {}
    for change in changes:
        if change.id and first.setdefault(change.id, change) is not change:
            line = first[change.id].location.line
            message = f"The id {change.id!r} is already taken by the change in line {line}."
            problems.append(Problem("duplicate-id", change.location, message, "choose another: it is an address"))
