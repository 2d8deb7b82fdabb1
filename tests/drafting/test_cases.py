"""Each detector with its cases: `cases/<detector>/*.txt` hold a text, a line of equals signs, and what must be found.

``python -m tests.drafting.test_cases`` writes what is found now into all cases: read the difference before you commit.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.drafting.blocks import label
from edition.drafting.dates import dates
from edition.drafting.figures import figures
from edition.drafting.language import language
from edition.drafting.names import Letters
from edition.drafting.periods import periods
from edition.drafting.places import places_of
from edition.drafting.reading import Reading
from edition.drafting.view import view
from tests.drafting.gate import gazetteer, read

CASES = Path(__file__).parent / "cases"
LINE = "\n=====\n"


def blocks(text: str) -> list[str]:
    return [f"{p.story} {p.label}: {' '.join(text[p.start : p.end].split())[:60]}" for p in label(view(text).text)]


def found_dates(text: str) -> list[str]:
    return [f"{line[d.start : d.end]} = {d.edtf()}" for line in text.split("\n") for d in dates(line)]


def found_periods(text: str) -> list[str]:
    return [f"{text[p.start : p.end]} = {p.edtf}" for p in periods(text, 0, len(text))]


def places(text: str) -> list[str]:
    return [f"{text[m.start : m.end]} = {m.id} ({m.what})" for m in places_of(gazetteer()).mentions(Letters(text))]


def amounts(text: str) -> list[str]:
    found = figures(text, 0, len(text), language(text))
    return [
        f"{text[a.words_start : a.end]} = {a.qualifier} {a.number:g} {a.unit}{' per ' + a.per if a.per else ''}"
        for a in found
    ]


def organisations(text: str) -> list[str]:
    return [f"{o.names[0][0]} = {o.type}, {o.province or '-'}, {o.side}" for o in read(text).organisations]


def people(text: str) -> list[str]:
    return [f"{p.name} = {p.office or '-'}, {p.side}" for p in read(text).people]


def agreements(text: str) -> list[str]:
    reading = read(text)
    return [_agreement(reading, n) for n in range(len(reading.agreements))]


def _agreement(reading: Reading, number: int) -> str:
    one = reading.agreements[number]
    values = (one.form, one.status, one.period, one.signed, one.place, one.renews)
    return ", ".join(v.value if v else "-" for v in values) + ": " + " + ".join(p.name for p in one.parties)


def scope(text: str) -> list[str]:
    reading = read(text)
    return [f"{reading.scope}: {reading.scope_reason}"]


def metadata(text: str) -> list[str]:
    reading = read(text)
    named = {"title": reading.title, "agency": reading.agency, "byline": reading.byline}
    named |= {"published": reading.published, "event": reading.event}
    return [f"{key}: {value.value if value else '-'}" for key, value in named.items()]


def statements(text: str) -> list[str]:
    reading = read(text)
    return [f"{s.type} [{', '.join(s.fields)}] by {'+'.join(p.name for p in s.by) or '-'}" for s in reading.statements]


DETECTORS: dict[str, Callable[[str], list[str]]] = {
    "agreements": agreements,
    "blocks": blocks,
    "dates": found_dates,
    "figures": amounts,
    "metadata": metadata,
    "organisations": organisations,
    "people": people,
    "periods": found_periods,
    "places": places,
    "scope": scope,
    "statements": statements,
}


def cases() -> list[Path]:
    return sorted(CASES.glob("*/*.txt"))


@pytest.mark.parametrize("path", cases(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_detector_finds_what_its_case_says(path: Path) -> None:
    text, expected = path.read_text(encoding="utf-8").split(LINE)
    assert DETECTORS[path.parent.name](text) == expected.rstrip("\n").splitlines()


def test_every_detector_has_cases() -> None:
    assert {path.parent.name for path in cases()} == set(DETECTORS)


def main() -> None:
    """Write what is found now into all cases."""
    for path in cases():
        text = path.read_text(encoding="utf-8").split(LINE)[0]
        path.write_text(text + LINE + "\n".join(DETECTORS[path.parent.name](text)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
