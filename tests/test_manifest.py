"""The site is replaced as a whole, or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.artifact import Artifact
from edition.manifest import Stage, patch
from edition.problems import Invalid


def publish(site: Path, **pages: str) -> None:
    stage = Stage(site)
    stage.begin()
    stage.write(Artifact(f"{name}.html", words.encode()) for name, words in pages.items())
    stage.publish()


def files(folder: Path) -> dict[str, str]:
    """Every file below a folder but the list of digests."""
    found = {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}
    return {path: words for path, words in found.items() if path != "SHA256SUMS"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site with one page."""
    site = tmp_path / "site"
    publish(site, old="old")
    return site


def test_pages_that_are_no_more_go_and_nothing_is_left_beside_the_site(site: Path) -> None:
    publish(site, new="new")
    assert files(site) == {"new.html": "new"}
    assert [p.name for p in site.parent.iterdir()] == ["site"]


def test_until_it_is_published_the_old_site_stands(site: Path) -> None:
    stage = Stage(site)
    stage.begin()
    stage.write([Artifact("a/b/new.html", b"new")])
    assert files(site) == {"old.html": "old"}
    stage.discard()
    assert files(site) == {"old.html": "old"}
    assert [p.name for p in site.parent.iterdir()] == ["site"]


def test_the_digests_are_those_of_every_file_as_sha256sum_writes_them(site: Path) -> None:
    stage = Stage(site)
    stage.begin()
    stage.write([Artifact("b.html", b"b"), Artifact("a/c.html", "ệ".encode()), Artifact(".nojekyll", b"")])
    stage.publish()
    lines = (site / "SHA256SUMS").read_text().splitlines()
    assert lines == [
        f"{hashlib.sha256(b'').hexdigest()}  .nojekyll",
        f"{hashlib.sha256('ệ'.encode()).hexdigest()}  a/c.html",
        f"{hashlib.sha256(b'b').hexdigest()}  b.html",
    ]


def published(site: Path, pages: dict[str, bytes]) -> str:
    """The list of digests of a site that is published with these pages."""
    stage = Stage(site)
    stage.begin()
    stage.write(Artifact(path, content) for path, content in pages.items())
    stage.publish()
    return (site / "SHA256SUMS").read_text()


def test_after_files_are_exchanged_the_digests_are_those_of_a_site_published_so(site: Path) -> None:
    before = {"a.html": b"a", "a/b.html": b"b", "a-b/c.html": b"c", "a/z.html": b"z"}
    after = {"a.html": b"another", "a/b.html": b"b", "a-b/c.html": b"c", "a/b-c.html": b"new", "z/1.html": b"new"}
    published(site, before)
    new = [Artifact(path, content) for path, content in after.items() if before.get(path) != content]
    exchanged = patch(site, new, ["a/z.html", "never.html"])
    assert exchanged == ["a.html", "a/b-c.html", "z/1.html", "a/z.html", "never.html", "SHA256SUMS"]
    assert (site / "SHA256SUMS").read_text() == published(site.with_name("another"), after)
    assert patch(site, []) == []


def crash_before_writing(stage: Stage) -> None:
    stage.begin()


def crash_before_publishing(stage: Stage) -> None:
    stage.begin()
    stage.write([Artifact("new.html", b"new")])


def crash_between_the_renames(stage: Stage) -> None:
    crash_before_publishing(stage)
    stage.site.rename(stage.old)


def crash_before_tidying(stage: Stage) -> None:
    crash_between_the_renames(stage)
    (stage.folder / "SHA256SUMS").write_text("")
    stage.folder.rename(stage.site)


CRASHES: list[Callable[[Stage], None]] = [
    crash_before_writing,
    crash_before_publishing,
    crash_between_the_renames,
    crash_before_tidying,
]


@pytest.mark.parametrize("crash", CRASHES)
def test_the_next_build_mends_whatever_a_crash_has_left(site: Path, crash: Callable[[Stage], None]) -> None:
    crash(Stage(site))
    publish(site, newer="newer")
    assert files(site) == {"newer.html": "newer"}
    assert [p.name for p in site.parent.iterdir()] == ["site"]


def test_after_a_crash_between_the_renames_even_a_failing_build_brings_the_site_back(site: Path) -> None:
    crash_between_the_renames(Stage(site))
    assert not site.exists()
    stage = Stage(site)
    stage.begin()
    stage.discard()
    assert files(site) == {"old.html": "old"}


def holiday_pictures(site: Path) -> None:
    site.mkdir()
    (site / "holiday.txt").write_text("Not to be lost.")


def a_file(site: Path) -> None:
    site.write_text("Not to be lost.")


def a_link(site: Path) -> None:
    (site.parent / "elsewhere").mkdir()
    (site.parent / "elsewhere" / "SHA256SUMS").write_text("")
    site.symlink_to(site.parent / "elsewhere")


@pytest.mark.parametrize("make", [holiday_pictures, a_file, a_link])
@pytest.mark.parametrize("do", [Stage.begin, Stage.remove])
def test_what_no_build_has_written_is_neither_replaced_nor_removed(
    tmp_path: Path, make: Callable[[Path], None], do: Callable[[Stage], object]
) -> None:
    site = tmp_path / "site"
    make(site)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Invalid) as refused:
        do(Stage(site))
    assert [problem.code for problem in refused.value.problems] == ["not-our-site"]
    assert sorted(tmp_path.rglob("*")) == before


def test_an_empty_folder_may_become_the_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", new="new")
    assert files(tmp_path / "site") == {"new.html": "new"}


def test_two_files_with_one_address_are_refused_all_of_them_at_once(site: Path) -> None:
    stage = Stage(site)
    stage.begin()
    with pytest.raises(Invalid) as refused:
        stage.write(Artifact(path, b"") for path in ("a.html", "b.html", "a.html", "b.html", "c.html"))
    assert [(p.code, p.location.path) for p in refused.value.problems] == [
        ("address-taken", "a.html"),
        ("address-taken", "b.html"),
    ]


def test_removing_takes_the_site_and_what_a_crash_left_and_says_whether_there_was_anything(site: Path) -> None:
    crash_before_publishing(Stage(site))
    assert Stage(site).remove()
    assert list(site.parent.iterdir()) == []
    assert not Stage(site).remove()
