"""Problems are told in order, with the line they stand in and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.problems import Invalid, Location, Problem, did_you_mean, in_order, report


def problem(path: str = "a.md", line: int = 1, column: int = 1, code: str = "yaml", hint: str = "") -> Problem:
    return Problem(code, Location(path, line, column), "It is wrong.", hint)


def test_a_report_shows_place_code_message_line_mark_and_mend(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("one\nscop: Hospitals\n", encoding="utf-8")
    assert report([problem(line=2, column=7, hint="write it anew")], tmp_path) == (
        "a.md:2:7: yaml\n  It is wrong.\n  2 | scop: Hospitals\n    |       ^\n  mend: write it anew"
    )


def test_problems_are_told_by_file_line_and_column_and_each_once(tmp_path: Path) -> None:
    wrong = [problem("b.md"), problem("a.md", 10), problem("a.md", 9, 2), problem("a.md", 9, 1), problem("b.md")]
    heads = [part.splitlines()[0] for part in report(wrong, tmp_path).split("\n\n")]
    assert heads == ["a.md:9:1: yaml", "a.md:9:2: yaml", "a.md:10:1: yaml", "b.md:1:1: yaml"]
    assert Invalid(wrong).problems == in_order(wrong)


def test_of_a_long_line_the_part_around_the_place_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * 500 + "HERE" + "y" * 500, encoding="utf-8")
    _, _, shown, mark = report([problem(column=501)], tmp_path).splitlines()
    assert len(shown) < 120
    assert shown[mark.index("^") :].startswith("HERE")


def test_the_mark_stands_under_a_lao_letter_however_many_signs_are_before_it(tmp_path: Path) -> None:
    line = "ຜົ້ງສາລີ: X"  # eight characters before the colon, four of which are signs above a letter
    (tmp_path / "a.md").write_text(line, encoding="utf-8")
    _, _, shown, mark = report([problem(column=line.index("X") + 1)], tmp_path).splitlines()
    letters = "".join(c for c in shown if c not in "ົ້ີ")
    assert letters[mark.index("^")] == "X"


def test_what_a_terminal_would_obey_is_not_printed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\x1b[2Jone\u202e\x00", encoding="utf-8")
    text = report([Problem("yaml", Location("a.md"), "Wrong: \x1b[31m", "mend\x07")], tmp_path)
    assert not [c for c in text if c != "\n" and (ord(c) < 32 or c == "\u202e")]
    assert "\ufffd[2Jone" in text


@pytest.mark.parametrize("where", [Location("gone.md", 3), Location("a.md", 99), Location("folder")])
def test_a_place_without_a_line_to_show_is_told_without_one(tmp_path: Path, where: Location) -> None:
    (tmp_path / "a.md").write_text("one\n", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    assert report([Problem("yaml", where, "It is wrong.")], tmp_path) == f"{where}: yaml\n  It is wrong."


@given(st.text(alphabet="ab\n", max_size=20), st.text(alphabet="ab\n", max_size=20))
def test_the_place_behind_a_text_is_that_of_the_next_character(before: str, after: str) -> None:
    where = Location.behind("a.md", before)
    line = (before + "X" + after).split("\n")[where.line - 1]
    assert line[where.column - 1] == "X"


def test_a_misspelt_word_gets_the_nearest_one_and_a_strange_one_all() -> None:
    assert did_you_mean("sekomg", ["sekong", "hue"]) == "did you mean 'sekong'?"
    assert did_you_mean("xyz", ["sekong", "hue"]) == "known here: hue, sekong"
    assert did_you_mean("xyz", ["sekong"], "write it first") == "write it first"
