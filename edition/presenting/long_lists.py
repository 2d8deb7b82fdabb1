"""Lists too long for one page go on on further pages: index.html, index-2.html and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from edition.presenting.presenter import Presenter
from edition.presenting.views import Link

T = TypeVar("T")

MOST = 500
"""So many lines of an index stand on one page."""


class Part(Struct, frozen=True):
    """One page of a list of `count` things: those from `first` (counted from 0) up to `end`."""

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


def parts(path: str, count: int, most: int = MOST) -> Iterator[Part]:
    """The pages of a list that begins at `path`: one at least, even if there is nothing to list."""
    for number, first in enumerate(range(0, count or 1, most), 1):
        here = path if number == 1 else f"{path.removesuffix('.html')}-{number}.html"
        yield Part(here, first, min(first + most, count), count, most)


def title(presenter: Presenter, words: str, part: Part) -> str:
    """What the page is called: a list's further pages name their lines, too."""
    return words if part.is_first else presenter.say("{title}, {part}", title=words, part=_lines(presenter, part))


def crumbs(presenter: Presenter, words: str, path: str, part: Part) -> tuple[Link, ...]:
    """The way to the page: to a list's further pages it leads through the first, at `path`."""
    return presenter.crumbs() if part.is_first else presenter.crumbs(Link(words, path))


def links(presenter: Presenter, path: str, part: Part) -> tuple[Link, ...]:
    """Links to all pages of the list that begins at `path`; none where there is but one."""
    all_ = tuple(parts(path, part.count, part.most))
    return tuple(Link(_lines(presenter, one), one.path) for one in all_) if len(all_) > 1 else ()


def _lines(presenter: Presenter, part: Part) -> str:
    number = presenter.language.number
    return presenter.say("{first}–{last}", first=number(part.first + 1), last=number(part.end))
