"""How long a document runs where the words give no period: "for three years", "until 2028", "kéo dài ba năm".

Its first year is told beside that, or else it is the year of the signing.
"""

from __future__ import annotations

import re

from msgspec import Struct

from edition.drafting.periods import NUMBERS, Period

_Y = r"(?:19|20)\d\d"
_N = rf"(?P<n>\d{{1,2}}|{'|'.join(NUMBERS)})(?: \(\d+\))?"
_RUNS = (
    r"(?:valid|good|in force|effective|takes? effect|"
    r"runs?|ran|running|lasts?|lasted|lasting|covers?|covering|applies|applicable|"
    r"(?:its|a|the) (?:term|validity|duration)(?: is| of)?|(?<=[a-z] )for a (?:period|term) of|prolonged|extended)\b"
)
_RUNS_VI = r"(?:hiệu lực|giá trị|thời hạn|kéo dài|áp dụng|thực hiện|triển khai|trong vòng)\b"
_DAY = r"(?:(?:the end of|early|late|[Jj]anuary|[A-Z][a-z]+|\d{1,2},?|mid)[- ]){0,3}?"
_DAY_VI = r"(?:(?:hết|cuối|ngày|tháng|năm|[\d/]+[/-]|\d+)\s*){0,5}?"
_LENGTHS = (
    re.compile(rf"\b{_RUNS}[^.;,\d]{{0,20}}?\b{_N}[- ](?P<unit>years?|months?)\b", re.IGNORECASE),
    re.compile(rf"(?<!\w){_RUNS_VI}[^.;,\d]{{0,20}}?(?<!\w){_N} (?P<unit>năm|tháng)\b", re.IGNORECASE),
)
_ENDS = (
    re.compile(rf"\bfrom now (?:on )?(?:until|till|through|up to|to)\s+{_DAY}(?P<y>{_Y})\b"),
    re.compile(rf"(?<!\w)từ nay đến\s+{_DAY_VI}(?P<y>{_Y})\b"),
    re.compile(rf"\b{_RUNS}[^.;\d]{{0,25}}?\b(?:until|till|through|up to|to)\s+{_DAY}(?P<y>{_Y})\b", re.IGNORECASE),
    re.compile(rf"(?<!\w){_RUNS_VI}[^.;\d]{{0,25}}?(?<!\w)đến\s+{_DAY_VI}(?P<y>{_Y})\b", re.IGNORECASE),
)
_FOR_YEARS = re.compile(
    rf"[^.;,]{{0,45}}?(?:,\s+signed\b[^.;,]{{0,30}}?)?\bfor\s+(?:another |a further |"
    rf"the next )?{_N}[- ](?P<unit>years?)\b"
)
"""Right behind a document, or its signing: "an agreement on health, signed in 2022 for five years"."""
_SPANS = (
    re.compile(
        rf"\b{_RUNS}[^.;\d]{{0,25}}?\bfrom\s+[^.;]{{0,20}}?(?P<a>{_Y})\s+(?:until|to|"
        rf"through)\s+{_DAY}(?P<y>{_Y})\b"
    ),
    re.compile(
        rf"(?<!\w){_RUNS_VI}[^.;\d]{{0,25}}?(?<!\w)từ\s+[^.;]{{0,20}}?(?P<a>{_Y})\s+đến\s+{_DAY_VI}(?P<y>{_Y})"
        r"\b"
    ),
)
_TO_THE_END = re.compile(
    rf"[^.;,\d]{{0,60}}?(?:\b(?:until|through|up to)\s+{_DAY}|(?<!\w)đến\s+(?:hết\s+)?(?:năm\s+))(?P<y>{_Y})\b"
)
"""A document with its end and no verb: "a contract on fairs until 2026"."""
_THIS_YEAR = re.compile(
    r"\b(?:ends?|expires?|expiring|runs? out|comes to an end)\s+(?:with|at the end of|by the end of|later|"
    r"in)?\s*(?:this|the) year\b|"
    r"(?<!\w)(?:hết (?:hiệu lực|hạn)|kết thúc)\s+(?:vào |trong )?(?:cuối )?năm nay\b"
)
_ENDS_IN = re.compile(rf"\b(?:ends?|expires?|expiring|lapses?)\s+(?:in|at|by|on)\s+{_DAY}(?P<y>{_Y})\b")
_BEGINS = re.compile(rf"[^.;]{{0,30}}?\b(?:from|starting|beginning|since|as of|từ)\s+[^.;]{{0,22}}?(?P<y>{_Y})\b")
MONTHS = 12


class Term(Struct, frozen=True):
    """How many years a document runs, or until which year, and where the words say so; `begins` is 0 if they don't."""

    start: int
    end: int
    years: int = 0
    until: int = 0
    begins: int = 0

    def period(self, signed: int) -> Period | None:
        """The period, the document being signed in a year."""
        first = self.begins or signed
        last = self.until or first + self.years
        if not first or not first <= last <= first + MOST:
            return None
        why = f"It begins in {first}" + ("" if self.begins else ", when it was signed")
        return Period(self.start, self.end, f"{first}/{last}", f"{why}; the words say how long it runs.")


MOST = 30


def term(text: str, start: int, end: int, this_year: int = 0) -> Term | None:
    """How long the document runs of which a stretch of text tells, in an article of `this_year`."""
    if this_year and (match := _THIS_YEAR.search(text, start, end)):
        return Term(match.start(), match.end(), until=this_year)
    for pattern in _SPANS:
        if match := pattern.search(text, start, end):
            return Term(match.start(), match.end(), until=int(match["y"]), begins=int(match["a"]))
    for pattern in (*_ENDS, _ENDS_IN):
        if match := pattern.search(text, start, end):
            return Term(match.start(), match.end(), until=int(match["y"]))
    if match := _TO_THE_END.match(text, start, end):
        return Term(match.start("y"), match.end("y"), until=int(match["y"]))
    lengths = (_FOR_YEARS.match(text, start, end), *(pattern.search(text, start, end) for pattern in _LENGTHS))
    for match in lengths:
        if match is None:
            continue
        count = int(match["n"]) if match["n"].isdigit() else NUMBERS[match["n"].casefold()]
        in_months = match["unit"].startswith(("month", "tháng"))
        if in_months and count % MONTHS:
            continue
        begins = _BEGINS.match(text, match.end(), end)
        years = count // MONTHS if in_months else count
        return Term(match.start(), match.end(), years, 0, int(begins["y"]) if begins else 0)
    return None
