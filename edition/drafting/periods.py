"""Periods of agreements: "for 2024 – 2026", "giai đoạn 2025 - 2030", "for five years from 2023", "until 2027"."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

_YEAR = re.compile(r"(?:19|20)\d\d")
_Y = r"(?:19|20)\d\d"
NUMBERS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "ten": 10,
    "six": 6,
    "hai": 2,
    "ba": 3,
    "năm": 5,
    "bốn": 4,
    "mười": 10,
}
_N = r"(?:\d{1,2}|two|three|four|five|six|ten)"
_PAPER = r"\b(?:minutes|memorandum|agreement|pact|protocol)(?: of (?:understanding|cooperation|the (?:talks|meeting)))?"
_TOPIC = r"(?:(?!signed|inked|concluded|adopted|reached|dated|between)[\w’'-]+ ){0,6}?[\w’'-]+(?<!signed)(?<!concluded)"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            rf"(?<![\d/.-])(?P<a>{_Y})\s*(?:[-–—/]|to|đến|tới|through|until|ຫາ|ເຖິງ|"
            rf"à)\s*(?:năm\s*)?(?P<b>{_Y})(?![\d/]|"
            rf"-\d)"
        ),
        # for 2026 and 2027
        rf"\b(?:for|years|các năm|hai năm)\s+(?P<a>{_Y})\s+(?:and|và)\s+(?P<b>{_Y})\b(?!\s*[-–])",
        # for 2022-25
        rf"(?<![\d/.-])(?P<a>{_Y})\s*[-–—]\s*(?P<short>\d\d)(?![\d/-]|[.,]\d|\s*%)",
        # signed in July 2021 and valid until 2025
        (
            rf"\b(?:signed|ký|inked|concluded)\b[^.;]{{0,40}}?\b(?P<a>{_Y})\b[^.;]{{0,25}}?\b(?:valid|effective|"
            rf"in force|runs?|running|lasts?|lasting|hiệu lực|có giá trị)"
            rf"\s+(?:until|through|to|till|đến)\s+(?:the end of\s+|hết\s+)?(?:năm\s+)?(?P<b>{_Y})\b"
        ),
        rf"\bfor the year\s+(?P<one>{_Y})\b(?!\s*[-–—])",
        rf"(?:from|between)\s+(?P<a>{_Y})\s+(?:to|until|and|through)\s+(?P<b>{_Y})\b",
        rf"từ\s+(?:năm\s+)?(?P<a>{_Y})\s+(?:đến|tới|-|–)\s+(?:hết\s+)?(?:năm\s+)?(?P<b>{_Y})\b",
        (
            rf"(?:for|period of|term of|valid for|lasting)\s+(?:a\s+)?(?P<n>{_N})[\s-]+years?(?:\s+(?:period|"
            rf"term))?,?\s+(?:starting\s+|beginning\s+|effective\s+|counting\s+)?(?:from|in|since|"
            rf"as of)\s+(?:\d{{1,2}}\s+)?(?:\w+\s+)?(?:\d{{1,2}},\s+)?(?P<a>{_Y})\b"
        ),
        (
            r"(?:trong|thời hạn|thời gian|hiệu lực|có giá trị)\s+(?:thời hạn\s+|vòng\s+|thời gian\s+)?(?P<n>\d{1,2}|"
            rf"hai|ba|bốn|năm|mười)\s+năm,?\s+(?:kể\s+)?(?:bắt đầu\s+)?từ\s+(?:\w+\s+)?(?:năm\s+|"
            rf"tháng \d+/|ngày \d+/\d+/)?(?P<a>{_Y})\b"
        ),
        (
            rf"(?:(?:in|for)\s+(?:the\s+)?(?:year\s+)?|the\s+|năm\s+)(?P<one>{_Y})(?=\s+(?:(?:cooperation|action|"
            rf"joint)\s+)?(?:plan|programme|period|kế hoạch)\b)"
        ),
        # hợp tác năm 2025; a work plan for 2026; minutes on cooperation in 2025; un procès-verbal pour 2024
        (
            rf"\b(?:[Kk]ế hoạch|[Cc]hương trình|[Bb]iên bản|[Tt]hỏa thuận|hợp tác|phối hợp|công tác)\s+(?:(?!(?:ký|"
            rf"kí|từ|trong|vào|của|so|đến|cùng|với|giữa)\b)\w+,?\s+){{0,9}}?"
            rf"năm\s+(?P<one>{_Y})(?!\s*[-–—]|\d|\s+đến nay)"
        ),
        rf"\b[Kk]ế hoạch [^.;,]{{0,40}}?giữa hai \w+(?: \w+)? năm (?P<one>{_Y})(?!\s*[-–—]|\d)",
        (
            rf"\b(?:(?:plans?|programmes?|programs?)(?: of action| (?:on|of)(?: [a-z-]+){{1,5}}?)?|minutes|records?|"
            r"that|"
            rf"those|one|procès-verbal[\w\s]{{0,16}})(?:\s+(?:signed|inked|concluded|adopted))?\s+(?:for|of|pour)\s+"
            rf"(?P<one>{_Y})(?!\s*[-–—]|\d)"
        ),
        (
            rf"\b(?:agreements?|memorandum|deals?|pacts?|documents?)(?:\s+(?:signed|inked|concluded|adopted))?\s+for\s+"
            rf"(?P<one>{_Y})(?!\s*[-–—]|\d)"
        ),
        # the minutes of cooperation for 2023; the memorandum they concluded for 2024; one on exchanges in 2024
        (
            rf"{_PAPER}(?: on {_TOPIC})?(?: (?:(?:that|which) )?(?:they|the two \w+|both sides)(?: had| have)? "
            rf"(?:signed|concluded|inked))? for (?P<one>{_Y})(?!\s*[-–—]|\d)"
        ),
        (
            rf"\b(?:plan|programme|program)s? (?:(?:that|which) )?(?:they|the two \w+|both sides)(?: had| have)? "
            rf"(?:signed|concluded|inked|agreed) for (?P<one>{_Y})(?!\s*[-–—]|\d)"
        ),
        (
            rf"\b(?:thỏa thuận|kế hoạch|chương trình|ghi nhớ|biên bản|quy chế)(?: hợp tác| phối hợp)? về "
            rf"(?:(?!ký|kí|từ|vào|đến|trước|sau|cuối|đầu|tháng|ngày)[^\s.;]+\s+){{1,18}}?"
            rf"(?:trong )?năm (?P<one>{_Y})(?!\s*[-–—]|\d)"
        ),
        rf"\b(?:plan|programme|program)s? (?:for|on) {_TOPIC} in (?P<one>{_Y})(?!\s*[-–—]|\d)",
        rf"{_PAPER} on {_TOPIC} in (?P<one>{_Y})(?!\s*[-–—]|\d)",
        (
            rf"(?<![\d–-] )(?<!in )(?P<one>{_Y})\s+(?=(?:(?:joint|annual|cooperation|coordination|action|work|"
            rf"border)\s+){{0,3}}"
            rf"(?:plan|programme|program|minutes)\b)"
        ),
        rf"\b(?:việc|nhiệm vụ|nội dung)\s+[^.;,]{{0,30}}?trong năm\s+(?P<one>{_Y})(?!\s*[-–]|\d)",
        rf"\bplan de \w+(?: \w+)?\s+pour\s+(?:l[’']année\s+)?(?P<one>{_Y})(?!\s*[-–—]|\d)",
        rf"(?:ແຜນ|ບົດບັນທຶກ)[\u0e80-\u0eff]*\s*(?:ປະຈຳ)?ປີ\s*(?P<one>{_Y})(?!\s*[-–—]|\d)",
        rf"\b(?:on|for)\s+(?P<one>{_Y})\s+(?:cooperation|coordination|tasks)\b",
        (
            rf"(?<!of )\b(?:cooperation|coordination|work|tasks|activities)\s+(?:plan\s+)?(?:for|in)\s+"
            rf"(?P<one>{_Y})(?!\s*[-–—]|\d)"
        ),
    )
)


class Period(Struct, frozen=True):
    """A period as the text gives it, and as EDTF; `inferred` says how an end was counted that the words don't give."""

    start: int
    end: int
    edtf: str
    inferred: str = ""

    @property
    def years(self) -> tuple[int, ...]:
        """The first and last year."""
        return tuple(int(y) for y in re.findall(r"\d{4}", self.edtf))


def periods(text: str, start: int, end: int) -> list[Period]:
    """All periods of a stretch of text, in order."""
    return [replace(p, start=p.start + start, end=p.end + start) for p in _periods(text[start:end])]


@lru_cache(maxsize=8192)
def _periods(text: str) -> tuple[Period, ...]:
    if not _YEAR.search(text):
        return ()
    found: list[Period] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if any(p.start < match.end() and match.start() < p.end for p in found):
                continue
            if one := parts.get("one"):
                found.append(Period(match.start("one"), match.end("one"), f"{one}"))
                continue
            first = int(parts["a"])
            if length := parts.get("n"):
                years = int(length) if length.isdigit() else NUMBERS[length.casefold()]
                inferred = (
                    f"{years} years counted from {first}; the words do not say whether the last year is "
                    f"{first + years} or {first + years - 1}."
                )
                found.append(Period(match.start(), match.end(), f"{first}/{first + years}", inferred))
                continue
            short = parts.get("short")
            last = first // 100 * 100 + int(short) if short else int(parts["b"])
            if 0 < last - first <= (20 if short else 60):
                found.append(Period(match.start("a"), match.end("short" if short else "b"), f"{first}/{last}"))
    return tuple(sorted(found, key=lambda p: p.start))
