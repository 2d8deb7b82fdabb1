"""Sources that disagree are shown side by side, and nobody wins (rule 8)."""

from __future__ import annotations

from edition import pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change

AGREEMENT = "son-la-houaphanh-2024-2026"


def test_two_accounts_of_a_date_stand_side_by_side_each_with_its_evidence(small: Workspace) -> None:
    path = small.content / "agreements" / f"{AGREEMENT}.md"
    signed = '{value: 2024-03-05, as_written: "March 5, 2024", evidence: signing}'
    change(path, f"signed: {signed}", f"signed:\n  - {signed}\n  - {{value: XXXX-03-06, evidence: signing}}")

    pipeline.build(small, search=False)

    shown = page(small.site, f"agreements/{AGREEMENT}.html")
    assert shown.text("#signed .fact-value") == "5 March 2024"
    assert "Sources disagree" in shown.text("#signed .fact-what")
    assert shown.text("#signed-2 .fact-value") == "6 March, year not stated"
    assert shown.has("#signed-2 .note")


def test_an_agreement_whose_period_is_disputed_is_in_no_period(small: Workspace) -> None:
    path = small.content / "agreements" / f"{AGREEMENT}.md"
    period = next(line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("period: "))
    value = period.removeprefix("period: ")
    change(path, period, f"period:\n  - {value}\n  - {{value: 2024/2027, inferred: A trial., evidence: signing}}")

    pipeline.build(small, search=False)

    assert page(small.site, f"agreements/{AGREEMENT}.html").has(".title-block .status-disputed")
