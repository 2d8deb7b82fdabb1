"""Figures: every amount of the article with its unit, as written and as read.

Not figures: dates, years, periods, ordinals, times of day, numbers of documents, and number words before sides and
provinces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from edition.drafting.dates import When, dates
from edition.drafting.rules import either, rules

_DATA = rules("figures")
_SCALES = {word: int(value) for word, value in _DATA["scales"].items()}
_CURRENCIES: dict[str, str] = _DATA["currencies"]
_WORDS_EN = {word: int(value) for word, value in _DATA["numbers_en"].items()}
_WORDS_VI = {word: int(value) for word, value in _DATA["numbers_vi"].items()}
_QUALIFIERS = {word: name for name, words in _DATA["qualifiers"].items() for word in words}
_SIGNS = either(w for w in _CURRENCIES if not w[0].islower())
_DIGITS = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+[.,]\d+|\d+"
_TENS = either(w for w, v in _WORDS_EN.items() if v >= 20)
_ONES = either(w for w, v in _WORDS_EN.items() if v < 10)
_NUMBER_WORD = (
    rf"(?:{_TENS}-{_ONES}|{either((*_WORDS_EN, 'a dozen', 'dozens of', 'một chục'))}|(?<=\s){either(_WORDS_VI)})"
)
_SCALE = either(_SCALES)
_FIGURE = re.compile(
    rf"(?P<sign>{_SIGNS})?\s?(?P<digits>(?<![\w.,:-])(?<!\d/)(?:{_DIGITS})|"
    rf"(?<=[a-zđ])(?<!\w[/.-])(?:{_DIGITS})(?=\s+{_SCALE})|(?<=[$€₭₫Đ])(?:{_DIGITS})|(?<=VND)(?:{_DIGITS})|"
    rf"(?<=USD)(?:{_DIGITS}))"
    rf"(?:[ -]?(?P<scale>{_SCALE})(?![a-zA-Zà-ỹđ])(?:\s+(?P<scale2>{either(('tỷ', 'tỉ', 'triệu'))})\b)?)?",
)
_WORD_SCALE = either(("hundred", "thousand", "million", "billion", "trăm", "nghìn", "triệu", "tỷ", "dozen"))
_WORDED = re.compile(
    rf"(?<![\w-])(?P<word>{_NUMBER_WORD})(?:\s+(?P<scale>{_WORD_SCALE}))?"
    rf"(?:\s*\((?P<digits>\d{{1,3}})\))?(?![\w-])",
    re.IGNORECASE,
)
_PARENTHESIS = re.compile(r"\s*\((?:[a-zà-ỹđ-]+)\)|\s*\(\d{1,3}\)")
_BEFORE = re.compile(rf"(?:{either(_QUALIFIERS)})(?:\s+(?:of|a|total of|tổng|số|the))?\s*$", re.IGNORECASE)
_AFTER_PLUS = re.compile(r"\s*(?:\+|plus\b|or more\b|trở lên)")
_YEAR_CONTEXT = re.compile(
    r"(?:\b(?:in|since|from|by|until|year|of|to|năm|từ|đến|tháng|giai đoạn|nhiệm kỳ|term|period|before|after|during|"
    r"early|late|mid|end of|beginning of|for|the|and|trước|sau|quý|niên khóa|năm học|vụ|between|for the|through|"
    r"till|SEA Games|kể từ)\s*[-–]?\s*)$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:\b(?:No|no|số|Số|Article|Điều|Decision|Nghị quyết|Quyết định|Chỉ thị|Kế hoạch số|Resolution|Road|Route|"
    r"Highway|Quốc lộ|QL|National Highway|quốc lộ|đường|lần thứ|thứ|Circular|Decree|version|tel|Tel|fax|ĐT|Zone|"
    r"Quân khu|khu|Khóa|khóa|quý|Quý|hạng|mốc|mốc giới|marker|markers?|Marker|Category|Class|Level|Covid|COVID|page|"
    r"trang|chương trình|Order|Biên phòng|Đại đội|Tiểu đoàn|Trung đoàn|Sư đoàn|Đoàn|Company|Battalion|Regiment|"
    r"Division|Team|Đội|lớp|Brigade|Lữ đoàn|Station|Đồn|Phòng|Trạm|QK|MTTQ|G|F-|DVB-T)\.?:?\s*-?)$"
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)\b")
_UNIT_WORD = re.compile(r"\s*[“\"‘]?(?P<word>[^\W\d_][\w’'²-]*|%)")
_PER = re.compile(
    r"\s*(?:(?:each|per|every|a)\s+(?P<en>year|month|week|day|quarter|semester)|(?P<ann>annually|yearly)|"
    r"/\s*(?P<slash>năm|tháng|year|month)|mỗi\s+(?P<vi>năm|tháng)|hằng năm|hàng năm)",
    re.IGNORECASE,
)
_MEASURE = either(_DATA["measures"])
_MEASURE_AFTER = re.compile(rf"\s*-?\s*(?P<unit>{_MEASURE})(?![\w²])|\s?-?(?P<glued>km|m|ha|kg|MW|kV)(?=[a-z]{{3}})")
_CURRENCY_AFTER = re.compile(rf"\s*(?P<unit>{either(_CURRENCIES)})(?![\w])")
LONGEST_UNIT = 5


class Amount(Struct, frozen=True):
    """A number with its unit: `start` to `end` holds both; `number_end` ends the number alone."""

    start: int
    end: int
    number: float
    unit: str
    qualifier: str
    per: str
    words_start: int


def figures(text: str, start: int, end: int, language: str, periods: Iterable[tuple[int, int]] = ()) -> list[Amount]:
    """All amounts of a stretch of the article, in order."""
    vietnamese = language in ("vi", "fr")
    taken = [(when.start, when.end) for when in dates(text, start, end) if _really_a_date(text, when)]
    taken += [span for span in periods if start <= span[0] < end]
    found: list[Amount] = []
    for match in _FIGURE.finditer(text, start, end):
        amount = _digits(text, match, start, end, vietnamese, taken)
        if amount:
            found.append(amount)
    spans = [(a.words_start, a.end) for a in found]
    for match in _WORDED.finditer(text, start, end):
        if any(a < match.end() and match.start() < b for a, b in (*spans, *taken)):
            continue
        amount = _worded(text, match, start, end, language)
        if amount:
            found.append(amount)
    found.sort(key=lambda a: a.start)
    found = [replace(a, unit=found[i - 1].unit) if not a.unit and i else a for i, a in enumerate(found)]
    found = [a for a in found if a.unit]
    return _money_twice(found)


def _really_a_date(text: str, when: When) -> bool:
    return not (
        when.year is None
        and re.match(r"\s*(?:huyện|xã|tỉnh|thành phố|districts|provinces|communes)\b", text[when.end : when.end + 14])
    )


def _digits(
    text: str, match: re.Match[str], start: int, end: int, vietnamese: bool, taken: Sequence[tuple[int, int]]
) -> Amount | None:
    a, b = match.start("digits"), match.end()
    if any(x < b and a < y for x, y in taken):
        return None
    before = text[max(start, a - 30) : a]
    sign = match["sign"]
    if not sign and (
        _DOCUMENT.search(before)
        or _ORDINAL.match(text, match.end("digits"))
        or re.match(r"[:h]\d\d|/\d|/[A-ZĐ]|-[A-ZĐ]{2}", text[match.end("digits") : match.end("digits") + 4])
    ):
        return None
    value = _value(match["digits"], vietnamese)
    if value is None:
        return None
    for scale in (match["scale"], match["scale2"]):
        value *= _SCALES[scale.lower()] if scale else 1
    rest = b
    paren = _PARENTHESIS.match(text, b)
    if paren:
        rest = paren.end()
        scale_behind = re.match(rf"\s*(?P<scale>{_SCALE})\b", text[rest : rest + 12])
        if scale_behind and not match["scale"]:
            value *= _SCALES[scale_behind["scale"]]
            rest += scale_behind.end()
    whole = match["digits"].isdigit() and not match["scale"]
    if whole and 1900 <= int(match["digits"]) <= 2100 and not sign:
        unit_follows = _MEASURE_AFTER.match(text, rest) or _CURRENCY_AFTER.match(text, rest)
        noun = _unit(text, rest, end, vietnamese)
        if (
            _YEAR_CONTEXT.search(before)
            or not (unit_follows or noun)
            or re.match(r"\s*[-–—]\s*(?:19|20)\d\d", text[b : b + 9])
            or re.search(r"(?:19|20)\d\d\s*[-–—]\s*$", before)
            or (not unit_follows and "," not in match["digits"] and not re.search(rf"{_BEFORE.pattern}", before))
        ):
            return None
    if sign:
        return _finish(text, match.start("sign"), rest, rest, value, _CURRENCIES[sign], start, end)
    if money := _CURRENCY_AFTER.match(text, rest):
        return _finish(text, a, money.end(), money.end(), value, money["unit"], start, end)
    if measure := _MEASURE_AFTER.match(text, rest):
        unit = measure["unit"] or measure["glued"]
        return _finish(text, a, measure.end(), measure.end(), value, unit, start, end)
    unit = _lao_unit(text, rest) or _unit(text, rest, end, vietnamese)
    if unit is None:
        if re.search(r"\b(?:including|of whom|of which|among them|trong đó có)\s+$", before):
            return _finish(text, a, b, b, value, "", start, end)
        return None
    return _finish(text, a, unit[1], unit[1], value, text[unit[0] : unit[1]], start, end)


_LAO_NOUN = re.compile(rf"\s*(?P<noun>{either(_DATA['nouns_lo'])})")


def _lao_unit(text: str, at: int) -> tuple[int, int] | None:
    match = _LAO_NOUN.match(text, at)
    return match.span("noun") if match else None


def _worded(text: str, match: re.Match[str], start: int, end: int, language: str) -> Amount | None:
    word = match["word"].casefold()
    vietnamese = word in _WORDS_VI and language == "vi"
    if word in _WORDS_VI and language != "vi" and word not in _WORDS_EN:
        return None
    if vietnamese and (match["digits"] is None and match["scale"] is None):
        return None
    if word in ("one", "một") and not match["digits"]:
        return None
    if match["digits"]:
        value = float(match["digits"])
    elif "-" in word:
        tens, ones = word.split("-", 1)
        value = float(_WORDS_EN.get(tens, 0) + _WORDS_EN.get(ones, 0))
    elif word == "a dozen":
        value = 12.0
    elif word in ("dozens of", "một chục"):
        return None
    else:
        value = float(
            _WORDS_EN[word] if word in _WORDS_EN and language != "vi" else _WORDS_VI.get(word, _WORDS_EN.get(word, 0))
        )
    if match["scale"]:
        value *= _SCALES[match["scale"].casefold()]
    rest = match.end()
    first = _UNIT_WORD.match(text, rest)
    if not first:
        return None
    if not match["digits"] and first["word"].casefold() in _NOT_COUNTED:
        return None
    if (measure := _CURRENCY_AFTER.match(text, rest) or _MEASURE_AFTER.match(text, rest)) and measure["unit"]:
        return _finish(text, match.start(), measure.end(), measure.end(), value, measure["unit"], start, end)
    unit = _unit(text, rest, end, language == "vi")
    if unit is None:
        return None
    noun = text[unit[0] : unit[1]].casefold().split()
    if not match["digits"] and language != "vi" and (not noun or any(word in _NOT_COUNTED for word in noun)):
        return None
    return _finish(text, match.start(), unit[1], unit[1], value, text[unit[0] : unit[1]], start, end)


_NOT_COUNTED = frozenset(_DATA["counted_not"])
_NOT_EN, _END_EN = frozenset(_DATA["not_unit_en"]), frozenset(_DATA["end_unit_en"])
_NOT_VI, _END_VI = frozenset(_DATA["not_unit_vi"]), frozenset(_DATA["end_unit_vi"])


def _unit(text: str, at: int, end: int, vietnamese: bool) -> tuple[int, int] | None:
    """Where the noun that is counted stands, behind the number."""
    first = None
    last = at
    for number in range(LONGEST_UNIT):
        word = _UNIT_WORD.match(text, last, end)
        if word is None:
            break
        key = word["word"].casefold()
        if number == 0 and (key in (_NOT_VI if vietnamese else _NOT_EN)):
            return None
        if number == 1 and key == "and" and not vietnamese and text[last - 1] != "s":
            last = word.end("word")  # "rubber and coffee projects"
            continue
        if number and key in (_END_VI if vietnamese else _END_EN):
            break
        if not vietnamese and number and (key.endswith("ing") and key not in ("training", "building", "housing")):
            break
        if "\n" in text[last : word.start("word")]:
            break
        if number and text[last : word.start("word")] not in (" ", "  ", " “"):
            break
        if number and word["word"][0].isupper() and not vietnamese and word["word"] not in ("Lao", "Vietnamese"):
            break
        first = word.start("word") if first is None else first
        last = word.end("word")
        if (
            not vietnamese
            and number
            and key.endswith("s")
            and not key.endswith(("ss", "us", "’s", "'s"))
            and not re.match(r"\s+(?:and|or)\s", text[last : last + 6])
            and number >= 1
        ):
            break
        if (
            not vietnamese
            and number == 0
            and key.endswith("s")
            and not key.endswith(("ss", "us", "’s", "'s", "previous", "customs", "goods", "arms"))
            and key != "lots"
        ):
            following = _UNIT_WORD.match(text, last, end)
            if not following or following["word"].casefold() != "of":
                break
    if first is None:
        return None
    words = text[first:last]
    stripped = re.sub(r"^(?:additional|more|further|new|other|total)\s+(?=\w)", "", words)
    return last - len(stripped), last


def _value(digits: str, vietnamese: bool) -> float | None:
    """The number that digits give: a dot before three digits parts thousands, or decimals, by the language."""
    thousand, decimal = (".", ",") if vietnamese else (",", ".")
    if thousand in digits and decimal in digits:
        if digits.rfind(thousand) > digits.find(decimal):
            thousand, decimal = decimal, thousand  # written the other way
        return float(digits.replace(thousand, "").replace(decimal, "."))
    if decimal in digits:
        whole, _, part = digits.partition(decimal)
        if digits.count(decimal) > 1 or (
            len(part) == 3 and whole != "0" and not vietnamese and decimal == "." and len(whole) <= 3 and False
        ):
            return float(digits.replace(decimal, ""))
        return float(digits.replace(decimal, "."))
    if thousand in digits:
        parts = digits.split(thousand)
        if all(len(part) == 3 for part in parts[1:]):
            return float(digits.replace(thousand, ""))
        return float(digits.replace(thousand, ".")) if len(parts) == 2 else None
    return float(digits)


def _finish(text: str, a: int, b: int, unit_end: int, value: float, unit: str, start: int, end: int) -> Amount:
    qualifier, words_start = "exactly", a
    before = text[max(start, a - 28) : a]
    if match := _BEFORE.search(before):
        word = re.split(r"\s+(?:of|a|total|tổng|số|the)\b", match[0].casefold().strip())[0].strip()
        qualifier = _QUALIFIERS.get(word, "exactly")
        words_start = max(start, a - 28) + match.start()
    elif _AFTER_PLUS.match(text, b):
        qualifier = "over"
    per = _PER.match(text, unit_end, end)
    per_word = next((g for g in (per["en"], per["slash"], per["vi"]) if g), "year") if per else ""
    return Amount(
        a, b, value, unit.strip(), qualifier, {"năm": "year", "tháng": "month"}.get(per_word, per_word), words_start
    )


def _money_twice(found: list[Amount]) -> list[Amount]:
    """The same amount of the same thing told twice is one."""
    seen: set[tuple[float, str]] = set()
    kept = []
    for amount in found:
        key = (amount.number, amount.unit.casefold())
        if key not in seen:
            seen.add(key)
            kept.append(amount)
    return kept
