"""Agency marks, datelines, bylines and the signs that close an article."""

from __future__ import annotations

import re

from edition.drafting.rules import LOWER, UPPER, either, rules

_PAGES = rules("pages")
AGENCIES = tuple(_PAGES["agencies"])
_PAPERS = frozenset(name.casefold() for name, known in _PAGES["agencies"].items() if known.get("paper"))
_NAME = either(AGENCIES)
_MARK = rf"(?:{_NAME}(?:\s*[/,&-]\s*{_NAME})*)"
_ANY_MARK = r"(?:[A-ZĐ][A-ZĐa-z0-9+.]{1,20}(?:\.(?:vn|VN|com|la))?|[A-ZĐ][\w.]*(?: [\w.]+){0,2})"
_DASH = r"[—–-]+|:"

AGENCY_LINE = re.compile(rf"\W{{0,3}}(?:\(\s*)?(?P<name>{_MARK})(?:\s*\))?\W{{0,3}}", re.IGNORECASE)
_DATE = (
    r"(?:[A-ZĐ]\w+\.?\s*\d{1,2}(?:,\s*\d{4})?|(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|"
    r"\d{1,2}\s+[A-ZĐ]\w+\.?(?:,?\s+\d{4})?)"
)
_PLACE = rf"(?:[{UPPER}][\w.'’ʼ\-– ]{{1,38}}?(?:,\s*{_DATE})?)"

_OPENINGS = (
    # Hanoi (VNA) –, Thanh Hoa, Aug. 20 (VNA) –, Vientiane (KPL) text
    re.compile(rf"{_PLACE}[,.]?\s*\(\s*(?P<name>{_MARK})\s*\)\s*(?:{_DASH})?\s*"),
    # (VNA) –, (KPL) text, (Dân trí) -, (Baonghean.vn) -
    re.compile(rf"\(\s*(?P<name>{_MARK})\s*(?:,\s*{_DATE}\s*)?\)\s*(?:{_DASH})?\s*"),
    re.compile(rf"\(\s*(?P<name>{_ANY_MARK})\s*\)\s*[—–-]+\s*"),
    # NDO - , VOV.VN - , ĐBP –, LCĐT -
    re.compile(
        rf"(?P<name>{_MARK}|[A-ZĐ]{{2,8}}(?:\.VN|\.vn| Online| online)?|VietnamPlus|[A-Z]\w+\.vn)\s*(?:[—–]|"
        rf"-)+\s+(?=[^\s\d])"
    ),
    # ຂປລ. …
    re.compile(r"(?P<name>ຂປລ|ຂ່າວສານປະເທດລາວ)\s*[.:–-]*\s+"),
    # Kinhtedothi -, Baoquangtri -
    re.compile(r"(?P<name>[A-Z][a-z]{6,20})\s+[-–—]\s+(?=(?:Sáng|Chiều|Tối|Trưa|Ngày|On|In)\b)"),
    # ĐẮK LẮK —, SEKONG —, HÀ NỘI, 6/6 —
    re.compile(
        rf"(?P<place>[{UPPER}][{UPPER}.'’ \-–]{{2,38}}?)(?:,\s*[A-ZĐa-z]+\.?\s*\d{{1,2}})?\s*[—–-]+\s+(?=[^\s])"
    ),
    # Hà Nội, ngày 6/6 -
    re.compile(
        rf"{_PLACE},\s*(?:ngày\s*)?\d{{1,2}}(?:/\d{{1,2}})?(?:/\d{{4}})?\s*(?:\((?P<name>{_MARK})\))?\s*[—–-]+\s+"
    ),
    # Biên phòng - Ngày 27-11, LSO-Sáng 3/5, …
    re.compile(
        rf"(?P<name>[{UPPER}][\w.]*(?: [\w.]+){{0,3}}\s+[-–—]\s+|[A-ZĐ]{{2,8}}\s*[-–—]\s*)"
        r"(?=(?:Sáng|Chiều|Tối|Trưa|Ngày|Hôm|Từ|Vừa qua|Theo)\b)"
    ),
)
_CLOSINGS = (
    re.compile(r"(?:\./\.|\.?/\./?|(?<=[.!?”\"’)…])\s*/\.|\./-|/-)\s*$"),
    re.compile(rf"(?<=[.!?”\"’)…])\s*[—–-]+\s*(?P<name>{_MARK}|[A-ZĐ]{{2,6}}(?:/[A-ZĐ]{{2,6}})?)\.?\s*$"),
    re.compile(rf"(?<=[.!?”\"’)…])\s*\(\s*(?P<name>{_MARK})\s*\)\.?\s*$"),
    re.compile(rf"(?<=[.!?”\"’)…])\s+(?P<name>{_MARK})\.?\s*$"),
)

_BYLINE_WORD = either(_PAGES["byline"])
_PERSON = rf"[{UPPER}][\w.’'-]*(?:\s+[{UPPER}][\w.’'-]*){{0,5}}"
BYLINE = re.compile(
    rf"[(\s]*(?:{_BYLINE_WORD})\s*(?::\s*(?:and\s+)?|\s+)(?P<who>{_PERSON}(?:\s*(?:[-–,/&]|and|và|"
    rf"et)\s*{_PERSON})*)\s*(?:\([^)]{{1,40}}\))?[.)\s]*",
    re.IGNORECASE,
)
_TRANSLATED = re.compile(rf"\s*[-–—|,;]\s*(?:translated by|photos? by|dịch)\s*:?\s+{_PERSON}\s*$", re.IGNORECASE)
_STAFF = re.compile(either(_PAGES["staff"]) + r"\W*", re.IGNORECASE)
_BYLINE_COLON = re.compile(rf"(?:{_BYLINE_WORD})\s*:\s*\S.{{0,60}}", re.IGNORECASE)
NAME_LINE = re.compile(rf"[-–—\s]*(?P<who>{_PERSON}(?:\s*[-–&,/]\s*{_PERSON})*)\s*(?:\([^)]{{1,40}}\))?\s*")


def agency_line(line: str) -> str:
    """The agency, if a line is nothing but an agency's mark."""
    match = AGENCY_LINE.fullmatch(line) if "©" not in line else None
    return match["name"] if match else ""


def is_paper(line: str) -> bool:
    """Whether a line is nothing but the name of a printed paper, which is its agency, too."""
    return agency_line(line).casefold() in _PAPERS


def opening(text: str, start: int, end: int) -> tuple[int, str, bool]:
    """Where the mark of a lead ends (`start` if it has none), the agency it names, whether it names a place."""
    for number, pattern in enumerate(_OPENINGS):
        match = pattern.match(text, start, min(end, start + 90))
        if (
            match
            and match.end() < end
            and (
                text[match.end()].isupper()
                or not text[match.end()].isalpha()
                or "\u0e80" <= text[match.end()] <= "\u0eff"
            )
        ):
            name = (match.groupdict().get("name") or "").rstrip(" –—-")
            is_place = number in (0, 6, 7) or (number == 3 and name not in AGENCIES and "—" in match[0])
            return match.end(), "" if is_place and number == 3 else name, is_place
    return start, "", False


def before_a_title(text: str, start: int, end: int) -> int:
    """Where the mark of an agency ends that stands before a title: "[VOV2] …", "VNA | …"; `start` if there is none."""
    match = _BEFORE_A_TITLE.match(text, start, end)
    return match.end() if match else start


def behind_a_title(text: str, start: int, end: int) -> int:
    """Where a title ends behind which the site's name stands: "… | Báo Nghệ An"; `end` if none does."""
    match = _BEHIND_A_TITLE.search(text, start, end)
    return match.start() if match and len(text[start : match.start()].split()) > FEWEST else end


def glued_opening(words: str) -> int:
    """Where a lead begins that is glued to the title before it: "… for 2024-2026Thanh Hoa (VNA) –"; 0 if none is."""
    if not any(sign in words for sign in ("(", " -", " –", " —")):
        return 0
    match = _GLUED.search(words, 0, LONGEST_TITLE)
    return match.start() if match and not re.search(r"[.!?]\s", words[: match.start()]) else 0


_BEFORE_A_TITLE = re.compile(
    rf"(?:\[\s*{_MARK}\s*\]|\(\s*{_MARK}\s*\)|{_MARK}(?=\s*[|–—-]\s))\s*[|:–—-]?\s*(?=\w{{2}})"
)
_BEHIND_A_TITLE = re.compile(
    rf"\s+(?:\|\s*[^|]{{2,50}}|[-–—»]\s+(?:{_MARK}|(?:Báo|Cổng|Trang|Đài|Tạp chí)\s[^|]{{2,50}}|"
    r"[^|–—-]{0,30}\b(?:Online|News|Times|Portal|Newspaper|điện tử)))\s*$"
)
LONGEST_TITLE, FEWEST = 260, 3
_GLUED = re.compile(
    rf"(?:(?<=[{LOWER}0-9”\"’)])|"
    rf"(?<=[\w”\"’)] [–—-] ))(?=(?:[{UPPER}][\w.'’ -]{{1,38}}?\s*)?\(\s*{_MARK}\s*\)\s*[–—-])|"
    rf"(?<=[{LOWER}0-9”\"’])(?=\(\s*(?:{_MARK}\s*\)|{_ANY_MARK}\s*\)\s*[–—-])|"
    rf"(?:{_MARK}|[A-ZĐ]{{2,8}})(?:\.VN| Online)?\s+[–—-]\s+[{UPPER}])"
)


def closing(text: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """The marks with which an article closes, the last first: start, end, agency ("" for a mere sign)."""
    found: list[tuple[int, int, str]] = []
    for _ in range(3):
        for pattern in _CLOSINGS:
            window = max(start, end - 60)
            match = pattern.search(text[window:end])
            if match and window + match.start() > start:
                words = match[0]
                at = window + match.start() + len(words) - len(words.lstrip())
                found.append((at, end, match.groupdict().get("name") or ""))
                end = window + match.start()
                end = start + len(text[start:end].rstrip())
                break
        else:
            break
    return found


def byline(line: str) -> str:
    """The author, if a line is a byline with its word ("By", "Bài, ảnh:")."""
    if len(line) > 90 or "|" in line:
        return ""
    if _STAFF.fullmatch(line):
        return line.strip()
    line = _TRANSLATED.sub("", line)
    match = BYLINE.fullmatch(line)
    if match and _capitals(match["who"]):
        return match["who"].strip()
    if _BYLINE_COLON.fullmatch(line):
        who = line.split(":", 1)[1].strip(" .()")
        return who if who[:1].isupper() and len(who.split()) <= 8 else ""
    return ""


def _capitals(who: str) -> bool:
    return all(word[:1].isupper() or word in ("and", "và", "et") for word in re.findall(r"[^\W\d_]+", who))


def bare_name(line: str) -> str:
    """The name, if a line is nothing but a name, in capitals or not."""
    if not 4 <= len(line) <= 48 or any(c.isdigit() for c in line):
        return ""
    match = NAME_LINE.fullmatch(line)
    return match["who"].strip() if match and len(line.split()) <= 6 else ""
