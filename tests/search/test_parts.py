"""Which pages of a large edition are weighed first."""

from __future__ import annotations

import re

from edition.search.parts import LEADING, MOST, PART, divided, leaders, number_of_parts


def page(number: int, words: str, title: str = "Page") -> str:
    facts = f'<meta data-pagefind-meta="title[content]" content="{title}">'
    date = f'<meta data-pagefind-sort="newest[content]" content="{1000 + number}">'
    return f"<main data-pagefind-body>\n{facts}\n{date}\n<p>trade {words} n{number}</p>\n</main>"


def edition(pages: int) -> dict[str, str]:
    """Pages that all speak of trade among five other words, each page once."""
    return {f"events/e{number:05}.html": page(number, "of the two sides there") for number in range(pages)}


def part_of(text: str) -> tuple[str, str]:
    ((name, value),) = re.findall(r'data-pagefind-filter="(leading|part)\[content\]" content="(\d+)"', text)
    return name, value


def test_an_edition_that_is_not_large_is_not_divided() -> None:
    copies = edition(MOST)
    assert divided(copies) == copies
    assert number_of_parts(MOST) == 0


def test_every_page_of_a_large_edition_is_in_one_part_the_newer_in_an_earlier_one() -> None:
    copies = edition(MOST + PART)
    found = {path: part_of(text) for path, text in divided(copies).items()}
    assert found.keys() == copies.keys()
    parts = [value for _, (name, value) in sorted(found.items()) if name == "part"]
    assert parts == sorted(parts, reverse=True)
    assert len(set(parts)) == number_of_parts(len(copies))
    assert max(map(parts.count, parts)) <= PART


def test_the_pages_where_a_common_word_weighs_most_lead() -> None:
    copies = edition(MOST + 100)
    copies["events/e00700.html"] = page(700, "trade trade trade")
    copies["events/e00800.html"] = page(800, "and more than a few words", title="Of trade")
    assert set(leaders(copies)) >= {"events/e00700.html", "events/e00800.html"}
    assert len(leaders(copies)) <= LEADING


def test_entries_known_by_heart_lead() -> None:
    found = divided(edition(MOST + 1_000), ["events/e00000.html"])
    assert part_of(found["events/e00000.html"])[0] == "leading"


def test_two_runs_divide_alike() -> None:
    copies = edition(MOST + 50)
    assert list(divided(copies).items()) == list(divided(dict(reversed(copies.items()))).items())[::-1]
