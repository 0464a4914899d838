r"""Characters as LaTeX writes them: `{\'e}`, `{\ss}`, `--`, `$\alpha$`."""

from __future__ import annotations

from functools import lru_cache

from bibcheck.lazy_re import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# What TeX makes of plain signs (fontenc's ligatures), and what has a meaning to it.
TYPOGRAPHIC = {
    "‘": "`",
    "’": "'",
    "‚": r"{\quotesinglbase}",
    "“": "``",
    "”": "''",
    "„": r"{\quotedblbase}",
    "‐": "-",
    "‑": "-",
    "–": "--",
    "—": "---",
    "…": r"{\ldots}",
}
_SIGNS = {
    **TYPOGRAPHIC,
    **{character: "\\" + character for character in "&%#_$"},
    "\xa0": "~",
    "\xad": r"\-",
    "−": "$-$",
    "<": "$<$",
    ">": "$>$",
    "\\": r"{\textbackslash}",
    "^": r"{\textasciicircum}",
    "~": r"{\textasciitilde}",
    "{": r"\{",
    "}": r"\}",
}
# Letters with a mark below, which pylatexenc does not know.
_BELOW = {"\u0323": "d", "\u0327": "c", "\u0328": "k", "\u0331": "b", "\u0326": "textcommabelow"}

# What pylatexenc writes and LaTeX lacks: commands of Cyrillic fonts, of packages that few load, and of none.
_LACKING = pattern(
    r"\\(?:(?i:cyr)[A-Za-z]*|[CU]|nument|text(?:hvlig|nrleg|schwa|phi|glotstop|turnk|frac)|mathscr|mathchar|arrowwave(?:left|right)"
    r"|dblarrowupdown|DownArrowUpArrow|rightangle(?:arc)?|surfintegral|volintegral|clwintegral|homothetic|lazysinv|allequal"
    r"|approxnotequal|tildetrpl|estimates|starequal|not(?:lessgreater|greaterless)|truestate|forcesextra|VDash|original|image"
    r"|hermitconjmatrix|verymuch(?:less|greater)|precedesnotsimilar|udots|varperspcorrespond|recorder|quarternote|clockoint"
    r"|sqrint)(?![A-Za-z])"
)


def write_latex(text: str) -> str | None:
    """ASCII that prints as the text does; None where a character has no LaTeX that every installation knows."""
    pieces = [_write(character) for character in text]
    return None if None in pieces else "".join(piece or "" for piece in pieces)


@lru_cache(maxsize=4096)
def _write(character: str) -> str | None:
    if character in _SIGNS:
        return _SIGNS[character]
    if character.isascii():
        return character
    from unicodedata import normalize  # only what is not ASCII costs it

    base, mark = normalize("NFD", character)[:1], normalize("NFD", character)[1:]
    if mark in _BELOW and base.isascii():
        return f"{{\\{_BELOW[mark]}{{{base}}}}}"
    written = str(_encoder().unicode_to_latex(character))
    return written if written.isascii() and not _LACKING.search(written) else None


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from pylatexenc.latexencode import UnicodeToLatexEncoder  # 40 ms that only a fix costs

    return UnicodeToLatexEncoder(
        replacement_latex_protection="braces-all",
        unknown_char_policy="keep",
        unknown_char_warning=False,
        non_ascii_only=True,
    )
