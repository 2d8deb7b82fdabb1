"""Lists too long for one page go on on further pages: index.html, index-2.html and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from edition.presenting.presenter import Presenter
from edition.presenting.views import Link

T = TypeVar("T")

MOST = 500
"""So many lines of an index stand on one page."""


class Part(Struct, frozen=True):
    """One page of a list of `count` things that begins at `index`: those from `first` (counted from 0) up to `end`."""

    index: str
    path: str
    first: int
    end: int
    count: int
    most: int

    @property
    def is_first(self) -> bool:
        """Whether the list begins here."""
        return self.first == 0

    def of(self, things: Sequence[T]) -> Sequence[T]:
        """Those of all the list's things that stand here."""
        return things[self.first : self.end]


def parts(index: str, count: int, most: int = MOST) -> Iterator[Part]:
    """The pages of a list that begins at the path `index`: one at least, even if there is nothing to list."""
    for number, first in enumerate(range(0, count or 1, most), 1):
        path = index if number == 1 else f"{index.removesuffix('.html')}-{number}.html"
        yield Part(index, path, first, min(first + most, count), count, most)


def head(presenter: Presenter, title: str, part: Part) -> dict[str, Any]:
    """What a View has of a list called `title`: a further page names its lines, and the first is on the way to it."""
    links = _links(presenter, part)
    if part.is_first:
        return {"title": title, "crumbs": presenter.crumbs(), "parts_of_list": links}
    here = presenter.say("{title}, {part}", title=title, part=_lines(presenter, part))
    return {"title": here, "crumbs": presenter.crumbs(Link(title, part.index)), "parts_of_list": links}


def _links(presenter: Presenter, part: Part) -> tuple[Link, ...]:
    """Links to all pages of the list; none where there is but one."""
    all_ = tuple(parts(part.index, part.count, part.most))
    return tuple(Link(_lines(presenter, one), one.path) for one in all_) if len(all_) > 1 else ()


def _lines(presenter: Presenter, part: Part) -> str:
    number = presenter.language.number
    return presenter.say("{first}–{last}", first=number(part.first + 1), last=number(part.end))
