"""Converting as an editor does it: on a folder, again and again, beside what others wrote."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from edition import cli, conversion, pipeline
from edition.config import Workspace
from tests.small import HOUSE, copy_small

ARTICLES = Path(__file__).parent / "articles"


@pytest.fixture
def bare(tmp_path: Path) -> Workspace:
    """An edition without any entries but the fields, and the five seeds of the repository."""
    workspace = copy_small(tmp_path / "bare")
    for folder in ("agreements", "cooperations", "events", "organisations", "people", "places", "provinces", "sources"):
        shutil.rmtree(workspace.content / folder, ignore_errors=True)
    (workspace.content / "changes.yaml").unlink()  # it tells of entries that are gone
    shutil.copy(HOUSE / "content" / "gazetteer.yaml", workspace.content)
    shutil.rmtree(workspace.seeds)
    shutil.copytree(HOUSE / "seeds", workspace.seeds)
    return workspace


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_an_edition_without_entries_builds_from_its_seeds_alone(bare: Workspace) -> None:
    assert conversion.convert(bare).drafts
    built = pipeline.build(bare, drafts=True, search=False)
    assert "agreements/dak-lak-sekong-2025-2030.html" in {
        str(p.relative_to(bare.site)) for p in bare.site.rglob("*.html")
    }
    assert built.pages > 20


def test_converting_again_changes_nothing(bare: Workspace) -> None:
    conversion.convert(bare)
    before = snapshot(bare.root)
    assert conversion.convert(bare).drafts == ()
    assert snapshot(bare.root) == before


def test_what_a_person_has_edited_is_never_touched(bare: Workspace) -> None:
    conversion.convert(bare)
    person = next((bare.content / "people").glob("*.md"))
    person.write_text(person.read_text(encoding="utf-8").replace("status: draft\n", ""), encoding="utf-8")
    before = snapshot(bare.content)
    outcome = conversion.convert(bare, [ARTICLES])
    after = snapshot(bare.content)
    assert {path: after[path] for path in before} == before
    assert len(after) == len(before) + len(outcome.drafts)


def test_drafts_refer_to_the_provinces_and_organisations_that_exist(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path / "edition", HOUSE)
    for folder in ("content", "seeds"):
        shutil.copytree(HOUSE / folder, workspace.root / folder)
    article = tmp_path / "again.txt"
    article.write_text(
        "Đắk Lắk, Sekong sign plan\nĐẮK LẮK — The People’s Committee of Đắk Lắk Province and the administration of "
        "Sekong Province "
        "of Laos signed a cooperation plan for 2031–2035 on June 9, 2031.\n",
        encoding="utf-8",
    )
    outcome = conversion.convert(workspace, [article])
    paths = {draft.path for draft in outcome.drafts}
    assert not any("/provinces/" in path or "/organisations/" in path for path in paths)
    plan = next(draft.text for draft in outcome.drafts if draft.kind == "agreements")
    assert "party: dak-lak-peoples-committee" in plan
    assert "party: sekong-administration" in plan


def test_an_article_that_tells_a_known_event_is_proposed_as_its_further_source(bare: Workspace, tmp_path: Path) -> None:
    for name, length in (("one", "116"), ("two", "112.7")):
        (tmp_path / f"{name}.txt").write_text(
            f"Nghe An hosts Xieng Khouang delegation, {name}\nNghe An (VNA) - Secretary of the Nghe An Party Committee "
            "Nguyen Huu Khang hosted Governor of Xieng Khouang Bounchanh Xaynhasith of Laos on April 9, 2024.\n"
            f"The two provinces share {length} km of border, Khang said.\n",
            encoding="utf-8",
        )
    conversion.convert(bare, [tmp_path / "one.txt"])
    outcome = conversion.convert(bare, [tmp_path / "two.txt"])
    assert not any(draft.kind == "events" for draft in outcome.drafts)
    assert any("figures differ" in line and "116" in line for line in outcome.unsure)


def test_what_is_out_of_scope_gives_a_source_that_says_so_and_nothing_else(bare: Workspace) -> None:
    outcome = conversion.convert(bare, [ARTICLES / "a5.txt"])
    assert [draft.kind for draft in outcome.drafts] == ["sources"]
    assert "\nscope: out\nscope_reason: " in outcome.drafts[0].text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1258"])
def test_articles_in_other_encodings_are_taken_as_they_are(bare: Workspace, tmp_path: Path, encoding: str) -> None:
    text = (
        "Sơn La - Hua Phan\nNgày 5/3/2024, tại thành phố Sơn La, tỉnh Sơn La và tỉnh Hua Phan (Lào) ký kết hợp tác.\n"
    )
    if encoding == "windows-1258":
        text = "".join(c if _has(c, encoding) else _tone_apart(c) for c in text)
    article = tmp_path / "seed.txt"
    article.write_bytes(text.encode(encoding))
    outcome = conversion.convert(bare, [article])
    assert (bare.seeds / "seed.txt").read_bytes() == article.read_bytes()
    assert outcome.drafts
    pipeline.check(bare)


def _has(character: str, encoding: str) -> bool:
    try:
        return bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


def _tone_apart(character: str) -> str:
    """As windows-1258 writes Vietnamese: the letter, then its tone."""
    letters = unicodedata.normalize("NFD", character)
    tone = next(c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323")
    return unicodedata.normalize("NFC", letters.replace(tone, "")) + tone


def test_a_file_that_is_no_text_is_reported_and_the_others_are_drafted(bare: Workspace, tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"\x00\x01\x02" * 99)
    outcome = conversion.convert(bare, [tmp_path / "scan.txt", ARTICLES / "a1.txt"])
    assert outcome.drafts
    assert [problem.code for problem in outcome.problems] == ["seed-not-text"]


def test_the_json_quotes_the_text_exactly(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["convert", "--json", *map(str, sorted(ARTICLES.glob("*.txt")))]) == 0
    for reading in json.loads(capsys.readouterr().out):
        for value in _quoted(reading):
            assert reading["text"][value["start"] : value["end"]] == value["quote"]


def _quoted(value: object) -> list[dict[str, int]]:
    if isinstance(value, dict):
        own = [value] if "quote" in value else []
        return own + [found for inner in value.values() for found in _quoted(inner)]
    return [found for inner in value for found in _quoted(inner)] if isinstance(value, list) else []


def drafted(workspace: Workspace) -> set[str]:
    return {p.stem for p in workspace.content.glob("*/*.md") if "\nstatus: draft\n" in p.read_text(encoding="utf-8")}


def test_one_draft_is_accepted_by_its_id_and_nothing_else_in_it_or_beside_it_changes(bare: Workspace) -> None:
    conversion.convert(bare)
    before = snapshot(bare.content)
    assert cli.main(["-C", str(bare.root), "accept", "dien-bien-phu"]) == 1  # its source is still a draft
    after = snapshot(bare.content)
    [changed] = [path for path in before if before[path] != after[path]]
    assert changed == "places/dien-bien-phu.md"
    gone = [line for line in before[changed].splitlines() if line not in after[changed].splitlines()]
    assert [line[:13] for line in gone] == [b"# A machine p", b"# Correct wha", b"status: draft"]


def test_a_source_is_accepted_with_all_drafts_that_quote_it_and_the_whole_is_checked(
    bare: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    conversion.convert(bare, [bare.seeds / "004_c2f2308de231a12b.txt"])
    waiting = drafted(bare)
    source = "vietnam-lao-commissions-boost-communication-cooperation"
    assert cli.main(["-C", str(bare.root), "accept", source]) in (0, 1)
    assert not drafted(bare)
    assert capsys.readouterr().out.count("accepted: content/") == len(waiting)


def test_nothing_is_accepted_where_an_id_is_of_no_draft(bare: Workspace) -> None:
    conversion.convert(bare)
    before = snapshot(bare.content)
    assert cli.main(["-C", str(bare.root), "accept", "dien-bien-phu", "nobody"]) == 2
    assert snapshot(bare.content) == before
