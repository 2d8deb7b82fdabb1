"""Stamps: lines, or parts of lines, that are a date and time: of the article, or of the page's clock."""

from __future__ import annotations

import datetime as dt
import re

from msgspec import Struct

from edition.drafting.blocks import furniture, marks
from edition.drafting.dates import Day, When, dates
from edition.drafting.rules import either, rules

_WORDS = rules("dates")
_AGENCY = either(rules("pages")["agencies"])
_FROM, _STOP = r"(?<![^\W\u0e80-\u0eff])", r"(?![^\W\u0e80-\u0eff])"
_LABEL_WORD = rf"{_FROM}(?:{either((*_WORDS['published'], *_WORDS['published_small']))}){_STOP}"
_TELLS = re.compile(rf"{_FROM}(?:{either(_WORDS['published'])}){_STOP}", re.IGNORECASE)
_LABEL = re.compile(rf"\W*(?:{_LABEL_WORD}[\s:–-]*)+", re.IGNORECASE)
_CLOCK = re.compile(rf"\W*(?:{either(_WORDS['clock'])})\b(?:['’]s date)?", re.IGNORECASE)
_MARK = re.compile(
    rf"[\s(]*(?:(?:theo|nguồn|source|par|by)\s*:?\s+)?(?:{_AGENCY}|[A-ZĐ]{{2,8}}|\([\w.-]+\.\w{{2,4}})\b[\s)]*[-–—|,]?\s*"
)
_WEEKDAY = either((*(w for names in _WORDS["weekdays"].values() for w in names), *_WORDS["weekdays_short"]))
_WEEKDAY_NAMED = re.compile(rf"{_FROM}{_WEEKDAY}{_STOP}", re.IGNORECASE)
_AGE = r"\d+\s*(?:năm|tháng|tuần|ngày|giờ|phút|years?|months?|weeks?|days?|hours?|minutes?)\s+(?:trước|ago)"
_NUMBER = r"(?:số|no\.?|issue|vol\.?|volume)\s*\d{1,5}(?:/\d+)?"
_WEEKDAYS = {word: n for names in _WORDS["weekdays"].values() for n, word in enumerate(names)}
_WEEKDAYS |= {word[:3]: n for n, word in enumerate(_WORDS["weekdays"]["en"])}
_TIME = r"\d{1,2}\.\d\d(?=\s*(?:[ap]\.?m|bst|gmt|ict|$))|\d{1,2}\s*[h:]\s*\d{0,2}(?::\d\d)?(?:\.\d+)?"
_SMALL = rf"{_FROM}(?:{either(_WORDS['beside_a_stamp'])}){_STOP}"
_COUNT = re.compile(
    r"\W*(?:(?:lượt xem|lượt đọc|views?|hits?|xem|số lần đọc)\s*:?\s*[\d.,]+|"
    r"[\d.,]+\s*(?:views?|lượt xem|hits|lượt đọc|comments?|bình luận|phản hồi|"
    r"shares?|lượt chia sẻ|min(?:utes?)? read))\W*",
    re.IGNORECASE,
)
_REST = re.compile(
    rf"(?:{_FROM}(?:{_WEEKDAY}){_STOP}|{_TIME}|{_NUMBER}|{_AGE}|[tT](?=\d\d:)|(?:gmt|utc)\s*\(?[+-]\s*\d{{1,2}}(?::\d\d)?|"
    rf"\+\d{{1,2}}(?::?\d\d)?|\d+(?:[-–]\d+)?\s*(?:°|độ)\s*c?|{_SMALL}|[\W_])+",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?<![\d/.-])(?P<d>\d{1,2})(?P<sep>[/.-])(?P<m>\d{1,2})(?P=sep)(?P<y>[0-4]\d)(?![\d/.-])")
_INSIDE = re.compile(r"\s*date:? (?P<date>\d{4}-\d{2}-\d{2})\b\s*", re.IGNORECASE)
_BY = re.compile(r"\s*(?:written by|by|bởi|par)\s+\S.{1,40}", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_][\w.’'-]*(?:[\s,&/>»›-]+(?:[^\W\d_][\w.’'-]*|&)){0,5}(?:\s*\([^()\d]{2,30}\))?")
_JOINT_BEFORE = re.compile(r"(?:[|•·>»›/–—-]|\s{2,}|\s-)\s*$|\s(?:on|ngày|le)\s+$|,\s*$")
_JOINT_WITHIN = re.compile(r"(?:on|ngày|le)\s", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·]\s*")
_WRITTEN = re.compile(rf"\s*(?:{either(rules('pages')['byline'])})\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]+(?:[ .-]+[^\W\d_]+){0,3},\s*(?=ngày\s)")
_JOINT_BEHIND = re.compile(r"\s*(?:[|•·>»›/–—]|\s{2,}|-\s)")
EDGES = " |•·>»›/–—-,"
LONGEST, LONGEST_BESIDE = 110, 48


class Stamp(Struct, frozen=True):
    """A stamp from `start` to `end` of a line: its date, and whose it is: "published", "clock" or "" (not said)."""

    start: int
    end: int
    when: When
    whose: str


def find(line: str) -> Stamp | None:
    """The stamp of a line that is nothing but one, or one and the name of an author, an agency or a section."""
    if len(line) > LONGEST or not any(c.isdigit() for c in line):
        return None
    when = _date(line)
    if when is None or (when.first.day is None and len(line) > 40):
        return None
    start, whose = _left(line, when.start)
    end = _right(line, when.end)
    if when.first.day is None and (start or end < len(line)):
        return None
    before, behind = line[:start], line[end:]
    joined = _JOINT_BEFORE.search(before) or (_JOINT_WITHIN.match(line, start) and _WRITTEN.match(before))
    if before.strip() and not (joined and _may_stand_beside(before)):
        return None
    joined = _JOINT_BEHIND.match(line, len(line[:end].rstrip()))
    if behind.strip() and not all(_may_follow(part, joined is not None) for part in _PARTS.split(behind)):
        return None
    if not whose and before.strip() and marks.is_paper(before.strip(EDGES)):
        whose = "published"  # "Viet Nam News, March 26, 2023"
    return Stamp(start, end, when, whose)


def stamp(line: str) -> tuple[When, str] | None:
    """The date of a line that is nothing but a stamp, and whose it is."""
    found = find(line)
    whole = found and not line[: found.start].strip() and not line[found.end :].strip()
    return (found.when, found.whose) if found and whole else None


def _date(line: str) -> When | None:
    found = dates(line)
    if found:
        return _by_its_weekday(line, found[0]) if found[0].year else None
    short = _SHORT_YEAR.search(line)
    if short and 1 <= int(short["m"]) <= 12 and 1 <= int(short["d"]) <= 31:
        return When(*short.span(), Day(2000 + int(short["y"]), int(short["m"]), int(short["d"])))
    return None


def _by_its_weekday(line: str, when: When) -> When:
    """The date, with month and day the other way round if only so it is the day of the week that is named."""
    day, words = when.first, line[when.start : when.end]
    named = _WEEKDAY_NAMED.search(line)
    number = _WEEKDAYS.get(named[0].casefold()) if named else None
    if number is None or day.year is None or day.day is None or day.day > 12 or re.search(r"[^\W\d_]", words):
        return when
    other = Day(day.year, day.day, day.month)
    if _weekday(day) != number and _weekday(other) == number:
        return When(when.start, when.end, other)
    return when


def _weekday(day: Day) -> int:
    return dt.date(day.year or 1, day.month, day.day or 1).weekday()


def _left(line: str, at: int) -> tuple[int, str]:
    """Where a stamp begins whose date begins at `at`, and whose it is."""
    before = line[:at]
    letter = _LETTER.match(line)  # "Hà Nội, ngày 5 tháng 6 năm 2025", as letters are dated
    if letter and _REST.fullmatch(before[letter.end() :]):
        return 0, ""
    if clock := _CLOCK.match(before):
        if _REST.fullmatch(before[clock.end() :] or " "):
            return 0, "clock"
    elif _REST.fullmatch(before):
        return 0, ""
    mark = _MARK.match(before)
    for start in dict.fromkeys((0, mark.end() if mark else 0)):
        label = _LABEL.match(before, start)
        if label and (label.end() == at or _REST.fullmatch(before[label.end() :])):
            return 0, "published" if _TELLS.search(label[0]) else ""
        if start and _REST.fullmatch(before[start:] or " "):
            return 0, "published" if marks.is_paper(before[:start].strip(EDGES)) else ""
    begins = at
    for match in re.finditer(r"(?<!\w)(?=\w)", before):
        rest, label = before[match.start() :], _LABEL.match(before, match.start())
        if _REST.fullmatch(rest):
            return match.start(), ""
        tells = label is not None and _TELLS.search(label[0]) is not None
        apart = tells or _JOINT_BEFORE.search(before[: match.start()])
        if label and apart and (label.end() == at or _REST.fullmatch(before[label.end() :])):
            return match.start(), "published" if tells else ""
    return begins, ""


def _right(line: str, at: int) -> int:
    rest = _REST.match(line, at)
    end = rest.end() if rest else at
    if len(line) == end or not line[end - 1 : end].isspace() or line[end:].strip():
        label = _LABEL.match(line, end)
        if label and dates(line[label.end() :]):
            return len(line)  # "Published … | Updated …"
    return end if end == len(line) else at + len(line[at:end].rstrip(" |•·>»›/–—-,\t"))


def _may_follow(words: str, joined: bool) -> bool:
    """Whether words may stand behind a stamp: an author, an agency, a section, a counter, what belongs to the page."""
    return bool(
        not words.strip()
        or (joined and _may_stand_beside(words))
        or _BY.fullmatch(words)
        or counter(words)
        or marks.agency_line(words)
        or furniture.furniture(words.strip()) in ("navigation", "form")
    )


def _may_stand_beside(words: str) -> bool:
    plain = words.strip(" |•·>»›/–—-,[]\t:")
    plain = plain.strip("()") if plain.startswith("(") or plain.count("(") != plain.count(")") else plain
    if len(plain) > LONGEST_BESIDE:
        return False
    return not plain or counter(words) or _NAMED.fullmatch(plain.replace(":", "")) is not None


def names_weekday(words: str) -> bool:
    """Whether words name a day of the week."""
    return _WEEKDAY_NAMED.search(words) is not None


def counter(words: str) -> bool:
    """Whether words count a page's readers: "1.284 lượt xem"."""
    return _COUNT.fullmatch(words) is not None


def stamp_before(line: str) -> int:
    """Where the words begin behind a stamp "date 2022-06-10" at the beginning of a line; 0 if there is none."""
    match = _INSIDE.match(line)
    return match.end() if match and match.end() < len(line) else 0


def empty_stamp(line: str) -> bool:
    """Whether a line promises a date and gives none: "Update:"."""
    return len(line) < 40 and line.rstrip().endswith(":") and _LABEL.fullmatch(line) is not None
