"""The copy of a page that is indexed."""

from __future__ import annotations

import re

from edition.presenting.views import Page, SearchFacts, View
from edition.search.shadow import Piece, pieces, problems, shadow

NAMES = {"Sekong": ("Sekong", "Xekong", "Sê Kông"), "Đắk Lắk": ("Đắk Lắk", "Dak Lak")}
SIDES = {"Viet Nam": "VN", "Laos": "LA"}


def page(title: str = "A title", **facts: object) -> Page:
    known = SearchFacts(**{"kind": "agreement", **facts})  # type: ignore[arg-type]
    return Page("agreements/x.html", "x.html", View(title=title, description="", search=known))


def copy(html: str = "", title: str = "A title", **facts: object) -> str:
    return shadow(
        page(title, **facts), f"<body><nav>no</nav><main>{html}</main><footer>no</footer></body>", SIDES, NAMES, {}
    )


def test_only_the_main_part_is_taken() -> None:
    assert pieces("<body><p>a</p><main><p>b</p></main><p>c</p></body>") == [Piece(0, "", "b")]


def test_what_repeats_or_frames_is_left_out() -> None:
    html = (
        '<main><p>kept <a class="permalink" href="#x">#</a></p><div class="margin"><p>no</p></div><p hidden>no</p>'
        '<div data-pagefind-ignore><p>no</p></div><svg><text>no</text></svg><ul class="rows"><li>no</ul></main>'
    )
    assert [piece.text for piece in pieces(html.replace("<li>no", "<li>no</li>"))] == ["kept"]


def test_a_claim_has_a_heading_with_its_anchor_so_that_it_becomes_a_result() -> None:
    html = (
        '<ul><li class="statement" id="aid"><p>They help.</p><p><span class="tag">Wish</span> by Sekong</p></li></ul>'
    )
    assert pieces(f"<main>{html}</main>") == [
        Piece(5, "aid", "Wish"),
        Piece(0, "", "They help."),
        Piece(0, "", "by Sekong"),
    ]


def test_a_fact_and_a_block_of_a_transcription_have_one_too() -> None:
    html = (
        '<li class="fact" id="signed"><p class="fact-label">Signed</p><div>2025</div></li>'
        '<div class="block" id="b3"><p>Words.</p></div>'
    )
    assert [(p.anchor, p.text) for p in pieces(f"<main>{html}</main>") if p.level] == [
        ("signed", "Signed"),
        ("b3", "¶ 3"),
    ]


def test_a_statement_told_again_on_another_page_is_indexed_where_it_stands_only() -> None:
    assert not pieces('<main><li class="statement" id="entry--aid"><p>They help.</p></li></main>')


def test_words_that_only_style_sets_apart_are_apart() -> None:
    (piece,) = pieces("<main><p><span>by Sekong</span><span>field Health</span></p></main>")
    assert piece.text == "by Sekong field Health"


def test_a_word_with_a_mark_in_it_stays_whole() -> None:
    (piece,) = pieces("<main><p>Sek<mark>ong</mark></p></main>")
    assert piece.text == "Sekong"


def test_text_is_folded_everywhere() -> None:
    text = copy("<p>Đắk Lắk</p>", title="Đắk Lắk", provinces=("Đắk Lắk",), aliases=("đ",))
    assert "đ" not in text
    assert "Đ" not in text


def test_every_spelling_of_a_linked_province_is_found_but_weighs_as_another_page() -> None:
    text = copy(provinces=("Sekong",), aliases=("Xekong",))
    assert re.search(r'meta="about\[content\]" content="[^"]*Xekong', text)
    assert 'meta="alias' not in text


def test_a_province_goes_by_its_own_names_written_as_one_word_too() -> None:
    text = copy(title="Sekong", provinces=("Sekong",), aliases=("Sekong", "Sê Kông"))
    assert re.search(r'meta="alias\[content\]" content="Sekong · Sê Kông · SêKông"', text)


def test_every_page_has_a_key_for_each_order_the_undated_last() -> None:
    assert {'sort="newest[content]" content="0000"', 'sort="oldest[content]" content="9999"'} <= set(
        re.findall(r'sort="\w+\[content\]" content="\d+"', copy())
    )


def test_a_page_with_a_reserved_character_is_a_problem_that_names_it() -> None:
    (problem,) = problems("places/x.html", "<p>Ḏ</p>")
    assert problem.location.path == "places/x.html"
    assert "U+1E0E" in problem.message


def test_a_page_is_found_by_its_title_and_text_in_other_languages() -> None:
    there = "<main><h1>Thỏa thuận</h1><p>Chung</p><p>Hai bên đã ký</p></main>"
    here = "<main><h1>Agreement</h1><p>Chung</p></main>"
    found = shadow(page("Agreement"), here, SIDES, NAMES, {"vi": ("Thỏa thuận", there)})
    assert '"title-vi[content]" content="Thỏa thuận"' in found
    assert found.count("Chung") == 1
    assert found.index('id="translated"') < found.index("Hai bên ḏã ký")
