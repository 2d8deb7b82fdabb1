"""After an edit of words only what shows them is made anew, and the site is what a build of everything makes."""

from __future__ import annotations

import hashlib
import marshal
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from edition import cli, freshness, pipeline
from edition.config import Workspace
from edition.renewal import keeping
from edition.renewal.renew import Anew
from edition.search import pagefind
from tests.small import change, copy_small

AGREEMENT = "content/agreements/son-la-houaphanh-2024-2026.md"
PERSON = "content/people/le-thi-thu.md"
SOURCE = "content/sources/small-visit.md"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small edition in two languages, with a house of its own, just built. Only to be copied."""
    root = copy_small(tmp_path_factory.mktemp("built")).root
    for folder in ("templates", "assets"):
        shutil.copytree(cli.HOUSE / folder, root / "house" / folder)
    shutil.copy(cli.HOUSE / "content" / "languages" / "vi.po", root / "content" / "languages")
    change(root / "content" / "edition.yaml", "language: en\n", "language: en\ntranslations: [vi]\n")
    assert run(root) == 0
    return root


@pytest.fixture
def edition(built: Path, tmp_path: Path) -> Path:
    """A built copy of one's own."""
    root = tmp_path / "edition"
    shutil.copytree(built, root)
    number = freshness.kept(str(built))[0]
    places = folders(root)
    freshness.remember(str(root), command(root), places, freshness.settled(places), ["pages"], number)
    return root


def folders(root: Path) -> list[str]:
    mine = [str(root / folder) for folder in ("content", "seeds", "house/templates", "house/assets")]
    return [*mine, freshness.PACKAGE]


def seen(root: Path) -> freshness.Seen:
    found = freshness.settled(folders(root))
    assert found
    return found


def command(root: Path, *more: str) -> list[str]:
    return ["-C", str(root), "build", "--no-search", *more]


def run(root: Path, *more: str) -> int:
    return cli.main(command(root, *more), root / "house")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def is_as_built_anew(root: Path) -> bool:
    """Whether the site is, byte for byte, what a build makes that knows of no other before."""
    clean = root.with_name("clean")
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns(".cache", "site"))
    pipeline.build(Workspace(clean, clean / "house"), search=False)
    return files(clean / "site") == files(root / "site")


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    return lambda root: change(root / path, old, new)


WORDS: dict[str, tuple[Callable[[Path], None], set[str]]] = {
    "a sentence of prose": (edit(AGREEMENT, "border markets. [@renewal", "markets. [@renewal"), {"agreements"}),
    "a title": (edit(PERSON, "title: Lê Thị Thử", "title: Lê Thị Thử the Second"), {"people", "organisations"}),
    "a statement": (edit(AGREEMENT, "provinces plan to open", "provinces plan for"), {"agreements", "fields"}),
    "what is not known": (edit(AGREEMENT, "Who signed for each side.", "Who signed."), {"agreements"}),
    "a comment": (edit(PERSON, "side: VN", "side: VN # or so"), set()),
    "the title of a source": (edit(SOURCE, "\ntitle: ", "\ntitle: The "), {"sources", "events"}),
    "an editorial note": (edit(PERSON, "\nsources:", "\neditorial_note: Not in office today.\nsources:"), {"people"}),
    "a translation": (
        edit(PERSON, "\nsources:", "\ntranslations:\n  vi: {title: Bà Lê Thị Thử}\nsources:"),
        {"vi/people", "vi/organisations"},
    ),
}


@pytest.mark.parametrize("words", WORDS)
def test_an_edit_of_words_renews_what_shows_them(edition: Path, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(edition / "site")
    happens, expected = WORDS[words]
    happens(edition)
    assert run(edition, "--explain") == 0
    said = capsys.readouterr().out
    assert "everything was made anew" not in said
    after = files(edition / "site")
    assert is_as_built_anew(edition)
    different = {path for path in after if after[path] != before[path]}
    places = {path.rpartition("/")[0] for path in different if path.endswith(".html")}
    assert expected <= places
    assert bool(different) == bool(expected)
    made = said.count(": shows ")
    assert made < len(after) / 2, "less than half had to be made"


def a_new_entry(root: Path) -> None:
    (root / "content/fields/health.md").write_text("---\nid: health\ntitle: Health\nscope: Hospitals\n---\n")


def another_id(root: Path) -> None:
    place = root / "content/places/moc-chau.md"
    change(place, "id: moc-chau", "id: moc-chau-town")
    place.rename(place.with_stem("moc-chau-town"))
    for path in (AGREEMENT, "content/events/2024-03-05-son-la-houaphanh-signing.md"):
        change(root / path, "{value: moc-chau,", "{value: moc-chau-town,")


def an_entry_is_gone(root: Path) -> None:
    (root / "content/cooperations/quang-binh-houaphanh-cooperation.md").unlink()
    change(root / "content/edition.yaml", "least_coverage: 95", "least_coverage: 70")


def a_draft(root: Path) -> None:
    change(root / "content/cooperations/quang-binh-houaphanh-cooperation.md", "\ntitle:", "\nstatus: draft\ntitle:")
    change(root / "content/edition.yaml", "least_coverage: 95", "least_coverage: 70")


def more(path: str, words: str = "\n") -> Callable[[Path], None]:
    def append(root: Path) -> None:
        (root / path).write_bytes((root / path).read_bytes() + words.encode())

    return append


CANT_BE_TOLD = "files are new or gone, or the site is another"

OTHERS: dict[str, tuple[Callable[[Path], None], str]] = {
    "an id": (another_id, CANT_BE_TOLD),
    "a new entry": (a_new_entry, CANT_BE_TOLD),
    "an entry that is gone": (an_entry_is_gone, CANT_BE_TOLD),
    "a former id": (edit(AGREEMENT, "[son-la-houaphanh-memorandum]", "[the-memorandum]"), "more than words"),
    "a name": (edit(PERSON, "{value: Lê Thị Thử, language: en", "{value: Thị Thử, language: en"), "more than words"),
    "a quotation": (edit(AGREEMENT, "exact: They also plan", "exact: also plan"), "more than words"),
    "what a sentence rests on": (
        edit(
            AGREEMENT,
            "memorandum of understanding for 2024–2026. [@signing]",
            "memorandum of understanding for 2024–2026. [@signing; @renewal]",
        ),
        "more than",
    ),
    "a draft": (a_draft, "has changed"),
    "a template": (more("house/templates/pages/person.html"), "person.html has changed"),
    "a component": (more("house/templates/components/link.html"), "link.html has changed"),
    "a style": (more("house/assets/css/base.css"), "base.css has changed"),
    "a catalogue": (more("content/languages/vi.po", "\n# new\n"), "vi.po has changed"),
    "the words for codes": (more("content/languages/en.yaml", "# new\n"), "en.yaml has changed"),
    "the settings": (edit("content/edition.yaml", "title: Small", "title: Little"), "edition.yaml has changed"),
    "the gazetteer": (more("content/gazetteer.yaml", "# new\n"), "gazetteer.yaml has changed"),
    "a page of the site": (more("site/index.html"), CANT_BE_TOLD),
}


@pytest.mark.parametrize("what", OTHERS)
def test_after_any_other_change_everything_is_made_anew(edition: Path, what: str) -> None:
    happens, why = OTHERS[what]
    happens(edition)
    workspace = Workspace(edition, edition / "house")
    since = freshness.changed(str(edition), command(edition), seen(edition))
    if why == CANT_BE_TOLD:
        assert since is None
        return
    assert since
    number, changed, *_ = since
    with pytest.raises(Anew) as anew:
        pipeline.renew(workspace, number, [Path(path) for path in changed], search=False)
    assert why in str(anew.value)


def test_what_is_made_anew_is_what_a_first_build_makes(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    another_id(edition)
    an_entry_is_gone(edition)
    a_new_entry(edition)
    assert run(edition, "--explain") == 0
    assert "everything was made anew" in capsys.readouterr().out
    assert is_as_built_anew(edition)


def test_one_edit_after_another_leaves_nothing_stale(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for happens, _ in (WORDS["a title"], WORDS["a sentence of prose"], WORDS["the title of a source"]):
        happens(edition)
        assert run(edition, "--explain") == 0
        assert "everything was made anew" not in capsys.readouterr().out
    assert is_as_built_anew(edition)


def test_what_edits_have_left_counts_no_more_once_everything_was_made_anew(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    WORDS["a title"][0](edition)
    assert run(edition) == 0
    a_new_entry(edition)
    assert run(edition, "--explain") == 0
    assert "everything was made anew" in capsys.readouterr().out
    WORDS["a sentence of prose"][0](edition)
    assert run(edition, "--explain") == 0
    assert "everything was made anew" not in capsys.readouterr().out
    assert is_as_built_anew(edition)


def test_a_renewed_site_stands(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    WORDS["a title"][0](edition)
    assert run(edition, "--explain") == 0
    assert "everything was made anew" not in capsys.readouterr().out
    assert freshness.stands(str(edition), command(edition))


def test_a_page_that_another_changes_during_a_renewal_is_found_by_the_next_build(
    edition: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = pipeline.renew

    def renew(workspace: Workspace, *arguments: Any, **wishes: Any) -> pipeline.Built:
        more("site/404.html", "<!-- anothers -->")(workspace.root)
        return real(workspace, *arguments, **wishes)

    monkeypatch.setattr(pipeline, "renew", renew)
    WORDS["a title"][0](edition)
    assert run(edition, "--explain") == 0
    assert "everything was made anew" not in capsys.readouterr().out
    assert not freshness.stands(str(edition), command(edition))
    assert run(edition) == 0
    assert is_as_built_anew(edition)


def gone(root: Path) -> None:
    (root / keeping.LEDGER).unlink()


def cut_off(root: Path) -> None:
    data = (root / keeping.LEDGER).read_bytes()
    (root / keeping.LEDGER).write_bytes(data[: len(data) // 2])


def changes_gone(root: Path) -> None:
    WORDS["an editorial note"][0](root)
    assert run(root) == 0
    (root / keeping.CHANGES).unlink()


def changes_of_another(root: Path) -> None:
    WORDS["an editorial note"][0](root)
    assert run(root) == 0
    before = (root / keeping.CHANGES).read_bytes()
    WORDS["a statement"][0](root)
    assert run(root) == 0
    (root / keeping.CHANGES).write_bytes(before)


def texts_gone(root: Path) -> None:
    for texts in keeping.TEXTS:
        (root / texts).unlink(missing_ok=True)


def of_another_build(root: Path) -> None:
    found = keeping.load(root, freshness.kept(str(root))[0])
    assert found
    keeping.save(root, found)


def of_an_earlier_version(root: Path) -> None:
    data = marshal.dumps(([("en", 0, "index.html")], {"title": {}}, {}, {}, []))
    (root / keeping.LEDGER).write_bytes(hashlib.sha256(data).digest()[: keeping.SIZE] + data)


DAMAGES = [gone, cut_off, changes_gone, changes_of_another, texts_gone, of_another_build, of_an_earlier_version]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_cache_that_is_missing_or_damaged_or_anothers_costs_time_alone(
    edition: Path, damage: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    damage(edition)
    capsys.readouterr()
    WORDS["a title"][0](edition)
    assert run(edition, "--explain") == 0
    assert "everything was made anew" in capsys.readouterr().out
    assert is_as_built_anew(edition)


def test_a_problem_stops_the_renewal_as_it_stops_a_build(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(edition / "site")
    change(edition / PERSON, "title: Lê Thị Thử", "title: ''")
    assert run(edition) == 1
    assert "missing-key" in capsys.readouterr().err
    assert files(edition / "site") == before


def test_timings_say_how_long_each_stage_took(edition: Path, capsys: pytest.CaptureFixture[str]) -> None:
    WORDS["a title"][0](edition)
    assert run(edition, "--timings") == 0
    assert "rendering pages" in capsys.readouterr().out


def test_what_is_worked_out_once_for_many_pages_hands_on_what_it_was_worked_out_from() -> None:
    package = Path(freshness.PACKAGE)
    makers = [package / "relations.py", *(package / "pages").glob("*.py"), *(package / "presenting").glob("*.py")]
    kept = [path.name for path in makers if "cache" in path.read_text(encoding="utf-8")]
    assert not kept, "use watching.remembered (or wordless): an edit must find every page that shows it"


def test_pages_are_published_before_they_are_indexed_and_the_index_is_as_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = copy_small(tmp_path / "edition")
    before = ["-C", str(small.root), "build"]
    assert cli.main(before) == 0
    change(small.root / PERSON, "title: Lê Thị Thử", "title: Lê Thị Thử Nghiệm")
    page = small.site / "people" / "le-thi-thu.html"
    indexed, real = [], pagefind.run

    def run(copies: Mapping[str, str], language: str) -> dict[str, bytes]:
        indexed.append("Lê Thị Thử Nghiệm" in page.read_text(encoding="utf-8"))
        return real(copies, language)

    monkeypatch.setattr(pagefind, "run", run)
    assert cli.main(before) == 0
    assert indexed == [True]
    assert freshness.stands(str(small.root), before), "its looks are known, those of new files of the index too"
    clean = copy_small(tmp_path / "clean")
    change(clean.root / PERSON, "title: Lê Thị Thử", "title: Lê Thị Thử Nghiệm")
    monkeypatch.undo()
    pipeline.build(clean)
    assert files(small.site) == files(clean.site)
