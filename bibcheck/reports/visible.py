"""Text from files made fit to print: what steers a terminal or the log of a CI job is shown as an escape."""

from __future__ import annotations

import re

# C0 and C1 controls with DEL; the bidirectional controls of UAX #9; line and paragraph separators; lone surrogates; and
# `##[` and `##vso[`, which start a command anywhere in a line (actions/runner, ActionCommand.cs; Azure Pipelines).
# Not compiled before it is needed, which it rarely is.
_OTHERS = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]|(?<=#)#(?=(?:vso)?+\[)"
_STEERING = rf"[\x00-\x1f{_OTHERS}"
_STEERING_IN_LINES = rf"[\x00-\x08\x0b-\x1f{_OTHERS}"
_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def visible(text: str) -> str:
    """`text` on one line, with escapes such as `\\x1b` and `\\u202e`; a byte that is not UTF-8 is `\\xff`."""
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    return re.sub(_STEERING, _escape, text)


def visible_lines(text: str) -> str:
    """The same on as many lines as the text has; tabs stay."""
    return re.sub(_STEERING_IN_LINES, _escape, text.replace("\r\n", "\n").replace("\r", "\n"))


def visible_start(text: str) -> str:
    """A path or a name fit to begin a line: GitHub Actions takes a line that begins with `::` for a command."""
    shown = visible(text)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def visible_line(text: str) -> str:
    """Text fit to be a line of its own, which no `::` begins either."""
    shown = visible(text)
    words = shown.lstrip()
    return f"{shown[: -len(words)]}\\x3a{words[1:]}" if words.startswith("::") else shown


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # surrogateescape
        code -= 0xDC00
    return _NAMED.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
