from __future__ import annotations

import codecs
import csv
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def rows(small_site: Path) -> list[dict[str, str]]:
    with (small_site / "data" / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_begins_with_a_byte_order_mark_for_excel(small_site: Path) -> None:
    assert (small_site / "data" / "claims.csv").read_bytes().startswith(codecs.BOM_UTF8)


def test_the_place_of_every_quotation_leads_to_its_words_in_the_seed(
    rows: list[dict[str, str]], small_site: Path
) -> None:
    for row in rows:
        text = (small_site.parent / "seeds" / row["seed"]).read_bytes().decode("utf-8-sig")
        assert text[int(row["start"]) : int(row["end"])] == row["quotation"]


def test_a_claim_has_a_row_for_each_of_its_quotations(rows: list[dict[str, str]]) -> None:
    summary = [row for row in rows if (row["entry"], row["claim"]) == ("son-la-houaphanh-2024-2026", "p2")]
    assert [row["block"] for row in summary] == ["7", "7", "7"]
    assert len({row["quotation"] for row in summary}) == 3


def test_dates_are_given_in_words_and_as_edtf(rows: list[dict[str, str]]) -> None:
    (date,) = [r for r in rows if (r["entry"], r["claim"]) == ("houaphanh-governor-visit-quang-binh", "date")]
    assert (date["value"], date["edtf"]) == ("8 May, year not stated", "XXXX-05-08")


def test_a_statement_has_its_type_and_a_public_address(rows: list[dict[str, str]]) -> None:
    (markets,) = [r for r in rows if r["claim"] == "markets"]
    assert (markets["label"], markets["statement_type"]) == ("Plan", "plan")
    assert markets["address"] == "https://small.example/record/agreements/son-la-houaphanh-2024-2026.html#markets"
