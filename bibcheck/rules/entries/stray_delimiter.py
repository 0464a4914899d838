"""Punctuation and white space that a bad export left at the ends of a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.full_words import ABBREVIATED_PLACES, FULL_WORDS
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.values.numbers import read_volume_and_number

_NAMES = tuple("publisher organization institution school journal journaltitle series".split())
_PLACES = ("address", "location")
_DATES = tuple("year month day date urldate origdate eventdate".split())
_TITLES = tuple("title subtitle maintitle booktitle booksubtitle".split())
_OTHERS = tuple("volume number pages edition type howpublished note".split())

_CASING = " \t\r\n{}"
_QUOTES = (('"', '"'), ("``", "''"), ("''", "''"), ("“", "”"))
_LAST_WORD = pattern(r"(?<![\w.])([\w-]+)\.\Z")
_OPENING_QUOTE = pattern(r"[\s{]*+[\"“][ \t]++(?=\w)")
_SHORTEST_PLACE = 5


class _Stray(NamedTuple):
    start: int
    end: int
    what: str


class StrayDelimiter(Rule):
    """Take away the quotes, commas and full stops that an export left at the ends of a value: they are printed.

    A full stop is reported only after a word that is written out (`Oxford University Press.`, not `Inc.`), and quotes only
    around all of a value that is no title. trailing-period reports the full stop of a title. White space at the ends of a
    value is reported in dates, as not every program takes it off, and after a quote that opens a title, where it is printed.
    A value that takes a part from a macro of another file is not judged.

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
            (_PLACES, _find_at_place),
            (_DATES, _find_at_date),
            (_TITLES, _find_at_title),
            (_OTHERS, _find_commas),
        ):
            for field in bib.fields(*names):
                core = field.text.strip("{}")
                # Letters and digits at both ends: nothing strays there.
                if (core[:1].isalnum() and core[-1:].isalnum()) or not field.is_known:
                    continue
                # Of `Vol. 2, No. 7,` misplaced-value speaks.
                if field.name in ("volume", "number") and read_volume_and_number(field.text):
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
    return _find_around(text, FULL_WORDS.__contains__)


def _find_at_place(text: str) -> list[_Stray]:
    return _find_around(text, _is_place_written_out)


def _is_place_written_out(word: str) -> bool:
    return len(word) >= _SHORTEST_PLACE and word.isalpha() and word not in ABBREVIATED_PLACES


def _find_around(text: str, is_written_out: Callable[[str], bool]) -> list[_Stray]:
    """What strays at the ends of a name; a full stop if the word before it is written out."""
    start, end = _core(text)
    strays = _find_quotes(text, start, end) or _find_commas(text)
    word = _LAST_WORD.search(text, max(start, end - 30), end) if text[end - 1 : end] == "." else None
    if word and is_written_out(word[1].lower()):
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
