"""Writing a draft: the source entry of a seed, in YAML that an editor likes to read."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.drafting.blocks import Proposal, propose
from edition.evidence import Finder, Passage, Quotation
from edition.problems import Location
from edition.sources import Source
from edition.text import slug
from edition.transcription import Beginning, cut

LONGEST_ID = 48
FEWEST_WORDS = 4
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
UNSAFE = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
LAO = re.compile("[\u0e81-\u0edf]")
VIETNAMESE = re.compile("[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)
VIETNAMESE_SHARE = 0.06
"""Above this share of letters only Vietnamese has, a text is Vietnamese; English with Vietnamese names stays below."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed entry: its id, its path in the edition, and the file's text."""

    id: str
    path: str
    text: str


def draft_source(source: Source, taken: Collection[str]) -> Draft:
    """Draft the source entry of a seed, under an id that is not in `taken`."""
    proposals = propose(source.text)
    title = next((source.text[p.start : p.end] for p in proposals if p.label == "title"), "")
    id_ = _free_id(title or source.seed.rsplit(".", 1)[0], taken)
    transcription = tuple(_transcription(source.text, proposals))
    quotable = _quotable(id_, source.text, proposals, transcription)
    lines = [
        "---",
        "# A machine proposed this entry. Read the seed, correct what is wrong, then take out `status: draft`.",
        f"id: {id_}",
        f"title: {_quoted(title or f'Untitled article in {source.seed}')}",
        "status: draft",
        *_quotations(quotable),
        f"seed: {_quoted(source.seed)}",
        f"sha256: {source.sha256}",
        *_metadata(quotable),
        "side: VN  # a guess: whose press is it?",
        f"language: {_language(source.text, proposals)}",
        "display: full",
        "transcription:",
        *(_block(beginning) for beginning in transcription),
        "---",
        "",
    ]
    return Draft(id_, f"content/sources/{id_}.md", "\n".join(lines))


def _free_id(title: str, taken: Collection[str]) -> str:
    words = slug(title) or "source"
    base = words if len(words) <= LONGEST_ID else words[: LONGEST_ID + 1].rsplit("-", 1)[0]
    return next(i for n in range(1, len(taken) + 2) if (i := base if n == 1 else f"{base}-{n}") not in taken)


METADATA = {"title": "headline", "agency": "agency", "byline": "byline", "date": "published"}
"""The labels whose first block says something of the source, and the key it is said under."""


def _quotable(id_: str, text: str, proposals: Sequence[Proposal], beginnings: Sequence[Beginning]) -> dict[str, str]:
    """What the source says of itself, by key, where it stands once only and so can be quoted."""
    finder = Finder(id_, cut(text, beginnings, []))
    found: dict[str, str] = {}
    for proposal in proposals:
        key = METADATA.get(proposal.label, "")
        words = text[proposal.start : proposal.end].strip()
        quotation = Quotation(key, id_, words, "", "", Location(id_))
        if key and key not in found and isinstance(finder.find(quotation), Passage):
            found[key] = words
    return found


def _quotations(quotable: Mapping[str, str]) -> Iterator[str]:
    if quotable:
        yield "quotations:"
    for key, words in quotable.items():
        yield f"  {key}: {{exact: {_quoted(words)}}}"


def _metadata(quotable: Mapping[str, str]) -> Iterator[str]:
    for key in ("headline", "published", "agency", "byline"):
        if key not in quotable:
            continue
        words = quotable[key]
        day = DAY.search(words)
        if key == "published" and day:
            yield f"published: {{value: {day[0]}, as_written: {_quoted(words)}, evidence: published}}"
        elif key != "published":
            yield f"{key}: {{value: {_quoted(words)}, evidence: {key}}}"


def _language(text: str, proposals: Sequence[Proposal]) -> str:
    kept = "".join(text[p.start : p.end] for p in proposals if not p.reason)
    letters = sum(c.isalpha() for c in kept) or 1
    if len(LAO.findall(kept)) * 2 > letters:
        return "lo"
    return "vi" if len(VIETNAMESE.findall(kept)) > VIETNAMESE_SHARE * letters else "en"


def _transcription(text: str, proposals: Sequence[Proposal]) -> Iterator[Beginning]:
    """The blocks by their beginnings; one that can't be told from the end of the block before stays part of it."""
    after = 0
    for proposal in proposals:
        begins = _beginning(text, proposal, after)
        if begins:
            after = proposal.start + len(begins)
            yield Beginning(proposal.label, begins, proposal.reason, Location(""))


def _block(beginning: Beginning) -> str:
    reason = f", reason: {_quoted(beginning.reason)}" if beginning.reason else ""
    return f"  - {{label: {beginning.label}, begins: {_quoted(beginning.begins)}{reason}}}"


def _beginning(text: str, proposal: Proposal, after: int) -> str:
    """The fewest words, four or more if there are, that are found first where the block begins; "" if none are."""
    line = text[proposal.start : proposal.end].splitlines()[0]
    ends = [word.end() for word in re.finditer(r"\S+", line)]
    for end in ends[min(FEWEST_WORDS, len(ends)) - 1 :]:
        if text.find(line[:end], after) == proposal.start:
            return line[:end]
    return ""


def _quoted(words: str) -> str:
    """A double-quoted scalar (YAML 1.2.2, 7.3.1): JSON's, with invisible characters and YAML's line breaks escaped."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(words, ensure_ascii=False))
