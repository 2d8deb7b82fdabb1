from __future__ import annotations

from pathlib import Path

import pytest

from edition import pipeline
from edition.config import Workspace
from tests.html import HtmlPage, page
from tests.small import change

SIGNING = "sources/small-signing.html"
SEED = "100_signing.txt"


@pytest.fixture(scope="module")
def signing(small_site: Path) -> HtmlPage:
    return page(small_site, SIGNING)


@pytest.fixture
def quoted(small: Workspace) -> HtmlPage:
    """The same source, of which only the quoted passages may be published."""
    change(small.content / "sources" / "small-signing.md", "display: full", "display: quoted")
    pipeline.build(small, search=False)
    return page(small.site, SIGNING)


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_page_holds_the_whole_article_whether_kept_or_set_aside(signing: HtmlPage, small: Workspace) -> None:
    blocks = {int(node.attributes["id"][1:]): node for node in signing.all(".block, .set-aside > li")}  # type: ignore[index]
    texts = "".join("".join(n.text() for n in blocks[number].css(".block-text")) for number in sorted(blocks))
    assert squeezed(texts) == squeezed((small.seeds / SEED).read_text(encoding="utf-8"))


def test_every_quoted_passage_has_one_anchor_and_shows_the_seeds_own_characters(
    signing: HtmlPage, small: Workspace
) -> None:
    text = (small.seeds / SEED).read_text(encoding="utf-8")
    marks = {m.attributes["id"] or "": m for m in signing.all("mark[id]")}
    assert len(marks) >= 10
    for anchor, mark in marks.items():
        start, end = map(int, anchor.removeprefix("q").split("-"))
        assert text[start:end].startswith(mark.text())
    ids = signing.ids()
    assert len(ids) == len(set(ids))


def test_every_link_to_a_passage_from_another_page_arrives(small_site: Path) -> None:
    wanted = set()
    for file in (small_site / "agreements").glob("*.html"):
        for _, href in page(small_site, file.relative_to(small_site).as_posix()).links(".margin"):
            if "small-signing.html#" in href:
                wanted.add(href.partition("#")[2])
    assert wanted
    assert wanted <= set(page(small_site, SIGNING).ids())


def test_a_passage_leads_to_every_claim_that_rests_on_it(signing: HtmlPage) -> None:
    mark = next(m for m in signing.all("mark[id]") if m.text().startswith("They also plan to open"))
    listed = f"c{(mark.attributes['id'] or '').removeprefix('q')}"
    assert len(signing.all(f".passage-number[href='#{listed}']")) == 1
    links = dict(signing.links(f"li#{listed}"))
    agreement = "../agreements/son-la-houaphanh-2024-2026.html"
    assert links["The two provinces plan to open three border markets by 2026."] == f"{agreement}#markets"
    assert f"{agreement}#p2" in links.values()


def test_a_sentence_that_supports_nothing_is_shown_as_such_with_the_reason(signing: HtmlPage) -> None:
    assert any("The weather was fine" in text for text in signing.texts(".block .silent"))
    (silence,) = signing.texts(".silence")
    assert silence.startswith("Supports no claim: “The weather was fine")
    assert silence.endswith("No fact about the cooperation")


def test_what_was_set_aside_is_folded_with_its_reason_and_its_text(signing: HtmlPage) -> None:
    summaries = signing.texts(".set-aside summary")
    assert any("comment form: The web page’s comment form" in text for text in summaries)
    assert all(signing.texts(".set-aside details .block-text"))


def test_seed_and_digest_are_given_in_full(signing: HtmlPage) -> None:
    record = signing.text("section[aria-labelledby=the-accession]")
    assert f"seeds/{SEED}" in record
    assert "48eb31b262e352f871ed9669d584338bc8ec200df93d61003301d6d82c0ed1db" in record


def test_what_the_article_says_about_itself_comes_with_its_words(signing: HtmlPage) -> None:
    assert "5 March 2024" in signing.text("#published .fact-value")
    assert signing.text("#published .note-words") == "Tuesday, March 5, 2024"


def test_a_title_of_ours_stands_in_square_brackets(small: Workspace) -> None:
    path = small.content / "sources" / "small-visit.md"
    change(path, "headline: {value: Houaphanh Governor Visits Quang Binh, evidence: headline}\n", "")
    change(path, "  headline:\n    exact: Houaphanh Governor Visits Quang Binh\n", "")
    pipeline.build(small, search=False)
    visit = page(small.site, "sources/small-visit.html")
    assert visit.text("h1") == "[Houaphanh Governor Visits Quang Binh]"
    assert "The title under which it was published." in visit.texts(".unknown li")


def test_of_a_quoted_source_only_quoted_sentences_are_published(quoted: HtmlPage, small: Workspace) -> None:
    assert "They also plan to open three border markets by 2026." in quoted.text("article")
    assert "The weather was fine" not in quoted.html
    assert "characters not published …]" in quoted.text(".transcription")
    assert "a sentence of" in quoted.text(".silence")
    assert "No fact about the cooperation" in quoted.text(".silence")
    for file in small.site.rglob("*"):
        if file.suffix in (".html", ".json", ".csv"):
            assert "The weather was fine" not in file.read_text(encoding="utf-8"), file


def test_of_a_quoted_source_what_was_set_aside_is_listed_without_its_text(quoted: HtmlPage, signing: HtmlPage) -> None:
    assert len(quoted.all(".set-aside > li")) == len(signing.all(".set-aside > li"))
    assert not quoted.has(".set-aside .block-text")
    assert "not published" in quoted.texts(".set-aside > li")[0]


def test_both_displays_have_the_same_passages(quoted: HtmlPage, signing: HtmlPage) -> None:
    def anchors(one: HtmlPage) -> list[str | None]:
        return [mark.attributes["id"] for mark in one.all("mark[id]")]

    assert anchors(quoted) == anchors(signing)


def test_the_archive_tells_of_each_source_when_from_where_and_how_far_it_is_used(small_site: Path) -> None:
    rows = page(small_site, "sources/index.html").texts(".row")
    assert len(rows) == 2
    assert "5 March 2024" in rows[0]
    assert "INA" in rows[0]
    assert "sentences accounted for" in rows[0]
    assert "date not known" in rows[1]
