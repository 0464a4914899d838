"""Text from files made fit to print: what steers a terminal, or turns the order of reading, is shown as an escape."""

from __future__ import annotations

import re

from bibcheck.lazy_re import pattern

# C0 and C1 controls with DEL; the bidirectional controls of UAX #9; line and paragraph separators; lone surrogates.
_STEERING = pattern(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NAMED = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def visible(text: str) -> str:
    """`text` on one line, with escapes such as `\\x1b` and `\\u202e`; a byte that is not UTF-8 is `\\xff`."""
    return text if text.isascii() and text.isprintable() else _STEERING.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # surrogateescape
        code -= 0xDC00
    return _NAMED.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
