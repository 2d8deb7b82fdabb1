"""The pages of events."""

from __future__ import annotations

from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change

SIGNING = "events/2024-03-05-son-la-houaphanh-signing.html"
VISIT = "events/houaphanh-governor-visit-quang-binh.html"


def test_the_index_groups_events_by_year_and_says_where_the_year_is_not_known(small_site: Path) -> None:
    assert page(small_site, "events/index.html").texts("main h2") == ["2024", "Year not known"]


def test_an_event_shows_when_and_where_it_was_with_its_evidence(small_site: Path) -> None:
    event = page(small_site, SIGNING)
    assert event.text(".when-where") == "5 March 2024 · Mộc Châu"
    assert "Precise to the day." in event.text("#date")
    assert "March 5, 2024" in event.text("#date .note")


def test_an_inferred_date_is_marked_where_it_is_first_told(small: Workspace) -> None:
    signing = small.content / SIGNING.replace(".html", ".md")
    change(signing, 'as_written: "March 5, 2024",', 'as_written: "March 5, 2024", inferred: A test,')
    pipeline.build(small, search=False)
    assert page(small.site, SIGNING).text(".when-where") == "5 March 2024 (inferred) · Mộc Châu"


def test_an_inferred_date_is_marked_in_lists_of_events_too(small: Workspace) -> None:
    signing = small.content / SIGNING.replace(".html", ".md")
    change(signing, 'as_written: "March 5, 2024",', 'as_written: "March 5, 2024", inferred: A test,')
    pipeline.build(small, search=False)
    for path in ("index.html", "events/index.html", "provinces/son-la.html"):
        assert "5 March 2024 (inferred)" in page(small.site, path).texts(".row-when"), path


def test_an_event_names_its_participants_by_side_with_part_and_office(small_site: Path) -> None:
    event = page(small_site, SIGNING)
    assert event.texts("[aria-labelledby=the-participants] h3") == ["From the Vietnamese side", "From the Lao side"]
    governor = next(text for text in event.texts(".fact") if "Khamla Tuayang" in text)
    assert governor.startswith("spoke")
    assert "Named in this connection as “Governor of Houaphanh Province”." in governor


def test_an_event_says_what_was_done_about_an_agreement_there(small_site: Path) -> None:
    assert "Signed here" in page(small_site, SIGNING).text("#agreements-1")
    assert "Discussed here" in page(small_site, VISIT).text("#agreements-1")


def test_an_event_without_a_year_says_so_and_has_no_neighbours_in_time(small_site: Path) -> None:
    event = page(small_site, VISIT)
    assert event.text(".when-where").startswith("8 May, year not stated")
    assert "Day and month are known, the year is not." in event.text("#date")
    assert "no place among the others in time" in event.text(".in-time")
    assert not event.has(".in-time [rel=prev], .in-time [rel=next]")


def test_events_lead_to_those_before_and_after_them(small: Workspace) -> None:
    visit = small.content / "events/houaphanh-governor-visit-quang-binh.md"
    change(visit, "value: XXXX-05-08, as_written: May 8", "value: 2025-05-08, inferred: A test, as_written: May 8")
    pipeline.build(small, search=False)
    assert [href for _, href in page(small.site, SIGNING).links(".in-time [rel=next]")] == [Path(VISIT).name]
    assert [href for _, href in page(small.site, VISIT).links(".in-time [rel=prev]")] == [Path(SIGNING).name]


def test_an_event_without_date_and_place_says_that_no_source_gives_them(small: Workspace) -> None:
    path = small.content / "events/houaphanh-governor-visit-quang-binh.md"
    change(path, "date: {value: XXXX-05-08, as_written: May 8, evidence: visit}\n", "")
    change(path, "place: {value: quang-binh, as_written: Quang Binh Province, evidence: visit}\n", "")
    pipeline.build(small, search=False)
    unknown = page(small.site, VISIT).texts(".unknown li")
    assert unknown[:2] == ["When it took place.", "Where it took place."]


def test_an_event_and_its_parts_lead_to_each_other(small: Workspace) -> None:
    path = small.content / "events/houaphanh-governor-visit-quang-binh.md"
    change(path, "participants:\n", "part_of: 2024-03-05-son-la-houaphanh-signing\nparticipants:\n")
    pipeline.build(small, search=False)
    assert Path(SIGNING).name in dict(page(small.site, VISIT).links("#part-of")).values()
    assert Path(VISIT).name in dict(page(small.site, SIGNING).links("[aria-labelledby=the-parts]")).values()
