"""The page on translations counts what is translated and confirmed, and lists what no native reader has confirmed."""

from __future__ import annotations

import pytest

from edition import cli, pipeline
from edition.config import Workspace
from tests.html import page
from tests.small import change

CATALOGUE = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

# confirmed: A. Reader, 1 March 2026
msgid "Home"
msgstr "ໜ້າຫຼັກ"

# confirmed: no
# unsure: or ສຳມະນາ
msgctxt "event"
msgid "meeting"
msgstr "ການພົບປະ"

# confirmed: no
msgid "Search"
msgstr ""
"""
INDEX, LIST = "translations/index.html", "translations/lo-1.html"
AGREEMENT = "agreements/son-la-houaphanh-2024-2026.md"


def lao(small: Workspace, title: str) -> Workspace:
    """The small edition with Lao, of which two of three messages and one title are translated."""
    (small.content / "languages" / "lo.po").write_text(CATALOGUE, encoding="utf-8")
    change(small.content / "edition.yaml", "language: en\n", "language: en\ntranslations: [lo]\n")
    change(small.content / AGREEMENT, "former_ids:", f"translations: {{lo: {{{title}}}}}\nformer_ids:")
    return small


def test_messages_and_sentences_are_counted_with_what_is_translated_and_confirmed(small: Workspace) -> None:
    pipeline.build(lao(small, "title: ບົດບັນທຶກ"), search=False)
    shown = page(small.site, INDEX)
    assert shown.texts("tbody tr:first-child td") == ["3", "2", "1"]
    sentences, translated, confirmed = shown.texts("tbody tr:last-child td")
    assert int(sentences) > 10
    assert (translated, confirmed) == ("1", "0")


def test_what_nobody_has_confirmed_is_listed_beside_the_english_with_what_its_translator_doubts(
    small: Workspace,
) -> None:
    pipeline.build(lao(small, "title: ບົດບັນທຶກ"), search=False)
    listed = page(small.site, LIST).texts(".ledger > li")
    assert [" ".join(one.split()) for one in listed] == [
        "meeting ການພົບປະ Unsure: or ສຳມະນາ",
        "Memorandum of Sơn La and Houaphanh, 2024–2026 agreement ບົດບັນທຶກ",
    ]


def test_what_a_native_reader_has_confirmed_in_an_entry_is_no_longer_listed(small: Workspace) -> None:
    pipeline.build(lao(small, "title: ບົດບັນທຶກ, confirmed: A. Reader"), search=False)
    assert len(page(small.site, LIST).texts(".ledger > li")) == 1
    assert page(small.site, INDEX).texts("tbody tr:last-child td")[1:] == ["1", "1"]


def test_the_method_page_says_what_is_translated_and_leads_there(small: Workspace) -> None:
    pipeline.build(lao(small, "title: ບົດບັນທຶກ"), search=False)
    shown = page(small.site, "method.html")
    assert "translated into Lao" in shown.text("main")
    assert shown.all(f"main a[href='{INDEX}']")


def test_a_record_in_one_language_has_no_page_on_translations(small: Workspace) -> None:
    pipeline.build(small, search=False)
    assert not (small.site / "translations").exists()
    assert "not translated yet" in page(small.site, "method.html").text("main")


def test_the_command_line_lists_what_nobody_has_confirmed_at_its_line(
    small: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["-C", str(lao(small, "title: ບົດບັນທຶກ").root), "languages", "--unconfirmed"]) == cli.DONE
    said = capsys.readouterr().out
    assert "content/languages/lo.po:14: meeting\n    ການພົບປະ\n    (or ສຳມະນາ)\n" in said
    assert "Home" not in said
