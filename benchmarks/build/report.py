"""The rounds as a table in Markdown: medians, and for our rows the ratio to Hugo's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from statistics import median

from benchmarks.build.measuring import Cost
from benchmarks.build.rounds import CASES, Result

HEADINGS = {"cold": "cold", "unchanged": "nothing changed", "body": "one body edited", "title": "one title edited"}


def table(entries: int, rounds: int, result: Result) -> str:
    """The results for one size."""
    return "\n".join(_lines(entries, rounds, result))


def _lines(entries: int, rounds: int, result: Result) -> Iterator[str]:
    yield f"\n**{entries:,} entries**, medians of {rounds} rounds: seconds on the clock (of the processors)\n"
    yield f"| | {' | '.join(HEADINGS[case] for case in CASES)} | most memory |"
    yield "|---|" + "---|" * (len(CASES) + 1)
    first = next(iter(result.costs))
    for name, costs in result.costs.items():
        cells = [_cell(costs[case]) for case in CASES]
        yield f"| {name} | {' | '.join(cells)} | {result.memory[name]:.0f} MB |"
        if name != first:
            ratios = (
                _median(costs[c], lambda cost: cost.seconds)
                / _median(result.costs[first][c], lambda cost: cost.seconds)
                for c in CASES
            )
            yield f"| … to {first} | {' | '.join(f'{ratio:.2f}' for ratio in ratios)} | |"
    yield from (f"\n{remark}" for remark in result.remarks)


def _cell(costs: Iterable[Cost]) -> str:
    found = list(costs)
    return f"{_median(found, lambda cost: cost.seconds):.2f} ({_median(found, lambda cost: cost.processor):.2f})"


def _median(costs: Iterable[Cost], what: Callable[[Cost], float]) -> float:
    return median(map(what, costs))
