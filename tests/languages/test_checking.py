"""`python build.py languages` names what is missing, unused or inconsistent, with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import cli, pipeline
from edition.config import Workspace
from tests.small import change, copy_record

HEAD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"
"""


def found(small: Workspace, language: str, text: str) -> dict[str, list[str]]:
    """The messages of the problems with a catalogue, by code, the mere absence of a translation left out."""
    (small.content / "languages" / f"{language}.po").write_text(HEAD + text, encoding="utf-8")
    change(small.content / "edition.yaml", "language: en\n", f"language: en\ntranslations: [{language}]\n")
    by_code: dict[str, list[str]] = {}
    for problem in pipeline.check_languages(small):
        by_code.setdefault(problem.code, []).append(f"{problem.location}: {problem.message}")
    return by_code


def test_a_message_that_is_not_translated_is_named_where_it_is_said(small: Workspace) -> None:
    problems = found(small, "vi", '\nmsgid "Home"\nmsgstr "Trang chủ"\n')["untranslated"]
    assert not any("“Home”" in one for one in problems)
    assert any(one.startswith("templates/components/closing.html:") and "“Cite this page”" in one for one in problems)
    assert any(one.startswith("content/languages/en.yaml:") and "“memorandum of" in one for one in problems)
    (scholarships,) = (one for one in problems if "“scholarships”" in one)
    path, line, *_ = scholarships.split(":")
    assert "unit: scholarships" in (small.root / path).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_a_translation_that_nothing_asks_for_is_named_at_its_line(small: Workspace) -> None:
    problems = found(small, "vi", '\nmsgid "Hom"\nmsgstr "Trang chủ"\n')
    assert problems["unused-message"] == ["content/languages/vi.po:6:1: Nothing says “Hom” any more."]


def test_a_translation_must_have_the_placeholders_of_the_english(small: Workspace) -> None:
    text = '\nmsgid "Evidence {number}"\nmsgstr "Dẫn chứng {so}"\n\nmsgid "“{words}”"\nmsgstr "Trích {words"\n'
    problems = found(small, "vi", text)
    assert problems["other-placeholders"] == ["content/languages/vi.po:6:1: “Dẫn chứng {so}” has other placeholders."]
    assert problems["broken-placeholder"] == ["content/languages/vi.po:9:1: A brace is left open: “Trích {words”"]


def test_each_lao_translation_says_whether_a_native_reader_has_confirmed_it(small: Workspace) -> None:
    text = '\nmsgid "Home"\nmsgstr "ໜ້າຫຼັກ"\n\n# confirmed: no\nmsgid "Evidence"\nmsgstr "ຫຼັກຖານ"\n'
    assert found(small, "lo", text)["not-said-whether-confirmed"] == [
        "content/languages/lo.po:6:1: “Home” does not say it."
    ]


def test_updating_adds_what_is_new_and_takes_out_what_nothing_says(
    small: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    found(small, "vi", '\nmsgid "Hom"\nmsgstr "x"\n\nmsgid "Home"\nmsgstr "Trang chủ"\n')
    assert cli.main(["-C", str(small.root), "languages", "--update"]) == cli.PROBLEMS
    text = (small.content / "languages" / "vi.po").read_text(encoding="utf-8")
    assert 'msgid "Hom"\n' not in text
    assert 'msgid "Home"\nmsgstr "Trang chủ"\n' in text
    assert 'msgid "Cite this page"\nmsgstr ""\n' in text
    assert "things to mend" in capsys.readouterr().out


def test_updating_twice_changes_nothing(small: Workspace) -> None:
    path: Path = small.content / "languages" / "vi.po"
    found(small, "vi", "")
    pipeline.check_languages(small, update=True)
    once = path.read_bytes()
    pipeline.check_languages(small, update=True)
    assert path.read_bytes() == once


def test_a_further_language_begins_with_an_empty_catalogue(small: Workspace) -> None:
    problems = pipeline.check_languages(small, add="fr")
    assert {problem.code for problem in problems} == {"untranslated"}
    assert (small.content / "languages" / "fr.po").is_file()


def test_the_record_s_own_translations_lack_nothing(tmp_path: Path) -> None:
    assert [str(problem) for problem in pipeline.check_languages(copy_record(tmp_path))] == []
