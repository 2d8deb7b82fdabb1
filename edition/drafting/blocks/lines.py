"""Cutting a text into lines, each with what it shows by itself; what a line means beside others is decided later."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from msgspec import Struct

from edition.drafting.blocks import captions, furniture, marks, orders, stamps
from edition.drafting.dates import When, dates
from edition.drafting.rules import key, rules, words

_TERMINAL = re.compile(r"[.!?…:;][*_”\"’')\]]*\s*$")
_BULLET = re.compile(rf"\s*(?!\*\*)(?:[{re.escape(rules('pages')['bullets'])}]|[-–—]\s|\d{{1,2}}[.)]\s)")
_TITLE_LABEL = re.compile(r"(?:Title|Headline|Tiêu đề|Titre)\s*:\s*(?=\S)")
_DATED = re.compile(
    r"[\w”\"’)]\s*\(\s*(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|[A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)[^()]{0,8}\)$"
)
_DATED_WITH_YEAR = re.compile(r"(?<=[\w”\"’)])\s+\(\d{1,2}([/.-])(?:[1-9]|0[1-9]|1[0-2])\1(?:19|20)\d\d\)$")
_TAGS = re.compile(r"((?:</?[a-z][^<>]{0,200}>\s*)*)(.*?)((?:\s*</?[a-z][^<>]{0,200}>)*)$", re.IGNORECASE)
_COMMON = words(rules("pages")["common"])
_WORDS = re.compile(r"[^\W\d_]+")
_JOINTS = "|•·>»›/–—-,"
SHORTEST_PROSE, LONGEST_TITLE, LONGEST_KEY, SHORTEST_OPEN = 6, 260, 600, 25
WRAP, WIDEST, SLACK, FEWEST_FULL, MOST_FULL = 50, 132, 3, 3, 0.55
LONGEST_CELL, LONGEST_BULLET, FEWEST_CAPITALS = 120, 170, 3
HEAD, MOST_WORDS = 12, 10


class Line(Struct):
    """A line of the article's text without the white space around it.

    `label` is what it shows by itself ("text" if nothing), `when` the date of a stamp and `whose` it is.
    """

    text: str
    start: int
    end: int
    label: str = "text"
    near: bool = False
    bullet: bool = False
    when: When | None = None
    whose: str = ""
    after_image: bool = False
    _names: frozenset[str] | None = None
    _prose: bool | None = None

    @property
    def key(self) -> str:
        """The line as a key: two lines with the same say the same."""
        return key(self.words[:LONGEST_KEY])

    @property
    def words(self) -> str:
        """The line's characters."""
        return self.text[self.start : self.end]

    @property
    def weekday(self) -> bool:
        """Whether a stamp names the day of the week, as the clocks of pages do."""
        return stamps.names_weekday(self.words)

    @property
    def prose(self) -> bool:
        """Whether it reads like sentences, not like a heading."""
        if self.label != "text":
            return False
        if self._prose is None:
            self._prose = self._reads_like_prose()
        return self._prose

    def is_no_prose(self) -> None:
        """Take the line for a heading, whatever its end."""
        self._prose = False

    def _reads_like_prose(self) -> bool:
        words = self.words
        if "|" in words and words.count("|") >= 2:
            return False
        ends = marks.closing(self.text, self.start, self.end)
        kept = self.text[self.start : ends[-1][0]] if ends else words
        if len(kept.split()) < SHORTEST_PROSE and not ends:
            return len(kept) > LONGEST_TITLE
        return bool(ends) or _TERMINAL.search(kept) is not None or len(kept) > LONGEST_TITLE

    def vocabulary(self) -> frozenset[str]:
        """Its telling words: names, and words of some length, as keys."""
        if self._names is None:
            found = _WORDS.findall(self.words[:1500])
            pairs = (a + b for a, b in itertools.pairwise(found))
            told = (*(w for w in found if w[0].isupper() or len(w) > 4), *(pairs if self._syllabic() else ()))
            self._names = frozenset(key(word) for word in told) - _COMMON
        return self._names

    def _syllabic(self) -> bool:
        return sum(c in "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữự" for c in self.words) > 4


def overlap(line: Line, others: frozenset[str]) -> float:
    """Which share of a line's telling words stands among others."""
    own = line.vocabulary()
    return len(own & others) / len(own) if own else 0.0


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, hard-wrapped ones joined, each with what it shows by itself."""
    found: list[Line] = []
    after_image = False
    for line in _joined(list(_raw(text))):
        for piece in _cut(line):
            piece.after_image = after_image
            after_image = False
            _look(piece)
            if piece.label == "image":
                piece.label, after_image = "navigation", True
            found.append(piece)
    return found


def _raw(text: str) -> Iterator[Line]:
    near = False
    for match in re.finditer(r"[^\n]*\n?", text):
        words = match[0]
        if not words.strip():
            near = False
            continue
        start = match.start() + len(words) - len(words.lstrip())
        yield Line(text, start, match.start() + len(words.rstrip()), near=near)
        near = True


def _joined(found: list[Line]) -> list[Line]:
    """Join lines that a program wrapped."""
    width = _width(found)
    joined: list[Line] = []
    last = found[0] if found else None
    for line in found:
        before = joined[-1] if joined and line.near else None
        if before and last and not _alone(line) and not _alone(last) and _goes_on(before, last, line, width):
            before.end = line.end
        else:
            joined.append(Line(line.text, line.start, line.end, near=line.near))
        last = line
    return joined


def _in_capitals(line: Line) -> bool:
    """Whether a line is part of a heading in capitals, which pages break where they like."""
    words = line.words
    return words.isupper() and len(words.split()) >= FEWEST_CAPITALS and len(words) <= WIDEST and "|" not in words


def _width(found: list[Line]) -> int:
    """The width at which a program wrapped the text, 0 if none did: lines end where the next word had no room."""
    lengths = [line.end - line.start for line in found if "|" not in line.words]
    width = max(lengths, default=0)
    if not WRAP <= width <= WIDEST:
        return 0
    pairs = [(a, b) for a, b in itertools.pairwise(found) if b.near and not _TERMINAL.search(a.words)]
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if full >= FEWEST_FULL and full >= len(pairs) * MOST_FULL else 0


def _is_full(line: Line, following: Line, width: int) -> bool:
    word = following.words.split(maxsplit=1)[0]
    return line.end - line.start + 1 + len(word) > width - SLACK


def _goes_on(before: Line, last: Line, line: Line, width: int) -> bool:
    """Whether a line goes on with the sentence before it: no room was left for it, or it goes on in small letters."""
    if _in_capitals(last) and _in_capitals(line):
        return not (_TERMINAL.search(last.words) or furniture.furniture(last.words) or furniture.furniture(line.words))
    if width:
        return _is_full(last, line, width) and not (stamps.find(last.words) or marks.agency_line(last.words))
    if before.start == last.start and _opens_a_title(before) and not _TERMINAL.search(line.words):
        return len(line.words) <= LONGEST_CELL
    open_ = not _TERMINAL.search(before.words)
    return open_ and line.words[:1].islower() and len(before.words) > SHORTEST_OPEN


def _opens_a_title(line: Line) -> bool:
    """Whether a line near the text's beginning is a title's first half, with the second on the next: "A and B:"."""
    words = line.words
    few = FEWEST_FULL <= len(words.split()) <= MOST_WORDS and "." not in words
    return few and words.endswith(":") and line.text.count("\n", 0, line.start) < HEAD


def _alone(line: Line) -> bool:
    words = line.words
    return bool(
        _BULLET.match(words)
        or words.startswith(("|", "!", "#", ">"))
        or stamps.stamp(words)
        or furniture.heading(words)
        or marks.byline(words)
        or marks.agency_line(words)
    )


def _cut(line: Line) -> Iterator[Line]:
    """Cut off what stands glued to a line: images, a stamp before, a caption's credit before the lead."""
    words = line.words
    tags = _TAGS.match(words) if words[0] == "<" or words[-1] == ">" else None
    if tags and (tags[1] or tags[3]):
        inner = (len(tags[1]), len(words) - len(tags[3]))
        for start, end, markup in ((0, inner[0], True), (*inner, False), (inner[1], len(words), True)):
            part = _part(line, start, end)
            part.label = "navigation" if markup else "text"
            if part.words:
                yield from (part,) if markup else _cut(part)
        return
    if cells := _cells(words):
        for start, end in cells:
            cell = _part(line, start, end)
            cell.label = "text" if any(c.isalnum() for c in cell.words) else "navigation"
            if cell.words:
                yield from _cut(cell) if cell.label == "text" and "|" not in cell.words else (cell,)
        return
    if label := _TITLE_LABEL.match(words):
        name = _part(line, 0, label.end())
        name.label = "navigation"
        yield name
        yield _part(line, label.end(), len(words))
        return
    if begins := marks.glued_opening(words):
        yield _part(line, 0, begins)
        yield _part(line, begins, len(words))
        return
    at = 0
    for start, end, alt in furniture.images(words):
        if words[at:start].strip():
            yield _part(line, at, start)
        image = _part(line, start, end)
        image.label = "image" if len(alt.split()) < 4 else "caption"
        yield image
        at = end
    while at < len(words) and words[at].isspace():
        at += 1
    if at >= len(words):
        return
    if begins := stamps.stamp_before(words[at:]):
        stamp = _part(line, at, at + begins)
        stamp.label, stamp.when, stamp.whose = "stamp", dates(stamp.words)[0], "published"
        yield stamp
        at += begins
    if dated := _DATED_WITH_YEAR.search(words[at:]):
        title, stamp = _part(line, at, at + dated.start()), _part(line, at + dated.start(), len(words))
        stamp.label, stamp.when = "stamp", dates(stamp.words)[0]
        yield from (title, stamp)
        return
    if found := stamps.find(words[at:]):
        yield from _around(line, at, found)
        return
    while begins := captions.glued_credit(words[at:]):
        caption = _part(line, at, at + begins)
        caption.label = "caption"
        yield caption
        at += begins
    yield _part(line, at, len(words))


def _cells(words: str) -> list[tuple[int, int]]:
    """Where the cells of a table's row begin and end that holds the article itself; none where it holds data."""
    if not words.startswith("|") or words.count("|") < 2:
        return []
    filled = [
        (m.start(1), m.end(1))
        for m in re.finditer(r"\|\s*([^|\s][^|]*?)\s*(?=\|)", words)
        if any(map(str.isalpha, m[1]))
    ]
    filled = [(a, b) for a, b in filled if not furniture.images(words[a:b])]
    if len(filled) != 1 and not any(b - a > LONGEST_CELL for a, b in filled):
        return []
    cuts = sorted({0, len(words), *(at for cell in filled for at in cell)})
    return list(itertools.pairwise(cuts)) if filled else []


def _around(line: Line, at: int, found: stamps.Stamp) -> Iterator[Line]:
    """A stamp, and what stands before and behind it in its line: an author, a section, a counter."""
    before = line.words[at : at + found.start].rstrip(" \t" + _JOINTS)
    behind = line.words[at + found.end :].strip(" \t" + _JOINTS)
    if before:
        yield _part(line, at, at + len(before))
    stamp = _part(line, at + len(before), at + found.end if behind else len(line.words))
    stamp.label, stamp.when, stamp.whose = "stamp", found.when, found.whose
    yield stamp
    if behind:
        rest = _part(line, at + found.end, len(line.words))
        rest.label = "navigation" if stamps.counter(behind) else "text"
        yield rest


def _part(line: Line, start: int, end: int) -> Line:
    words = line.words[start:end]
    begins = line.start + start + len(words) - len(words.lstrip())
    return Line(line.text, begins, line.start + start + len(words.rstrip()), near=line.near and start == 0)


def _look(line: Line) -> None:
    """Label a line by what it shows by itself."""
    if line.label != "text":
        return
    words = line.words
    line.bullet = _BULLET.match(words) is not None and len(words) < LONGEST_BULLET
    if stamps.empty_stamp(words):
        line.label = "navigation"
    elif marks.agency_line(words):
        line.label = "agency"
    elif who := marks.byline(words):
        line.label = "credit" if marks.agency_line(who) else "byline"
    elif orders.gives_orders(words):
        line.label = "injection"
    elif found := furniture.furniture(words):
        is_heading = found == "teaser" and (furniture.heading(words) == "teaser" or words.rstrip().endswith(":"))
        line.label = "teaser-heading" if is_heading else found
    elif _DATED.search(words) and not _TERMINAL.search(words[: words.rindex("(")]):
        line.label = "teaser" if len(words) < LONGEST_BULLET and len(words.split()) > SHORTEST_PROSE else "text"
    elif captions.is_caption(words) and marks.opening(line.text, line.start, line.end)[0] == line.start:
        line.label = "caption"
