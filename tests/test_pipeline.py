"""The whole flow on the small edition."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from edition import pipeline
from edition.artifact import Artifact
from edition.config import Workspace
from edition.manifest import Stage
from edition.presenting.views import Page
from edition.problems import Invalid
from edition.render import Renderer
from edition.sharing import Team
from tests.html import page
from tests.small import TWO, alone, change, copy_small

AGREEMENT = "agreements/son-la-houaphanh-2024-2026.html"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_two_builds_of_one_edition_are_the_same_byte_for_byte(tmp_path: Path, small_site: Path) -> None:
    again = copy_small(tmp_path / "elsewhere")
    pipeline.build(again, search=False)
    assert files(again.site) == files(small_site)


BY_TWO = """
import sys
from pathlib import Path
from edition import pipeline, sharing, shelf
from edition.config import Workspace
from edition.problems import Invalid
pipeline.MANY = 0  # everything is shared with a second process, however small
if "large" in sys.argv:
    shelf.MANY = 0
if "good" in sys.argv:
    sharing.Team = None  # what two processes can do is not done again by one
try:
    print(pipeline.build(Workspace(*map(Path, sys.argv[1:3])), search=False).pages)
except Invalid as invalid:
    print(*(f"{problem.code} {problem.location}" for problem in invalid.problems), sep="\\n")
"""


@pytest.mark.parametrize("size", ["small", "large"])
def test_a_build_by_two_processes_is_the_same_byte_for_byte(small: Workspace, small_site: Path, size: str) -> None:
    pages = alone(BY_TWO, small.root, small.house, "good", size)
    assert files(small.site) == files(small_site)
    assert int(pages) == sum(1 for path in files(small.site) if path.endswith(".html"))


def test_what_a_large_edition_puts_away_is_there_again_when_it_is_asked_for(
    small: Workspace, small_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.shelf.MANY", 0)
    pipeline.build(small, search=False)
    assert files(small.site) == files(small_site)


def test_a_file_that_is_changed_during_a_build_is_named(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = Stage.begin

    def begin_and_edit(stage: Stage) -> None:
        begin(stage)
        for path in (small.content / "people").glob("*.md"):
            path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    monkeypatch.setattr("edition.shelf.MANY", 0)
    monkeypatch.setattr(Stage, "begin", begin_and_edit)
    with pytest.raises(Invalid) as invalid:
        pipeline.build(small, search=False)
    assert {problem.code for problem in invalid.value.problems} == {"changed-meanwhile"}
    assert not small.site.exists()


@pytest.mark.skipif(not TWO, reason="work is shared on Linux with two processors")
@pytest.mark.parametrize("where", ["here", "there"])
def test_if_one_of_two_processes_fails_the_site_is_built_by_one(
    small: Workspace, small_site: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, render = os.getpid(), Renderer.render
    failed: list[bool] = []

    def fail(renderer: Renderer, page: Page) -> Artifact:
        if (os.getpid() == here) is (where == "here") and not failed:
            failed.append(True)
            raise ValueError("no")
        return render(renderer, page)

    monkeypatch.setattr("edition.pipeline.MANY", 0)
    monkeypatch.setattr("edition.sharing._can_double", lambda: True)
    monkeypatch.setattr(Renderer, "render", fail)
    pipeline.build(small, search=False)
    assert files(small.site) == files(small_site)
    assert not [path for path in small.root.iterdir() if path.name.startswith(".site")]


def test_two_processes_find_the_problems_that_one_finds_in_the_same_order(small: Workspace) -> None:
    for path in (*(small.content / "people").glob("*.md"), *(small.content / "provinces").glob("*.md")):
        change(path, "\n---\n", "\nmisspelt: 1\n---\n")
    with pytest.raises(Invalid) as invalid:
        pipeline.check(small)
    found = [f"{problem.code} {problem.location}" for problem in invalid.value.problems]
    assert alone(BY_TWO, small.root, small.house).splitlines() == found
    assert len(found) > 2


def test_a_build_changes_nothing_but_the_site_and_the_cache(small: Workspace) -> None:
    before = files(small.root)
    pipeline.build(small, search=False)
    after = files(small.root)
    assert {path: data for path, data in after.items() if not path.startswith(("site/", ".cache/"))} == before
    assert len(after) > len(before)


def test_a_build_says_how_many_pages_and_files_it_wrote(small: Workspace) -> None:
    built = pipeline.build(small, search=False)
    assert built.files == len(files(small.site)) - 1, "all but the list of digests"
    assert built.pages == sum(1 for path in files(small.site) if path.endswith(".html"))


def draft(small: Workspace) -> None:
    """Make one entry to which no accepted one refers a draft."""
    change(
        small.content / "cooperations" / "quang-binh-houaphanh-cooperation.md", "\ntitle:", "\nstatus: draft\ntitle:"
    )
    change(small.content / "edition.yaml", "least_coverage: 95", "least_coverage: 70")


def test_drafts_are_left_out_of_every_page(small: Workspace) -> None:
    draft(small)
    pipeline.build(small, search=False)
    for path, data in files(small.site).items():
        assert "quang-binh-houaphanh-cooperation" not in path
        assert b"quang-binh-houaphanh-cooperation" not in data, path


def test_drafts_are_shown_on_demand_and_each_marked_as_one(small: Workspace) -> None:
    draft(small)
    pipeline.build(small, search=False, drafts=True)
    path = "cooperations/quang-binh-houaphanh-cooperation.html"
    assert page(small.site, path).text(".draft-banner").startswith("Draft.")
    found = 0
    for here in sorted(files(small.site)):
        if here.endswith(".html") and here != path:
            shown = page(small.site, here)
            links = [node for node in shown.all("main a") if (node.attributes["href"] or "").endswith(path)]
            assert len(shown.all(".draft-mark")) >= len(links), f"{here} links to a draft without saying so"
            found += len(links)
    assert found
    assert path not in (small.site / "sitemap.xml").read_text()


def test_a_page_that_is_no_draft_is_not_marked_as_one(small_site: Path) -> None:
    shown = page(small_site, AGREEMENT)
    assert not shown.has(".draft-mark, .draft-banner")


@pytest.mark.parametrize("address", ["https://host.example/repo/", "https://host.example/repo"])
def test_another_public_address_can_be_given_for_one_build(small: Workspace, address: str) -> None:
    pipeline.build(small, search=False, base_url=address)
    (link,) = page(small.site, AGREEMENT).all('link[rel="canonical"]')
    assert link.attributes["href"] == f"https://host.example/repo/{AGREEMENT}"
    assert "https://host.example/repo/sitemap.xml" in (small.site / "robots.txt").read_text()
    for path, data in files(small.site).items():
        assert b"small.example" not in data, path


def test_every_problem_is_told_at_once(small: Workspace) -> None:
    change(small.content / "fields" / "border.md", "scope:", "scpoe:")
    change(small.content / "people" / "le-thi-thu.md", "side: VN", "side: TH")
    change(small.content / "places" / "moc-chau.md", "province: son-la", "province: son-li")
    (small.seeds / "102_new.txt").write_bytes(b"\xff")
    (small.content / "languages" / "en.yaml").unlink()
    with pytest.raises(Invalid) as invalid:
        pipeline.check(small)
    assert {problem.code for problem in invalid.value.problems} >= {
        "unknown-key",
        "unknown-word",
        "dangling-reference",
        "seed-not-utf8",
        "no-language",
    }


def fail(*_: object) -> None:
    raise RuntimeError("it is broken")


@pytest.mark.parametrize("broken", ["edition.render.Renderer.render", "edition.manifest.Stage.publish"])
def test_a_failure_while_building_leaves_the_published_site_and_nothing_else(
    small: Workspace, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    pipeline.build(small, search=False)
    before = files(small.root)
    monkeypatch.setattr(broken, fail)
    with pytest.raises(RuntimeError):
        pipeline.build(small, search=False)
    assert files(small.root) == before
    assert sorted(path.name for path in small.root.iterdir()) == [".cache", "content", "seeds", "site"]


def test_when_the_search_index_fails_nothing_is_published(small: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: "false")
    with pytest.raises(Invalid) as invalid:
        pipeline.build(small)
    assert [problem.code for problem in invalid.value.problems] == ["search-index"]
    assert sorted(path.name for path in small.root.iterdir()) == [".cache", "content", "seeds"]


def test_an_id_that_an_entry_used_to_have_keeps_a_page_that_leads_to_the_new_one(small_site: Path) -> None:
    former = page(small_site, "agreements/son-la-houaphanh-memorandum.html")
    assert AGREEMENT.rpartition("/")[2] in [href for _, href in former.links("main")]


def test_a_page_of_an_entry_that_is_gone_goes(small: Workspace) -> None:
    pipeline.build(small, search=False)
    path = small.content / "cooperations" / "quang-binh-houaphanh-cooperation.md"
    gone = [p for p in files(small.site) if "quang-binh-houaphanh-cooperation" in p]
    assert gone
    path.unlink()
    change(small.content / "edition.yaml", "least_coverage: 95", "least_coverage: 70")
    pipeline.build(small, search=False)
    assert not [p for p in files(small.site) if "quang-binh-houaphanh-cooperation" in p]


def test_files_that_editors_and_systems_leave_are_overlooked(small: Workspace) -> None:
    (small.seeds / ".DS_Store").write_bytes(b"\x00\x01")
    (small.content / "people" / ".le-thi-thu.md.swp").write_bytes(b"\xff")
    pipeline.check(small)


def test_where_nothing_is_wrong_it_makes_no_difference_whether_places_were_read(
    small: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.build(small, search=False)
    quick = files(small.site)
    monkeypatch.setattr("edition.pipeline.together", lambda work, *, pays: work(Team()))
    pipeline.build(small, search=False)
    assert files(small.site) == quick
