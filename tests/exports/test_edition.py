from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from edition import pipeline
from edition.config import Workspace

Json = dict[str, Any]


@pytest.fixture(scope="module")
def document(small_site: Path) -> Json:
    found: Json = json.loads((small_site / "data" / "edition.json").read_text(encoding="utf-8"))
    return found


def test_every_entry_and_source_and_the_places_used_are_there(document: Json, small: Workspace) -> None:
    entries = {path.stem for path in small.content.glob("*/*.md")}
    assert {entry["id"] for entry in document["entries"]} == entries
    assert [source["id"] for source in document["sources"]] == ["small-signing", "small-visit"]
    used = {entry["gazetteer"] for entry in document["entries"] if "gazetteer" in entry}
    assert {place["id"] for place in document["places"]} == used


def test_every_piece_of_evidence_lies_in_published_text_of_its_block(document: Json) -> None:
    blocks = {(s["id"], b["number"]): b for s in document["sources"] for b in s["blocks"]}
    evidence = [e for entry in document["entries"] for claim in entry["claims"] for e in claim["evidence"]]
    assert evidence
    for one in evidence:
        pieces = blocks[one["source"], one["block"]]["text"]
        start, end = one["start"], one["end"]
        (piece,) = [p for p in pieces if p["start"] <= start and end <= p["end"]]
        assert piece["text"][start - piece["start"] : end - piece["start"]] == one["quotation"]


def test_a_claim_has_its_value_as_data_and_in_words(document: Json) -> None:
    (agreement,) = [e for e in document["entries"] if e["id"] == "son-la-houaphanh-2024-2026"]
    claims = {claim["id"]: claim for claim in agreement["claims"]}
    assert (claims["period"]["value"], claims["period"]["words"]) == ("2024/2026", "2024–2026")
    assert claims["lineage-1"]["value"] == {"relation": "renews", "agreement": "son-la-houaphanh-2021-2023"}
    assert claims["students"]["value"]["for"][0]["as_written"] == "students of Houaphanh"
    assert claims["students"]["value"]["figures"][0]["value"] == 20


def test_nothing_in_it_tells_of_our_files(document: Json) -> None:
    assert "location" not in json.dumps(document)
    assert ".md" not in json.dumps(document["entries"])


def test_two_builds_of_one_edition_give_the_same_bytes(small: Workspace, small_site: Path) -> None:
    pipeline.build(small, search=False)
    for name in ("data/edition.json", "data/claims.csv"):
        assert (small.site / name).read_bytes() == (small_site / name).read_bytes()
