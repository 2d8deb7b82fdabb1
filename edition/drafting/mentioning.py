"""Mentions of agreements: a form with the period and the verb of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from edition.drafting.concluding import explicit
from edition.drafting.dates import When
from edition.drafting.parties import Party, Sentence
from edition.drafting.periods import Period, periods
from edition.drafting.rules import rules
from edition.drafting.standing import signed_then, standing

_ANAPHOR = re.compile(
    r"\b(?:That|This|The|the|this) (?:document|deal|pact)\b|(?<=[Tt]heo )(?:đó|văn bản này)|\b[Vv]ăn bản (?:này|"
    r"trên)\b|"
    r"\b(?:[Ll]e|[Cc]e) (?:texte|document)\b"
)
_ANOTHER = re.compile(
    r"\b(?:a|an|the|another|its)\s+(?:(?:second|third|new|next|current|latest|previous|earlier|first|separate|fresh|old|"
    r"(?:19|20)\d\d\s*[-–]\s*(?:20)?\d\d)\s+)one\b|\banother one\b|\bthe one (?=that|which|signed|for)"
)
_DEFINITE = re.compile(
    r"\b(?:the|this|that|their|its|said|under the|new|such|these)\s+(?:\w+[\s-]){0,2}$", re.IGNORECASE
)
_INDEFINITE = re.compile(r"\b(?:an?|another|new|separate|first|further|own)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
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
    other: bool = False
    signed: When | None = None
    parties: tuple[Party, ...] = ()


@cache
def _forms(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = rules("agreements")["forms"]
    key = language if language in ("en", "vi", "lo", "fr") else "en"
    return tuple(
        (form["form"], re.compile(form[key] if key == "lo" else rf"(?<![\w])(?:{form[key]})(?!\w)"))
        for form in data
        if key in form
    )


def period_spans(sentences: Iterable[Sentence]) -> list[tuple[int, int]]:
    """Where periods stand: their years are no figures."""
    return [(p.start, p.end) for s in sentences for p in periods(s.text, s.start, s.end)]


def mentions(sentence: Sentence, language: str, last: str = "") -> list[Mention]:
    """The agreements that a sentence names; `last` is the form of the one named before, which "a new one" is, too."""
    text, start, end = sentence.text, sentence.start, sentence.end
    spans: list[tuple[int, int, str, bool]] = []
    others: set[int] = set()
    for form, pattern in _forms(language):
        for match in pattern.finditer(text, start, end):
            if not any(a < match.end() and match.start() < b for a, b, _, _ in spans) and _is_a_document(
                form, text, match, start, language
            ):
                spans.append((match.start(), match.end(), form, False))
    if form := spans[0][2] if spans else last:
        ones = [m for m in _ANOTHER.finditer(text, start, end) if not any(a <= m.start() < b for a, b, _, _ in spans)]
        spans += [(m.start(), m.end(), form, False) for m in ones]
        others = {m.start() for m in ones}
    spans += [(m.start(), m.end(), "agreement", True) for m in _ANAPHOR.finditer(text, start, end)]
    spans.sort()
    spans = [span for number, span in enumerate(spans) if not (number and _is_about(text, spans[number - 1], span))]
    near = periods(text, start, end)
    found: list[Mention] = []
    claimed: list[Period] = []
    for number, (a, b, form, anaphor) in enumerate(spans):
        least = spans[number - 1][1] if number else start
        most = spans[number + 1][0] if number + 1 < len(spans) else end
        period = _period([p for p in near if p not in claimed], a, b, least, most, text)
        claimed += [period] if period else []
        status, at = standing(sentence, a, b, language)
        if form == "twinning" and not status and text[a:b].lower().startswith("lễ"):
            status = "signed"
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
            Mention(
                sentence,
                a,
                b,
                form,
                period,
                status,
                at,
                definite and not _INDEFINITE.search(before),
                anaphor,
                a in others,
                signed_then(sentence, a, b),
                () if sentence.title else explicit(sentence, a, b),
            )
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
        and not re.search(r"\b(?:19|20)\d\d\s*[-–]", text[match.end() : match.end() + 80])
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
