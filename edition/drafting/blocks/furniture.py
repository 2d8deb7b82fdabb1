"""What web pages put around an article: menus, forms, lists of other articles, markup, orders to the reader."""

from __future__ import annotations

import re

from edition.drafting.rules import either, key, rules, words
from edition.text import fold

_PAGES = rules("pages")
_HEADINGS = {label: words(_PAGES[label]) for label in ("teaser", "form", "navigation")}
_BEGINNINGS = {
    label: re.compile(either(_PAGES["begins"][label]), re.IGNORECASE) for label in ("teaser", "form", "navigation")
}
_ONLY_PAGES = re.compile(either(word for part in _PAGES["contains"] for word in part), re.IGNORECASE)
_TO_READERS = _PAGES["to_the_reader"]
_CALLS = re.compile(
    rf"(?<!\w){either(_TO_READERS['calls'])}(?!\w)|^\W*{either(_TO_READERS['begins'])}(?!\w)", re.IGNORECASE
)
_SITE_WORDS = re.compile(rf"(?<!\w){either(_TO_READERS['site'])}(?!\w)", re.IGNORECASE)
_OF_THE_SITE = re.compile(either(_PAGES["of_the_site"]), re.IGNORECASE)
_SAID = re.compile(r"[“”]|\b(?:said|cho biết|was|were)\b")
_MENU = _HEADINGS["navigation"] | _HEADINGS["form"]
LONGEST_FURNITURE, MOST_MENU_WORDS = 170, 24
_TAGS = re.compile(r"(?:#[\w\s-]{2,40})+")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<url>[^)\n]*)\)")
_MARKUP = re.compile(r"[\s|*#_=~+.:!\[\]()<>{}\\/,;•·—–-]+")
_SEGMENT = re.compile(r"\s*(?:[|»›>•·]|\s/\s|\s[-–]\s)\s*")
_BY_AGENCY = re.compile(rf"^{either(_PAGES['agencies'])}\s+(?=\w)", re.IGNORECASE)
_HOW_MANY = re.compile(r"\s*(?:\(\s*\d+\s*\)|:?\s*\d+)\s*$")
_COUNTER = re.compile(r"(?:\W*\d[\d.,]*\W*)+|.{0,24}:\s*[\d.,]+\s*")
_CHARACTERS_LEFT = re.compile(r"\d+\s*/\s*\d+\s+(?:characters|ký tự)|\d+ (?:characters|ký tự)", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_SITE = re.compile(
    r"(?:cổng thông tin|trang thông tin|báo\s.{2,40}(?:điện tử|online)|đài phát thanh|cơ quan (?:ngôn luận|của)|"
    r"tiếng nói của|portal of|official (?:web|portal)|electronic (?:newspaper|portal)|the voice of|"
    r".{0,40}\b(?:web ?portal|e-?portal|news portal|online newspaper|daily newspaper)$|"
    r"(?-i:BÁO|Báo)(?: [^\W\d]+){1,4}$|báo điện tử|tạp chí\s.{2,60}$|.{2,30}\bnews ?paper$|.{2,30} online$)",
    re.IGNORECASE,
)


def heading(line: str) -> str:
    """The label of a line that is nothing but a known heading or menu word; "" if it is none."""
    if len(line) > 60:
        return ""
    key = fold(_BY_AGENCY.sub("", _HOW_MANY.sub("", line)))
    return next((label for label, known in _HEADINGS.items() if key in known), "") if key else ""


def furniture(line: str) -> str:
    """The label of a line that a page puts around its article; "" if it may be the article's own."""
    if _MARKUP.fullmatch(line) or _URL.fullmatch(line) or _TAGS.fullmatch(line):
        return "navigation"
    if found := heading(line):
        return found
    plain = line.lstrip(" \t*#_-–—[(|")
    for label, beginning in _BEGINNINGS.items():
        begins = beginning.match(line.lstrip()) or beginning.match(plain)
        if begins and (label == "teaser" or len(line) < LONGEST_FURNITURE):
            return label
    if _CHARACTERS_LEFT.search(line) and len(line) < 80:
        return "form"
    if _is_menu(line) or (len(line) < 50 and _COUNTER.fullmatch(line) and "|" not in line):
        return "navigation"
    if len(line) < 90 and _SITE.match(line):
        return "navigation"
    if len(line) < LONGEST_FURNITURE and not _SAID.search(line) and speaks_of_the_page(line):
        return "navigation"
    return ""


def speaks_of_the_page(line: str) -> bool:
    """Whether a line speaks to the page's reader, or of the page's rights: "Enable JavaScript to view comments."."""
    if _ONLY_PAGES.search(line) or _OF_THE_SITE.search(line):
        return True
    return _SITE_WORDS.search(line) is not None and _CALLS.search(line) is not None


def _is_menu(line: str) -> bool:
    """Whether a line is a row of menu words: "Home | Politics | World"."""
    parts = [part for part in _SEGMENT.split(line.strip(" |")) if part.strip()]
    if len(parts) < 2:
        return _is_made_of_menu_words(line)
    known = [len(fold(part)) < 2 or fold(part) in _MENU or _is_furniture(part) for part in parts]
    short = all(len(part) <= 32 for part in parts)
    return (sum(known) * 2 >= len(parts) and len(line) < 400) or (short and known[0] and len(parts) <= 6)


def _is_furniture(part: str) -> bool:
    return _ONLY_PAGES.search(part) is not None or any(_BEGINNINGS[k].match(part) for k in ("form", "navigation"))


def _is_made_of_menu_words(line: str) -> bool:
    """Whether a line is two menu words or more with nothing between them: "Facebook Twitter Email"."""
    found = [key(word) for word in line.split()]
    if not 2 <= len(found) <= MOST_MENU_WORDS:
        return False
    at = count = 0
    while at < len(found):
        ends = (end for end in range(min(at + 4, len(found)), at, -1) if "".join(found[at:end]) in _MENU)
        end = next(ends, 0)
        if not end:
            return False
        at, count = end, count + 1
    return count >= 2


def images(line: str) -> list[tuple[int, int, str]]:
    """Markdown's marks of images in a line: start, end, the words that stand for the image."""
    return [(m.start(), m.end(), m["alt"].strip()) for m in _IMAGE.finditer(line)] if "![" in line else []
