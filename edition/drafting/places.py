"""Places: provinces by the gazetteer and all their spellings, what holds a province's name and is none, countries."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from edition.drafting.names import Letters, Names, latin_variants
from edition.drafting.rules import LOWER, UPPER, rules
from edition.gazetteer import Gazetteer
from edition.text import fold

_PLACES = rules("places")
OTHER, TOWN, SHORT = "other:", "town:", 5
CAPITAL, PROVINCE = "vientiane-capital", "vientiane-province"

_BEFORE_DISTRICT = re.compile(
    r"(?:\b(?:huyện|thị xã|xã|phường|quận|bản|thị trấn|district of|commune of|sông|cửa khẩu|đường|chợ|đèo)\s+)$",
    re.IGNORECASE,
)
_DISTRICT_NAMED = re.compile(rf"[{UPPER}]\w+ (?:[Dd]istrict|[Cc]ommune) of\s+$")  # "A Luoi district of Hue"
_BEFORE_CITY = re.compile(r"(?:\b(?:thành phố|tp\.?|city of|town of|thị xã)\s+)$", re.IGNORECASE)
_AFTER_DISTRICT = re.compile(
    r"\s+(?:districts?|communes?|wards?|villages?|river|road|street|hydropower|border gate|"
    r"international border gate|airport|market)\b",
    re.IGNORECASE,
)
_AFTER_CITY = re.compile(r"\s+(?:city|town|township|municipality)\b", re.IGNORECASE)
_IS_PROVINCE = re.compile(r"\s+(?:province|provincial)\b|'s\s+province", re.IGNORECASE)
_LIST_OF_PROVINCES = re.compile(
    rf"(?:provinces? of|tỉnh|các tỉnh|provinces)\s+(?:[{UPPER}][\w\- ’']+(?:,\s*| and | và )(?:the\s+)?)*$"
)
_IS_CAPITAL = re.compile(r"\s+(?:capital|prefecture|municipality|city)\b", re.IGNORECASE)
_BEFORE_CAPITAL = re.compile(r"(?:\b(?:thủ đô|capital(?: city)?(?: of)?|nakhon luang)\s+)$", re.IGNORECASE)
_FAMILY = frozenset(f(name) for name in _PLACES["family_names"] for f in (str.casefold, fold))
_MIDDLE = frozenset(
    [
        "thị",
        "thi",
        "văn",
        "van",
        "hữu",
        "huu",
        "đình",
        "dinh",
        "xuân",
        "xuan",
        "ngọc",
        "ngoc",
        "minh",
        "quang",
        "đức",
        "duc",
    ]
)


_HONOURED = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|Comrade|Madam)\.?\s+$")


class Mention(Struct, frozen=True):
    """A place's name in the text; `what` it names: "province", "city", "district", "town", or "bare" for Vientiane."""

    start: int
    end: int
    id: str
    country: str
    what: str
    known: bool = True


class Places:
    """All places of one gazetteer and of the rules, ready to be found."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.countries: dict[str, str] = {place.id: place.country for place in gazetteer.places}
        self.countries |= {id_: "VN" for id_ in _PLACES["provinces"] if id_ not in self.countries}
        self.cities = {p.id for p in gazetteer.places if p.type == "centrally-run-city"} | {
            "ha-noi",
            "ho-chi-minh-city",
            "hai-phong",
            "can-tho",
        }
        names: dict[str, set[str]] = {}
        variants: dict[str, set[str]] = {}
        for place in gazetteer.places:
            own = {name.value for name in (*place.names, *place.aliases)} | set(_PLACES["spellings"].get(place.id, ()))
            names[place.id] = {n for n in own if not fold(n).startswith(("tinh", "thudo"))}
            if place.country == "LA":
                known = {name for name in own if len(fold(name)) > 4}
                variants[place.id] = set().union(*map(latin_variants, known)) if known else set()
        for id_, spellings in _PLACES["provinces"].items():
            if id_ not in names:
                names[id_] = set(spellings)
        names = {OTHER: set(_PLACES["others"]) - {"Lào Cai"}} | names
        towns: dict[str, str] = {}
        own_keys = {fold(spelling) for spellings in names.values() for spelling in spellings}
        for place in gazetteer.places:
            for capital in place.capitals:
                for seat in (*capital.names, *capital.aliases):
                    if len(fold(seat.value)) > 3 and fold(seat.value) not in own_keys:
                        towns.setdefault(seat.value, TOWN + place.id)
        for id_, spellings in _PLACES["towns"].items():
            for spelling in spellings:
                if id_ in self.countries and fold(spelling) not in own_keys:
                    towns.setdefault(spelling, TOWN + id_)
        for name, value in towns.items():
            names.setdefault(value, set()).add(name)
        taken = {fold(n) for spellings in names.values() for n in spellings}
        self.names = Names(names, {id_: {k for k in keys if k not in taken} for id_, keys in variants.items()})
        self.words = Names({code: list(spellings) for code, spellings in _PLACES["countries"].items()})

    def mentions(self, letters: Letters) -> tuple[Mention, ...]:
        """All places named in a text, in order."""
        found = []
        for match in self.names.find(letters):
            mention = self._mention(letters.text, match.start, match.end, match.value, match.known)
            if mention:
                found.append(mention)
        return tuple(found)

    def _mention(self, text: str, start: int, end: int, value: str, known: bool) -> Mention | None:
        if value == OTHER:
            return None
        before, after = text[max(0, start - 60) : start], text[end : end + 30]
        if value.startswith(TOWN):
            if not known and not text[start:end].isascii():
                return None
            id_ = value.removeprefix(TOWN)
            return Mention(start, end, id_, self.countries[id_], "town", known)
        if (
            _named_before(before)
            and self.countries[value] == "VN"
            and not re.search(r"(?:tỉnh|province of)\s*$", before, re.IGNORECASE)
        ):
            return None
        if _HONOURED.search(before) and not _IS_PROVINCE.match(after):
            return None
        if value in (CAPITAL, PROVINCE):
            return self._vientiane(start, end, value, before, after, text[start:end])
        what = "province"
        inside = _BEFORE_DISTRICT.search(before) and not _DISTRICT_NAMED.search(before)
        if (inside or _AFTER_DISTRICT.match(after)) and not _IS_PROVINCE.match(after):
            what = "district"
        elif value in self.cities:
            what = "province"
        elif _BEFORE_CITY.search(before) or _AFTER_CITY.match(after):
            what = "city"
        return Mention(start, end, value, self.countries[value], what, known)

    def _vientiane(self, start: int, end: int, value: str, before: str, after: str, words: str) -> Mention:
        if (
            value == PROVINCE
            or _IS_PROVINCE.match(after)
            or re.search(r"\btỉnh\s+$", before, re.IGNORECASE)
            or (_LIST_OF_PROVINCES.search(before) and not _IS_CAPITAL.match(after))
        ):
            return Mention(start, end, PROVINCE, "LA", "province")
        said = (
            _IS_CAPITAL.match(after)
            or _BEFORE_CAPITAL.search(before)
            or re.search(r"capital|prefecture|thủ đô", words, re.IGNORECASE)
        )
        return Mention(start, end, CAPITAL, "LA", "province" if said else "bare")

    def country_words(self, letters: Letters) -> Mapping[str, list[int]]:
        """Where the words for countries stand, by the country's code."""
        found: dict[str, list[int]] = {}
        for match in self.words.find(letters):
            words = letters.text[match.start : match.end]
            if match.value == "LA" and fold(words) == "lao" and _NOT_LAO.match(letters.text[match.end : match.end + 8]):
                continue
            if len(words) <= 4 and match.value not in ("LA", "VN") and not words[0].isupper():
                continue
            if (
                match.value not in ("LA", "VN")
                and len(words) <= SHORT
                and _in_a_name(letters.text, match.start, match.end)
            ):
                continue
            found.setdefault(match.value, []).append(match.start)
        return found


def _named_before(before: str) -> bool:
    """Whether a person's family name, with or without a middle one, stands directly before: "Nguyễn Thị Huệ"."""
    words = re.findall(r"\w+(?=\s+(?:\w+\s+)?$)", before)
    keys = [word.casefold() for word in words]
    if keys and (words[-1].islower() or keys in (["tỉnh", "đoàn"], ["thành", "đoàn"])):
        return False  # the youth union, "Tỉnh đoàn Quảng Nam"
    return bool(keys) and (keys[-1] in _FAMILY or (len(keys) > 1 and keys[-1] in _MIDDLE and keys[-2] in _FAMILY))


def _in_a_name(text: str, start: int, end: int) -> bool:
    """Whether a short word for a country is part of a person's or place's name: "Thai Thanh Quy", "Nguyễn Văn Đức"."""
    if text[start:end] == "Thai":
        return (
            _THAI_NAMED.match(text, end) is not None or _NAME_BEFORE.search(text, max(0, start - 12), start) is not None
        )
    if text[start:end].isascii() and text[start:end] != "Nga":
        return False
    return _NAME_BEFORE.search(text, max(0, start - 12), start) is not None


_THAI_NAMED = re.compile(
    r"\s+(?:Binh|Nguyen|Thanh|Thuy|Hoa|Hung|Van|Thi|Ba|Hoang|Duong|Son|Hoc|Dai|Minh|Quoc|Huy|Khac|Xuan|Doan|Phien|"
    r"Lao|Anh|Ngoc|Quang|Ha|Hai|Long|Bao|Tuan|Hong|Tho|Phuc|Tan|Dinh|Huu|Thinh)\b"
)
_NAME_BEFORE = re.compile(rf"(?:^|\s)[{UPPER}][{LOWER}]{{1,6}} $")
_NOT_LAO = re.compile(r"\s+(?:Cai|Bao|Bảo|Chải|Chai)\b|\s+động\b", re.IGNORECASE)


_READY: list[Places] = []


def places_of(gazetteer: Gazetteer) -> Places:
    """The places of a gazetteer, made ready once."""
    ready = next((places for places in _READY if places.gazetteer is gazetteer), None)
    if ready is None:
        ready = Places(gazetteer)
        _READY[:] = [ready]
    return ready
