"""Which pages of a large edition are weighed first."""

from __future__ import annotations

import re

from edition.search.parts import EACH, KNOWN, LEADS, MOST, PART, divided, leaders, number_of_parts


def page(number: int, words: str, title: str = "Page") -> str:
    facts = f'<meta data-pagefind-meta="title[content]" content="{title}">'
    date = f'<meta data-pagefind-sort="newest[content]" content="{1000 + number}">'
    return f"<main data-pagefind-body>\n{facts}\n{date}\n<p>trade {words} n{number}</p>\n</main>"


def edition(pages: int) -> dict[str, str]:
    """Pages that all speak of trade among five other words, each page once."""
    return {f"events/e{number:05}.html": page(number, "of the two sides there") for number in range(pages)}


def filters_of(text: str) -> dict[str, str]:
    return dict(re.findall(r'data-pagefind-filter="([^"]+)\[content\]" content="([^"]+)"', text))


def test_an_edition_that_is_not_large_is_not_divided() -> None:
    copies = edition(MOST)
    assert divided(copies) == copies
    assert number_of_parts(MOST) == 0


def test_every_page_of_a_large_edition_is_in_one_part_the_newer_in_an_earlier_one() -> None:
    copies = edition(MOST + PART)
    found = {path: filters_of(text)["part"] for path, text in divided(copies).items()}
    assert found.keys() == copies.keys()
    parts = [part for _, part in sorted(found.items())]
    assert parts == sorted(parts, reverse=True)
    assert len(set(parts)) == number_of_parts(len(copies))
    assert max(map(parts.count, parts)) <= PART


def test_the_pages_where_a_common_word_weighs_most_lead_for_it() -> None:
    copies = edition(MOST + 100)
    copies["events/e00700.html"] = page(700, "trade trade trade")
    copies["events/e00800.html"] = page(800, "and more than a few words", title="Of trade")
    found = leaders(copies)
    assert set(found["trade"][:2]) == {"events/e00700.html", "events/e00800.html"}
    assert len(found["trade"]) == EACH
    assert "few" not in found
    assert filters_of(divided(copies)["events/e00700.html"])[LEADS + "t"] == "trade"


def test_words_are_told_apart_by_their_first_letters_without_accents_in_every_script() -> None:
    copies = {path: text.replace("there", "cooperating \u1e0fiện ຊ່ວຍ") for path, text in edition(MOST + 1).items()}
    assert {"cooper", "dien", "ຊ່ວຍ"} <= leaders(copies).keys()


def test_entries_known_by_heart_may_lead_whatever_the_word() -> None:
    found = divided(edition(MOST + 1_000), ["events/e00000.html"])
    assert KNOWN in filters_of(found["events/e00000.html"])
    assert KNOWN not in filters_of(found["events/e00001.html"])


def test_two_runs_divide_alike() -> None:
    copies = edition(MOST + 50)
    assert list(divided(copies).items()) == list(divided(dict(reversed(copies.items()))).items())[::-1]
