"""Braces inside words."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace

_WORD = pattern(r"(?<![\w\\{}$^'’-])(?<!\\.)(?:\w++|\{\w++\})++(?![\w{}$\\^])")
# `{GPU}s`, and `{B}ayesian`: an ending, or an initial, as BibTeX's manual and MathSciNet have it.
_LET_BE = pattern(r"\{\w+\}(?:s|es|ed|ing)?|\{[^\W\d_]\}[^\W\d_]+|\{\w+\}[0-9]+|[^A-Za-z{]+\{\w+\}")


class PartialWordBraces(Rule):
    r"""Put braces around whole words: inside a word they break kerning and hyphenation.

    A matter of taste: the capitals print as they should either way, and the ACL Anthology exports braces so. Not reported:
    accents (`H{\"a}rtig`), the ending of a plural (`{GPU}s`), and the initial of a name (`{B}ayesian`), which is an old custom.

    Bad:

        @article{k, title = {The {D}NA of {L}i{DAR}}}
                                 ^^^^^    ^^^^^^^^^

    Good:

        @article{k, title = {The {DNA} of {LiDAR}}}
    """

    level = Level.OFF
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("title", "booktitle"):
            if "{" not in field.text or field.text.count("{") != field.text.count("}"):
                continue
            depth = place = 0
            for match in _WORD.finditer(field.text):
                word = match[0]
                depth += field.text.count("{", place, match.start()) - field.text.count("}", place, match.start())
                place = match.end()  # the braces inside a word match
                # Inside braces, another pair says something else than its looks.
                if depth == 0 and "{" in word and not _is_let_be(word):
                    whole = "{" + word.replace("{", "").replace("}", "") + "}"
                    edit = replace(field, *match.span(), whole)
                    yield self.finding(field.span(*match.span()), f"braces inside the word `{word}`", edit)


def _is_let_be(word: str) -> bool:
    rest = word[word.index("}") + 1 :]
    return _LET_BE.fullmatch(word) is not None and (rest == rest.lower())
