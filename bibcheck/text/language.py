"""Whether a reference is in another language than English, as far as it tells."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.syntax.tree import Entry

_ENGLISH_NAMES = (
    "english",
    "american",
    "british",
    "canadian",
    "australian",
    "en-",
    "en_",
    "eng",
    "usenglish",
    "ukenglish",
)
_ENGLISH_WORD = pattern(r"(?<![^\W_])(?:the|of|and|for|with|to|an|on|how|from)(?![^\W_])")
_FOREIGN_WORD = pattern(
    r"(?<![^\W_])(?:der|das|und|für|f\\\"ur|f\{\\\"u\}r|zur|zum|ein|eine|einer|von|im|le|les|des|du|une|et|aux|sur|pour|la|el|los|"
    r"las|del|para|con|uma|um|os|dos|das|da|em|ao|na|no|il|della|delle|di|nel|het|een|och|por|como|sobre|e|y)(?![^\W_])"
    r"|[\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0590-\u06ff]"
)
_FOREIGN_MONTH = pattern(
    r"(?<![^\W_])(?:januar|jänner|februar|juni|juli|oktober|dezember|janvier|f[ée]vrier|avril|juin|juillet|ao[ûu]t|septembre|octobre"
    r"|d[ée]cembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janeiro|fevereiro|maio"
    r"|junho|julho|setembro|outubro|novembro|dezembro|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)(?![^\W_])"
)
_GERMAN_NAMES = ("german", "ngerman", "naustrian", "austrian", "nswissgerman", "swissgerman", "deutsch", "de")
_GERMAN_WORD = pattern(
    r"(?<![^\W_])(?:der|die|das|dem|den|und|für|f\\\"ur|f\{\\\"u\}r|zur|zum|ein|eine|einer|eines|von|vom|im|mit|bei|auf|über|nach|als)"
    r"(?![^\W_])"
)
# Words that follow a hyphen that is left hanging (`Vor- und Nachteile`, `men- dan nen-`) or stand after a dash: no such
# word is the second half of one that was cut.
FUNCTION_WORDS = frozenset(
    "and or to vs versus than as in of with for from the an but not und oder bzw sowie bis ein eine einer der die das des dem"
    " den im am von vom zum zur mit für et ou le la les un une des du en au aux dans pour sur y o e i los las el del por con"
    " para um uma os ao no na em il lo gli di da della delle nel een het van voor met og och eller til dan atau"
    " yang untuk dari den det dalam pada serta oraz lub przez na po za od do via per".split()
)
_LONGEST = 400  # as much of a title tells its language


def is_foreign_month(month: str) -> bool:
    """Whether a month is written out in German, French, Spanish, Portuguese or Italian, where that differs from English."""
    return _FOREIGN_MONTH.search(month[:_LONGEST].lower()) is not None


def guess_language(entry: Entry) -> str:
    """`german` or `english`: what an entry names as its language, or its title has words of and none of the other; or empty."""
    fields = entry.by_name
    for name in ("langid", "language", "hyphenation"):
        field = fields.get(name)
        if field and field.value:
            value = field.value.lower()
            return (
                "german" if value.startswith(_GERMAN_NAMES) else "english" if value.startswith(_ENGLISH_NAMES) else ""
            )
    title = fields.get("title")
    text = title.value[:_LONGEST].lower() if title else ""
    german, english = _GERMAN_WORD.search(text), _ENGLISH_WORD.search(text)
    return "" if bool(german) is bool(english) else "german" if german else "english"


def may_be_german(entry: Entry) -> bool:
    """Whether an entry names German as its language, or its title has words of it and none of English."""
    return guess_language(entry) == "german"


def may_be_english(entry: Entry) -> bool:
    """Whether an entry names English as its language, or its title has words of it and none of German."""
    return guess_language(entry) == "english"


def may_be_foreign(entry: Entry) -> bool:
    """Whether an entry names another language than English, or its title has words of one and none of English."""
    for name in ("langid", "language", "hyphenation"):
        field = entry.field(name)
        if field and field.value:
            value = field.value.lower()
            return value != "en" and not value.startswith(_ENGLISH_NAMES)
    title = entry.field("title")
    text = title.value[:_LONGEST].lower() if title else ""
    return _FOREIGN_WORD.search(text) is not None and _ENGLISH_WORD.search(text) is None
