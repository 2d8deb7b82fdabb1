"""The text of a statement: the source's sentence, without what is safely left out, and what an editor must do to it.

Nothing is added to what the source says, and no attribution is taken away: what a speaker claims stays the speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.drafting.rules import rules
from edition.text import fold, normalise

_OPENINGS = re.compile(
    r"(?:(?:Speaking|Addressing|Delivering (?:his|her|a) (?:speech|remarks|address))(?: (?:at|to|before))? "
    r"(?:the|this|their)? ?[^,;:]{3,60}|"
    r"At the (?:\w+ ){0,2}(?:meeting|event|ceremony|talks|session|conference|reception)|On (?:this|the) occasion|"
    r"Accordingly|Furthermore|Moreover|In addition|Besides|Meanwhile|For (?:his|her|their) part|In (?:reply|response)|"
    r"(?:Phát biểu|Báo cáo) tại [^,;:]{3,60}|Tại (?:buổi|cuộc|lễ|hội nghị)[^,;:]{0,50}|(?:Nhân )?[Dd]ịp này|"
    r"Theo đó|Bên cạnh đó|Ngoài ra|Đáp lại|Về phía mình|Đồng thời),\s+(?=\w)"
)
_ENDINGS = re.compile(
    r",\s+(?:thereby|thus|hence|contributing to|helping to|góp phần|qua đó|từ đó)\s+(?P<what>[^,;]+)$"
)
_WHO = re.compile(
    r"(?:He|She|They|It|His|Her|Their|(?:[Tt]he )?(?:[Tt]wo|[Bb]oth|[Tt]hree|[Ff]our) (?:sides|provinces|localities|"
    r"parties|unions|commissions)|The (?:official|leader|locality|province|Vietnamese (?:side|locality)|Lao side)|"
    r"Ông|Bà|Đồng chí này|Hai (?:bên|tỉnh|địa phương)|Các bên|Tỉnh bạn|Phía bạn|Họ)\b(?! [A-ZĐ])"
)
_GOES_ON = re.compile(r"To (?:[a-z]+ ){3}")
_VERBS = re.compile(
    r"\b(?:and|và|;)\s+(?:also\s+)?(?:to |called on|asked|requested|proposed|suggested|pledged|agreed|hoped|thanked|"
    r"đề nghị|cam kết|mong muốn|cảm ơn)"
)


def told(words: str) -> str:
    """The sentence without an opening that only says where it was spoken, and without an ending of mere courtesy."""
    text = normalise(words)
    opening = _OPENINGS.match(text)
    if opening:
        rest = text[opening.end() :]
        text = rest[0].upper() + rest[1:]
    ending = _ENDINGS.search(text.rstrip("."))
    if ending and _is_courtesy(ending["what"]):
        text = text[: ending.start()] + "."
    return text


def _is_courtesy(words: str) -> bool:
    """Whether words are all of friendship and its deepening, so that nothing told is lost with them."""
    known = {fold(word) for word in rules("statements")["courtesy"].split()}
    return all(fold(word) in known for word in re.findall(r"[^\W\d_]+|\d+", words))


def todo(text: str, language: str, of: str) -> Iterator[str]:
    """What an editor must do to the text, in a few words each; `of` is who is meant, if that is known."""
    if language != "en":
        yield "in English"
    who = _WHO.match(text)
    if who:
        yield f"“{who[0]}”: {f'{of}?' if of else 'who?'}"
    if _GOES_ON.match(text):
        yield f"goes on from the sentence before: {f'{of}?' if of else 'who?'}"
    if ";" in text or _VERBS.search(text):
        yield "several things: a statement for each"
