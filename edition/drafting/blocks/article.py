"""Which lines are the article, which stood around it, and where another story begins."""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from edition.drafting.blocks import captions, marks
from edition.drafting.blocks.corrections import is_correction
from edition.drafting.blocks.cutting import around_a_title, paragraph
from edition.drafting.blocks.elsewhere import is_another_subject, points_elsewhere
from edition.drafting.blocks.heads import (
    caption_pictures,
    cut_short,
    dates_the_page,
    dates_the_story,
    find_lead,
    find_title,
    headline,
    marked,
    opens_with_a_date,
    title_like,
    unmarked,
)
from edition.drafting.blocks.lines import Line, lines, overlap
from edition.drafting.blocks.piece import REASONS, Piece, aside

LEAST_LIKE, SAME = 0.3, 0.7
FEW, LONG = 2, 12
SHORTEST_REPEAT, SUBHEADING = 25, 9


_SENTENCE = re.compile(
    r"(?:The|On|In|At|This|These|They|He|She|It|Under|After|During|According|Following|Earlier|Meanwhile|Previously|Both)\b"
    r".*\b(?:was|were|has|have|had|will|would|said|\w{3,}ed)\b|(?=.{60}).*\b(?:đã|sẽ|cho biết|đang)\b"
)


class Story(Struct):
    """A story of the file, and what is known of it while it is read: the words it may hold, and those it has told."""

    vocabulary: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    lead: Line | None = None
    begins: int = 0
    ended: bool = False
    prose: int = 0
    labels: set[str] = field(default_factory=set)


def label(text: str) -> tuple[Piece, ...]:
    """Label every line of a text that is not blank, or cut it; each story has its number."""
    found = lines(text)
    caption_pictures(found)
    cut_short(found)
    return _Labeller(found).run()


class _Labeller:
    """Goes through the lines once, from the head of a story to its end."""

    def __init__(self, found: list[Line]) -> None:
        self.lines = found
        self.pieces: list[Piece] = []
        self.story = 1
        self.seen: dict[str, str] = {}
        self.current = Story()

    def run(self) -> tuple[Piece, ...]:
        lead = find_lead(self.lines, 0)
        if lead is None:
            return tuple(self._without_article())
        at = self._head(0, lead)
        while at < len(self.lines):
            at = self._line(at)
        return tuple(self.pieces)

    # The head: what stands before the lead

    def _head(self, start: int, lead: int) -> int:
        """Label what stands before the lead, then the lead; the next line's number is returned."""
        if (true_lead := headline(self.lines, start, lead)) is not None:
            self.lines[lead].is_no_prose()
            lead = true_lead
        following = [
            self.lines[i]
            for i in range(lead, min(lead + 12, len(self.lines)))
            if self.lines[i].prose and not (i > lead and self.lines[i].near and title_like(self.lines[i - 1]))
        ]
        ends = next((n for n, line in enumerate(following, 1) if marks.closing(line.text, line.start, line.end)), 6)
        reference = frozenset().union(*(line.vocabulary() for line in following[: min(ends, 6)]))
        title = find_title(self.lines, start, lead, reference)
        self.current = Story(lead=self.lines[lead], begins=lead, vocabulary=reference)
        for i in range(start, lead):
            line = self.lines[i]
            if i == title:
                self._title(line)
            elif line.label == "stamp":
                own = dates_the_story(self.lines, start, i, title, lead)
                self._put(
                    line,
                    "date" if own else "navigation",
                    "" if own else "The clock of the web page, or the date of something else",
                )
            elif line.label == "agency":
                own = title is not None and (i > title or marks.is_paper(line.words))
                self._put(line, "agency" if own else "navigation")
            elif line.label in ("byline", "caption"):
                self._put(line, line.label)
            elif line.label == "credit":
                self._put(line, "agency")
            elif line.label == "teaser-heading":
                self._put(line, "navigation" if title is None or i < title else "teaser")
            elif line.label != "text":
                self._put(line, line.label)
            else:
                self._short_of_head(line, i, title, reference)
        return self._line(lead, first=True)

    def _short_of_head(self, line: Line, i: int, title: int | None, reference: frozenset[str]) -> None:
        behind = title is not None and i > title
        if title is not None and line.key == self.lines[title].key:
            self._put(line, "repeat", "The title, printed a second time")
        elif behind and marks.bare_name(line.words) and len(line.words.split()) >= 2 and overlap(line, reference) < 0.5:
            self._put(line, "byline")
        elif behind and (captions.may_be_caption(line.words) or line.after_image):
            self._put(line, "caption")
        elif behind and (line.prose or self._sums_up(line, self.lines[title or 0], reference)):
            self._put(line, "body")
        elif len(line.words.split()) <= 3:
            self._put(line, "navigation", "Name of the web site or of one of its sections")
        else:
            self._put(line, "teaser" if len(line.words.split()) > 4 else "navigation")

    @staticmethod
    def _sums_up(line: Line, title: Line, reference: frozenset[str]) -> bool:
        """Whether a line between title and lead speaks of the same: the summary that papers set in bold."""
        least = LEAST_LIKE / 2 if len(line.words.split()) >= LONG else LEAST_LIKE
        return overlap(line, reference | title.vocabulary()) >= least

    # The article

    def _line(self, at: int, *, first: bool = False) -> int:
        """Label a line; the next line's number is returned."""
        line = self.lines[at]
        if not first and self._begins_a_story(at):
            return self._new_story(at)
        if line.label in ("navigation", "form") and self._heads_a_table(at):
            line.label = "text"
        if line.label in ("navigation", "form", "injection"):
            self._put(line, line.label)
            self.current.ended = self.current.ended or (
                line.label != "injection" and self.current.prose >= FEW and self._last(at)
            )
        elif line.label == "teaser":
            self._put(line, "teaser")
        elif line.label == "teaser-heading":
            return self._teasers(at)
        elif line.label == "stamp":
            own = line.whose == "published" or (not line.whose and (not self.current.ended or self._closes()))
            self._put(line, "date" if own and not self._has("date") else "navigation")
        elif line.label == "agency":
            self._put(line, "agency")
            self.current.ended = True
        elif line.label in ("byline", "credit"):
            self._put(line, "byline" if line.label == "byline" else "agency")
            self.current.ended = self.current.ended or (self.current.prose >= FEW and self._last(at))
        elif line.label == "caption" or (line.after_image and not first and self._under_an_image(line)):
            self._repeated_or(line, "caption")
        elif line.prose or first:
            return self._prose(at, first=first)
        else:
            return self._short(at)
        return at + 1

    def _prose(self, at: int, *, first: bool) -> int:
        line = self.lines[at]
        story = self.current
        if not first and story.lead and self._same(line, story.lead):
            self._put(line, "repeat", "The lead, printed a second time")
        elif not first and len(line.key) >= SHORTEST_REPEAT and (line.key in self.seen or unmarked(line) in self.seen):
            self._put(line, "repeat")
        elif not first and line.bullet and story.ended:
            self._put(line, "teaser")
        elif (
            not first and story.ended and not is_correction(line.words) and overlap(line, story.vocabulary) < LEAST_LIKE
        ):
            self._put(line, "other-story", "Stands behind the article's end")
        elif not first and not marked(self.lines[at]) and (captions.may_be_caption(line.words) or self._doubled(at)):
            self._repeated_or(line, "caption")
        else:
            self._body(line)
        return at + 1

    @staticmethod
    def _under_an_image(line: Line) -> bool:
        short = len(line.words) < captions.LONGEST_PLAIN
        return short and (not line.prose or captions.may_be_caption(line.words))

    def _doubled(self, at: int) -> bool:
        """Whether the next line says the same: pages print captions twice."""
        line = self.lines[at]
        if at + 1 >= len(self.lines) or len(line.words) > captions.LONGEST_PLAIN:
            return False
        return line.key == self.lines[at + 1].key

    def _short(self, at: int) -> int:
        """A line behind the lead that is no sentence: a name, a caption, a subheading, a pointer elsewhere."""
        line = self.lines[at]
        story = self.current
        words = line.words
        last = self._last(at)
        like = overlap(line, story.vocabulary)
        if self.seen.get(line.key) == "title":
            self._put(line, "repeat", "The title, printed a second time")
        elif "|" in words:
            self._put(line, "body" if not story.ended and any(c.isalnum() for c in words) else "navigation")
        elif (
            marks.bare_name(words)
            and last
            and not self._has("byline")
            and 2 <= len(words.split()) <= 6
            and (like < 0.7 or self._page_goes_on(at))
        ):
            self._put(line, "byline")
            story.ended = True
        elif captions.may_be_caption(words) and not story.ended:
            teased = line.near and at and self.lines[at - 1].label in ("teaser", "teaser-heading")
            self._repeated_or(line, "teaser" if teased else "caption")
        elif line.key in self.seen:
            self._put(line, "repeat")
        elif not story.ended and not line.bullet and points_elsewhere(self.lines, at):
            self._put(line, "teaser")
        elif not story.ended and not line.bullet and like >= LEAST_LIKE / 2 and _SENTENCE.match(words):
            self._body(line)  # a sentence that has lost its full stop
        elif story.ended or (line.bullet and like < 0.5) or (last and at + 1 < len(self.lines) and like < 0.6):
            self._put(line, "teaser" if len(words.split()) > 3 else "navigation")
        elif len(words.split()) <= SUBHEADING and (like >= LEAST_LIKE or not last):
            self._body(line)
        else:
            self._put(line, "body" if like >= 0.5 or line.bullet else "teaser")
        return at + 1

    def _heads_a_table(self, at: int) -> bool:
        """Whether a row of menu words heads a table of the article: rows with figures follow."""
        rows = [line.words for line in self.lines[at : at + 2] if line.words.startswith("|")]
        inside = self.current.prose > 0 and not self.current.ended
        return inside and len(rows) == 2 and any(map(str.isalpha, rows[0])) and any(map(str.isdigit, rows[1]))

    def _last(self, at: int) -> bool:
        """Whether no prose of the article follows a line, but for a correction."""
        following = self.lines[at + 1 : at + 4]
        return not any(line.prose and not line.bullet and not is_correction(line.words) for line in following)

    def _closes(self) -> bool:
        """Whether the article's own last words stand before a line, and nothing of the page."""
        return bool(self.pieces) and self.pieces[-1].label in ("body", "agency", "byline", "end-mark", "repeat")

    def _page_goes_on(self, at: int) -> bool:
        """Whether the page's own words follow, or nothing: what stands before is the article's last line."""
        return at + 1 >= len(self.lines) or self.lines[at + 1].label not in ("text", "caption", "stamp")

    def _teasers(self, at: int) -> int:
        """A heading of pointers, and the pointers; the article goes on where prose speaks of it again."""
        self._put(self.lines[at], "teaser")
        at += 1
        short = False
        while at < len(self.lines):
            line = self.lines[at]
            if self._begins_a_story(at, among_teasers=True):
                return at
            if line.label in ("navigation", "form", "injection"):
                self._put(line, line.label)
                self.current.ended = self.current.ended or line.label == "form"
            elif (line.prose and not line.bullet and not self.current.ended and self._goes_on(at, short)) or (
                line.label in ("caption", "byline", "agency", "credit") and not self.current.ended
            ):
                return at
            elif not self._has("date") and dates_the_page(self.lines, at):
                self._put(line, "date")
            else:
                short = short or (line.label == "text" and not line.prose)
                self._put(line, "teaser")
            at += 1
        return at

    def _goes_on(self, at: int, short: bool) -> bool:
        return not marked(self.lines[at]) and overlap(self.lines[at], self.current.vocabulary) >= (
            0.25 if short else 0.3
        )

    # Further stories

    def _begins_a_story(self, at: int, *, among_teasers: bool = False) -> bool:
        """Whether a line is another story's title: a lead with a mark or a stamp follows, or the last story ended."""
        line = self.lines[at]
        if not title_like(line) or not self.current.prose:
            return False
        if line.bullet and not (at + 1 < len(self.lines) and self.lines[at + 1].prose and self.lines[at + 1].near):
            return False
        if marks.bare_name(line.words) and not self.current.ended:
            return False
        stamped, prose, lead = False, 0, None
        for i in range(at + 1, min(at + 12, len(self.lines))):
            other = self.lines[i]
            if other.prose and not other.bullet:
                lead = i if lead is None else lead
                prose += 1
            elif other.label == "stamp" and lead is None:
                stamped = True
            elif (
                other.label in ("text", "teaser", "teaser-heading")
                and (lead is None or among_teasers)
                and other.key != line.key
            ):
                break
        if lead is None or (among_teasers and prose < 2):
            return False
        again = self.current.lead is not None and self._same(self.lines[lead], self.current.lead)
        story = self.current
        if not again and is_another_subject(self.lines, at, lead, story.told, story.begins, story.prose):
            return True
        caption = captions.may_be_caption(line.words) and overlap(line, self.current.told) >= LEAST_LIKE
        opens = not again and (marked(self.lines[lead]) or (opens_with_a_date(self.lines[lead]) and not caption))
        if self.current.ended:
            return opens or (not caption and (stamped or prose >= 2 or len(self.lines[lead].words) > 150))
        return opens or stamped

    def _new_story(self, at: int) -> int:
        lead = find_lead(self.lines, at)
        if lead is None:
            return self._short(at)
        self.story += 1
        return self._head(at, lead)

    # Putting pieces down

    def _title(self, line: Line) -> None:
        """The title, without what is glued to it."""
        before, behind = around_a_title(line)
        self.pieces += (replace(piece, story=self.story) for piece in before)
        self._put(line, "title")
        self.pieces += (replace(piece, story=self.story) for piece in behind)

    def _body(self, line: Line) -> None:
        """A paragraph of the article."""
        cut = paragraph(line)
        self.pieces += (replace(piece, story=self.story) for piece in cut)
        self.current.ended = self.current.ended or cut[-1].label != "body"
        self.current.prose += 1
        self.current.told |= line.vocabulary()
        self.seen.setdefault(line.key, "body")
        self.seen.setdefault(unmarked(line), "body")
        if self.current.prose > 1:
            self.current.vocabulary |= line.vocabulary()

    def _repeated_or(self, line: Line, label: str) -> None:
        key = line.key
        if len(key) >= SHORTEST_REPEAT and key in self.seen:
            self._put(line, "repeat")
        else:
            self._put(line, label)

    def _put(self, line: Line, label: str, reason: str = "") -> None:
        key = line.key
        if (
            label in ("caption", "title")
            and key in self.seen
            and len(key) >= SHORTEST_REPEAT
            and self.seen[key] != "teaser"
        ):
            label = "repeat"
        self.seen.setdefault(key, label)
        self.current.labels.add(label)
        if label in REASONS:
            self.pieces.append(Piece(label, line.start, line.end, reason or REASONS[label], self.story))
        else:
            self.pieces.append(Piece(label, line.start, line.end, "", self.story))

    def _has(self, label: str) -> bool:
        return label in self.current.labels

    @staticmethod
    def _same(one: Line, other: Line) -> bool:
        if unmarked(one) == unmarked(other):
            return True
        a, b = one.vocabulary(), other.vocabulary()
        return bool(a) and bool(b) and len(a & b) / len(a | b) >= SAME

    def _without_article(self) -> list[Piece]:
        """A page without any prose: nothing of it is kept."""
        found = []
        for line in self.lines:
            label = {"teaser-heading": "teaser"}.get(line.label, line.label)
            label = label if label in REASONS else "navigation"
            found.append(aside(label, line.start, line.end))
        return found
