r"""Straight quotation marks in text, of which TeX makes closing ones: which open and which close."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.text.prose import HIDDEN

# In a value that is itself in quotation marks, each stands in braces of its own. TeX's own quotes are read along.
_QUOTE = pattern(r"\{\"\}|\"|``|''")
_OPENS_AFTER = frozenset(" \t\r\n([{-/–—‘“~¿¡") | {""}
_CLOSES_BEFORE = frozenset(" \t\r\n)]}-/–—’”~,.;:!?'") | {"", HIDDEN}
_NOTHING_AFTER = frozenset(" \t\r\n)]}") | {""}
_NOTHING_BEFORE = frozenset(" \t\r\n([{") | {""}
# babel's shorthands for German: "`…"' are quotation marks, "a is an umlaut, "= a hyphen. In
# `G{"u}nther` it is an accent that lost its backslash.
_SHORTHAND = pattern(r"\"[`'=~|<>]|(?<=[A-Za-z])\"(?=[A-Za-z])|\{\"[A-Za-z]\}")
_CODE = pattern(r"\\(?:texttt|tt|ttfamily|lstinline|code)(?![A-Za-z])")


class StraightQuote(NamedTuple):
    """A straight quotation mark (with braces of its own, if it has them); `text` is what TeX wants, if that can be told."""

    start: int
    end: int
    text: str | None


def find_straight_quotes(text: str, prose: str) -> list[StraightQuote]:
    """The quotation marks of a value that print wrongly. Inches, seconds and babel's shorthands are none."""
    if _SHORTHAND.search(prose) or _CODE.search(text):
        return []
    quotes: list[StraightQuote] = []
    depth = 0  # quotes that TeX's own signs opened
    opened = False  # by a straight quote
    is_clear = True
    for match in _QUOTE.finditer(prose):
        start, end = match.span()
        if match[0] in ("``", "''"):
            depth = max(depth + (1 if match[0] == "``" else -1), 0)
            continue
        if not opened and prose[start - 1 : start].isdigit():
            continue  # inches
        if depth and not opened:
            depth -= 1  # closes what `` opened, which prints right
            continue
        opened = not opened
        is_clear = is_clear and _fits(prose, start, end, opened)
        quotes.append(StraightQuote(start, end, "``" if opened else "''"))
    if len(quotes) == 1 and _fits(prose, quotes[0].start, quotes[0].end, False):
        return []  # closes what nothing opened, and prints as that
    if opened or not is_clear:
        return [quote._replace(text=None) for quote in quotes]
    return quotes


def _fits(prose: str, start: int, end: int, opens: bool) -> bool:
    """Whether a quote stands where one that opens, or closes, would."""
    before, after = prose[start - 1 : start], prose[end : end + 1]
    if opens:
        return (before in _OPENS_AFTER or before == HIDDEN) and after not in _NOTHING_AFTER
    return after in _CLOSES_BEFORE and before not in _NOTHING_BEFORE
