"""Links are relative and end in a file name, so that the same bytes work at any address and from disk."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition import urls
from edition.corpus import Corpus

names = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3})?", fullmatch=True)
paths = st.lists(names, min_size=1, max_size=3).map(lambda parts: "/".join(parts) + ".html")


@given(paths, paths, st.sampled_from(["", "#students"]))
def test_a_link_leads_from_any_page_to_any_other_wherever_the_site_lies(here: str, there: str, anchor: str) -> None:
    link = urls.relative(here, there + anchor)
    for base in ("https://host.example/", "https://host.example/some/repo/", "file:///media/stick/site/"):
        assert urljoin(base + here, link) == base + there + anchor
    assert not link.startswith("/")
    path = link.partition("#")[0]
    assert (not path and anchor) or posixpath.basename(path).endswith(".html")


@pytest.mark.parametrize(
    "here, there, link",
    [
        ("index.html", "agreements/a.html", "agreements/a.html"),
        ("agreements/a.html", "agreements/a.html#students", "#students"),
        ("agreements/a.html", "agreements/b.html", "b.html"),
        ("agreements/a.html", "sources/s.html#q1-9", "../sources/s.html#q1-9"),
        ("agreements/a.html", "index.html", "../index.html"),
        ("agreements/index.html", "assets/style.css", "../assets/style.css"),
    ],
)
def test_links_are_as_short_as_can_be(here: str, there: str, link: str) -> None:
    assert urls.relative(here, there) == link


def test_an_entry_has_its_page_in_the_folder_of_its_kind(small_corpus: Corpus) -> None:
    assert urls.page_of(small_corpus.entries["son-la"]) == "provinces/son-la.html"
    assert urls.index_of("provinces") == "provinces/index.html"


def test_a_public_address_of_a_folders_index_is_the_folder() -> None:
    assert urls.absolute("https://x.example/r/", "index.html") == "https://x.example/r/"
    assert urls.absolute("https://x.example/r/", "people/index.html") == "https://x.example/r/people/"
    assert urls.absolute("https://x.example/r/", "people/a.html") == "https://x.example/r/people/a.html"
