"""When a document was signed, where its clause says so with a date."""

from __future__ import annotations

import re

from edition.drafting.dates import Day, When, dates
from edition.drafting.parties import TITLE, Sentence
from edition.drafting.periods import Period

NEAR, FAR, NEXT, BEYOND = 80, 220, 45, 60
"""How far from a document a verb of signing stands, and from that its date, with the words between them."""

_SIGNING = re.compile(
    r"\b(?:signed|signing(?= of)|"
    r"inked|concluded|renewed|twinned|became|established|adopted|entered into|(?:set|put) their (?:names|"
    r"signatures)|(?:(?<=, )|(?<=had ))agreed(?= (?:in|on|at)\b)|agreed(?= (?:in|on) (?:\w+ )?\d)|"
    r"dated|ký|kí|ký kết|kết nghĩa|signée?s?)\b|ເຊັນ",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:\s+[\w-]+)*?(?<!đến)(?<!tới)\s+(?:in|since|năm|từ năm|en)\s+(?P<y>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)"
)
_OWN_YEAR = re.compile(
    r"(?:\s+(?:\((?:in |năm )?|of (?=(?:19|20)\d\d))|[^.,;]{0,70}?\bsince )(?P<y>(?:19|"
    r"20)\d\d)\b(?!\s*[-–])"
)
_BY = re.compile(r"\s+(?:by|between|with)\s[^.;]{3,170}?(?=\s+(?:on|in)\s+(?:\d|[A-Z][a-z]+ \d))")
_TITLE = re.compile(TITLE)
_OF = re.compile(r"\s+(?:of|dated|ngày)\s+(?=\d|[A-Z][a-z]+ \d)")
_TO_SIGN = re.compile(r"\b(?:will|would|be|sẽ|dự kiến|chuẩn bị|sớm|expected|đề nghị|phấn đấu)\s+(?:\w+\s+){0,2}$")


def signed_on(sentence: Sentence, a: int, b: int, until: int, period: Period | None) -> When | None:
    """When the document named at `a` to `b` was signed, where its clause says so with a date."""
    text = sentence.text
    if own := _OWN_YEAR.match(text, b, sentence.end):
        return When(own.start("y"), own.end("y"), Day(int(own["y"]), 0, None))
    if of := _OF.match(text, b, until):
        own_date = next(iter(dates(text, of.end(), min(until, of.end() + NEXT))), None)
        if own_date and own_date.start == of.end():
            return own_date
    for verb in _SIGNING.finditer(text, max(sentence.start, a - NEAR), min(sentence.end, b + FAR)):
        gap = _TITLE.sub("", text[min(verb.end(), b) : max(verb.start(), a)])
        if re.search(r"[.;:]|\b(?:will|sẽ|to|expected)\s*$", gap) or _TO_SIGN.search(
            text, max(sentence.start, verb.start() - 22), verb.start()
        ):
            continue
        at = max(verb.end(), b) if verb.start() < a else verb.end()
        by = _BY.match(text, at, until)
        at = by.end() if by else at
        year = _YEAR.match(text, at, max(at, until))
        for when in dates(text, at, max(at, min(until, at + BEYOND))):
            if (period and period.start <= when.start < period.end) or (year and year.end() < when.start):
                continue
            if (
                when.start - at <= NEXT
                and not re.search(
                    r"[.;]|,\s+(?:the|which|under|hai|theo)|,[^,]*\b(?:agreed|said|heard|told|reported|announced|"
                    r"cho biết)\b",
                    text[at : when.start],
                )
                and not re.search(
                    r"\b(?:từ|from|since|effective|until|đến)\s+(?:ngày\s+|on\s+)?$", text[at : when.start]
                )
            ):
                return when
        if year and not (period and period.start <= year.start("y") < period.end):
            return When(year.start("y"), year.end("y"), Day(int(year["y"]), 0, None))
        if verb.start() < a and (ahead := _ahead(sentence, verb.start(), period)):
            return ahead
    return None


def _ahead(sentence: Sentence, verb: int, period: Period | None) -> When | None:
    """The date that stands before a verb of signing: "In June 2019, they signed", "Năm 2015, hai huyện đã ký"."""
    start = max(sentence.start, verb - 2 * NEAR)
    found = [*dates(sentence.text, start, verb)]
    if when := _WHEN.search(sentence.text, start, verb):
        return When(*when.span("y"), Day(int(when["y"]), 0, None))
    found += [
        When(y.start("y"), y.end("y"), Day(int(y["y"]), 0, None))
        for y in _BARE_YEAR.finditer(sentence.text, max(0, start - 3), verb)
    ]
    found = [
        w
        for w in found
        if not re.search(r"[.;:]", sentence.text[w.end : verb])
        and not (period and period.start <= w.start < period.end)
        and not _SIGNED_ON.search(sentence.text, max(start, w.start - NEXT), w.start)
        and not any(o is not w and o.start <= w.start and w.end <= o.end for o in found)
    ]
    return max(found, key=lambda w: w.start, default=None)


_WHEN = re.compile(r"\b(?P<y>(?:19|20)\d\d), when [^.;,]{3,60}$")
"""Relations "go back to 1967, when the two provinces signed"."""
_SIGNED_ON = re.compile(r"\b(?:signed|ký|kí|ký kết)\s+(?:on|in|ngày|vào|hôm|tháng|năm)?\s*(?:ngày\s+)?$")
"""What another verb of signing dates."""
_BARE_YEAR = re.compile(
    r"(?:(?<![^\W])(?:[Ii]n|[Ss]ince|[Ee]n)|(?:^|[,.]\s+|\b(?:[Tt]ừ|[Vv]ào|[Tt]rong)\s+)[Nn]ăm)\s+(?P<y>(?:19|"
    r"20)\d\d)\b(?!\s*[-–]\s*\d)",
    re.MULTILINE,
)
