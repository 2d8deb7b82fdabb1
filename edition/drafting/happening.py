"""When the event took place that an article reports: the day its lead tells, with the year that can be concluded."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.dates import When, dates
from edition.drafting.parties import Sentence
from edition.drafting.relative import Relative, relative_days

LEAD, LEAD_OF_RELATIVE, LEAD_OF_MONTHS = 6, 3, 2
SAME, MONTH = 20, 7
SLIP = dt.timedelta(days=1)
"""So much later than its publication an event may be: clocks and time zones differ."""
LATELY = dt.timedelta(days=20)
_CLAUSE = 60
_AFTER = re.compile(
    r"\b(?:occasion of|nhân chuyến|khuôn khổ|as part of)\b(?:\s+[\w’'-]+){0,9}?\s*(?:on|from|từ)?\s*(?:ngày\s+)?$|"
    r"\b(?:after|following|sau|tiếp nối|since)\b(?:\s+[\w’'-]+){0,5}?\s*\(?(?:on\s+|ngày\s+)?$",
    re.IGNORECASE,
)
_BACKGROUND = re.compile(
    r"\b(?:born|founded|founding|by the end of|no later than|đến hết|Resolution|Decision|Decree|Nghị quyết|Quyết định|"
    r"Kế hoạch số|chỉ đạo|công văn|văn bản|chỉ thị|thông báo|tờ trình|directive|letter|circular|"
    r"document(?! (?:was|were) )|"
    r"dated|effective|valid|next|upcoming|"
    r"reported|publish\w*|publici[sz]\w*|issued|anniversar(?:y|ies)|(?-i:Day)|kỷ niệm|Quốc khánh|thành lập|nhân dịp|"
    r"khởi công|truyền thống|Treaty|Hiệp ước|Hiệp định|anniversaire|fête)\b(?:\s+[\w’'/-]+){0,5}?"
    r"[\s(,]*(?:on\s+|ngày\s+|the\s+)?$"
    r"|\b(?:since|until|before|prior to|từ|kể từ|trước)\b(?:\s+[\w’'-]+){0,2}?\s*\(?(?:on\s+|ngày\s+|the\s+)?$"
    r"|\b(?:kỷ niệm|anniversary|Ngày (?=thiết lập|thành lập|truyền thống))(?:\s+[\w’'/-]+){0,9}?\s*\(?(?:ngày\s+)?$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:since|until)\b", re.IGNORECASE)
_YEARLY = re.compile(
    r"\s*\)?,?\s*(?:hằng năm|hàng năm|mỗi năm|every year|each year|annually|chaque année)", re.IGNORECASE
)
_RANGE_BEGINS = re.compile(r"\b(?:từ|from)\s+(?:ngày\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|to|and on|và|đến|et|à|-|–)\s*", re.IGNORECASE)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|to be held|scheduled|slated|due to|expected to|(?:is|are) planned|plans? to|"
    r"upcoming|sẽ|dự kiến|sắp|"
    r"chuẩn bị|sera|seront|prévue?s?)\b",
    re.IGNORECASE,
)


class Dated(Struct, frozen=True):
    """A date as EDTF, where its words stand, and what was concluded."""

    edtf: str
    start: int
    end: int
    inferred: str = ""


class _Year(Struct, frozen=True):
    """The year to be taken where no day of publication is known, and why."""

    number: int
    why: str


def event(sentences: Sequence[Sentence], day: Dated | None, begins: int | None, story: int) -> Dated | None:
    """The day of the event that the lead reports, with the year that can be concluded."""
    own = [s for s in sentences if not s.correction and s.story == story]
    lead = [s for s in own if not s.title and not s.caption][:LEAD]
    issued = _day(day.edtf) if day else None
    year = _Year(begins, "the agreement signed then begins") if begins else None
    if day and not issued and day.edtf[:4].isdigit():
        year = _Year(int(day.edtf[:4]), "the article was published")
    for number, sentence in enumerate(lead):
        found = _best(sentence, list(_days(sentence, issued, year)), issued)
        told = next(_told(sentence, issued), None) if issued and number < LEAD_OF_RELATIVE else None
        if found and told:  # "on Tuesday" at the beginning goes before the days of the whole visit
            return told if told.end + SAME < found.start and len(told.edtf) > MONTH else found
        if found or told:
            return found or told
    for sentence in lead[:LEAD_OF_MONTHS]:
        if found := next(_months(sentence, issued, year), None):
            return found
    beside = [s for s in own if s.title or s.caption]
    return next((found for s in beside for found in _days(s, issued, year)), None)


def _best(sentence: Sentence, found: Sequence[Dated], issued: dt.date | None) -> Dated | None:
    """The day of some that is the event's: the first, but for one long past, or after which something followed."""

    def strange(one: Dated) -> bool:
        day = _day(one.edtf)
        past = issued is not None and day is not None and issued - day > LATELY
        return past or _AFTER.search(sentence.text[max(sentence.start, one.start - _CLAUSE) : one.start]) is not None

    return next((one for one in found if not strange(one)), found[0] if found else None)


def _days(sentence: Sentence, issued: dt.date | None, year: _Year | None) -> Iterator[Dated]:
    """The days that a sentence gives and that may be the event's."""
    for when in dates(sentence.text, sentence.start, sentence.end):
        if when.first.day is None or _elsewhere(sentence, when.start) or _YEARLY.match(sentence.text, when.end):
            continue
        if issued and min((day.year for day in (when.first, when.last) if day and day.year), default=issued.year) < (
            issued.year - 1
        ):
            continue
        dated = _with_year(when, issued, year)
        known = _day(dated.edtf)
        if not (issued and known and known > issued + SLIP):
            yield dated


def _months(sentence: Sentence, issued: dt.date | None, year: _Year | None) -> Iterator[Dated]:
    for when in dates(sentence.text, sentence.start, sentence.end):
        if when.first.day is not None or _elsewhere(sentence, when.start):
            continue
        if _SINCE.match(sentence.text, when.start):
            continue
        if issued and when.year is None and when.first.month > issued.month + 1:
            continue
        if not (issued and when.year and when.year < issued.year - 1):
            yield _with_year(when, issued, year)


def _told(sentence: Sentence, issued: dt.date) -> Iterator[Dated]:
    """The days that a sentence tells from the day of publication; a day before a month."""
    found = [r for r in relative_days(sentence.text, sentence.start, sentence.end) if not _elsewhere(sentence, r.start)]
    for relative in sorted(found, key=lambda r: r.months is not None):
        one = _counted(sentence.text, relative, issued)
        other = next((r for r in found if r.start >= relative.end and r.weekday is not None), None)
        if relative.weekday is not None and other and _AND.fullmatch(sentence.text, relative.end, other.start):
            last = _counted(sentence.text, other, issued)
            if one.edtf < last.edtf:
                one = replace(one, edtf=f"{one.edtf}/{last.edtf}", end=last.end)
        yield one


def _counted(text: str, relative: Relative, issued: dt.date) -> Dated:
    words = text[relative.start : relative.end]
    return Dated(
        relative.from_day(issued),
        relative.start,
        relative.end,
        f"“{words}”, counted from the day of publication, {issued.isoformat()}.",
    )


def _elsewhere(sentence: Sentence, at: int) -> bool:
    """Whether the words before a date say that it is another day: an anniversary, a deadline, something to come."""
    before = sentence.text[max(sentence.start, at - _CLAUSE) : at]
    clause = re.split(r"[.;]", before)[-1]
    if _FUTURE.search(re.split(r",", clause)[-1] or clause):
        return True
    match = _BACKGROUND.search(clause)
    return match is not None and not (_RANGE_BEGINS.search(clause) and re.match(r"từ|from", match[0], re.IGNORECASE))


def _with_year(when: When, issued: dt.date | None, year: _Year | None) -> Dated:
    if when.year is not None:
        return Dated(when.edtf(), when.start, when.end)
    if issued:
        day = _day(when.edtf(issued.year))
        return Dated(
            when.edtf(issued.year - (day is not None and day > issued + 7 * SLIP)),
            when.start,
            when.end,
            "The words name no year; the article was published on " + issued.isoformat() + ".",
        )
    if year:
        return Dated(
            when.edtf(year.number),
            when.start,
            when.end,
            f"The words name no year; {year.why} in {year.number}.",
        )
    return Dated(when.edtf(), when.start, when.end)


def _day(edtf: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(edtf.split("/")[0])
    except ValueError:
        return None
