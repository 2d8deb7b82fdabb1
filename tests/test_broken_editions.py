"""Each broken edition gives its report, word for word, and leaves the published site as it was."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.config import Workspace
from edition.problems import report
from edition.sharing import Pair
from tests.broken_editions import REGENERATE, cases, damage, expected, problems
from tests.small import HOUSE, TWO

OF_TRANSLATIONS = {
    *("untranslated", "unused-message", "not-said-whether-confirmed", "broken-placeholder", "other-placeholders"),
}
"""Codes that stop no build; `python build.py languages` reports them (languages/test_checking.py)."""
NOT_FROM_CONTENT = {
    "changed-meanwhile",
    "search-index",
    "search-contract",
    "search-stand-in",
    "address-taken",
    *OF_TRANSLATIONS,
}
"""Codes that no entry brings about: a file that is changed during a build, a search program that fails or has changed,
a letter that search needs for itself, two kinds of page that want one address, translations that are not up to date."""


@pytest.mark.parametrize("processes", ["one", "two", "two the other way round"])
@pytest.mark.parametrize("case", cases())
def test_a_broken_edition_gives_its_report_and_leaves_the_site_as_it_was(
    case: str, processes: str, small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if processes != "one":
        monkeypatch.setattr("edition.pipeline.MANY", 0)
        monkeypatch.setattr("edition.sharing._can_double", lambda: TWO)
    if processes == "two the other way round":  # each reads the half that is the other's else
        share = Pair.share
        monkeypatch.setattr(Pair, "share", lambda team, here, there=(): share(team, there, here))
    workspace = Workspace(tmp_path / "edition", HOUSE)
    shutil.copytree(small_site.parent, workspace.root)
    damage(case, workspace.root)
    before = files(workspace.site)

    found = report(problems(workspace), workspace.root)

    assert found == expected(case), REGENERATE
    assert files(workspace.site) == before
    left = {p.name for p in workspace.root.iterdir()} - {".cache"}
    assert left == {"content", "seeds", "site"}, "something was left behind"


@pytest.mark.parametrize("case", cases())
def test_every_report_of_a_broken_edition_names_a_place_and_a_mend(case: str) -> None:
    for part in re.split(r"\n\n(?=\S)", expected(case)):
        assert re.match(r"\S+:\d+:\d+: [a-z0-9-]+\n  \S", part), part
        assert "\n  mend: " in part, part


def test_every_code_of_a_problem_has_a_broken_edition() -> None:
    shown = {code for case in cases() for code in re.findall(r"(?m)^\S+:\d+:\d+: ([a-z0-9-]+)$", expected(case))}
    assert codes() - NOT_FROM_CONTENT == shown


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def codes() -> set[str]:
    """Every code that the program can report, read from its source."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((HOUSE / "edition").rglob("*.py"))]
    constants = {name: value for tree in trees for name, value in _constants(tree)}
    found = {code for tree in trees for code in _codes(tree, constants)}
    assert len(found) > 40, "the way in which problems are made has changed; this test must follow"
    return found


def _constants(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield from ((target.id, node.value.value) for target in node.targets if isinstance(target, ast.Name))


CODE_AT = {"Problem": 0, "complain": 1, "_report": 0, "refuse": 1}
"""The functions that make problems, and which argument is the code."""


def _codes(tree: ast.Module, constants: dict[str, str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            if name in CODE_AT and len(node.args) > CODE_AT[name]:
                code = node.args[CODE_AT[name]]
                if isinstance(code, ast.Constant):
                    yield str(code.value)
                elif isinstance(code, ast.Name) and code.id != "code":
                    yield constants[code.id]
