"""What tests of figures share: the small edition, one of 500 agreements, and one with nothing in it."""

from __future__ import annotations

import pytest

from edition.config import Workspace
from edition.presenting.presenter import Presenter
from tests.figures.large import copy_large
from tests.figures.making import presenter_of
from tests.small import copy_small


@pytest.fixture(scope="session")
def small_presenter(tmp_path_factory: pytest.TempPathFactory) -> Presenter:
    return presenter_of(copy_small(tmp_path_factory.mktemp("small")))


@pytest.fixture(scope="session")
def large_presenter(tmp_path_factory: pytest.TempPathFactory) -> Presenter:
    return presenter_of(copy_large(tmp_path_factory.mktemp("large")))


@pytest.fixture(scope="session")
def empty_presenter(tmp_path_factory: pytest.TempPathFactory) -> Presenter:
    workspace: Workspace = copy_small(tmp_path_factory.mktemp("empty"))
    for path in (*workspace.content.glob("*/*.md"), workspace.content / "changes.yaml", *workspace.seeds.glob("*")):
        path.unlink()
    return presenter_of(workspace)
