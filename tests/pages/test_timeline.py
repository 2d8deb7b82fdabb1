"""The timeline."""

from __future__ import annotations

from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change


def test_the_timeline_goes_from_the_earliest_to_the_latest_year_without_a_gap(small_site: Path) -> None:
    timeline = page(small_site, "timeline.html")
    assert timeline.texts(".year h2") == [
        "2015", "2016–2020", "2021", "2022", "2023", "2024", "2025", "2026",
    ]  # fmt: skip
    assert timeline.texts(".year-empty h2") == ["2016–2020", "2022"]


def test_the_editions_day_stands_between_what_was_and_what_was_to_come(small_site: Path) -> None:
    moments = page(small_site, "timeline.html").texts(".moment, .as-of")
    line = next(number for number, text in enumerate(moments) if text.startswith("2 July 2025"))
    assert "In their period on this day: Memorandum of Sơn La and Houaphanh, 2024–2026" in moments[line]
    assert "5 March 2024" in moments[line - 1]
    assert [text for text in moments[line + 1 :] if "Period ends" not in text] == []
    assert moments[line + 1 :]


def test_a_renewal_is_named_where_the_one_period_begins_and_where_the_other_ends(small_site: Path) -> None:
    descent = page(small_site, "timeline.html").texts(".moment-descent")
    assert any(text.startswith("Renews ") for text in descent)
    assert any(text.startswith("Renewed by ") for text in descent)


def test_a_date_leads_to_its_evidence(small_site: Path) -> None:
    links = page(small_site, "timeline.html").links(".moment-when")
    assert ("5 March 2024", "events/2024-03-05-son-la-houaphanh-signing.html#date") in links


def test_events_of_unknown_year_stand_apart(small_site: Path) -> None:
    timeline = page(small_site, "timeline.html")
    assert "Visit of Houaphanh’s governor" in timeline.text("[aria-labelledby=yearless]")
    assert "Visit of Houaphanh’s governor" not in timeline.text(".timeline")


def test_an_inferred_date_is_marked(small: Workspace) -> None:
    visit = small.content / "events/houaphanh-governor-visit-quang-binh.md"
    change(visit, "value: XXXX-05-08, as_written: May 8", "value: 2025-05-08, inferred: A test, as_written: May 8")
    pipeline.build(small, search=False)
    moment = next(text for text in page(small.site, "timeline.html").texts(".moment") if text.startswith("8 May 2025"))
    assert "The date is inferred" in moment
