"""Mentions of agreements: a form with the period and the verb of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from edition.drafting.dates import dates
from edition.drafting.parties import Sentence
from edition.drafting.periods import Period, periods
from edition.drafting.rules import rules

_ANAPHOR = re.compile(
    r"\b(?:That|This|The|the|this) document\b|(?<=[Tt]heo )(?:đó|văn bản này)|\b[Vv]ăn bản (?:này|trên)\b"
)


_ANOTHER = re.compile(r"\b(?:a new|another) one\b|\bthe new one\b")


_SIGNED_THEN = re.compile(r"[^.;]{0,40}?\b(?:signed|ký|kí)\s+(?:on|in|ngày|năm|hôm|vào)?\s*(?:ngày\s+)?(?=\d|[A-Z])")


_DEFINITE = re.compile(
    r"\b(?:the|this|that|their|its|said|under the|new|such|these)\s+(?:\w+[\s-]){0,2}$", re.IGNORECASE
)


_INDEFINITE = re.compile(r"\b(?:an?|another|new|separate|first|further|own)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)


_OCCASION = re.compile(
    r"\b(?:on (?:this|the) occasion|also signed|at the (?:event|ceremony|meeting|end)|same day|witness|nhân dịp này|"
    r"tại (?:buổi|lễ|hội nghị|chương trình|cuộc)|kết thúc (?:buổi|hội nghị|hội đàm)|cùng ngày|dịp này|chứng kiến|"
    r"in the presence)\b",
    re.IGNORECASE,
)


_PAST = re.compile(
    r"\b(?:signed|inked|ký|kí|ký kết)\s+(?:[^\s.;]+\s+){0,14}?(?:in|since|từ năm)\s+(?:19|20)\d\d\b(?!\s*[-–])|"
    r"\b[Ss]ince (?:19|20)\d\d|\b(?:had|have|has)\s+signed\b|\bđã ký\b|\bsince\b",
    re.IGNORECASE,
)


_PLANNED_BEHIND = re.compile(
    r"[^.;]{0,60}?\b(?:(?:is|are|will|would|to) (?:being |be |expected |scheduled |due )?(?:to be )?(?:drafted|"
    r"signed|finali[sz]ed|concluded|prepared|negotiated)|(?:sẽ|dự kiến|chuẩn bị)(?: [^\s.;]+){0,4} ký|is to be|"
    r"will be signed|being drafted)\b"
)


_GOES_ON = re.compile(
    r"\b(?:đang|tiếp tục|and (?:are|is))\s+(?:được\s+)?(?:triển khai|thực hiện|implement\w*|carry\w*|effectively)|"
    r"\beffectively (?:implement|carry)\w*",
    re.IGNORECASE,
)


_NEAR = 150


@dataclass(slots=True)
class Mention:
    """An agreement named in a sentence."""

    sentence: Sentence
    start: int
    end: int
    form: str
    period: Period | None
    status: str
    status_at: tuple[int, int]
    definite: bool
    anaphor: bool = False


@cache
def _forms(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = rules("agreements")["forms"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    return tuple(
        (form["form"], re.compile(form[key] if key == "lo" else rf"(?<![\w])(?:{form[key]})(?!\w)"))
        for form in data
        if key in form
    )


@cache
def _verbs(language: str) -> dict[str, re.Pattern[str]]:
    data = rules("agreements")["signs"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    return {status: re.compile(words[key], re.IGNORECASE) for status, words in data.items() if key in words}


def period_spans(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Where periods stand: their years are no figures."""
    return [(p.start, p.end) for s in sentences for p in periods(s.text, s.start, s.end)]


def mentions(sentence: Sentence, language: str) -> list[Mention]:
    """The agreements that a sentence names."""
    text, start, end = sentence.text, sentence.start, sentence.end
    spans: list[tuple[int, int, str, bool]] = []
    for form, pattern in _forms(language):
        for match in pattern.finditer(text, start, end):
            if not any(a < match.end() and match.start() < b for a, b, _, _ in spans) and _is_a_document(
                form, text, match, start, language
            ):
                spans.append((match.start(), match.end(), form, False))
    if spans:
        form = spans[0][2]
        spans += [(m.start(), m.end(), form, False) for m in _ANOTHER.finditer(text, spans[0][1], end)]
    spans += [(m.start(), m.end(), "agreement", True) for m in _ANAPHOR.finditer(text, start, end)]
    spans.sort()
    spans = [span for number, span in enumerate(spans) if not (number and _is_about(text, spans[number - 1], span))]
    near = periods(text, start, end)
    found = []
    for number, (a, b, form, anaphor) in enumerate(spans):
        least = spans[number - 1][1] if number else start
        most = spans[number + 1][0] if number + 1 < len(spans) else end
        period = _period(near, a, b, least, most, text)
        status, at = _status(sentence, a, b, language)
        before = text[max(start, a - 40) : a]
        definite = (
            bool(_DEFINITE.search(before))
            or (language == "vi" and bool(re.search(r"\b[Tt]heo\s+$", before)))
            or anaphor
        )
        if (
            not anaphor
            and period is None
            and re.search(r"\b(?:no|any|other|many|several|all|various|nhiều|các)\s+(?:[\w-]+\s+){0,2}$", before)
        ):
            continue
        found.append(
            Mention(sentence, a, b, form, period, status, at, definite and not _INDEFINITE.search(before), anaphor)
        )
    return found


def _is_about(text: str, before: tuple[int, int, str, bool], span: tuple[int, int, str, bool]) -> bool:
    """Whether a twinning is what the document named just before is about, no document of its own."""
    return span[2] == "twinning" and before[2] != "twinning" and _ABOUT.fullmatch(text, before[1], span[0]) is not None


_ABOUT = re.compile(r"\s+(?:on|about|of|for|to|về|việc)(?:\s+[\w-]+){0,4}\s*")


def _is_a_document(form: str, text: str, match: re.Match[str], start: int, language: str) -> bool:
    after, before = text[match.end() : match.end() + 40], text[max(start, match.start() - 45) : match.start()]
    if form == "twinning":
        if language == "vi":
            return bool(
                re.search(r"(?:ký|lễ|Lễ|biên bản|thỏa thuận)\s*(?:kết\s*)?$", before + match[0][:0])
                or match[0].lower().startswith(("lễ", "biên bản", "thỏa thuận"))
            )
        return not re.match(r"\s+villages?|\s+(?:schools?|communes?|hamlets?|pairs?)", after) and "pairs" not in before
    if (
        form == "agreement"
        and language == "en"
        and match[0].lower() in ("agreement", "agreements")
        and re.search(r"\b(?:in|reach(?:ed)? an?|peace|trade|Geneva|free trade)\s*$", before)
    ):
        return False
    if (
        form == "agreement"
        and language == "vi"
        and re.fullmatch(r"[Tt]h[oỏ][aả]? thuận", match[0])
        and not re.search(r"(?:ký|theo|Theo|bản|thực hiện|các|kết|của)\s*(?:kết\s*)?$", before)
    ):
        return bool(re.match(r"\s+(?:hợp tác|giai đoạn|về)", after))
    return True


def _period(near: list[Period], a: int, b: int, least: int, most: int, text: str) -> Period | None:
    behind = [
        p for p in near if b <= p.start <= min(most, b + _NEAR) and "." not in text[b : p.start].replace("TP.", "")
    ]
    ahead = [p for p in near if least <= p.start and p.end <= a and a - p.end <= 45]
    inside = [p for p in near if a <= p.start and p.end <= b]
    if inside:
        return inside[0]
    if (
        ahead
        and (a - ahead[-1].end <= 14 or re.fullmatch(r"\s*(?:period\s*)?[\w\s-]{0,30}", text[ahead[-1].end : a]))
        and not re.search(r"\b(?:and|và|,)\b", text[ahead[-1].end : a])
    ):
        return ahead[-1]
    for period in behind:
        if not re.search(
            r"\b(?:trong đó|tăng|so với|compared|while|since|during|trong giai đoạn|reviewed|instead of|replac\w+|"
            r"succeed\w+|after the)\b",
            text[b : period.start],
        ):
            return period
        break
    return None


def _status(sentence: Sentence, a: int, b: int, language: str) -> tuple[str, tuple[int, int]]:
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
        for match in pattern.finditer(text, start, end) if pattern else ():
            if match.start() >= a and match.end() <= b:
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
    if status == "signed" and not _now(sentence, at):
        return "in-force", at
    return status, at


def _now(sentence: Sentence, at: tuple[int, int]) -> bool:
    """Whether a signing is the article's news, not something it looks back on."""
    if sentence.title or sentence.caption:
        return True
    words = sentence.text[sentence.start : sentence.end]
    past = _PAST.search(words)
    if past and not re.search(r"\bđã ký\b", past[0]):
        return False
    if past and sentence.number > 3:
        return bool(_OCCASION.search(words))
    return sentence.number < 6 or bool(_OCCASION.search(words))
