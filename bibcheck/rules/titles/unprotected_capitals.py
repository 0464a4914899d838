"""Capitals that a style would lower."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.text.language import guess_language, may_be_english, may_be_german
from bibcheck.values.letter_case import (
    LOWERED_TYPES,
    find_symbols,
    has_inner_capitals,
    is_in_capitals,
    may_have_inner_capitals,
    protected_part,
)
from bibcheck.values.titles import TitleWord, title_words
from bibcheck.values.url import Url, find_urls

_FEWEST_TITLES = 5  # in German that make a file German
_GERMAN_FOR_EACH = 3  # titles in English


class UnprotectedCapitals(Rule):
    """Put braces around acronyms and names with capitals inside: many styles set titles in lower case.

    A word is judged by its shape alone: `OSv`, `gVisor`, `DNA`, `X-ray`, `IPv6`, `C60`, `Na$_2$`. Of a compound only the
    part that needs them gets braces (`{PDE}-Based`), of one with a slash or a point all of it (`TCP/IP`, `DEAL.II`). A word
    that stands in one title several times is reported once.

    Not reported: title case (`E-Commerce`), single letters, Roman numerals, titles that are all in capitals, addresses,
    titles in German (whose styles keep the capitals of nouns), titles that are not plainly English in a file whose titles
    are German but for one in four, and the titles of books, manuals, doctoral theses and proceedings, which BibTeX's styles
    do not lower (they do lower that of a @mastersthesis).

    Bad:

        @article{k, title = {OSv: An OS for Virtual Machines}}
                             ^^^     ^^

    Good:

        @article{k, title = {{OSv}: An {OS} for Virtual Machines}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title"):
            if field.entry is None or field.entry.type not in LOWERED_TYPES or not may_have_inner_capitals(field.text):
                continue
            words = title_words(field.text)
            if is_in_capitals(words) or may_be_german(field.entry):
                continue
            addresses = find_urls(field.text) if "." in field.text else ()
            found: dict[str, list[TitleWord]] = {}
            for word in _join(words, field.text) if "/" in field.text or "." in field.text else words:
                if word.bare and has_inner_capitals(word) and not _is_code(field.text, word, addresses):
                    found.setdefault(word.text, []).append(word)
            symbols = find_symbols(field.text)
            if not (found or symbols) or (not may_be_english(field.entry) and bib.of_whole(_is_mostly_german)):
                continue
            for places in found.values():
                yield self._describe(field, places)
            for start, end in symbols:
                symbol = field.text[start:end]
                message = f"`{symbol}` without braces, which styles set as `{symbol.lower()}`"
                yield self.finding(field.span(start, end), message, replace(field, start, end, f"{{{symbol}}}"))

    def _describe(self, field: Field, places: list[TitleWord]) -> Finding:
        first = places[0]
        spans = [_to_protect(word) for word in places]
        edits = [replace(field, *span, f"{{{field.text[slice(*span)]}}}") for span in spans]
        lowered = first.text[:1] + first.text[1:].lower() if first.opens else first.text.lower()
        again = f" (and {len(places) - 1} more in this title)" if len(places) > 1 else ""
        message = f"`{first.text}` without braces, which styles set as `{lowered}`{again}"
        return self.finding(field.span(*spans[0]), message, *edits)


def _join(words: Sequence[TitleWord], title: str) -> Iterator[TitleWord]:
    """The words of a title, where those with inner capitals that a slash or a point joins are one: `dN/dS`, `DEAL.II`."""
    chain: list[TitleWord] = []
    for word in words:
        if chain and not _are_one(chain[-1], word, title):
            yield _as_one(chain, title)
            chain = []
        chain.append(word)
    if chain:
        yield _as_one(chain, title)


def _as_one(chain: list[TitleWord], title: str) -> TitleWord:
    first, last = chain[0], chain[-1]
    return first if first is last else first._replace(text=title[first.start : last.end], end=last.end)


def _are_one(first: TitleWord, second: TitleWord, title: str) -> bool:
    if title[first.end : second.start] not in ("/", ".") or not (first.bare and second.bare):
        return False
    if any(word.end - word.start != len(word.text) for word in (first, second)):
        return False  # with an accent by a command
    inner = [has_inner_capitals(word) for word in (first, second)]
    return any(inner) and all(has or word.text.isupper() for has, word in zip(inner, (first, second), strict=True))


def _is_mostly_german(bib: Bibliography) -> bool:
    """Whether of the titles that tell their language three of four are German."""
    titles = Counter(guess_language(entry) for entry in bib.entries if entry.field("title"))
    return titles["german"] >= max(_FEWEST_TITLES, _GERMAN_FOR_EACH * titles["english"])


def _to_protect(word: TitleWord) -> tuple[int, int]:
    """The span of the value that needs braces: all of the word where its letters are not those of the value."""
    if len(word.text) != word.end - word.start:
        return word.start, word.end
    start, end = protected_part(word)
    return word.start + start, word.start + end


def _is_code(text: str, word: TitleWord, addresses: Sequence[Url]) -> bool:
    """Whether what looks like a word is part of a character reference (`&#x00E9;`), of its code, or of an address.

    Of `La-TeX` export-residue speaks.
    """
    if word.text.endswith("-TeX"):
        return True
    before = text[max(word.start - 2, 0) : word.start]
    return before.endswith(("&", "&#", "U+", "\\u")) or any(
        url.span.start <= word.start < url.span.end for url in addresses
    )
