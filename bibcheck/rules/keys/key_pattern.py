"""Keys that do not follow the house's pattern."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.works import fold
from bibcheck.lazy_re import pattern
from bibcheck.lazy_re.cost import EndlessError, longest_text
from bibcheck.names.parse import read_names
from bibcheck.rule import Finding, Level, Rule
from bibcheck.source import Span
from bibcheck.syntax.tree import Entry

_PLACEHOLDER = pattern(r"\{(author|year|shortyear|title)\}")
# Words that do not count as the first of a title.
_SMALL_WORDS = frozenset("a an the on in of for and to der die das le la les un une el il".split())


class KeyPattern(Rule):
    """Make every key follow one pattern.

    `pattern` is a regular expression for the whole key, letter case ignored. In it, `{author}` stands for the family name
    of the first author (or editor) in plain letters, `{year}` and `{shortyear}` for the year, `{title}` for the first word
    of the title that is not an article or preposition. An entry without the fields that the pattern needs is not reported.

    Bad, with pattern = "{author}{year}{title}[a-z]?":

        @article{Knuth84, author = {Donald E. Knuth}, title = {Literate Programming}, year = {1984}}
                 ^^^^^^^

    Good, with pattern = "{author}{year}{title}[a-z]?":

        @article{knuth1984literate, author = {Donald E. Knuth}, title = {Literate Programming}, year = {1984}}

    Good:

        @article{x, title = {With no pattern, any key will do}}
    """

    level = Level.OFF

    pattern: str = ""

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if not self.pattern:
            return
        try:
            longest = longest_text(re.compile(_PLACEHOLDER.sub("x", self.pattern)).pattern)
        except (re.error, OverflowError, RecursionError) as error:
            yield self.finding(Span(0, 0), f"the pattern `{self.pattern}` is no regular expression: {error}")
            return
        except EndlessError:
            message = f"the pattern `{self.pattern}` may never end, and no key was held against it"
            yield self.finding(Span(0, 0), f"{message}: make the inner repetition possessive (`*+`, `++`)")
            return
        for entry in bib.entries:
            wanted = _fill(self.pattern, entry) if len(entry.key) <= longest else None
            if wanted is not None and not re.fullmatch(wanted, entry.key, re.IGNORECASE):
                yield self.finding(entry, f"key `{entry.key}` does not follow the pattern `{self.pattern}`")


def _fill(pattern: str, entry: Entry) -> str | None:
    """The pattern with the placeholders filled for an entry; None where the entry lacks what one stands for."""
    values = {name: _value_of(entry, name) for name in _PLACEHOLDER.findall(pattern)}
    if not all(values.values()):
        return None
    return _PLACEHOLDER.sub(lambda match: re.escape(values[match[1]]), pattern)


def _value_of(entry: Entry, placeholder: str) -> str:
    if placeholder == "author":
        field = entry.field("author") or entry.field("editor")
        names = read_names(field.text) if field else ()
        return fold(names[0].family).replace(" ", "") if names else ""
    if placeholder == "title":
        field = entry.field("title")
        words = [word for word in fold(field.text).split() if word not in _SMALL_WORDS] if field else []
        return words[0] if words else ""
    field = entry.field("year") or entry.field("date")
    year = re.match(r"\d{4}", field.value) if field else None
    return (year[0][2:] if placeholder == "shortyear" else year[0]) if year else ""
