"""Full stops at the ends of titles."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.abbreviations import is_abbreviation
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field

_END = pattern(r"(?P<word>[^\s{}.]*)(?P<stop>\.)[\s}]*\Z")
# `J. Phys.: Conf. Ser.`: the word before ends with a full stop too.
_ABBREVIATED_BEFORE = pattern(r"(?<![\w.])[^\W\d_]{1,9}+\.:?[ ~]\Z")
_LONGEST_WORD = 15


class TrailingPeriod(Rule):
    """Leave the full stop at the end of a title to the style.

    Not reported: abbreviations (`Inc.`, `U.S.`, `J. Phys.: Conf. Ser.`), ellipses, and the booktitle of a @book to which
    no entry refers: nothing prints it.

    Bad:

        @article{k, title = {Literate Programming.}}
                                                 ^

    Good:

        @article{k, title = {Literate Programming}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title", "booktitle"):
            text = field.text.rstrip()
            if "." not in text[-4:] or _is_unprinted(bib, field):
                continue
            match = _END.search(text, max(len(text) - 80, 0))
            if match and not _belongs(text, match["word"], match.start("stop")):
                start, end = match.span("stop")
                message = f"full stop at the end of the {field.name}"
                yield self.finding(field.span(start, end), message, replace(field, start, end, ""))


def _is_unprinted(bib: Bibliography, field: Field) -> bool:
    """Whether a field is the booktitle of a book that no entry inherits."""
    entry = field.entry
    if field.name != "booktitle" or entry is None or entry.type != "book":
        return False
    key = entry.key.lower()
    return all(other.value.lower() != key for other in bib.fields("crossref"))


def _belongs(text: str, word: str, stop: int) -> bool:
    """Whether a full stop is the word's own: of an abbreviation, an ellipsis, or of letters each with one."""
    before = text[: stop - len(word)]
    return (
        not word
        or before.endswith(".")
        or _ABBREVIATED_BEFORE.search(before, max(len(before) - _LONGEST_WORD, 0)) is not None
        or is_abbreviation(word)
    )
