"""The edition's settings are read as they are written, or refused with their place."""

from __future__ import annotations

import datetime as dt

import pytest

from edition.config import Workspace, read_config
from edition.problems import Problem
from tests.small import change

PATH = "content/edition.yaml"


def codes(small: Workspace, old: str, new: str) -> list[str]:
    """The problems of the settings with a line changed; without any there are settings, and else none."""
    change(small.root / PATH, old, new)
    problems: list[Problem] = []
    assert (read_config(small, problems) is None) == bool(problems)
    assert {problem.location.path for problem in problems} <= {PATH}
    return [problem.code for problem in problems]


def test_the_settings_have_title_address_day_and_the_least_coverage(small: Workspace) -> None:
    config = read_config(small, [])
    assert config
    assert (config.title, config.language, config.base_url) == ("Small Record", "en", "https://small.example/record/")
    assert config.as_of == dt.date(2025, 7, 2)
    assert config.least_coverage == 95


@pytest.mark.parametrize("good", ["http://localhost:8000/", "https://example.org/", "https://a.example/b/c/"])
def test_a_public_address_is_a_web_address_that_ends_in_a_slash(small: Workspace, good: str) -> None:
    assert codes(small, "https://small.example/record/", good) == []


@pytest.mark.parametrize(
    "bad",
    [
        "https://small.example",
        "small.example/",
        "ftp://small.example/",
        "https://s.example/?q=/",
        "'https://s.ex ample/'",
    ],
)
def test_any_other_address_is_refused(small: Workspace, bad: str) -> None:
    assert codes(small, "https://small.example/record/", bad) == ["impossible-address"]


@pytest.mark.parametrize("bad", ["2025-07", "2025-02-30", "today", "2025-07-02T00:00", "2024/2026"])
def test_the_editions_day_is_a_day(small: Workspace, bad: str) -> None:
    assert codes(small, "2025-07-02", bad) == ["impossible-date"]


@pytest.mark.parametrize("bad", ["101", "-1", "95.5", "95 %", "³"])
def test_the_least_coverage_is_a_percentage(small: Workspace, bad: str) -> None:
    assert codes(small, "least_coverage: 95", f"least_coverage: {bad}") == ["impossible-number"]


def test_the_least_coverage_is_95_where_nothing_is_said(small: Workspace) -> None:
    assert codes(small, "least_coverage: 95\n", "") == []
    config = read_config(small, [])
    assert config
    assert config.least_coverage == 95


@pytest.mark.parametrize("line", ["title: S", "language: e", "base_url: h", "as_of: 2"])
def test_what_an_edition_cannot_do_without_must_be_there(small: Workspace, line: str) -> None:
    assert codes(small, line, f"# {line}") == ["missing-key"]


def test_a_misspelt_setting_is_a_problem(small: Workspace) -> None:
    assert codes(small, "repository:", "repositry:") == ["unknown-key"]
