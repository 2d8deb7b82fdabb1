from __future__ import annotations

from pathlib import Path

import pytest

from edition.dates import parse
from edition.pages.evidence import left_open
from tests.html import HtmlPage, page


@pytest.fixture(scope="module")
def report(small_site: Path) -> HtmlPage:
    return page(small_site, "evidence.html")


def section(report: HtmlPage, name: str) -> str:
    return report.text(f"section[aria-labelledby={name}]")


def test_every_source_has_a_line_and_the_last_line_is_their_sum(report: HtmlPage) -> None:
    lines = [[cell.text() for cell in row.css("td")] for row in report.all("section[aria-labelledby=sources] tbody tr")]
    *sources, total = lines
    assert len(sources) == 2
    for column in range(4):
        assert sum(int(line[column]) for line in sources) == int(total[column])


def test_inferred_values_come_with_their_reasons(report: HtmlPage) -> None:
    reasons = report.texts(".ledger-reason")
    assert all(reason.startswith("Inferred: ") and len(reason) > 20 for reason in reasons)


def test_a_date_without_its_year_is_listed_as_open(report: HtmlPage) -> None:
    dates = section(report, "dates")
    assert "Visit of Houaphanh’s governor to Quảng Bình" in dates
    assert "the year is not stated" in dates


def test_variant_spellings_stand_beside_the_preferred_one(report: HtmlPage) -> None:
    assert "Khamla Tuayang Khamla Tua Yang" in section(report, "variants")


def test_it_says_which_entries_only_one_side_attests(report: HtmlPage) -> None:
    headings = report.texts("section[aria-labelledby=sides] h3")
    assert any(heading.startswith("Attested from the Vietnamese side only") for heading in headings)
    assert any(heading.startswith("Attested from the Lao side only") for heading in headings)


def test_editorial_notes_are_listed_and_the_way_leads_to_what_is_not_known(report: HtmlPage) -> None:
    assert "No source says that the two spellings name one man" in section(report, "editorial")
    assert "What we don’t know" in section(report, "unknown")


@pytest.mark.parametrize(
    "date, open_",
    [
        ("2025-06-06", ""),
        ("2024/2026", ""),
        ("2002/..", ""),
        ("XXXX-05-08", "the year is not stated"),
        ("2024", "no day stated"),
        ("2024~", "approximate; no day stated"),
        ("[2024..2026]", "one of several"),
    ],
)
def test_a_date_is_open_if_it_does_not_tell_the_day(date: str, open_: str) -> None:
    assert "; ".join(left_open(parse(date))) == open_
