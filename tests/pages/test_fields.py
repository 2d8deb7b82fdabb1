"""The pages of fields of cooperation."""

from __future__ import annotations

from pathlib import Path

from edition import pipeline
from edition.config import Workspace
from tests.html import page


def test_a_field_has_every_statement_in_it_by_type(small_site: Path) -> None:
    field = page(small_site, "fields/education.html")
    assert field.texts("[aria-labelledby=the-said] h3") == ["Commitments", "Requests", "Wishes", "Reported as done"]
    assert len(field.all(".statement")) == 4


def test_a_field_names_the_pairs_and_provinces_it_concerns(small_site: Path) -> None:
    concerned = page(small_site, "fields/border.html")
    assert concerned.texts(".wheres li") == [
        "Sơn La and Houaphanh 2 statements",
        "Houaphanh 2 statements",
        "Sơn La 2 statements",
    ]


def test_an_empty_field_says_so_and_what_that_does_not_mean(small: Workspace) -> None:
    (small.content / "fields/health.md").write_text("---\nid: health\ntitle: Health\nscope: Care.\n---\n", "utf-8")
    pipeline.build(small, search=False)
    field = page(small.site, "fields/health.html")
    assert "No statement in the record falls in this field." in field.text(".nothing")
    assert "No statement in the record." in page(small.site, "fields/index.html").text(".is-empty")
