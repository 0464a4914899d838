"""Parts of a LaTeX document that TeX does not read as text: verbatim material, addresses, what a false condition hides."""

from __future__ import annotations

from functools import lru_cache
from re import Pattern

from bibcheck.documents.lines import LINE_START
from bibcheck.lazy_re import pattern

_COMMAND = r"\\([a-zA-Z@]++)|%[^\r\n]*+|\\(?s:.)"
_CHUNK = rf"{LINE_START}<<[^\r\n]*+"  # Sweave and knitr: code up to a line with an `@`
_CHUNK_END = pattern(rf"{LINE_START}@")

_VERB = pattern(r"\*?([^\sa-zA-Z*}\]])[^\r\n]{0,1000}?\1")
_ADDRESS = pattern(r"([|!+/\"#=~:;^@$&?])[^\r\n]{0,1000}?\1")
_IN_BRACES = pattern(r"[ \t]*+\{(?:[^{}\r\n]++|\{[^{}\r\n]*+\})*+\}")
_OPTIONS = pattern(r"[ \t]*+\[[^\[\]]*+\]")
_LANGUAGE = pattern(r"[ \t]*+(?:\[[^\[\]]*+\][ \t]*+)?+\{[^{}\r\n]*+\}")
# TeX counts the conditionals that it skips (TeXbook, chapter 20); what takes arguments in braces is a macro.
_CONDITION = pattern(r"\\(if(?!f(?![a-zA-Z@]))[a-zA-Z@]*+)(?![ \t]*+\{)|\\(fi|else)(?![a-zA-Z@])|%[^\r\n]*+|\\(?s:.)")

# The commands before an inline piece of code: how what stands between them and the piece is read.
_BEFORE_CODE = {"mintinline": _LANGUAGE, "mint": _LANGUAGE, "lstinline": _OPTIONS, "Verb": _OPTIONS}
INLINE_CODE = frozenset({"verb", "path", "url", "href", "nolinkurl", "burl", "qrcode", *_BEFORE_CODE})


@lru_cache
def tokens(short_verbs: str, with_chunks: bool) -> Pattern[str]:
    """Finds the commands of a document (group 1 is the name) and passes over comments and escaped characters."""
    also = "".join(f"|\\{character}" for character in short_verbs)
    return pattern(_COMMAND + also + (f"|{_CHUNK}" if with_chunks else ""))


def after_inline_code(text: str, name: str, position: int) -> int:
    """The end of the code that begins behind `\\name`, or `position` where there is none."""
    start = position
    if (before := _BEFORE_CODE.get(name)) and (match := before.match(text, position)):
        start = match.end()
    match = None if name == "verb" else _IN_BRACES.match(text, start)
    if match is None:
        delimited = _VERB if name == "verb" or before else _ADDRESS
        match = delimited.match(text, start)
    return match.end() if match else position


def after_chunk(text: str, position: int) -> int:
    """The end of a piece of R code."""
    match = _CHUNK_END.search(text, position)
    return match.end() if match else len(text)


def after_false(text: str, position: int) -> int | None:
    """Where reading goes on after `\\iffalse`: behind its `\\else` or `\\fi`, if there is one."""
    depth = 0
    for match in _CONDITION.finditer(text, position):
        if match[1]:
            depth += 1
        elif match[2] == "fi":
            if not depth:
                return match.end()
            depth -= 1
        elif match[2] and not depth:
            return match.end()
    return None
