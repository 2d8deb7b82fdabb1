"""Headings and ids of drafts: ours, in English, by who takes part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from edition.text import slug

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter

MOST_PROVINCES, MOST_NAMES = 3, 5
LONGEST_WHO = 40


def english(article: ArticleWriter, province: str) -> str:
    """The English name of a province, by the gazetteer; for one it lacks, the article's own."""
    place = article.known.gazetteer.get(province)
    if place:
        name = place.name("en")
        return name.value if name else province
    return next((p.names[0][0] for p in article.reading.provinces if p.id == province), "")


def listed(names: Sequence[str]) -> str:
    """Names as English lists them."""
    if len(names) > MOST_NAMES:
        return f"{', '.join(names[:MOST_PROVINCES])} and others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def whose(article: ArticleWriter, provinces: Iterable[str]) -> str:
    """The provinces as a heading names them; "" if none is known."""
    names = [name for one in _in_order(article, provinces) if (name := english(article, one))]
    return listed(names) if names else ""


def who(article: ArticleWriter, provinces: Iterable[str]) -> str:
    """The provinces as an id names them; the source's id, cut short, where there are none."""
    ids = _in_order(article, provinces)[:MOST_PROVINCES]
    return "-".join(ids) or article.source_id[: LONGEST_WHO + 1].rsplit("-", 1)[0]


def _in_order(article: ArticleWriter, provinces: Iterable[str]) -> list[str]:
    """Each province once, those of Viet Nam first."""
    country = {one.id: one.country for one in article.reading.provinces}
    return sorted(dict.fromkeys(p for p in provinces if p), key=lambda one: country.get(one) == "LA")


def source_id(article: ArticleWriter) -> str:
    """The wanted id of the source: its agency, its provinces and its day; else its title, or its file."""
    reading = article.reading
    provinces = _in_order(article, (one.id for one in reading.provinces))[:MOST_PROVINCES]
    day = next(
        (v.value for v in (reading.published, reading.event) if v and "X" not in v.value and "/" not in v.value), ""
    )
    if provinces:
        return slug(" ".join((reading.agency.value if reading.agency else "article", *provinces, day)))
    stem = reading.source.seed.rsplit(".", 1)[0]
    return slug(reading.title.value if reading.title else "") or slug(f"article {stem}")
