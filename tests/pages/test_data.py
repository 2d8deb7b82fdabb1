from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.html import page


def test_what_is_described_is_what_can_be_downloaded(small_site: Path) -> None:
    data = page(small_site, "data.html")
    links = dict(data.links("h2"))
    described = [[cell.text() for cell in table.css("tbody th")] for table in data.all("table.columns")]
    rows = csv.reader(io.StringIO((small_site / links["claims.csv"]).read_text(encoding="utf-8-sig")))
    document = json.loads((small_site / links["edition.json"]).read_text(encoding="utf-8"))
    assert described == [next(rows), list(document)]


def test_sources_whose_text_is_withheld_are_named(small_site: Path) -> None:
    assert page(small_site, "data.html").links("#reading ~ p")[-1] == (
        "Houaphanh Governor Visits Quang Binh",
        "sources/small-visit.html",
    )
