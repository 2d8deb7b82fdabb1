"""Statements of an entry: the source's own sentences, who says them, their figures, and what an editor must do."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from edition.drafting.reading import FigureRead, PartyRead, StatementRead, Words
from edition.drafting.writing.allotting import Numbered
from edition.drafting.writing.draft import comment, flow, scalar
from edition.drafting.writing.named import named
from edition.drafting.writing.quoting import Quoter
from edition.drafting.writing.texts import todo, told
from edition.text import normalise

if TYPE_CHECKING:
    from edition.drafting.writing.article import ArticleWriter

_HE = re.compile(
    r"(?:He|She|To (?:[a-z]+ ){2}[a-z]+|The (?:official|[Gg]overnor|leader)|Ông|Bà)\b(?! [A-ZĐ]| of)|"
    r".*,” ?(?:he|she) (?:said|added)\.?$|.*, (?:he|she) (?:said|added|noted)\.?$",
    re.DOTALL,
)
_TO_DO = (
    "Each `text` is the source’s sentence, shortened where nothing is lost: say it in our words, no more than it says."
)
_A_YEAR = re.compile(r"\b(?:every|each) year\b|\bannually\b|\b(?:mỗi|hằng|hàng) năm\b")
_NEXT_FIGURE = re.compile(r"\s+[$€]?\d")
_DANGLING = re.compile(
    r"(?:^|\s+)(?:a|an|the|and|or|of|at|for|to|in|by|with|from|since|along|over|about|some|và|với|từ|trên|hơn|khoảng|gần|của|"
    r"tổng|kinh phí|trị giá|số|là|năm|đến|so|vốn|đăng ký)$"
)
LONGEST_SCOPE = 85
"""A scope of so many characters may have been cut in the middle of a word."""
_SPAN = re.compile(r"(?:years?|months?|days?|weeks?|năm|tháng|ngày|tuần)\b", re.IGNORECASE)
_SCOPE_ENDS = re.compile(
    r"(?:^|,?\s+)(?:every year|each year|a year|per year|annually|mỗi năm|hằng năm|hàng năm|"
    r"(?:for|in|over|during) the (?:last|past))\b.*$"
)


def statements(article: ArticleWriter, quoter: Quoter, said: Numbered) -> list[str]:
    """The `statements` of an entry."""
    many: Counter[str] = Counter()
    lines: list[str] = []
    for number, one in said:
        many[one.type] += 1
        name = one.type if many[one.type] == 1 else f"{one.type}-{many[one.type]}"
        lines += _statement(article, quoter, one, number, name)
    return [comment(_TO_DO), "statements:", *lines] if lines else []


def speaker(article: ArticleWriter, number: int) -> tuple[str, StatementRead | None]:
    """The person who says a statement; for "He also …" the one who says the statement before, which is given too."""
    reading = article.reading
    said = reading.statements[number - 1]
    sentence = reading.quote(said.words)
    if _HE.match(sentence) and number > 1:
        who, first = speaker(article, number - 1)
        return who, (first or reading.statements[number - 2]) if who else None
    people = [one for one in named(article, said.words) if one.kind == "person"]
    clause = sentence[: people[0].words.start - said.words.start].rsplit(",", 1)[-1] if people else ""
    opening = people and len(clause.split()) <= MOST_BEFORE
    return (people[0].entry if opening else ""), None


MOST_BEFORE = 8
"""So few words stand before a speaker's name, or between it and a comma: an office."""


def _statement(article: ArticleWriter, quoter: Quoter, said: StatementRead, number: int, name: str) -> Iterator[str]:
    key = quoter.key(said.words, name)
    if not key:
        return
    words = quoter.words(key)
    who, before = speaker(article, number)
    keys = [before_key] if before and (before_key := quoter.key(before.words, "before")) else []
    by = [who] if who else [id_ for party in said.by if (id_ := article.party(party))]
    text = told(words)
    hints = "; ".join(todo(text, article.reading.language, who if before else ""))
    yield f"  - id: {name}"
    yield f"    type: {said.type}"
    yield f"    text: {scalar(text)}" + (f"  # {hints}" if hints else "")
    for role, ids in (("by", by), ("to", _ids(article, said.to)), ("for", _ids(article, said.for_))):
        if ids:
            yield f"    {role}: [{', '.join(dict.fromkeys(ids))}]"
    fields = [f for f in said.fields if f in article.known.entries]
    if fields:
        yield f"    fields: [{', '.join(fields)}]"
    figures = [
        line for one in article.reading.figures if _in(one.words, said.words) and (line := _figure(article, one, words))
    ]
    if figures:
        yield "    figures:"
        yield from (f"      - {line}" for line in figures)
    yield f"    evidence: {f'[{key}, {keys[0]}]' if keys else key}"


def _ids(article: ArticleWriter, parties: Sequence[PartyRead]) -> list[str]:
    return [id_ for party in parties if (id_ := article.party(party))]


def _in(words: Words, stretch: Words) -> bool:
    return stretch.start <= words.start and words.end <= stretch.end


def _scope(words: str) -> str:
    """What is counted, as the words behind the figure say: whole words, and nothing of the next figure."""
    scope = _SCOPE_ENDS.sub("", normalise(words))
    if len(scope) >= LONGEST_SCOPE:
        scope = scope.rsplit(" ", 1)[0]
    scope = _NEXT_FIGURE.split(scope)[0].strip(" ,")
    while dangling := _DANGLING.search(scope):
        scope = scope[: dangling.start()]
    return scope if scope[:1].isalpha() and " " in scope else ""


def _figure(article: ArticleWriter, one: FigureRead, quoted: str) -> str:
    words = normalise(article.reading.quote(one.words))
    if words not in normalise(quoted) or not one.unit or _SPAN.match(one.unit):
        return ""
    number = repr(int(one.number)) if one.number == int(one.number) else repr(one.number)
    time = None
    if one.time and (as_written := normalise(article.reading.quote(one.time.words))) in normalise(quoted):
        time = flow({"value": scalar(one.time.value), "as_written": scalar(as_written)})
    scope = _scope(one.scope)
    return flow(
        {
            "value": number,
            "qualifier": one.qualifier if one.qualifier != "exactly" else None,
            "as_written": scalar(words),
            "unit": scalar(normalise(one.unit)),
            "per": one.per or ("year" if _A_YEAR.search(one.scope) else None),
            "scope": scalar(scope) if scope else None,
            "time": time,
        }
    )
