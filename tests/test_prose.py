"""Prose is plain Markdown with links to entries and citations; anything else is a problem, never a risk."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition import plain_prose, prose
from edition.plain_prose import Prose
from edition.problems import Location, Problem
from edition.prose import filled, html, plain
from tests.html import HtmlPage

TEXT = """## What was signed

The two sides signed [a memorandum](entry:small-mou) on
[Sơn La](entry:son-la)’s day. [@signing; @day]

- One *field*: education. [@field]
- Another. [@field]

> “Quoted.” [@day]
"""


def read(text: str) -> tuple[list[str], list[tuple[str, int, int]]]:
    """Words of the paragraphs; codes and places of the problems, counted from line 10 of the file."""
    problems: list[Problem] = []
    found = prose.read(text, Location("a.md", 10), problems).paragraphs
    return [p.words for p in found], [(p.code, p.location.line, p.location.column) for p in problems]


def render(text: str) -> HtmlPage:
    cite = "<sup>{}</sup>".format
    return HtmlPage("a.html", filled(html(text), lambda id_: f"../x/{id_}.html", lambda keys: cite("+".join(keys))))


def test_each_paragraph_and_list_item_has_its_words_citations_and_links_with_their_places() -> None:
    problems: list[Problem] = []
    found = prose.read(TEXT, Location("a.md", 10), problems).paragraphs
    assert not problems
    assert [p.number for p in found] == [1, 2, 3, 4]
    assert found[0].words == "The two sides signed a memorandum on Sơn La’s day."
    assert found[0].cites == ("signing", "day")
    assert [found[0].where_cited(key) for key in found[0].cites] == [Location("a.md", 13, 32), Location("a.md", 13, 42)]
    assert found[0].links == ("small-mou", "son-la")
    assert [found[0].where_linked(id_) for id_ in found[0].links] == [
        Location("a.md", 12, 37),
        Location("a.md", 13, 10),
    ]
    assert [p.cites for p in found[1:]] == [("field",), ("field",), ("day",)]
    assert [p.location.line for p in found] == [12, 15, 16, 18]


def test_the_html_has_links_citations_and_an_anchor_for_each_paragraph() -> None:
    page = render(TEXT)
    assert page.links() == [("a memorandum", "../x/small-mou.html"), ("Sơn La", "../x/son-la.html")]
    assert page.texts("sup") == ["signing+day", "field", "field", "day"]
    assert page.ids() == ["p1", "p2", "p3", "p4"]
    assert page.text("h2") == "What was signed"
    assert page.text("em") == "field"
    assert len(page.all("li")) == 2


def test_a_paragraph_that_cites_nothing_is_a_problem_a_heading_is_none() -> None:
    assert read("# Heading\n\nSaid. [@a]\n\nUnsaid.\n")[1] == [("prose-without-evidence", 14, 1)]


@pytest.mark.parametrize(
    "markdown, column",
    [
        ("A <b>bold</b> word. [@a]", 3),
        ("A <script>alert(1)</script> word. [@a]", 3),
        ("<iframe src=x>\n\nWords. [@a]", 1),
        ("A <!-- comment --> word. [@a]", 3),
        ("A `<b>` word. [@a]", 4),
        ("An ![image](https://x.example/a.png) word. [@a]", 4),
    ],
)
def test_raw_html_and_images_are_problems_where_they_stand(markdown: str, column: int) -> None:
    assert ("foreign-markup", 10, column) in read(markdown)[1]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "../people/x.html",
        "x.html",
        "mailto:a@b.example",
        "ENTRY:son-la",
    ],
)
def test_a_link_leads_to_an_entry_or_the_web_and_nowhere_else(target: str) -> None:
    assert [code for code, _, _ in read(f"A [word]({target}). [@a]")[1]] == ["unsafe-link"]
    assert "unsafe-link" in [code for code, _, _ in read(f"A [word][r]. [@a]\n\n[r]: {target}")[1]]


def test_an_address_in_angle_brackets_is_judged_as_a_link_too() -> None:
    assert [code for code, _, _ in read("See <javascript:alert(1)>. [@a]")[1]] == ["unsafe-link"]
    assert read("See <https://vnanet.example/>. [@a]")[1] == []


def test_what_looks_like_markup_of_other_languages_is_text() -> None:
    text = "So {{ 7 * 7 }} {% include 'x' %} & `code` and \\*stars\\*. [@a]"
    assert read(text)[1] == []
    assert render(text).text("p") == "So {{ 7 * 7 }} {% include 'x' %} & `code` and *stars*. a"


SAFE_TAGS = {"html", "head", "body", "p", "ul", "ol", "li", "blockquote", "em", "strong", "a", "span", "sup", "br"}
SAFE_TAGS |= {f"h{level}" for level in range(1, 7)}


@settings(max_examples=400)
@given(
    st.lists(
        st.sampled_from("<>[]()!@;:/*_#-\"'&\\` \nax")
        | st.sampled_from(
            [
                "<script>",
                "<b",
                "javascript:",
                "[@a]",
                "](",
                "![",
                "entry:a",
                "&lt;",
                "{{ 1 }}",
                "https://x.example/",
                "<!--",
            ]
        ),
        max_size=25,
    ).map("".join)
)
def test_prose_without_problems_makes_only_plain_elements_and_safe_links(text: str) -> None:
    _, problems = read(text)
    if not problems:
        page = render(text)
        assert {node.tag for node in page.all("*")} <= SAFE_TAGS
        for _, href in page.links():
            assert href.startswith(("https://", "http://", "../x/"))
        for node in page.all("*"):
            assert set(node.attributes) <= {"href", "id", "class", "title", "start"}


PIECES = (
    *("words", "Sơn La’s", "ຜົ້ງສາລີ", "“quoted”", '"x"', "2025", "2025.", "-", "#", ">", "|", "~~~", "=", "!", "[", "]"),
    *("*field*", "**two words**", "*a", "b*", "_c_", "*(d)*", "f*g*h", "*ê*", "***i***", "`j`", "\\*", "&amp;", "<k>"),
    *("[@signing]", "[@signing; @day]", "[@]", "[a memorandum](entry:small-mou)", "[b](https://x.example)", "![c](d)"),
    *("(", ")", ".", ",", ":", "l\u00a0m", "\u2028", "\u0301", "https://x.example", "e@x.example", "\t", "\r", "\x85"),
)
GAPS = ("", " ", " ", " ", "\n", "\n\n", " \n", "\n\n\n  ")


@settings(max_examples=400)
@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=9))
def test_plain_prose_is_read_as_the_library_reads_it(pieces: list[tuple[str, str]]) -> None:
    text = "".join(part for piece in pieces for part in piece)
    if plain_prose.read(text) is None:
        return

    def found() -> tuple[Prose, list[Location], str, str]:
        problems: list[Problem] = []
        return prose.read(text, Location("a.md", 10), problems), [p.location for p in problems], html(text), plain(text)

    own = found()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_prose, "read", lambda *_: None)
        assert own == found()


def test_paragraphs_of_words_stress_citations_and_links_are_plain_and_others_are_not() -> None:
    assert plain_prose.read(
        "It was *signed* in [Sơn La](entry:son-la).\nSo **they say**. [@a; @b]\n\nAnd: more. [@c]\n"
    )
    for other in ("# Heading", "- Item. [@a]", "A \\* B. [@a]", "A <b>bold</b> word. [@a]", "1. One. [@a]", "a*b*c"):
        assert plain_prose.read(f"Plain. [@a]\n\n{other}\n") is None
