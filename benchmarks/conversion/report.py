"""The scores, for people and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from benchmarks.conversion.scores import Sheet, total

AIMS: Mapping[str, float] = {
    "body characters": 0.98,
    "provinces": 0.97,
    "dates": 0.95,
    "agreements: parties and period": 0.85,
    "persons with office": 0.85,
    "figures": 0.85,
    "refusals": 0.95,
}
"""What issue 3 asks for on articles nobody has seen: F1, or for dates the share that is exact."""
ORDER = (
    "kept characters", "body characters", "title", "agency", "byline", "published", "event", "provinces",
    "organisations", "persons", "persons with office", "agreements", "agreements: parties and period",
    "agreements: parties", "agreements: form", "agreements: status", "agreements: period", "agreements: signed",
    "agreements: place", "figures", "refusals",
)  # fmt: skip
RATES = ("dates", "scope", "language", "title", "figures: qualifier", "figures: time", "figures: scope")
FAILURES = (
    "crashes", "unreadable", "lost characters", "quotations that are not exact", "quotations outside kept blocks",
    "drafted though out of scope", "mojibake left",
)  # fmt: skip


def as_json(names: Sequence[str], sheets: Sequence[Sheet], seconds: float, complaints: Sequence[str]) -> dict[str, Any]:
    """All scores, whole and per article."""
    return {
        "articles": len(sheets),
        "seconds": round(seconds, 3),
        **_numbers(total(sheets)),
        "complaints": list(complaints),
        "per_article": {
            name: {**_numbers(sheet), "notes": sheet.notes} for name, sheet in zip(names, sheets, strict=True)
        },
    }


def _numbers(sheet: Sheet) -> dict[str, Any]:
    return {
        "scores": {
            name: {
                "precision": round(s.precision, 4),
                "recall": round(s.recall, 4),
                "f1": round(s.f1, 4),
                "found": s.found,
                "wrong": s.wrong,
                "missed": s.missed,
            }
            for name in _ordered(sheet.scores, ORDER)
            for s in (sheet.scores[name],)
        },
        "exact": {name: round(_rate(sheet.exact[name]), 4) for name in _ordered(sheet.exact, RATES)},
        "failures": {name: sheet.counts.get(name, 0) for name in FAILURES},
    }


def as_text(
    names: Sequence[str], sheets: Sequence[Sheet], seconds: float, complaints: Sequence[str], *, verbose: bool
) -> str:
    """A table; with `verbose`, what was missed or wrong in each article."""
    return "\n".join(_lines(names, sheets, seconds, complaints, verbose))


def _lines(
    names: Sequence[str], sheets: Sequence[Sheet], seconds: float, complaints: Sequence[str], verbose: bool
) -> Iterator[str]:
    whole = total(sheets)
    if verbose:
        for name, sheet in zip(names, sheets, strict=True):
            yield f"{name}: {'all right' if not sheet.notes else ''}"
            yield from (f"    {note}" for note in sheet.notes)
        yield ""
    yield f"{len(sheets)} articles, {seconds:.1f} s"
    yield f"{'':32}{'precision':>10}{'recall':>10}{'F1':>10}{'aim':>8}{'found':>10}{'wrong':>8}{'missed':>8}"
    for name in _ordered(whole.scores, ORDER):
        s = whole.scores[name]
        yield (
            f"{name:32}{s.precision:10.3f}{s.recall:10.3f}{s.f1:10.3f}{_aim(name, s.f1):>8}"
            f"{s.found:10.0f}{s.wrong:8.0f}{s.missed:8.0f}"
        )
    yield f"{'':32}{'exact':>10}{'aim':>28}{'of':>10}"
    for name in _ordered(whole.exact, RATES):
        if name in RATES:
            rate = _rate(whole.exact[name])
            aim = "" if name in whole.scores else _aim(name, rate)
            yield f"{name:32}{rate:10.3f}{aim:>28}{len(whole.exact[name]):10}"
    for name in FAILURES:
        yield f"{name:32}{whole.counts.get(name, 0):10}"
    yield from (f"! {complaint}" for complaint in complaints)


def _aim(name: str, value: float) -> str:
    aim = AIMS.get(name)
    return "" if aim is None else f"{'' if value >= aim else '<'}{aim:.2f}"


def _rate(answers: Sequence[int]) -> float:
    return sum(answers) / len(answers) if answers else 1.0


def _ordered(found: Mapping[str, object], order: Sequence[str]) -> list[str]:
    return [name for name in order if name in found] + sorted(name for name in found if name not in order)
