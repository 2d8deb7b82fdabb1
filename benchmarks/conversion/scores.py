"""Counts of what was found, missed and wrong, and what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class Score:
    """Found, wrong and missed, added up over articles. `of` says what is counted."""

    found: float = 0
    wrong: float = 0
    missed: float = 0

    def add(self, found: float = 0, wrong: float = 0, missed: float = 0) -> None:
        """Count some more."""
        self.found += found
        self.wrong += wrong
        self.missed += missed

    @property
    def precision(self) -> float:
        """The share of what was proposed that is right; 1 where nothing was proposed."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found; 1 where there is nothing."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing and nothing was proposed."""
        total = 2 * self.found + self.wrong + self.missed
        return 2 * self.found / total if total else 1.0


@dataclass
class Sheet:
    """All scores of one or more articles, by the name of what is scored; `notes` tell what was missed or wrong."""

    scores: dict[str, Score] = field(default_factory=dict)
    exact: dict[str, list[int]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def score(self, name: str) -> Score:
        """The score of this name."""
        return self.scores.setdefault(name, Score())

    def answer(self, name: str, right: bool) -> None:
        """Count one answer, right or not, where every article has exactly one."""
        self.exact.setdefault(name, []).append(int(right))

    def count(self, name: str, number: int = 1) -> None:
        """Count something that should not be."""
        self.counts[name] = self.counts.get(name, 0) + number

    def note(self, what: str, gold: object, read: object) -> None:
        """Remember a difference for people."""
        self.notes.append(f"{what}: {_shown(gold)} → {_shown(read)}")


def _shown(value: object) -> str:
    if value is None or value == "":
        return "–"
    text = str(value)
    return text if len(text) <= 160 else text[:157] + "…"


def total(sheets: Iterable[Sheet]) -> Sheet:
    """The sheets of several articles as one; scores are added up (micro-averages)."""
    whole = Sheet()
    for sheet in sheets:
        for name, score in sheet.scores.items():
            whole.score(name).add(score.found, score.wrong, score.missed)
        for name, answers in sheet.exact.items():
            whole.exact.setdefault(name, []).extend(answers)
        for name, number in sheet.counts.items():
            whole.count(name, number)
    return whole
