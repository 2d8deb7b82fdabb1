"""Templates see only the page's view; what stands in an entry is shown, never run."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import jinja2
import pytest
from msgspec import structs

from edition import pipeline
from edition.config import Workspace
from edition.corpus import Corpus
from edition.languages.language import in_english
from edition.presenting.edition import Edition
from edition.presenting.views import Link, Page, View
from edition.relations import Relations
from edition.render import Renderer
from tests.html import page
from tests.small import HOUSE, change


class Words(View, frozen=True, kw_only=True):
    """A view with a word and a link."""

    word: str
    link: Link


def render(corpus: Corpus, folder: Path, template: str, word: str = "", path: str = "a/b.html") -> str:
    """Render a template of one's own."""
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages" / "x.html").write_text(template, encoding="utf-8")
    view = Words(title="T", description="D", word=word, link=Link("Home", "index.html"))
    edition = Edition(corpus, Relations(corpus), in_english({}))
    return Renderer(folder, edition).render(Page(path, "x.html", view)).content.decode()


HOSTILE = "{{ 7 * 7 }}{% raw %}{# x #}{{ frame.__class__ }}<script>alert(1)</script>\"'&"


def test_what_looks_like_a_template_or_html_in_an_entry_is_shown_as_text(small: Workspace) -> None:
    agreement = "son-la-houaphanh-2024-2026"
    path = small.content / "agreements" / f"{agreement}.md"
    change(path, "  - Who signed for each side.", "  - '" + HOSTILE.replace("'", "''") + "'")
    change(path, "title: Memorandum of Sơn La and Houaphanh, 2024–2026", "title: '{{ 7 * 7 }} <b>of</b> Sơn La'")
    change(path, "provides for *students*", "provides for {{ 7 * 7 }} {% for %} students")
    pipeline.build(small, search=False)
    shown = page(small.site, f"agreements/{agreement}.html")
    assert HOSTILE in shown.text("body")
    assert shown.text("h1") == "{{ 7 * 7 }} <b>of</b> Sơn La"
    assert "provides for {{ 7 * 7 }} {% for %} students" in shown.text("body")
    assert not shown.has("main script")
    assert not shown.has("h1 b")
    for file in small.site.rglob("*.html"):
        without_drawings = re.sub(r' d="[^"]*"', "", file.read_text(encoding="utf-8"))
        assert "49 " not in without_drawings, f"{file.name} has run what stands in an entry"


def test_every_value_is_escaped_and_a_value_is_no_template(small_corpus: Corpus, tmp_path: Path) -> None:
    text = render(small_corpus, tmp_path, '<p title="{{ view.word }}">{{ view.word }}</p>', HOSTILE)
    escaped = HOSTILE.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    escaped = escaped.replace('"', "&#34;").replace("'", "&#39;")
    assert text == f'<p title="{escaped}">{escaped}</p>'


def test_a_template_that_asks_for_what_the_view_lacks_fails(small_corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(jinja2.UndefinedError):
        render(small_corpus, tmp_path, "{{ view.wrod }}")
    with pytest.raises(jinja2.UndefinedError):
        render(small_corpus, tmp_path, "{{ corpus }}")


def test_the_address_of_a_link_is_relative_to_the_page_even_within_a_macro(
    small_corpus: Corpus, tmp_path: Path
) -> None:
    (tmp_path / "macro.html").write_text("{% macro m(l) %}{{ l.path|href }}{% endmacro %}")
    template = '{% from "macro.html" import m %}{{ m(view.link) }} {{ "a/b.html#x"|href }}'
    assert render(small_corpus, tmp_path, template) == "../index.html #x"
    assert render(small_corpus, tmp_path, template, path="c.html") == "index.html a/b.html#x"


def test_links_on_the_page_for_what_is_not_found_begin_at_the_root_of_the_host(
    small_corpus: Corpus, tmp_path: Path
) -> None:
    text = render(small_corpus, tmp_path, "{{ 'assets/style.css'|href }}", path="404.html")
    assert text == "/record/assets/style.css"


def test_the_canonical_address_is_public_and_the_page_is_told_its_path(small_corpus: Corpus, tmp_path: Path) -> None:
    config = replace(small_corpus, config=structs.replace(small_corpus.config, base_url="https://x.example/"))
    assert render(config, tmp_path, "{{ canonical }} {{ path }}") == "https://x.example/a/b.html a/b.html"


def test_no_template_of_ours_turns_escaping_off() -> None:
    templates = sorted((HOUSE / "templates").rglob("*.html"))
    assert len(templates) > 5
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template.name
        assert "autoescape" not in text, template.name
