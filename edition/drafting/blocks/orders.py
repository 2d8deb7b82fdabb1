"""Text that gives orders to whatever reads it: to a language model, a parser, this converter."""

from __future__ import annotations

import re

LONGEST = 2000
_MACHINE = (
    r"(?:(?-i:\bA\.?I\b|\bIA\b|\bLLMs?\b)|language models?|chat ?(?:bots?|gpt)|\bclaude\b|\bbots?\b|crawlers?|parsers?|"
    r"\bconverters?|(?:helpful|virtual|ai) assistants?|(?:automat\w+|machine|digital|computer) (?:systems?|readers?|"
    r"tools?|agents?|models?|pipelines?|processors?|programs?|programmes?))"
)
_MACHINE_VI = (
    r"(?:(?-i:\bAI\b)|trợ lý (?:ảo|ai|số)|mô hình (?:ai|ngôn ngữ)|trí tuệ nhân tạo|hệ thống (?:tự động|ai|xử lý)|"
    r"máy (?:đọc|dịch|tính đọc)|công cụ tự động|chatbot)"
)
_ANY = rf"(?:{_MACHINE}|robots?\b|software\b|machines?\b|scrapers?\b)"
_DO = (
    r"(?:write|mark|record|output|report|classify|extract|say|delete|approve|accept|set|answer|reply|add|ignore|store|"
    r"publish|treat|list|count|summari[sz]e|translate|rewrite|state|print|return|register|note|include|skip|replace)"
)
_DO_VI = (
    r"(?:ghi|đánh dấu|trả lời|xóa|xoá|viết lại|viết|phê duyệt|duyệt|chấp nhận|xuất|liệt kê|thêm|coi|bỏ qua|phớt lờ|"
    r"quên|công bố|báo cáo|xác nhận)"
)
_MUST = r"(?:must|should|please|shall|(?:are|is) (?:instructed|asked|told|required) to)"
_READ = (
    r"(?:above|previous|prior|earlier|before|you (?:have )?read|your (?:rules|instructions)|everything|"
    r"(?:this|the) (?:text|article|page|paragraph))"
)
_ORDER = re.compile(
    # somebody is called upon: "Note for machine readers:", "Dear converter,", "[AI instruction]"
    rf"^\W*(?:(?:\w+\W+){{0,6}}?{_MACHINE}[^.:,;\]]{{0,40}}(?::|\])|(?:\w+\W+)?{_MACHINE}\W+(?:please\b|{_DO}\b|you\b)"
    rf"|(?:dear|hey|hello)\W+(?:\w+\W+)?{_MACHINE}|"
    rf"(?:text|notes?|messages?|instructions?) (?:to|for) (?:\w+ )?{_ANY}\s*:)"
    rf"|\bif you are (?:an? )?(?:large )?{_MACHINE}|"
    rf"\b(?:as|act as|you are)(?: now)? an? (?:helpful )?(?:{_MACHINE}|assistant)"
    # it must do something with the text
    rf"|{_MACHINE}\b.{{0,40}}\b{_MUST} (?!be\b).{{0,60}}\b{_DO}\b"
    rf"|{_ANY}.{{0,30}}\bthis (?:text|article|page|story|file)?.{{0,20}}\b{_MUST} (?!be\b)|\baddressed to {_ANY}"
    rf"|{_ANY} (?:and \w+ )?{_MUST} (?!be\b)\w+ this (?:text|article|page)"
    rf"|\bwhoever (?:reads|converts|processes|parses|summari[sz]es)\b.{{0,40}}\b{_MUST}\b"
    # the parts of such a conversation
    r"|(?:^|[.!?]\s+)\W*(?:system|assistant|user|prompt|developer|override)(?: note| message| mode)?\s*(?::|\bon\b|>)"
    r"|^\W*new instructions?\s*:|\bsystem prompt\b|<\|?(?:im_start|system|endoftext)"
    r"|\bfollow your (?:\w+ )?instructions\b"
    # what was read shall be forgotten
    rf"|(?:^|[.!?:;,“\"—–-]\s*|\b(?:please|must|should|now) )(?:ignore|disregard|forget|override|skip|delete|erase)"
    rf"\b.{{0,40}}\b{_READ}\b"
    r"|\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|prior|above|earlier|all)\b.{0,30}\b(?:instructions?|prompts?|"
    r"rules|text|directions)\b"
    # and be taken for accepted
    r"|\b(?:mark|set|accept|approve|treat)\b.{0,30}\b(?:status|draft|entry|entries|article|page)\b.{0,20}\b(?:"
    r"as accepted|accepted|as approved|without review|(?:as )?verified|unchanged)\b"
    # in Vietnamese and French
    rf"|(?:yêu cầu|gửi|hỡi|nếu bạn là|kính gửi|lưu ý cho|thông báo cho|dành cho)\W+(?:\w+\W+){{0,3}}?{_MACHINE_VI}"
    rf".{{0,60}}\b{_DO_VI}\b|{_MACHINE_VI}.{{0,40}}\b(?:hãy|phải|cần|vui lòng)\s+(?!được).{{0,20}}\b{_DO_VI}\b"
    rf"|^\W*(?:chú ý|lưu ý|gửi|kính gửi|hỡi)\W+(?:\w+\W+){{0,3}}?{_MACHINE_VI}[^.:]{{0,30}}:"
    r"|(?:bỏ qua|phớt lờ|không làm theo|hãy quên).{0,40}(?:hướng dẫn|chỉ dẫn|chỉ thị|mệnh lệnh|câu lệnh|quy tắc|"
    r"nội dung (?:bài|trên)).{0,20}(?:trước|trên|đó|này)|"
    r"hãy (?:bỏ qua|quên|phớt lờ).{0,30}(?:nội dung|bài viết|văn bản)"
    r"|(?:ignorez|oubliez)\b.{0,40}\b(?:instructions|texte|ci-dessus|article)|"
    r"\b(?:note|message) à l['’](?:ia|assistant)\b",
    re.IGNORECASE,
)
_TELLING = (
    *("instruction", "prompt", "ignor", "disregard", "forget", "override", "assistant", "language model", "chatbot"),
    *("chatgpt", "claude", "llm", "converter", "system", "user:", "bot", "crawler", "parser", "software"),
    *(
        "machine",
        "automat",
        "computer",
        "robot",
        "scraper",
        "whoever",
        "accept",
        "approve",
        "im_start",
        "erase",
        "skip",
        "delete",
        "verified",
    ),
    *(
        "developer",
        "instruct",
        "follow your",
        "bỏ qua",
        "phớt lờ",
        "không làm theo",
        "hãy quên",
        "mô hình",
        "trợ lý",
        "trí tuệ",
        "hệ thống",
    ),
    *("máy ", "công cụ", "bỏ qua", "oubliez", "l'ia", "l’ia"),
)
_AI = re.compile(r"\ba\.?i\b")
"""One of these words, or this, stands in every such order: a quick look before the slow one."""


def gives_orders(line: str) -> bool:
    """Whether a paragraph gives orders to a machine that may read it."""
    folded = line[:LONGEST].casefold()
    telling = any(word in folded for word in _TELLING) or _AI.search(folded) is not None
    return telling and _ORDER.search(line[:LONGEST]) is not None
