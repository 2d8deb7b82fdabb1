"""A build with nothing to do does nothing, and sees whatever could make a difference."""

from __future__ import annotations

import marshal
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import cli, freshness
from edition.config import Workspace
from tests.small import change, copy_small

Change = Callable[[Path], object]


FOLDERS = ("content", "seeds", "house/templates", "house/assets", "edition")


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "NOT_SETTLED", -1_000_000_000)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An edition whose build is remembered."""
    root = copy_small(tmp_path / "small").root
    for folder in ("templates", "assets"):
        shutil.copytree(cli.HOUSE / folder, root / "house" / folder)
    shutil.copytree(freshness.PACKAGE, root / "edition", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("A page.")
    remember(root)
    assert stands(root)
    return root


def remember(root: Path) -> None:
    folders = [str(root / folder) for folder in FOLDERS]
    freshness.remember(str(root), command(root), folders, freshness.settled(folders), ["3 pages"])


def command(root: Path, *more: str) -> list[str]:
    return ["-C", str(root), "build", "--no-search", *more]


def stands(root: Path, *more: str) -> bool:
    return freshness.stands(str(root), command(root, *more)) is not None


def test_a_build_after_which_nothing_has_changed_is_not_made_again(
    small: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(command(small.root)) == 0
    said = capsys.readouterr().out
    assert freshness.answers(command(small.root))
    again = capsys.readouterr().out
    assert said.partition(", ")[0] in again
    assert "nothing has changed" in again


def test_it_stands_whatever_the_folder_is_called(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small.root)
    here = ["-C", ".", "build", "--no-search"]
    assert cli.main(here) == 0
    assert freshness.answers(here)


def edit_an_entry(root: Path) -> None:
    change(root / "content" / "fields" / "border.md", "title: ", "title:  ")


def set_the_time_back(root: Path) -> None:
    path = root / "content" / "fields" / "border.md"
    before = path.stat()
    text = path.read_bytes()
    path.write_bytes(text[:-2] + bytes(reversed(text[-2:])))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Change] = {
    "an entry is edited": edit_an_entry,
    "an entry is edited and its time set back": set_the_time_back,
    "an entry is new": lambda root: (root / "content" / "fields" / "new.md").write_text(""),
    "an entry is gone": lambda root: (root / "content" / "fields" / "border.md").unlink(),
    "the settings are edited": lambda root: (root / "content" / "edition.yaml").touch(),
    "a seed is edited": lambda root: next((root / "seeds").iterdir()).touch(),
    "a seed is new": lambda root: (root / "seeds" / "new.txt").touch(),
    "a template is edited": lambda root: (root / "house" / "templates" / "layouts" / "base.html").touch(),
    "a style is edited": lambda root: (root / "house" / "assets" / "css" / "base.css").touch(),
    "our own code is edited": lambda root: (root / "edition" / "dates.py").touch(),
    "a page is edited": lambda root: (root / "site" / "index.html").touch(),
    "a page is gone": lambda root: (root / "site" / "index.html").unlink(),
    "a file is put into the site": lambda root: (root / "site" / "strange.txt").touch(),
    "the site is gone": lambda root: shutil.rmtree(root / "site"),
    "the cache is gone": lambda root: shutil.rmtree(root / ".cache"),
    "the cache is cut off": lambda root: os.truncate(root / freshness.KEPT, 100),
    "the cache is empty": lambda root: os.truncate(root / freshness.KEPT, 0),
    "the cache is something else": lambda root: (root / freshness.KEPT).write_bytes(marshal.dumps({"a": 1})),
    "the cache is of another version": lambda root: (root / freshness.KEPT).write_bytes(
        marshal.dumps((0, *marshal.loads((root / freshness.KEPT).read_bytes())[1:]))
    ),
    "an entry becomes a link": lambda root: (root / "content" / "fields" / "link.md").symlink_to("border.md"),
}


@pytest.mark.parametrize("happens", CHANGES.values(), ids=CHANGES)
def test_it_no_longer_stands_when(kept: Path, happens: Change) -> None:
    happens(kept)
    assert not stands(kept)


def test_it_no_longer_stands_when_a_package_has_another_version(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "site-packages"
    (place / "jinja2-99.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(place)
    assert not stands(kept)


@pytest.mark.parametrize("more", ["--drafts", "--base-url=https://other.example/"])
def test_it_does_not_stand_for_another_wish(kept: Path, more: str) -> None:
    assert not stands(kept, more)


def test_a_wish_to_hear_more_is_no_other_wish(kept: Path) -> None:
    assert stands(kept, "--timings", "--explain")


def test_a_build_that_failed_is_not_remembered(small: Workspace) -> None:
    change(small.content / "fields" / "border.md", "scope:", "scpoe:")
    assert cli.main(command(small.root)) == 1
    assert not freshness.answers(command(small.root))


def test_what_has_been_written_a_moment_ago_is_not_trusted(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(freshness, "NOT_SETTLED", 10**12)
    monkeypatch.setattr("edition.freshness.time.sleep", lambda seconds: None)
    shutil.rmtree(kept / ".cache")
    remember(kept)
    assert not stands(kept)
