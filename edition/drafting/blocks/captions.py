"""Captions: lines that stand under a picture."""

from __future__ import annotations

import re

from edition.drafting.rules import UPPER, either, rules

_CAPTION = rules("pages")["caption"]
_SIGNS = re.compile(either(_CAPTION["contains"]), re.IGNORECASE)
_PRESENT = re.compile(
    rf"(?!(?:They|It|He|She|Some|This|These|There|If|When|In|On|At|Under|According|Also|Both)\b)(?=[{UPPER}])"
    rf"(?:[^\s.;:!?]+\s+){{1,24}}?(?<!to )(?<!will )(?<!can )(?<!should )(?<!who )(?<!which )(?<!that )(?<!would "
    rf")(?<!the )(?<!must )(?<!may )(?<!not )(?<!of )"
    rf"{either(_CAPTION['present'])}\b"
)
_PLACE = re.compile(
    rf"(?:{either(_CAPTION['past_place'])}|\b(?:at|during|after|before|following|of|from) (?:the|a|an|their)"
    rf"(?: [\w-]+){{0,3}}? {either(_CAPTION['occasion_en'])}(?: (?:in|between|with|on)\b[^.;]{{0,60}})?)\W*$",
    re.IGNORECASE,
)
_SCENE = re.compile(
    rf"{either(_CAPTION['seen_vi'])}\b[^.;!?]*?(?<![\w-]){either(_CAPTION['does_vi'])}(?![\w-])[^.;!?]*\.?",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|is|are|has|had|have|said|will|would|could|can|should|also|while|held|took|paid|went|\w{2,}ed)\b"
)
_VIETNAMESE_PROSE = re.compile(
    r"\b(?:đã|sẽ|cho biết|nhấn mạnh|khẳng định|cũng|theo đó|đề nghị|mong muốn|mong|thống nhất|nhất trí|cam kết|"
    r"diễn ra|\d+|có sự|gồm|là|về|vì|để|"
    r"tiếp tục|bày tỏ|đánh giá|cảm ơn|hy vọng|được|nhằm|từng|luôn|mỗi|trị giá|trị giá|triệu|tỷ|giúp|giai đoạn|như)\b",
    re.IGNORECASE,
)
_VIETNAMESE_START = re.compile(
    r"(?:quang cảnh|toàn cảnh|các đại biểu|lãnh đạo|đại diện|hai bên|đoàn đại biểu|đồng chí|ông|bà|đ/c|lễ ký|phó|"
    r"chủ tịch|bí thư|cán bộ|bộ đội|sinh viên)\b",
    re.IGNORECASE,
)
CREDIT = re.compile(
    r"[(\[]\s*(?:photos?|ảnh|source|nguồn|illustrative photo|ảnh minh họa|file photo|ảnh tư liệu|"
    r"crédit photo)\b\s*[:\s][^)\]\n]{0,60}[)\]]",
    re.IGNORECASE,
)
_CREDIT_ALONE = re.compile(
    r"[(\[]?\s*(?:photos?|pictures?|ảnh|nguồn ảnh|crédit(?: photo)?)\s*:\s*[^.;\n]{1,60}[)\]]?\s*\.?$",
    re.IGNORECASE,
)
FEW = 70
LONGEST, LONGEST_PLAIN, LONGEST_SCENE = 420, 230, 120


def is_caption(line: str) -> bool:
    """Whether a line shows by its own words that it is a caption."""
    if len(line) > LONGEST:
        return False
    if re.match(r"(?:photos?|ảnh|picture|image|hình ảnh|caption)\b[^:]{0,20}:", line, re.IGNORECASE):
        return True
    if _NUMBERED.search(line) and len(line) <= LONGEST_PLAIN:
        return True
    folded = line.casefold()
    if not any(sign in folded for sign in _CAPTION["contains"]):
        return False
    sign = _SIGNS.search(line)
    return sign is not None and (len(line) <= 300 or sign.end() > len(line) - 60)


def may_be_caption(line: str) -> bool:
    """Whether a short sentence reads like a caption: the present tense, or a person at an event and nothing else."""
    if len(line) > LONGEST_PLAIN or ". " in line or _END_MARK.search(line):
        return False
    match = _PRESENT.match(line)
    if match and not _PAST.search(line, 0, match.end()) and not re.search(r"\b(?:is|are|was|were|said|will)\b", line):
        return True
    if len(line) <= LONGEST_SCENE and _SCENE.fullmatch(line) and not _VIETNAMESE_PROSE.search(line):
        return True
    place = _PLACE.search(line)
    if place is None or _VIETNAMESE_PROSE.search(line) or _PASSIVE.search(line):
        return False
    return len(line) < 130 or _VIETNAMESE_START.match(line) is not None


_NUMBERED = re.compile(r"\w (?:ảnh|hình|photo) \d{1,2}$", re.IGNORECASE)  # "… ký kết hợp tác ảnh 1"
_CREDIT_BEHIND = re.compile(r"\b(?:photos?|ảnh|source|nguồn|crédit photo)\s*:[^.;:\n]{1,60}\.?\s*$", re.IGNORECASE)
_END_MARK = re.compile(r"/\.?\s*$")
_PASSIVE = re.compile(r"\b(?:was|were|has|have|had|will|also)\b")


def at_an_occasion(line: str) -> bool:
    """Whether a line ends with an occasion, as what is said of a picture does: "Delegates at the meeting"."""
    return _PLACE.search(line) is not None


def is_credit(line: str) -> bool:
    """Whether a line is nothing but a picture's credit."""
    return CREDIT.fullmatch(line) is not None or _CREDIT_ALONE.match(line) is not None


def credits_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where pictures' credits stand: whoever is named in them took no part."""
    found = [match.span() for match in CREDIT.finditer(text, start, end)]
    at = text.rfind(":", start, end)
    alone = _CREDIT_BEHIND.search(text, max(start, at - 20), end) if at >= 0 else None
    return [*found, alone.span()] if alone else found


def glued_credit(line: str) -> int:
    """Where the article's words begin behind a caption's credit in the middle of a line; 0 if there is none."""
    match = CREDIT.search(line)
    if match is None:
        return 0
    rest = line[match.end() :]
    begins = match.end() + len(rest) - len(rest.lstrip(" ."))
    return begins if len(line) - begins > 40 and (line[begins].isupper() or line[begins] == "(") else 0
