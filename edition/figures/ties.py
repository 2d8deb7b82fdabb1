"""What ties provinces together, counted in one pass over the edition: documents, cooperation without one, events."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

from msgspec import Struct

from edition.kinds.agreements import Agreement
from edition.kinds.cooperations import Cooperation
from edition.kinds.events import Event
from edition.kinds.provinces import Province
from edition.presenting.pairing import is_proposal
from edition.presenting.presenter import Presenter
from edition.relations import Pair, Relations

KINDS = ("document", "undocumented", "event")
"""What a tie rests on, the strongest first."""
LEAST_OF_BROADEST = 5
"""The broadest line stands for so many documents at least."""


class Tie(Struct, frozen=True):
    """A pair of provinces and how much they share."""

    pair: Pair
    documents: int
    undocumented: int
    events: int

    @property
    def kind(self) -> str:
        """What it rests on, by the strongest."""
        counts = (self.documents, self.undocumented, self.events)
        return next(kind for kind, count in zip(KINDS, counts, strict=True) if count)

    def other(self, province: Province) -> Province:
        """The province at its other end."""
        return self.pair.lao if self.pair.vietnamese.id == province.id else self.pair.vietnamese

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Orders ties, those with most documents first."""
        return -self.documents, -self.undocumented, -self.events, self.pair.id


def weight(documents: int, most: int) -> int:
    """How broad a line stands for a number of documents: 1 to 3, by the most that any line stands for."""
    return 1 + 2 * max(documents - 1, 0) // max(most - 1, LEAST_OF_BROADEST - 1)


T = TypeVar("T")


class Legible(Struct, Generic[T], frozen=True):
    """What a figure draws of many lines: those that stand for `least` documents or more; `faint` where all are many.

    The bound is one of documents, so that none is preferred to another that is as strong.
    """

    drawn: tuple[T, ...]
    least: int
    left_out: int
    faint: bool


def legible(lines: Iterable[T], documents: Callable[[T], int], most: int) -> Legible[T]:
    """Of some lines as many as can be told apart, `most` at the most; all, faintly, if the strongest are too many."""
    found = tuple(lines)
    if len(found) <= most:
        return Legible(found, 0, 0, False)
    for least in sorted({documents(line) for line in found}):
        strong = tuple(line for line in found if documents(line) >= least)
        if len(strong) <= most:
            return Legible(strong, least, len(found) - len(strong), False)
    return Legible(found, 0, 0, True)


def left_out_words(presenter: Presenter, lines: Legible[T]) -> str:
    """What a figure leaves out of its lines, in a sentence."""
    if not lines.left_out:
        return ""
    return presenter.count(
        "Only lines that stand for {least} documents or more are drawn; {n} more stands for fewer.",
        "Only lines that stand for {least} documents or more are drawn; {n} more stand for fewer.",
        lines.left_out,
        least=lines.least,
    )


def ties(presenter: Presenter) -> tuple[Tie, ...]:
    """Every pair's tie. Proposals, to which nobody has agreed yet, count as cooperation without a document."""
    return _ties(presenter.relations)


@lru_cache(maxsize=1)
def _ties(relations: Relations) -> tuple[Tie, ...]:
    corpus = relations.corpus
    pairs = {pair.ids: pair for pair in relations.pairs}
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for entry in (*corpus.of(Agreement), *corpus.of(Cooperation), *corpus.of(Event)):
        match entry:
            case Event():
                place = 2
            case Agreement() if not is_proposal(entry):
                place = 0
            case _:
                place = 1
        ids = [province.id for province in relations.provinces(entry)]
        for two in itertools.permutations(ids, 2):
            if two in pairs:
                found[two][place] += 1
    return tuple(Tie(pair, *found[ids]) for ids, pair in pairs.items())
