"""Punctuation and white space that a bad export left at the ends of a value."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_NAMES = tuple("publisher organization institution school address location journal journaltitle series".split())
_DATES = tuple("year month day date urldate origdate eventdate".split())
_TITLES = tuple("title subtitle maintitle booktitle booksubtitle".split())
_OTHERS = tuple("volume number pages edition type howpublished note".split())

_CASING = " \t\r\n{}"
_QUOTES = (('"', '"'), ("``", "''"), ("''", "''"), ("“", "”"))
_LAST_WORD = pattern(r"(?<![\w.])([\w-]+)\.\Z")
_OPENING_QUOTE = pattern(r"[\s{]*+[\"“][ \t]++(?=\w)")
# Words that no abbreviation is spelt like.
_FULL_WORDS = frozenset(
    "press publisher publishers publishing publication publications verlag springer elsevier wiley sons blackwell routledge"
    " benjamins longman macmillan birkhäuser mcgraw-hill addison-wesley prentice-hall hall books house association society"
    " academy university institute institution college school centre center laboratory laboratories foundation company"
    " corporation incorporated limited group international conference workshop symposium congress meeting proceedings series"
    " report reports journal letters review reviews magazine science sciences linguistics language languages mathematics"
    " physics chemistry biology medicine engineering technology technologies computing computation computers computer"
    " software hardware systems networks networking communications security privacy programming intelligence learning vision"
    " recognition processing research studies education economics statistics applications psychology philosophy history".split()
)


class _Stray(NamedTuple):
    start: int
    end: int
    what: str


class StrayDelimiter(Rule):
    """Take away the quotes, commas and full stops that an export left at the ends of a value: they are printed.

    A full stop is reported only after a word that is written out (`Oxford University Press.`, not `Inc.`), quotes only
    around all of a value that is no title; the full stop of a title is the business of `trailing-period`. White space
    at the ends of a value is reported in dates, which not every program reads with it (BibTeX takes it off), and after
    a quote that opens a title, where it is printed.

    Bad:

        @book{newman15, publisher = {" O'Reilly Media, Inc."}, month = { nov }}
                                     ^^^^^^^^^^^^^^^^^^^^^^^            ^^^^^

    Good:

        @book{newman15, publisher = {O'Reilly Media, Inc.}, month = {nov}}

    Bad:

        @book{ng99, publisher = {Springer,}, series = {Papers in Linguistics.}}
                                         ^                                  ^

    Good:

        @book{ng99, publisher = {Springer}, series = {Papers in Linguistics}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for names, find in (
            (_NAMES, _find_at_name),
            (_DATES, _find_at_date),
            (_TITLES, _find_at_title),
            (_OTHERS, _find_commas),
        ):
            for field in bib.fields(*names):
                core = field.text.strip("{}")
                # Letters and digits at both ends: nothing strays there.
                if core[:1].isalnum() and core[-1:].isalnum():
                    continue
                if strays := sorted(find(field.text)):
                    message = (
                        " and ".join(dict.fromkeys(stray.what for stray in strays)) + f" `{_shorten(field.value)}`"
                    )
                    span = field.span(strays[0].start, strays[-1].end)
                    yield self.finding(span, message, *(replace(field, stray.start, stray.end, "") for stray in strays))


def _shorten(value: str) -> str:
    return value if len(value) <= 40 else f"{value[:19]}…{value[-19:]}"


def _find_at_name(text: str) -> list[_Stray]:
    start, end = _core(text)
    strays = _find_quotes(text, start, end) or _find_commas(text)
    word = _LAST_WORD.search(text, max(start, end - 30), end) if text[end - 1 : end] == "." else None
    if word and word[1].lower() in _FULL_WORDS:
        strays.append(_Stray(end - 1, end, "a full stop at the end of"))
    return strays


def _find_quotes(text: str, start: int, end: int) -> list[_Stray]:
    for opening, closing in _QUOTES:
        inside = text[start + len(opening) : max(end - len(closing), start)]
        # A quotation that asks or calls out is a name that is quoted: the series "Que sais-je?".
        if (
            text.startswith(opening, start)
            and text.endswith(closing, start, end)
            and not any(quote in inside for quote in (opening, closing))
            and inside.strip()[-1:] not in ("", "?", "!")
        ):
            left, right = len(inside) - len(inside.lstrip()), len(inside) - len(inside.rstrip())
            opened = _Stray(start, start + len(opening) + left, "quotes around")
            return [opened, _Stray(end - len(closing) - right, end, "quotes around")]
    return []


def _find_at_date(text: str) -> list[_Stray]:
    core = text.strip(" \t")
    if not core or core == text or "\n" in text:
        return _find_commas(text)
    start = text.index(core)
    ends = ((0, start), (start + len(core), len(text)))
    return [_Stray(*span, "white space at the ends of") for span in ends if span[0] < span[1]]


def _find_at_title(text: str) -> list[_Stray]:
    opening = _OPENING_QUOTE.match(text)
    space = (len(opening[0].rstrip()), opening.end()) if opening else None
    return [*([_Stray(*space, "white space after the opening quote of")] if space else []), *_find_commas(text)]


def _find_commas(text: str) -> list[_Stray]:
    if "," not in text:
        return []
    start, end = _core(text)
    strays = []
    if text.startswith(",", start):
        strays.append(_Stray(start, end - len(text[start:end].lstrip(", \t\r\n")), "a comma at the beginning of"))
    kept = start + len(text[start:end].rstrip(", \t\r\n"))
    # `\,` is a space.
    if kept > start and text[end - 1] == "," and text[kept - 1] != "\\":
        strays.append(_Stray(kept, end, "a comma at the end of"))
    return strays


def _core(text: str) -> tuple[int, int]:
    """Where a value begins and ends without white space and braces around it."""
    start = len(text) - len(text.lstrip(_CASING))
    return start, max(len(text.rstrip(_CASING)), start)
