"""Another form of a venue written into a field, of which all that the two have in common stays as it is."""

from __future__ import annotations

from bibcheck.lazy_re import pattern
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.contrast import common_ends
from bibcheck.text.latex import decode, unpaired_braces

_WORD = pattern(r"\S+")


def rewrite(field: Field, text: str) -> Edit | None:
    """Write `text`, in LaTeX, for the value of a field: of one with braces or line breaks only the words that differ.

    The whole value is written where these words cannot be told apart from the braces around them. None where the value does
    not stand in the file in one piece.
    """
    if not field.is_literal or ("{" not in field.text and "\n" not in field.text):
        return replace_value(field, text)
    own, wanted = decode(field.text), decode(text)
    ours = [match.span() for match in _WORD.finditer(own.text)]
    theirs = [match.span() for match in _WORD.finditer(wanted.text)]
    our_words = [own.text[slice(*span)] for span in ours]
    their_words = [wanted.text[slice(*span)] for span in theirs]
    shorter = min(len(ours), len(theirs))
    start, end = common_ends(our_words, their_words)
    before = min(start, shorter - 1)
    after = min(end, shorter - before - 1)
    our_span = own.source_span(ours[before][0], ours[len(ours) - 1 - after][1])
    their_span = wanted.source_span(theirs[before][0], theirs[len(theirs) - 1 - after][1])
    piece = _with_braces_of(field.text[slice(*our_span)], text[slice(*their_span)])
    if piece is None:
        return replace_value(field, text)
    result = field.text[: our_span[0]] + piece + field.text[our_span[1] :]
    if result.count("{") == result.count("}") and decode(result).text.split() == their_words:
        return replace(field, *our_span, piece)
    return replace_value(field, text)


def _with_braces_of(old: str, new: str) -> str | None:
    """Words with the braces that begin or end in those that they are written for; None where they are in two groups."""
    opened, closed = unpaired_braces(old)
    if unpaired_braces(new) != (0, 0) or (opened and closed):
        return None
    return "{" * opened + new + "}" * closed
