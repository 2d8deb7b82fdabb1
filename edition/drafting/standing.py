"""How an agreement stands where it is mentioned: signed now, in force, reviewed, over, planned; and since when."""

from __future__ import annotations

import re
from functools import cache

from edition.drafting.dates import Day, When, dates
from edition.drafting.parties import Sentence
from edition.drafting.periods import Period
from edition.drafting.rules import rules

_SIGNED_THEN = re.compile(r"[^.;]{0,40}?\b(?:signed|ký|kí)\s+(?:on|in|ngày|năm|hôm|vào)?\s*(?:ngày\s+)?(?=\d|[A-Z])")
_OCCASION = re.compile(
    r"\b(?:on (?:this|the) occasion|also signed|at the (?:event|ceremony|meeting|end)|same day|witness(?:ed|es|"
    r"ing)?|nhân dịp này|"
    r"tại (?:buổi|lễ|hội nghị|chương trình|cuộc)|kết thúc (?:buổi|hội nghị|hội đàm)|cùng ngày|dịp này|chứng kiến|"
    r"in the presence)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:signed|inked|ký|kí|ký kết)\s+(?:[^\s.;]+\s+){0,14}?(?<!starting )(?<!beginning )(?:in|since|"
    r"từ năm)\s+(?:19|20)\d\d\b(?!\s*[-–])|"
    r"\b[Ss]ince (?:19|20)\d\d|\b(?:had|have|has)\s+signed\b|\bđã ký\b|\bsince\b",
    re.IGNORECASE,
)
_PLANNED_BEHIND = re.compile(
    r"[^.;]{0,60}?\b(?:(?:is|are|will|would|to) (?:being |be |expected |scheduled |due )?(?:to be )?(?:drafted|"
    r"signed|finali[sz]ed|concluded|prepared|negotiated)|(?:expected|due|scheduled|likely|about|set|"
    r"plan\w*) to (?:be )?(?:sign|conclud|renew)\w*|"
    r"(?:to|would like it to) be renewed|phấn đấu ký|(?:sẽ|dự kiến|chuẩn bị)(?: [^\s.;]+){0,4} ký|is to be|"
    r"will be signed|being drafted|(?:is|are) (?:scheduled|expected|planned|due) (?:for|in|to take place|this|next))\b"
)
_GOES_ON = re.compile(
    r"\b(?:đang|tiếp tục|and (?:are|is))\s+(?:được\s+)?(?:triển khai|thực hiện|implement\w*|carry\w*|effectively)|"
    r"\beffectively (?:implement|carry)\w*",
    re.IGNORECASE,
)


@cache
def _verbs(language: str) -> dict[str, re.Pattern[str]]:
    data = rules("agreements")["signs"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    return {
        status: re.compile(words[key] if key == "lo" else rf"(?<!\w)(?:{words[key]})", re.IGNORECASE)
        for status, words in data.items()
        if key in words
    }


_SIGNING = re.compile(r"\b(?:signed|inked|concluded|ký|kí|ký kết|signée?s?)\b|ເຊັນ", re.IGNORECASE)
_YEAR = re.compile(
    r"(?:\s+(?:their|its|a|the|first|[\w-]+))*?\s+(?:in|năm|từ năm|en)\s+(?P<y>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)"
)
NEAR, NEXT = 80, 45


def signed_then(sentence: Sentence, a: int, b: int, period: Period | None) -> When | None:
    """When the document named at `a` to `b` was signed, where its clause says so with a date."""
    for verb in _SIGNING.finditer(sentence.text, max(sentence.start, a - NEAR), min(sentence.end, b + NEAR)):
        gap = sentence.text[min(verb.end(), b) : max(verb.start(), a)]
        if re.search(r"[.;:]|\b(?:will|sẽ|to|expected)\s*$", gap) or _TO_COME.search(
            sentence.text, max(sentence.start, verb.start() - 22), verb.start()
        ):
            continue
        at = max(verb.end(), b) if verb.start() < a else verb.end()
        for when in dates(sentence.text, at, min(sentence.end, at + NEXT + 15)):
            if period and period.start <= when.start < period.end:
                continue
            if when.start - at <= NEXT and not re.search(
                r"[.;]|,\s+(?:the|which|under|hai|theo)", sentence.text[at : when.start]
            ):
                return when
        year = _YEAR.match(sentence.text, at, sentence.end)
        if year and not (period and period.start <= year.start("y") < period.end):
            return When(year.start("y"), year.end("y"), Day(int(year["y"]), 0, None))
    return None


_TO_COME = re.compile(r"\b(?:will|would|to|be|sẽ|dự kiến|chuẩn bị|sớm|expected|đề nghị|phấn đấu)\s+(?:\w+\s+){0,2}$")


_NOT_NOW = re.compile(r"\b(?:prior to|before|after|since)\s+(?:the\s+)?$")


def standing(sentence: Sentence, a: int, b: int, language: str, period: Period | None) -> tuple[str, tuple[int, int]]:
    """How the document named at `a` to `b` stands, and the words that say so; "" if none do."""
    text, start, end = sentence.text, sentence.start, sentence.end
    verbs = _verbs(language)
    if (behind := _PLANNED_BEHIND.match(text, b, end)) and not re.search(r"\b(?:was|were) signed", behind[0]):
        return "planned", (a, behind.end())
    then = _SIGNED_THEN.match(text, b, end)
    if then and (days := dates(text, then.end(), min(end, then.end() + 30))) and days[0].start <= then.end() + 1:
        return "in-force", (then.start(), days[0].end)
    if planned := verbs.get("planned"):
        for match in planned.finditer(text, start, a):
            gap = text[match.end() : a]
            if len(gap) < 70 and not re.search(
                r"[.;]|\b(?:after|before|which|under|and (?:signed|reviewed)|đã)\b", gap
            ):
                return "planned", match.span()
    best: tuple[int, str, tuple[int, int]] | None = None
    for status in ("signed", "reviewed", "over", "in-force"):
        pattern = verbs.get(status)
        for match in (*pattern.finditer(text, start, a), *pattern.finditer(text, b, end)) if pattern else ():
            if status == "signed" and _NOT_NOW.search(text, max(start, match.start() - 20), match.start()):
                continue
            before = match.end() <= a
            distance = a - match.end() if before else match.start() - b
            if distance < 0:
                continue
            distance = distance if before else distance + 12
            if status == "in-force":
                distance += 8
            if (
                status == "signed"
                and not before
                and not re.search(
                    r"(?:was|were|been|được|just|also)\s+$", text[max(b, match.start() - 9) : match.start()]
                )
                and distance > 25
            ):
                continue
            if status == "reviewed":
                distance -= 45
            if status == "over":
                distance -= 40
            if best is None or distance < best[0]:
                best = (distance, status, match.span())
    if best is None or best[0] > 260:
        return "", (a, b)
    status, at = best[1], best[2]
    if status == "signed" and _GOES_ON.search(text, at[1], end):
        return "in-force", at
    if status == "signed" and not _now(sentence, at, period):
        return "in-force", at
    return status, at


def _now(sentence: Sentence, at: tuple[int, int], period: Period | None) -> bool:
    """Whether a signing is the article's news, not something it looks back on."""
    if sentence.title or sentence.caption:
        return True
    words = sentence.text[sentence.start : sentence.end]
    past = _PAST.search(words)
    if past and period and past.end() + sentence.start in range(period.start, period.end + 1):
        past = None  # the year is that for which the document was made
    if past and not re.search(r"\bđã ký\b", past[0]):
        return False
    if past and sentence.number > 3:
        return bool(_OCCASION.search(words))
    return sentence.number < 6 or bool(_OCCASION.search(words))
