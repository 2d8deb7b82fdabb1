"""What an article's drafts are like: each statement where it belongs, each event with its parts, nothing invented."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from edition.drafting.writing.texts import told
from tests.drafting.gate import convert, problems

TITLE = "Nghe An, Xieng Khouang step up ties\nTuesday, April 9, 2024\n"
VISIT = (
    "Nghe An (VNA) - A delegation of Xieng Khouang province of Laos led by Governor Bounchanh Xaynhasith paid a visit "
    "to the central province of Nghe An on April 8.\n"
)
TALKS = (
    "At talks with the delegation, Secretary of the Nghe An Party Committee Nguyen Huu Khang proposed that Xieng "
    "Khouang open the gate earlier.\n\nHe also asked for 20 places for teachers.\n"
)
SIGNING = (
    "On this occasion, the People’s Committee of Nghe An province and the administration of Xieng Khouang province "
    "signed a cooperation agreement for 2024-2028.\n\nUnder the agreement, the two sides will train 50 officials.\n"
)
LONG_SINCE = (
    "Since 2012, Nghe An has supported over 150 students from Xieng Khouang to study at its universities.\n\nThe two "
    "provinces have also maintained friendship visits, thus tightening their special solidarity.\n"
)


def drafts(article: str) -> dict[str, Mapping[str, Any]]:
    """The drafts of an article that pass the check, as "kind/type or id"."""
    outcome = convert({"one.txt": article})
    assert not problems(outcome, {"one.txt": article})
    return {
        f"{d.kind}/{d.id}": yaml.safe_load(re.split(r"^---$", d.text, flags=re.MULTILINE)[1]) for d in outcome.drafts
    }


def of(found: Mapping[str, Mapping[str, Any]], kind: str) -> list[Mapping[str, Any]]:
    return [entry for path, entry in found.items() if path.startswith(f"{kind}/")]


def event(found: Mapping[str, Mapping[str, Any]], type_: str) -> Mapping[str, Any]:
    return next(entry for entry in of(found, "events") if entry["type"]["value"] == type_)


def texts(entry: Mapping[str, Any]) -> list[str]:
    return [said["text"] for said in entry.get("statements", ())]


def test_talks_and_a_signing_on_a_visit_are_parts_of_it_each_with_its_own_quotation() -> None:
    found = drafts(TITLE + VISIT + "\n" + TALKS + "\n" + SIGNING)
    visit, talks, signing = (event(found, type_) for type_ in ("visit", "meeting", "signing"))
    assert "part_of" not in visit
    assert talks["part_of"] == signing["part_of"] == visit["id"]
    assert signing["quotations"][signing["type"]["evidence"]]["exact"].startswith("On this occasion, the People’s")
    assert str(signing["date"]["value"]) == "2024-04-08"
    assert [act["act"] for act in signing["agreements"]] == ["signed"]
    assert "agreements" not in visit


def test_a_statement_stands_in_one_entry_the_most_specific_it_speaks_of() -> None:
    found = drafts(TITLE + VISIT + "\n" + TALKS + "\n" + SIGNING)
    [agreement] = of(found, "agreements")
    assert texts(agreement) == ["Under the agreement, the two sides will train 50 officials."]
    assert len(texts(event(found, "meeting"))) == 2
    everything = [text for entry in found.values() for text in texts(entry)]
    assert len(everything) == len(set(everything))


def test_he_is_who_spoke_in_the_sentence_before_which_is_quoted_too() -> None:
    asked = event(drafts(TITLE + VISIT + "\n" + TALKS), "meeting")["statements"][1]
    assert asked["by"] == ["nguyen-huu-khang"]
    assert len(asked["evidence"]) == 2


def test_what_two_provinces_have_long_done_without_an_agreement_is_a_cooperation() -> None:
    found = drafts(TITLE + VISIT + "\n" + LONG_SINCE)
    [cooperation] = of(found, "cooperations")
    assert {party["party"] for party in cooperation["parties"]} == {"nghe-an", "xiangkhouang"}
    assert len(texts(cooperation)) == 2
    assert not any("Since 2012" in text for text in texts(event(found, "visit")))


def test_where_the_article_names_an_agreement_no_cooperation_is_drafted_beside_it() -> None:
    assert not of(drafts(TITLE + VISIT + "\n" + SIGNING + "\n" + LONG_SINCE), "cooperations")


def test_each_of_two_stories_in_a_file_has_its_own_event() -> None:
    other = (
        "\n\nSon La trains doctors from Oudomxay\nTuesday, April 9, 2024\nSon La (VNA) - The Department of Health of "
        "Son La province and a delegation of Oudomxay province of Laos met on April 5 to discuss training.\n\nThe "
        "delegation of Oudomxay asked Son La to receive 12 doctors.\n"
    )
    found = drafts(TITLE + VISIT + "\n" + TALKS + other)
    health = next(e for e in of(found, "events") if str(e.get("date", {}).get("value")) == "2024-04-05")
    assert "part_of" not in health
    assert texts(health)[-1] == "The delegation of Oudomxay asked Son La to receive 12 doctors."
    assert not any("doctors" in text for text in texts(event(found, "visit")))


def test_the_source_names_the_sentences_that_no_draft_quotes() -> None:
    outcome = convert({"one.txt": TITLE + VISIT + "\nThe rainy season begins in May.\n"})
    source = next(draft.text for draft in outcome.drafts if draft.kind == "sources")
    assert '# uncited:\n#   - {exact: The rainy season begins in May., reason: ""}' in source


@pytest.mark.parametrize(
    "sentence, text",
    [
        ("Speaking at the event, Lan said trade grew.", "Lan said trade grew."),
        ("Phát biểu tại lễ ký, ông Lan cảm ơn tỉnh bạn.", "Ông Lan cảm ơn tỉnh bạn."),
        ("They will meet, thereby deepening mutual understanding and solidarity.", "They will meet."),
        ("Hai tỉnh giao lưu, góp phần thắt chặt tình hữu nghị giữa hai tỉnh.", "Hai tỉnh giao lưu."),
        ("He called for grants, thereby enabling 20 officials to study.", None),
        ("According to Lan, trade grew.", None),
        ("Lan said that trade grew.", None),
    ],
)
def test_a_text_is_shortened_only_where_nothing_that_is_told_is_lost(sentence: str, text: str | None) -> None:
    assert told(sentence) == (text or sentence)
