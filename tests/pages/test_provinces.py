"""The pages of provinces."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import pipeline
from edition.config import Workspace
from edition.corpus import Corpus
from edition.kinds.provinces import Province
from edition.presenting.digest import LATEST, digest
from edition.presenting.pairing import told_of
from edition.relations import Relations
from tests.figures.making import presenter_of
from tests.html import page
from tests.small import change


def test_a_province_is_named_in_every_language_with_the_language_marked(small_site: Path) -> None:
    found = page(small_site, "provinces/houaphanh.html")
    assert found.text("h1") == "Houaphanh"
    assert found.text(".other-names [lang=vi]") == "Hủa Phăn"
    assert found.text(".other-names [lang=lo]") == "ຫົວພັນ"
    assert found.text(".kicker") == "province of Laos"


def test_a_merged_province_says_so_with_its_certainty_and_is_called_former(small_site: Path) -> None:
    found = page(small_site, "provinces/quang-binh.html")
    assert found.text(".kicker") == "former province of Viet Nam"
    assert found.text(".change").startswith("Merged into Quảng Trị on 1 July 2025. Reference data, certainty A:")


def test_a_province_that_did_not_change_has_no_notice(small_site: Path) -> None:
    assert not page(small_site, "provinces/son-la.html").has(".change")


def test_partners_are_those_it_shares_an_entry_with_and_lead_to_the_pair(small_site: Path) -> None:
    links = page(small_site, "provinces/houaphanh.html").links("section[aria-labelledby=the-partners]")
    assert ("Sơn La", "son-la.html") in links
    assert ("Sơn La and Houaphanh", "../pairs/son-la--houaphanh.html") in links


def test_an_event_held_in_a_province_stands_on_its_page(small_site: Path) -> None:
    events = page(small_site, "provinces/quang-binh.html").texts("section[aria-labelledby=the-events] .row-title")
    assert events == ["Visit of Houaphanh’s governor to Quảng Bình"]


def test_cooperation_without_a_document_is_no_agreement(small_site: Path) -> None:
    found = page(small_site, "provinces/quang-binh.html")
    assert not found.has("#the-agreements")
    assert "Cooperation of Quảng Bình and Houaphanh" in found.text("section[aria-labelledby=the-cooperations]")
    assert "No source yet names an agreement of Quảng Bình." in found.text("section[aria-labelledby=the-gaps]")


def test_every_statement_has_its_evidence_beside_it_and_leads_to_where_it_stands(small_site: Path) -> None:
    found = page(small_site, "provinces/son-la.html")
    statements = found.all(".told .statement")
    assert statements
    assert all(one.css(".margin .note") for one in statements)
    assert ("#", "../agreements/son-la-houaphanh-2024-2026.html#students") in found.links(".told")


def test_what_concerns_a_partner_is_counted_by_field_and_leads_to_the_page_of_the_two(small_site: Path) -> None:
    lines = page(small_site, "provinces/houaphanh.html")
    ways = lines.links(".by-field dd")
    assert ways
    for words, href in ways:
        path, _, anchor = href.partition("#")
        pair = page(small_site, f"provinces/{path}" if path else "provinces/houaphanh.html")
        [group] = pair.all(f".statement-group[aria-labelledby={anchor}]")
        assert words.endswith(f"({len(group.css('.statement'))})")


def test_no_statement_on_a_province_is_lost(small_site: Path, small_corpus: Corpus) -> None:
    relations = Relations(small_corpus)
    for province in small_corpus.of(Province):
        found = page(small_site, f"provinces/{province.id}.html")
        partners = [f"pairs/{pair.id}.html" for pair in relations.pairs if province.id in pair.ids]
        shown = {id_ for path in (found.path, *partners) for id_ in page(small_site, path).ids()}
        for told in relations.statements:
            if province in relations.concerns(told):
                assert f"{told.entry.id}--{told.claim.id}" in shown


def test_more_statements_without_a_partner_than_can_be_looked_over_are_folded_by_field(small: Workspace) -> None:
    presenter = presenter_of(small)
    [province] = [one for one in presenter.corpus.of(Province) if one.id == "son-la"]
    told = list(told_of(presenter, (province,)))
    assert digest(presenter, province, (told * LATEST)[: LATEST + 1], ()).folded
    assert not digest(presenter, province, (told * LATEST)[:LATEST], ()).folded


@pytest.mark.parametrize(
    "as_of, sentence",
    [
        ("2026-01-01", "In its period on 1 January 2026: Memorandum of Sơn La and Houaphanh, 2024–2026."),
        ("2027-01-01", "On 1 January 2027 no agreement of Sơn La is in its period, as far as sources tell."),
    ],
)
def test_what_holds_on_the_edition_s_day_is_said_before_all_else(small: Workspace, as_of: str, sentence: str) -> None:
    change(small.content / "edition.yaml", "as_of: 2025-07-02", f"as_of: {as_of}")
    pipeline.build(small, search=False)
    assert page(small.site, "provinces/son-la.html").text(".current") == sentence


def test_spellings_of_the_sources_have_evidence_and_those_of_the_gazetteer_a_certainty(small_site: Path) -> None:
    found = page(small_site, "provinces/son-la.html")
    assert found.texts("section[aria-labelledby=the-names] .fact-value") == ["Sơn La", "Son La"]
    rows = found.texts(".reference-data .reference-table tbody tr")
    assert any(row.startswith("Lao ເຊີນລາ A") for row in rows)


def test_a_value_to_be_checked_by_a_native_reader_is_marked(small_site: Path) -> None:
    marked = page(small_site, "provinces/houaphanh.html").texts("tr.uncertain")
    assert marked
    assert all(" C " in row for row in marked)


def test_every_key_of_a_reference_is_explained(small_site: Path) -> None:
    for name in ("houaphanh", "quang-binh", "son-la"):
        found = page(small_site, f"provinces/{name}.html")
        ids = set(found.ids())
        assert all(href.removeprefix("#") in ids for _, href in found.links(".reference-key"))


def test_neighbours_are_links_where_the_edition_has_them(small_site: Path) -> None:
    assert ("Sơn La", "son-la.html") in page(small_site, "provinces/houaphanh.html").links(".reference-table")
    former = [r for r in page(small_site, "provinces/quang-binh.html").texts("tr") if r.startswith("Neighbour until")]
    assert former
    assert all("until 30 June 2025" in row for row in former)


def test_gaps_name_the_side_that_is_not_heard(small_site: Path) -> None:
    gaps = page(small_site, "provinces/houaphanh.html").text("section[aria-labelledby=the-gaps]")
    assert "No source yet gives the name in Lao script" in gaps
    assert "The day of signing is not known of Cooperation agreement of Sơn La and Houaphanh, 2021–2023." in gaps


def test_no_anchor_is_given_twice(small_site: Path) -> None:
    for path in sorted((small_site / "provinces").glob("*.html")):
        ids = page(small_site, f"provinces/{path.name}").ids()
        assert len(ids) == len(set(ids)), path.name


def test_the_index_has_a_column_for_each_country_with_partners_and_changes(small_site: Path) -> None:
    found = page(small_site, "provinces/index.html")
    vietnam, laos = found.texts(".side")
    assert vietnam.startswith("Viet Nam")
    assert "Merged into Quảng Trị on 1 July 2025." in vietnam
    assert laos.startswith("Laos")
    assert "2 agreements; with Quảng Bình and Sơn La" in laos


def test_proposals_are_not_counted_as_agreements(small: Workspace) -> None:
    change(
        small.content / "agreements" / "son-la-houaphanh-2021-2023.md",
        "form: {value: agreement, as_written: cooperation agreement,",
        "form: {value: proposals, as_written: cooperation agreement,",
    )
    pipeline.build(small, search=False)
    assert "1 agreement and 1 set of proposals" in page(small.site, "provinces/index.html").text("main")
