"""What an article says of itself: title, agency, byline; when it was published, and where its event was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.drafting.blocks import Piece, marks, stamps
from edition.drafting.dates import dates
from edition.drafting.happening import Dated
from edition.drafting.parties import Sentence
from edition.drafting.rules import UPPER, rules

EDGES = " —–-./():|[]"
_PLACE_EN = re.compile(
    rf"\b(?:in|at)\s+(?:the\s+)?(?P<place>(?:[{UPPER}][\w’'-]+(?:\s+|(?=,))){{1,4}}(?:[Cc]ity|[Dd]istrict|[Tt]own|"
    r"[Cc]ommune|[Pp]rovince|[Cc]apital)\b)"
)
_PLACE_VI = re.compile(
    r"\btại\s+(?P<place>(?:(?:thành phố|TP\.?|thị xã|thị trấn|quận|huyện|xã|tỉnh|thủ đô|phường|bản|"
    rf"cửa khẩu[a-z\s]{{0,12}})\s*)(?:[{UPPER}][\w-]*)(?:\s+[{UPPER}][\w-]*){{0,3}})"
)
_TOWN_EN = re.compile(
    r"\b(?:[Ss]igned|inked|concluded|met|meeting|talks|ceremony|signatures|agreed|adopted|held|took place)\b"
    r"(?:\s+(?!in\b|at\b)[\w’'-]+,?){0,8}?\s+in\s+(?P<place>(?!January|February|March|April|May|June|July|August|"
    rf"September|October|November|December|Laos?\b|Viet)[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}})"
    r"(?=\s+(?:on|by|last|yesterday|this|with|after|at|in|and|to)\b|[,.;)]|\s*$)(?!\s+(?:[Pp]rovince|and))"
)
_TOWN_VI = re.compile(
    rf"(?<!Lào )(?<!Nam )(?<!quán )\b(?:tại|ở)\s+(?P<place>[{UPPER}][\w-]*(?:\s+[{UPPER}][\w-]*){{1,3}})(?!\s+\()"
)
_PLACE_FR = re.compile(
    rf"(?:\bà|dans la ville de|au)\s+(?P<place>[{UPPER}][\w’'-]+(?:\s+[{UPPER}][\w’'-]+){{0,3}})(?=[\s,.])"
)
_PLACE_LO = re.compile(r"ທີ່(?P<place>(?:ນະຄອນ|ເມືອງ|ແຂວງ)[\u0e80-\u0eff]+)")


def agency(text: str, pieces: Sequence[Piece]) -> tuple[str, int, int] | None:
    """The agency's mark: the one before the lead, or else the one that closes the article, or heads the page."""
    title = next((p.start for p in pieces if p.label == "title"), 0)
    for piece in sorted(pieces, key=lambda p: p.start < title):
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
    for label in ("date", "dateline", "agency"):
        for piece in pieces:
            if piece.label != label:
                continue
            stamp = stamps.find(text[piece.start : piece.end])
            found = (stamp.when,) if stamp else dates(text[piece.start : piece.end])
            for when in found:
                if when.year is not None:
                    return Dated(when.edtf(), piece.start + when.start, piece.start + when.end)
    return None


def place(sentence: Sentence, language: str) -> tuple[str, int, int] | None:
    """Where a sentence says that something took place: a town, district or province."""
    pattern = {"vi": _PLACE_VI, "lo": _PLACE_LO, "fr": _PLACE_FR}.get(language, _PLACE_EN)
    for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
        if not any(a <= match.start() < b for a, b in sentence.offices):
            return match["place"], match.start("place"), match.end("place")
    town = {"vi": _TOWN_VI, "en": _TOWN_EN}.get(language)
    named = town.search(sentence.text, sentence.start, sentence.end) if town else None
    if named:
        return named["place"], named.start("place"), named.end("place")
    for known in sentence.places:
        if re.search(r"\b(?:in|at|tại|ở)\s+$", sentence.text[max(sentence.start, known.start - 6) : known.start]):
            return sentence.text[known.start : known.end], known.start, known.end
    return None


def paper(name: str) -> str:
    """The province whose paper an agency's mark names, if it is one's."""
    known = rules("pages")["papers"]
    return next((str(province) for mark, province in known.items() if mark.casefold() == name.casefold()), "")


def side(name: str, language: str) -> str:
    """Which side's press an agency is; a guess by the language where it is not known."""
    known = rules("pages")["agencies"]
    for key, value in known.items():
        if key.casefold() == name.casefold():
            return str(value["side"])
    return "LA" if language == "lo" else "VN"
