"""What an article says of itself: title, agency, byline; when it was published, and when and where its event was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.drafting.blocks import Piece, marks
from edition.drafting.dates import When, dates, relative_days
from edition.drafting.parties import Sentence
from edition.drafting.rules import rules

LEAD = 4
EDGES = " —–-./():"
_NOT_THE_EVENT = re.compile(
    r"\b(?:since|born|founded|by the end of|until|before|từ|kể từ|trước|đến hết|trước ngày|Resolution|Decision|"
    r"Nghị quyết|Quyết định|dated|next|upcoming|scheduled for|anniversary of|kỷ niệm ngày|nhân kỷ niệm|"
    r"nhân dịp)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_PLACE_EN = re.compile(
    r"\b(?:in|at)\s+(?:the\s+)?(?P<place>(?:[A-ZĐÀ-Ỹ][\w’'-]+(?:\s+|(?=,))){1,4}(?:[Cc]ity|[Dd]istrict|[Tt]own|"
    r"[Cc]ommune|[Pp]rovince|[Cc]apital)\b)"
)
_PLACE_VI = re.compile(
    r"\btại\s+(?P<place>(?:(?:thành phố|TP\.?|thị xã|huyện|xã|tỉnh|thủ đô|phường|"
    r"cửa khẩu[a-z\s]{0,12})\s*)(?:[A-ZĐÀ-Ỹ][\wÀ-ỹ-]*)(?:\s+[A-ZĐÀ-Ỹ][\wÀ-ỹ-]*){0,3})"
)
_PLACE_LO = re.compile(r"ທີ່(?P<place>(?:ນະຄອນ|ເມືອງ|ແຂວງ)[\u0e80-\u0eff]+)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as EDTF, where its words stand, and what was concluded."""

    edtf: str
    start: int
    end: int
    inferred: str = ""


def agency(text: str, pieces: Sequence[Piece]) -> tuple[str, int, int] | None:
    """The agency's mark: the one before the lead, or else the one that closes the article."""
    for piece in pieces:
        if piece.label not in ("agency", "dateline"):
            continue
        words = text[piece.start : piece.end]
        bracket = re.search(r"\(\s*([^()]+?)\s*\)", words)
        name = bracket[1] if bracket else words.strip(EDGES)
        credit = marks.byline(words)
        name = credit or name
        if piece.label == "dateline" and not bracket:
            continue
        if name:
            at = piece.start + words.index(name)
            return name, at, at + len(name)
    return None


def byline(text: str, pieces: Sequence[Piece]) -> tuple[str, int, int] | None:
    """The author."""
    for piece in pieces:
        if piece.label != "byline":
            continue
        words = text[piece.start : piece.end]
        who = marks.byline(words) or marks.bare_name(words) or words
        who = who.strip(" .-–—()")
        at = words.find(who)
        if who and at >= 0:
            return who, piece.start + at, piece.start + at + len(who)
    return None


def published(text: str, pieces: Sequence[Piece]) -> Dated | None:
    """The day of publication, from a stamp of the article or a dateline with its date."""
    for label in ("date", "dateline"):
        for piece in pieces:
            if piece.label != label:
                continue
            for when in dates(text, piece.start, piece.end):
                if when.year is not None:
                    return Dated(when.edtf(), when.start, when.end)
    return None


def event(sentences: Sequence[Sentence], day: Dated | None, begins: int | None, story: int) -> Dated | None:
    """The day of the event that the lead reports, with the year that can be concluded."""
    body = [s for s in sentences if not s.title and not s.caption and not s.correction and s.story == story][:LEAD]
    issued = _day(day.edtf) if day else None
    months: list[tuple[When, Sentence]] = []
    for number, sentence in enumerate(body):
        for when in dates(sentence.text, sentence.start, sentence.end):
            if _NOT_THE_EVENT.search(sentence.text[max(sentence.start, when.start - 40) : when.start]):
                continue
            if issued and when.year and when.year < issued.year - 1:
                continue
            if when.first.day is None:
                months.append((when, sentence))
                continue
            dated = _with_year(when, issued, begins)
            if issued and (known := _day(dated.edtf.split("/")[0])) and known > issued + dt.timedelta(days=2):
                continue
            return dated
        if issued and number < 3:
            for relative in relative_days(sentence.text, sentence.start, sentence.end):
                found = relative.from_day(issued)
                words = sentence.text[relative.start : relative.end]
                return Dated(
                    found.isoformat(),
                    relative.start,
                    relative.end,
                    f"“{words}”, counted from the day of publication, {issued.isoformat()}.",
                )
        if number == 1 and months:
            break
    for when, sentence in months:
        if sentence.number < 2 and not (issued and when.year is None and when.first.month > issued.month + 1):
            return _with_year(when, issued, begins)
    return None


def _with_year(when: When, issued: dt.date | None, begins: int | None) -> Dated:
    if when.year is not None:
        return Dated(when.edtf(), when.start, when.end)
    if issued:
        year = issued.year
        day = _day(when.edtf(year).split("/")[0])
        if day and day > issued + dt.timedelta(days=7):
            year -= 1
        return Dated(
            when.edtf(year),
            when.start,
            when.end,
            "The words name no year; the article was published on " + issued.isoformat() + ".",
        )
    if begins:
        return Dated(
            when.edtf(begins),
            when.start,
            when.end,
            f"The article names no year; the agreement signed then begins in {begins}.",
        )
    return Dated(when.edtf(), when.start, when.end)


def _day(edtf: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(edtf.split("/")[0])
    except ValueError:
        return None


def place(sentence: Sentence, language: str) -> tuple[str, int, int] | None:
    """Where a sentence says that something took place: a town, district or province."""
    pattern = {"vi": _PLACE_VI, "lo": _PLACE_LO}.get(language, _PLACE_EN)
    match = pattern.search(sentence.text, sentence.start, sentence.end)
    if match:
        return match["place"], match.start("place"), match.end("place")
    for known in sentence.places:
        if re.search(r"\b(?:in|at|tại|ở)\s+$", sentence.text[max(sentence.start, known.start - 6) : known.start]):
            return sentence.text[known.start : known.end], known.start, known.end
    return None


def side(name: str, language: str) -> str:
    """Which side's press an agency is; a guess by the language where it is not known."""
    known = rules("pages")["agencies"]
    for key, value in known.items():
        if key.casefold() == name.casefold():
            return str(value["side"])
    return "LA" if language == "lo" else "VN"
