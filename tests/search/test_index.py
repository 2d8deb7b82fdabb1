"""The index of an edition: the same twice, not made again in vain, whole in the pack."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path

import pytest

from edition import pipeline
from edition.config import Workspace
from edition.search import bundle as files
from edition.search import cache, index, pack, pagefind
from edition.search.fold import unfold
from edition.search.pack import BUCKET
from tests.search.test_contract import COPIES
from tests.small import copy_small


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = copy_small(tmp_path_factory.mktemp("small"))
    pipeline.build(workspace)
    return workspace


def packed(site: Path) -> dict[str, bytes]:
    """Every data file in the pack, as its scripts hand it over."""
    found = {}
    for script in sorted((site / pack.FOLDER).rglob("*.js")):
        for files_ in re.findall(r"^recordSearch\.put\((.*)\);$", script.read_text(encoding="utf-8"), re.MULTILINE):
            found.update({path: base64.b64decode(data) for path, data in json.loads(files_).items()})
    return found


def test_two_runs_write_the_same_files() -> None:
    first, second = index.made(COPIES, "en"), index.made(COPIES, "en")
    assert list(first) == list(second)
    assert first == second


def test_two_builds_have_the_same_digests(built: Workspace, tmp_path: Path) -> None:
    other = copy_small(tmp_path / "other")
    pipeline.build(other)
    assert (built.site / "SHA256SUMS").read_bytes() == (other.site / "SHA256SUMS").read_bytes()


def test_an_unchanged_edition_is_not_indexed_again(built: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (built.site / "SHA256SUMS").read_bytes()

    def never(*_: object) -> dict[str, bytes]:
        raise AssertionError("indexed again")

    monkeypatch.setattr(pagefind, "run", never)
    pipeline.build(built)
    assert (built.site / "SHA256SUMS").read_bytes() == before


def test_a_changed_page_is_indexed_again(tmp_path: Path) -> None:
    assert index.indexed(tmp_path, COPIES, "en").fresh
    assert not index.indexed(tmp_path, COPIES, "en").fresh
    changed = {path: text.replace("They help", "We help") for path, text in COPIES.items()}
    assert index.indexed(tmp_path, changed, "en").fresh


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", None])
def test_a_damaged_cache_costs_time_only(tmp_path: Path, damage: bytes | None) -> None:
    whole = index.indexed(tmp_path, COPIES, "en").bundle
    for file in (tmp_path / cache.FOLDER).iterdir():
        if damage is None:
            file.unlink()
        else:
            file.write_bytes(damage)
    again = index.indexed(tmp_path, COPIES, "en")
    assert again.fresh
    assert again.bundle == whole


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where the folder would be")
    assert index.indexed(tmp_path, COPIES, "en").fresh


def test_the_pack_holds_every_file_that_is_fetched_and_no_other(built: Workspace) -> None:
    folder = built.site / index.FOLDER
    fetched = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in {".js", ".txt"}
    }
    assert packed(built.site) == fetched


def test_the_module_is_handed_over_unmodified(built: Workspace) -> None:
    core = (built.site / pack.FOLDER / "core.js").read_text(encoding="utf-8")
    (line,) = re.findall(r"^recordSearch\.pack\(\{[^}]*\},(\".*\")\);$", core, re.MULTILINE)
    assert json.loads(line) == (built.site / "pagefind/pagefind.js").read_text(encoding="utf-8")
    written = pagefind.run(COPIES, "en")
    assert (built.site / "pagefind/pagefind.js").read_bytes() == written["pagefind.js"]


def test_fragments_come_in_buckets_of_some_64_kilobytes() -> None:
    bundle = {f"fragment/en_{number:07x}.pf_fragment": bytes(1500) for number in range(0, 16**7, 16**7 // 1000)}
    scripts = [artifact for artifact in pack.artifacts({**bundle, "pagefind.js": b""}) if "/fragment/" in artifact.path]
    assert max(len(script.content) for script in scripts) < 2.2 * BUCKET
    assert len(scripts) < len(bundle) / 4


def test_pagefinds_own_interfaces_are_not_shipped_but_its_licences_are(built: Workspace) -> None:
    names = {path.name for path in (built.site / index.FOLDER).iterdir()}
    assert not [name for name in names if name.startswith(pagefind.UNUSED)]
    for licence in index.LICENCES:
        text = (built.site / index.FOLDER / f"LICENSE-{licence}.txt").read_text(encoding="utf-8")
        assert "Permission is hereby granted, free of charge" in text


def test_a_small_index_comes_in_small_chunks(built: Workspace) -> None:
    sizes = [path.stat().st_size for path in (built.site / index.FOLDER / "index").iterdir()]
    assert len(sizes) > 1
    assert max(sizes) < 10_000


def test_published_pages_carry_nothing_for_the_index(built: Workspace) -> None:
    for file in built.site.rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert "data-pagefind-meta" not in page
        assert "data-pagefind-filter" not in page


def test_a_name_leads_to_the_fragment_of_its_page(built: Workspace) -> None:
    text = (built.site / "search/data.js").read_text(encoding="utf-8")
    data = json.loads(text.removeprefix("recordSearch.data=").removesuffix(";\n"))
    fragments = {first: names for first, *names in data["names"]}
    found = next(id_ for id_, names in fragments.items() if names[0] == "Sơn La")
    page = files.fragment((built.site / f"pagefind/fragment/{found}.pf_fragment").read_bytes())
    assert page["url"] == "/provinces/son-la.html"


def test_an_entry_is_known_by_every_spelling_and_a_former_address_not_at_all(built: Workspace) -> None:
    fragments = (built.site / "pagefind/fragment").iterdir()
    aliases = {
        page["url"]: page["meta"].get("alias", "") for page in map(files.fragment, (f.read_bytes() for f in fragments))
    }
    spellings = unfold(aliases["/provinces/houaphanh.html"])
    assert all(name in spellings for name in ("Houaphanh", "Hủa Phăn", "ຫົວພັນ", "Huaphan"))
    assert "Khamla Tua Yang" in aliases["/people/khamla-tuayang.html"]
    assert "/agreements/son-la-houaphanh-memorandum.html" not in aliases
