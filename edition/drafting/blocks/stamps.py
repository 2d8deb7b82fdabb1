"""Stamps: lines that are nothing but a date and time, of the article or of the page's clock."""

from __future__ import annotations

import re

from edition.drafting.dates import When, dates
from edition.drafting.rules import either, rules

_WORDS = rules("dates")
_PUBLISHED = re.compile(rf"\W*(?:{either(_WORDS['published'])})\b\s*:?\s*", re.IGNORECASE)
_CLOCK = re.compile(rf"\W*(?:{either(_WORDS['clock'])})\b", re.IGNORECASE)
_MARK = re.compile(rf"\s*(?:{either(rules('pages')['agencies'])}|[A-ZĐ]{{2,8}})\b\s*[-–—|,]?\s*")
_WEEKDAY = either(w for names in _WORDS["weekdays"].values() for w in names)
_REST = re.compile(
    rf"(?:{_WEEKDAY}|\b(?:mon|tue|wed|thu|fri|sat|sun)\b|ngày|tháng|năm|lúc|at|on|le|gmt\s*[+-]?\s*\d*|utc|\(utc\)|"
    rf"ict|am|pm|a\.m\.|p\.m\.|"
    rf"giờ|phút|\d{{1,2}}\s*h\s*\d{{0,2}}|\d{{1,2}}:\d\d(?::\d\d)?|sáng|chiều|tối|[+-]\d{{1,2}}|hà nội|hanoi|"
    rf"vientiane|viêng chăn|ha noi|"
    r"(?:lượt xem|lượt đọc|views?|hits?|xem)\s*:?\s*[\d.,]+|[\d.,]+\s*(?:views?|lượt xem|hits|lượt đọc)|\d+\s*(?:°|"
    r"độ)\s*c?|ວັນທີ|[\W_])+",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"\s*date:? (?P<date>\d{4}-\d{2}-\d{2})\b\s*", re.IGNORECASE)
LONGEST = 110


def stamp(line: str) -> tuple[When, str] | None:
    """The date of a line that is nothing but a stamp, and whose it is: "published", "clock" or "" (not said)."""
    if len(line) > LONGEST or not any(c.isdigit() for c in line):
        return None
    found = dates(line)
    if not found or (found[0].first.day is None and len(line) > 40):
        return None
    when = found[0]
    before, after = line[: when.start], line[when.end :]
    whose = ""
    if mark := _MARK.match(before):
        before = before[mark.end() :]
    if _CLOCK.match(before):
        whose, before = "clock", _CLOCK.sub("", before, count=1)
    elif (label := _PUBLISHED.match(before)) and before[label.start() :].strip(" \t.|-–,"):
        if before.strip().casefold() != "ngày":
            whose = "published"
        before = before[label.end() :]
    rest_after = after.split("|")[0] if "|" in after else after
    if (before and not _REST.fullmatch(before)) or (rest_after and not _REST.fullmatch(rest_after)):
        return None
    return when, whose


def stamp_before(line: str) -> int:
    """Where the words begin behind a stamp "date 2022-06-10" at the beginning of a line; 0 if there is none."""
    match = _INSIDE.match(line)
    return match.end() if match and match.end() < len(line) else 0


def empty_stamp(line: str) -> bool:
    """Whether a line promises a date and gives none: "Update:"."""
    return len(line) < 40 and line.rstrip().endswith(":") and _PUBLISHED.fullmatch(line) is not None
