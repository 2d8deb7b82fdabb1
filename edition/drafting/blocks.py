"""Proposing blocks: which lines of an article are its own, and which stood around it on the page.

The rules know what news pages in English and Vietnamese put around an article. They propose; the editor decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_TITLE = 200
LONGEST_MARK = 60

DATE_STAMP = re.compile(r"\s*date:? \d{4}-\d{2}-\d{2}\b", re.IGNORECASE)
OPENING_MARK = re.compile(r"(?P<mark>\S[^.!?:;,]{0,58}?\s?[—–-])\s+(?=[\"“‘'(]?[A-ZĐÀ-Ỹ])")
CLOSING_MARK = re.compile(r"(?P<mark>\./\.|(?<=[.!?”\"])\s*(?:[—–-]\s*[A-ZĐ]{2,5}(?:/[A-ZĐ]{2,5})?|/\.))\s*$")
AGENCY_LINE = re.compile(r"\(?(?:VNA|VNS|VNP|VOV|TTXVN|KPL|ĐBP|SGGP|NDO|VGP|QĐND|BNEWS)(?:/[A-Z]{2,6})?\)?\.?")
AGENCY = re.compile(r"\b(?:VNA|VNS|VNP|VOV|TTXVN|KPL|ĐBP|SGGP|NDO|VGP|QĐND|BNEWS)\b")
BYLINE = re.compile(r"(?:By|Story|Text|Author|Bài|Tác giả|Theo)\s*:?\s+[A-ZĐÀ-Ỹ][^.!?]{1,60}")
CAPTION = re.compile(r"\((?:Photo|Photos|Ảnh|Illustrative photo)\b[^)]*\)\s*$|^(?:Photo|Ảnh)\s*:", re.IGNORECASE)
SENTENCE = re.compile(r"[.!?…][”\"’)]*(?:\s*(?:[—–-]\s*[A-ZĐ/]{2,12}|\./\.|/\.))?\s*$")

HEADINGS = {
    "form": ("comment", "comments", "bình luận", "ý kiến bạn đọc", "send comment", "leave a comment"),
    "teaser": (
        *("recent news", "related news", "related", "see more", "read more", "more news", "other news", "most read"),
        *("tin liên quan", "tin cùng chuyên mục", "tin khác", "đọc nhiều", "xem thêm", "có thể bạn quan tâm"),
    ),
    "navigation": ("top", "tags", "share", "print", "home", "making news", "news", "trang chủ", "chia sẻ", "in bài"),
}
REASONS = {
    "form": "The web page's comment form, no part of the article",
    "teaser": "Pointers to other articles of the page, no part of this one",
    "navigation": "The web page's navigation, no part of the article",
    "other-story": "Stands behind the article's end; another story",
    "end-mark": "The agency's end mark",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed block: `text[start:end]`, its label, and why it is set aside if it is."""

    label: str
    start: int
    end: int

    @property
    def reason(self) -> str:
        """Why the block is set aside; empty for a kept one."""
        return REASONS.get(self.label, "")


def propose(text: str) -> tuple[Proposal, ...]:
    """Label every line of an article that is not blank; together the proposals hold all of its text."""
    found: list[Proposal] = []
    around = ""
    ended = False
    for start, end in _lines(text):
        line = text[start:end]
        heading = _heading(line)
        has_body = any(p.label == "body" for p in found)
        if heading and (has_body or heading == "navigation"):
            around = heading if has_body else ""
            found.append(Proposal(heading, start, end))
        elif around:
            found.append(Proposal(around, start, end))
        elif ended:
            found.append(Proposal("other-story", start, end))
        else:
            found += _parts(text, start, end, first=not any(p.label in ("title", "body") for p in found))
            ended = has_body and bool(AGENCY_LINE.fullmatch(line))
    return tuple(_merged(found))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\r\n]+", text):
        line = match[0]
        if line.strip():
            yield match.start() + len(line) - len(line.lstrip()), match.start() + len(line.rstrip())


def _heading(line: str) -> str:
    word = line.strip(" :•*#-").casefold()
    return next((label for label, words in HEADINGS.items() if word in words), "")


def _parts(text: str, start: int, end: int, *, first: bool) -> Iterator[Proposal]:
    """Cut a line of the article into stamp, mark, words and closing mark."""
    if stamp := DATE_STAMP.match(text, start, end):
        yield Proposal("date", start, stamp.end())
        start = stamp.end() + len(text[stamp.end() : end]) - len(text[stamp.end() : end].lstrip())
    line = text[start:end]
    if not line:
        return
    if AGENCY_LINE.fullmatch(line):
        yield Proposal("agency", start, end)
    elif BYLINE.fullmatch(line):
        yield Proposal("byline", start, end)
    elif CAPTION.search(line):
        yield Proposal("caption", start, end)
    elif first and len(line) <= LONGEST_TITLE and not SENTENCE.search(line):
        yield Proposal("title", start, end)
    else:
        yield from _body(text, start, end)


def _body(text: str, start: int, end: int) -> Iterator[Proposal]:
    mark = OPENING_MARK.match(text, start, end)
    if mark and len(mark["mark"]) <= LONGEST_MARK and _is_mark(mark["mark"]):
        yield Proposal("agency" if AGENCY.search(mark["mark"]) else "dateline", start, mark.end("mark"))
        start = mark.end()
    closing = CLOSING_MARK.search(text[start:end])
    if closing is None:
        yield Proposal("body", start, end)
        return
    at = end - len(closing["mark"].strip())
    yield Proposal("body", start, start + len(text[start:at].rstrip()))
    yield Proposal("end-mark" if "/." in closing["mark"] else "agency", at, end)


def _is_mark(mark: str) -> bool:
    """A dateline is in capitals or names an agency: "ĐẮK LẮK —", "Hanoi (VNA) –"; "He said - " is neither."""
    words = mark.rstrip("—–- ")
    return words.isupper() or bool(AGENCY.search(words))


def _merged(proposals: list[Proposal]) -> Iterator[Proposal]:
    """Neighbours that are set aside for the same reason are one block."""
    waiting: Proposal | None = None
    for proposal in proposals:
        if waiting and waiting.reason and waiting.label == proposal.label:
            waiting = Proposal(waiting.label, waiting.start, proposal.end)
            continue
        if waiting:
            yield waiting
        waiting = proposal
    if waiting:
        yield waiting
