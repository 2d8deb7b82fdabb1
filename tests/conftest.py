"""What several tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from edition import pipeline
from edition.config import Workspace
from edition.corpus import Corpus
from tests.small import copy_small

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


settings.register_profile("the same examples every time, however slow the machine", derandomize=True, deadline=None)
settings.load_profile("the same examples every time, however slow the machine")


@pytest.fixture
def small(tmp_path: Path) -> Workspace:
    """A copy of the small edition of one's own, to change at will."""
    return copy_small(tmp_path / "small")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the small edition, without search and drafts. Only to be read."""
    workspace = copy_small(tmp_path_factory.mktemp("small"))
    pipeline.build(workspace, search=False)
    return workspace.site


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The corpus of the small edition."""
    return pipeline.check(copy_small(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all browser tests. That none is there is a failure, never a reason to skip."""
    executable = chromium()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


def chromium() -> str:
    """Where Chromium is; that none is there is a failure."""
    asked_for = os.environ.get("CHROMIUM")
    names = (asked_for,) if asked_for else CHROMIUM_NAMES
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail(
            f"No Chromium found under the names {', '.join(names)}. Run `make test`, which installs one where it may, "
            "or set CHROMIUM to the program's path.",
            pytrace=False,
        )
    return found
