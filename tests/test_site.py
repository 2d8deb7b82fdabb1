"""What holds for every page of the site: of the small edition and of the record itself."""

from __future__ import annotations

import itertools
import posixpath
import re
from collections import Counter
from pathlib import Path

import pytest

from edition import pipeline, urls
from tests.html import page
from tests.small import copy_record

HEADINGS = "h1, h2, h3, h4, h5, h6"


@pytest.fixture(scope="session")
def record_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the repository's own edition, without search."""
    workspace = copy_record(tmp_path_factory.mktemp("record"))
    pipeline.build(workspace, search=False)
    return workspace.site


@pytest.fixture(params=["small", "record"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    path: Path = request.getfixturevalue(f"{request.param}_site")
    return path


def _paths(site: Path) -> list[str]:
    return sorted(p.relative_to(site).as_posix() for p in site.rglob("*.html"))


def test_every_link_leads_to_a_file_and_an_anchor_that_exist(site: Path) -> None:
    ids = {path: set(page(site, path).ids()) for path in _paths(site)}
    dead = []
    for path in ids:
        if path == urls.NOT_FOUND:
            continue
        for element in page(site, path).all("[href], [src]"):
            target = element.attributes.get("href") or element.attributes.get("src") or ""
            if element.attributes.get("rel") == "canonical" or re.match("https?://", target):
                continue
            file, _, anchor = target.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if not (site / there).is_file() or (anchor and anchor not in ids[there]):
                dead.append((path, target))
    assert dead == []


def test_every_link_is_relative_and_ends_in_a_file_name(site: Path) -> None:
    for path in _paths(site):
        if path == urls.NOT_FOUND:
            continue
        for text, href in page(site, path).links("body"):
            if not href.startswith("https://"):
                file = href.partition("#")[0]
                assert not file.startswith("/"), (path, text, href)
                assert not file or re.search(r"\.\w+$", file), (path, text, href)


def test_no_page_uses_an_id_twice(site: Path) -> None:
    for path in _paths(site):
        twice = [id_ for id_, count in Counter(page(site, path).ids()).items() if count > 1]
        assert twice == [], path


def test_every_page_has_one_title_a_language_and_headings_without_gaps(site: Path) -> None:
    for path in _paths(site):
        found = page(site, path)
        assert found.all("html")[0].attributes.get("lang"), path
        levels = [int((node.tag or "h0")[1]) for node in found.all(HEADINGS)]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (path, levels)


def test_titles_are_told_apart(site: Path) -> None:
    titles = Counter(page(site, path).text("title") for path in _paths(site))
    assert [title for title, count in titles.items() if count > 1] == []


def test_every_page_describes_itself_in_words_of_its_own(site: Path) -> None:
    words = Counter(
        page(site, path).all("meta[name=description]")[0].attributes.get("content") for path in _paths(site)
    )
    assert [text for text, count in words.items() if count > 1 or not text] == []


def test_every_page_can_be_reached_from_the_home_page(site: Path) -> None:
    reached: set[str] = set()
    waiting = [urls.HOME]
    while waiting:
        path = waiting.pop()
        if path in reached:
            continue
        reached.add(path)
        for _, href in page(site, path).links("body"):
            file = href.partition("#")[0]
            if file.endswith(".html") and "://" not in file:
                waiting.append(posixpath.normpath(posixpath.join(posixpath.dirname(path), file)))
    moved = {path for path in _paths(site) if page(site, path).has("meta[http-equiv=refresh]")}
    assert set(_paths(site)) - reached - moved == {urls.NOT_FOUND}


def test_nothing_is_fetched_from_another_host_and_no_script_or_style_stands_in_a_page(site: Path) -> None:
    for path in _paths(site):
        found = page(site, path)
        assert found.has('meta[http-equiv="Content-Security-Policy"]'), path
        assert not found.has("style, [style]"), path
        inline = [script.attributes.get("type") for script in found.all("script:not([src])")]
        assert inline == ["application/ld+json"], f"{path}: only data may stand in a page"
        for element in found.all("[src], link[href]"):
            address = element.attributes.get("src") or element.attributes.get("href") or ""
            is_public = element.attributes.get("rel") == "canonical" or "hreflang" in element.attributes
            if not is_public and path != urls.NOT_FOUND:
                assert "://" not in address, (path, address)
