"""The head of an article: where its lead begins, and which of the lines before it is its title."""

from __future__ import annotations

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Sequence

from edition.drafting.blocks import captions, marks
from edition.drafting.blocks.lines import LONGEST_KEY, LONGEST_TITLE, Line, overlap
from edition.drafting.dates import Day, dates
from edition.drafting.rules import UPPER, either, key, rules

TITLE_LIKE, WORDS_OF_A_TITLE, LEAST_SHARED, LONGEST_HEADLINE = 0.2, 5, 0.1, 170
STAMPED, LEAST_TOLD, LIKE_LONG, SHORTER = 0.15, 0.05, 0.6, 0.3
LONG_PAGE, LONGEST_NOTICE = 30, 90
"""A page of so many lines with nothing but one short sentence has no article, and says so."""
DAYS_TO_PRINT = dt.timedelta(days=5)


def find_lead(lines: Sequence[Line], start: int) -> int | None:
    """The line with which the article begins: the first prose, or the one with a mark where teasers come before."""
    prose = list(itertools.islice((i for i in range(start, len(lines)) if lines[i].prose and not lines[i].bullet), 24))
    if not prose:
        return next(
            (i for i in range(start, len(lines)) if lines[i].label == "text" and len(lines[i].words) > 150),
            None,
        )
    if len(prose) == 1:
        notice = len(lines) >= LONG_PAGE and len(lines[prose[0]].words) < LONGEST_NOTICE
        return None if notice else prose[0]
    first = prose[0]
    if _is_an_article(lines, prose):
        return first
    for i in prose[:12]:
        between = [lines[j] for j in range(first + 1, i) if lines[j].label == "text" and not lines[j].prose]
        if marked(lines[i]) and i > first and between and not marked(lines[first]):
            ref = frozenset().union(*(lines[j].vocabulary() for j in prose if j >= i and j < i + 8))
            if overlap(lines[first], ref) < 0.45 and not opens_with_a_date(lines[first]):
                return i
    for i in prose[1:8]:  # pairs of a heading and one paragraph before the article are teasers
        between = [lines[j] for j in range(prose[prose.index(i) - 1] + 1, i) if title_like(lines[j])]
        rest = [j for j in prose if j > i and j < i + 8]
        ref = frozenset().union(*(lines[j].vocabulary() for j in (i, *rest)))
        if opens_with_a_date(lines[first]):
            break
        if between and len(rest) >= 2 and len(lines[first].words) < 400 and overlap(lines[first], ref) < 0.22:
            return i
    return first


def headline(lines: Sequence[Line], start: int, lead: int) -> int | None:
    """The true lead, if what looks like one is a title that ends as a sentence does: "Who pays?", "They meet."."""
    line = lines[lead]
    if marked(line) or len(line.words) > LONGEST_HEADLINE or re.search(r"[.!?…]\s", line.words):
        return None
    if any(title_like(other) for other in lines[start:lead]):
        return None
    following = next(
        (i for i in range(lead + 1, min(lead + 6, len(lines))) if lines[i].label in ("text", "caption")), None
    )
    if following is None or not (lines[following].prose and len(lines[following].words) > len(line.words)):
        return None
    stamped = any(other.label == "stamp" for other in lines[lead + 1 : following])
    asks = re.search(r"[?!…]\W*$|\.\.\.\W*$", line.words)
    return following if asks or stamped or marked(lines[following]) else None


def _is_an_article(lines: Sequence[Line], prose: Sequence[int]) -> bool:
    """Whether paragraphs follow one another from the first prose on, with no title between: no teaser has three."""
    first = prose[0]
    following = [j for j in prose if not any(title_like(lines[k], 3) for k in range(first + 1, j))]
    spoken = frozenset().union(*(lines[j].vocabulary() for j in following[1:4]))
    return len(following) >= 3 and overlap(lines[first], spoken) >= LEAST_SHARED


def marked(line: Line) -> bool:
    """Whether a line begins with an agency's mark or a dateline."""
    return marks.opening(line.text, line.start, line.end)[0] > line.start


def opens_with_a_date(line: Line) -> bool:
    """Whether a line begins with the day of its news: "Sáng 11/11, tại", "Ngày 10/11, tại", "On June 6,"."""
    found = dates(line.words[:40])
    return (
        bool(found) and found[0].first.day is not None and _OPENING.fullmatch(line.words[: found[0].start]) is not None
    )


_OPENING = re.compile(
    r"(?:Ngày|Sáng|Chiều|Trưa|Tối|Vừa qua,|Trong (?:các |hai |\d )?ngày|On|Le|Từ)?(?:\s+nay,?)?(?:\s+ngày)?\s*\(?"
)


def unmarked(line: Line) -> str:
    """A line as a key, without the agency's mark before it."""
    return key(line.text[marks.opening(line.text, line.start, line.end)[0] : line.end][:LONGEST_KEY])


def title_like(line: Line, least: int = 4) -> bool:
    """Whether a line may be the title of an article, of so many words at least."""
    return (
        line.label == "text"
        and not line.prose
        and len(line.words) <= LONGEST_TITLE
        and len(line.words.split()) >= least
    )


def names_in(words: str) -> frozenset[str]:
    """The names in some words, as keys; none in an English heading all of whose words have capitals."""
    plain = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    if plain and words.isascii() and all(word[0].isupper() for word in plain):
        return frozenset()
    return frozenset(key(match[0]) for match in _NAME.finditer(words))


_NAME = re.compile(
    rf"[{UPPER}][\w’'-]*(?:[ -][{UPPER}][\w’'-]*)+|^[{UPPER}][\w’'-]{{3,}}(?=,)|(?<=[\w,:] )[{UPPER}][\w’'-]{{3,}}"
)


def cut_short(lines: Sequence[Line]) -> None:
    """Take for teasers the paragraphs that break off and say "Read more": they begin articles of other pages."""
    for line, following in itertools.pairwise([*lines, lines[-1]] if lines else []):
        words = line.words.rstrip("[] ")
        more = _MORE.fullmatch(following.words) is not None and following is not line
        if line.label == "text" and ((more and words.endswith(("...", "…"))) or _CUT.search(words[-60:]) is not None):
            line.label = "teaser"


_READ_ON = either(rules("pages")["read_on"])
_MORE = re.compile(rf"\W*{_READ_ON}\W*", re.IGNORECASE)
_CUT = re.compile(rf"(?:\.\.\.|…)\W*{_READ_ON}\W*$", re.IGNORECASE)


def caption_pictures(lines: Sequence[Line]) -> None:
    """Take a line for a caption if nothing but a picture's credit follows it, unless it may be the title."""
    titled = False
    for line, following in itertools.pairwise(lines):
        credited = titled and line.label == "text" and following.near and captions.is_credit(following.words)
        short = len(line.words) < captions.LONGEST_PLAIN
        few = len(line.words) < captions.FEW
        if credited and short and (few or not line.prose or captions.may_be_caption(line.words)):
            line.label = "caption"
        titled = titled or title_like(line)


def find_title(lines: Sequence[Line], start: int, lead: int, reference: frozenset[str]) -> int | None:
    """The line of the head that says most of what the article says, the nearest to it if several do."""
    best, most = None, TITLE_LIKE
    candidates = [i for i in range(start, lead) if lines[i].label == "text" and not lines[i].prose]
    strange = [i for i in range(start, lead) if lines[i].prose and overlap(lines[i], reference) < LEAST_SHARED]
    candidates = [i for i in candidates if not strange or i > strange[-1]]  # before strange prose stand its titles
    candidates = [i for i in candidates if not captions.at_an_occasion(lines[i].words)] or candidates
    named = [i for i in candidates if i - start < AT_THE_TOP and _SITE.fullmatch(lines[i].words)]
    if any(title_like(lines[i]) and overlap(lines[i], reference) > TITLE_LIKE for i in candidates if i not in named):
        candidates = [i for i in candidates if i not in named]
    for i in candidates:
        line = lines[i]
        if len(line.words) > LONGEST_TITLE or len(line.words.split()) < 3 or "|" in line.words:
            continue
        like = overlap(line, reference) * min(1.0, len(line.words.split()) / WORDS_OF_A_TITLE)
        like -= 0.5 if line.bullet and i + 1 < lead else 0
        like += STAMPED if _stamped(lines, i, lead) else 0
        longer = best is not None and len(line.words) >= LIKE_LONG * len(lines[best].words)
        if like > most + (0 if best is None or longer else SHORTER) or (
            best is not None and longer and like >= most - 0.12 and line.key != lines[best].key
        ):
            best, most = i, max(like, most)
    if best is None:
        stamped = [
            i
            for i in range(start, lead)
            if title_like(lines[i], 2) and not lines[i].bullet and _stamped(lines, i, lead)
        ]
        if stamped:
            return stamped[-1]
        head = [
            i
            for i in range(start, lead)
            if lines[i].label == "text" and len(lines[i].words.split()) >= 5 and not lines[i].bullet
        ]
        if head and (head[-1] == lead - 1 or all(lines[i].label != "text" for i in range(head[-1] + 1, lead))):
            told = overlap(lines[head[-1]], reference) > LEAST_TOLD or _stamped(lines, head[-1], lead)
            return head[-1] if told else None
    return best


_SITE = re.compile(
    r"(?:BÁO|CÔNG AN|CÔNG ĐOÀN|CỔNG|TRANG|ĐÀI|SỞ|UBND|ỦY BAN|HỘI|LIÊN HIỆP|LIÊN ĐOÀN|TRƯỜNG|TỈNH|BỘ|BAN)\b[^a-z]+|"
    r"\W?[A-Z][^,:;]* (?:Newspaper|Portal|Online|Website|(?:Television|Radio) Station|News Agency)"
)
"""The name of whoever keeps the page, which stands at its top."""
AT_THE_TOP = 2


def _stamped(lines: Sequence[Line], at: int, lead: int) -> bool:
    """Whether a stamp or a byline follows a line of the head, and then its article: no teaser has one."""
    return at + 1 < lead and lines[at + 1].label in ("stamp", "byline")


def dates_the_story(lines: Sequence[Line], start: int, at: int, title: int | None, lead: int) -> bool:
    """Whether a stamp of the head dates the article, and is not the page's clock.

    One that says so does, and one behind the title. A bare one before the title does if it is the only one and is of
    the day of which the lead tells, or of the days after it; or if nothing of a page stands around it.
    """
    stamp = lines[at]
    if title is None and not stamp.whose:
        if any(line.label == "stamp" and line.whose != "clock" for line in lines[at + 1 : lead]):
            return False
        told = _days_after(lines[lead], stamp)
        return told or (told is None and at == lead - 1)
    if stamp.whose or title is None or at > title:
        return stamp.whose == "published" or (not stamp.whose and title is not None)
    if any(line.label == "stamp" and line is not stamp for line in lines[start:lead]):
        return False
    told = _days_after(lines[lead], stamp)
    if told is not None:
        return told
    return title == at + 1 and (at == start or not stamp.weekday)


def dates_the_page(lines: Sequence[Line], at: int) -> bool:
    """Whether a stamp stands alone at the end of a page, as that of its article, and is not the page's clock."""
    line = lines[at]
    return line.label == "stamp" and not line.near and at + 1 == len(lines) and line.whose != "clock"


def _days_after(lead: Line, stamp: Line) -> bool | None:
    """Whether a stamp is of the day that a lead tells of, or soon after; None if the lead tells of none."""
    day = stamp.when.first if stamp.when else None
    if day is None or day.day is None or day.year is None:
        return False
    printed = dt.date(day.year, day.month, day.day)
    found = False
    for when in dates(lead.words):
        one = when.last or when.first
        if one.day is None:
            continue
        found = True
        for year in (one.year,) if one.year else (printed.year, printed.year - 1):
            if dt.timedelta(0) <= printed - _date(year, one) <= DAYS_TO_PRINT:
                return True
    return False if found else None


def _date(year: int, day: Day) -> dt.date:
    return dt.date(year, day.month, min(day.day or 1, calendar.monthrange(year, day.month)[1]))
