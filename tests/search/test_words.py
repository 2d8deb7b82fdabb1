"""The words of the interface, in three languages."""

from __future__ import annotations

import re
from pathlib import Path

from edition.languages import SEARCH_WORDS
from edition.problems import Problem
from edition.search import words
from tests.small import HOUSE

LANGUAGES = HOUSE / "content" / "languages"


def test_english_vietnamese_and_lao_say_everything() -> None:
    problems: list[Problem] = []
    found = words.read(LANGUAGES, problems)
    assert not problems
    assert {"en", "vi", "lo"} <= set(found)
    for of in found.values():
        assert set(of) == set(SEARCH_WORDS)
        assert "{n}" in of["many"]
        assert "{words}" in of["nowhere"]


def test_the_scripts_say_nothing_that_has_no_words() -> None:
    scripts = "".join(file.read_text(encoding="utf-8") for file in (HOUSE / "assets" / "js").glob("search-*.js"))
    said = set(re.findall(r'say\("([\w-]+)"', scripts))
    assert said <= set(SEARCH_WORDS)


def test_a_missing_word_is_a_problem(tmp_path: Path) -> None:
    text = (LANGUAGES / "vi.yaml").read_text(encoding="utf-8")
    (tmp_path / "vi.yaml").write_text(text.replace("  label: Tìm trong hồ sơ\n", ""), encoding="utf-8")
    problems: list[Problem] = []
    words.read(tmp_path, problems)
    assert [problem.code for problem in problems] == ["missing-words"]
