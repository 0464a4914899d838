r"""What LaTeX's commands stand for: accents, symbols, styles and formulas; the rest as pylatexenc knows it.

Names of characters come from ltoutenc.dtx and textcomp, formulas from fontmath.ltx and amssymb.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bibcheck.lazy_re import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

WHITE_SPACE = " \t\r\n"
_WS = rf"[{WHITE_SPACE}]*+"
# What an accent takes: a letter, a command for one (`\i`, `\ae`) or a letter that has an accent already.
_LETTER = rf"(?:[^\W\d_]|\\[A-Za-z]{{1,2}}(?![A-Za-z]){_WS}|\\[\"'`^~=.]{_WS}(?:[A-Za-z]|\{{[A-Za-z]\}}))"
ACCENT = rf"(?:[\"'`^~=.]|[cvHkrubd](?![A-Za-z])){_WS}(?:\{{{_WS}{_LETTER}?{_WS}\}}|{_LETTER})"  # without its backslash

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}


def _words(text: str) -> list[str]:
    return text.split()


def _pairs(text: str) -> dict[str, str]:
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SYMBOLS = {
    **_pairs(
        "i ı j ȷ ss ß ae æ AE Æ oe œ OE Œ o ø O Ø aa å AA Å l ł L Ł dh ð DH Ð th þ TH Þ dj đ DJ Đ ng ŋ NG Ŋ"
        " textendash – textemdash — dash – Dash — ndash – mdash — hyphen - textquoteleft ‘ textquoteright ’"
        " textquotedblleft “ textquotedblright ” textquotesingle ' textquotedbl \" lq ‘ rq ’ quotedblbase „ glqq „ grqq “"
        " guillemotleft « guillemotright » flqq « frqq » dots … ldots … textellipsis … textbackslash \\ textasciitilde ~"
        " textasciicircum ^ textunderscore _ textless < textgreater > textbar | slash / S § P ¶ copyright ©"
        " textcopyright © textregistered ® texttrademark ™ textdegree ° pounds £ textsterling £ texteuro € textmu µ"
        " textbullet • dag † textordmasculine º textordfeminine ª textpm ± texttimes × textrightarrow →"
        " textexclamdown ¡ textquestiondown ¿ sp ^ sb _"
    ),
    **_pairs("TeX TeX LaTeX LaTeX LaTeXe LaTeX2ε BibTeX BibTeX XeTeX XeTeX LuaTeX LuaTeX ConTeXt ConTeXt MF METAFONT"),
    **_pairs(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ"
        " pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ"
        " Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ hbar ħ infty ∞ partial ∂ nabla ∇ times × cdot · pm ± mp ∓"
        " circ ∘ ast ∗ star ⋆ bullet ∙ odot ⊙ oplus ⊕ otimes ⊗ le ≤ leq ≤ ge ≥ geq ≥ neq ≠ ne ≠ ll ≪ gg ≫ sim ∼"
        " approx ≈ equiv ≡ in ∈ subset ⊂ cup ∪ cap ∩ to → rightarrow → leftarrow ← leftrightarrow ↔ prime ′ cdots ⋯"
        " mid | backslash \\ less < greater > langle ⟨ rangle ⟩ lbrace { rbrace } lbrack [ rbrack ]"
    ),
    **{name: name for name in _words("log ln exp max min sin cos lim sup inf")},
    **dict.fromkeys(_words("quad qquad space thinspace enspace newline nbsp"), " "),
}
_CONTROL_SYMBOLS = {**dict.fromkeys("-/!@*()[]", ""), **dict.fromkeys(" \t\r\n,;:>\\", " ")}
# Commands that change the look of what follows, or nothing. An accent is here for the case that no letter follows it.
_STYLES = frozenset(
    _words(
        "emph textit textbf textsc textsl texttt textsf textrm textup textmd textnormal text em it bf sc sl tt sf rm"
        " bfseries itshape scshape slshape ttfamily sffamily rmfamily upshape normalfont small large acro mbox hbox vbox"
        " fbox llap rlap smash underline uline uppercase lowercase MakeUppercase MakeLowercase textsuperscript"
        " textsubscript textgreek url path nolinkurl verb ensuremath mathrm mathbf mathit mathsf mathtt mathcal mathbb"
        " mathfrak mathscr operatorname boldsymbol bm cal left right big Big bigl bigr displaystyle textstyle nolimits"
        " limits protect relax noindent allowbreak nobreak textcompwordmark selectfont ignorespaces unskip"
        " c v H k r u b d t"
    )
)
# Names that stand for themselves: aas_macros.sty's journals and TUGboat's logos, which pylatexenc does not know, and
# what it would look for outside the value.
_NAMES = frozenset(
    _words(
        "aj apj apjl apjs ao apss aap aapr aaps actaa araa baas icarus jcap jgr jqsrt mnras memras memsai nat nar na pra"
        " prb prc prd pre prl pasa pasp pasj physrep planss procspie qjras rmxaa solphys sovast ssr zap AMS CTAN DANTE DTK"
        " DVI HTML LyX MP PDF PS TikZ TUB TUG XML XeLaTeX LuaLaTeX pdfTeX pdfLaTeX AmSTeX today input include"
    )
)

_NAME = pattern(r"\\([A-Za-z]+|.)", re.DOTALL)
_FORMULA_PIECE = pattern(r"(?s)\\([A-Za-z]+|.)([ \t\r\n]*)|[{}]")
_ACCENTED = pattern(rf"\\{ACCENT}")
_BARE_PERCENT = pattern(r"(?<!\\)%")
_SCRIPT_MARK = pattern(r"\A(?:_(?=.)|\^(?=[A-Za-z]+\Z))")
_PERCENT = "\ue000"  # of the private use area


def command_text(command: str) -> str | None:
    """What an accent with its letter, a symbol or a style stands for; None if the tables do not know the command."""
    mark = ACCENTS.get(command[1])
    if mark and _ACCENTED.fullmatch(command):
        return _accented_text(command, mark)
    name = command_name(command)
    if name in _STYLES:
        return ""
    if name.isalpha():
        return _SYMBOLS.get(name)
    return _CONTROL_SYMBOLS.get(name, name)


def command_name(command: str) -> str:
    """The name of the first command of a text: letters, or one other character."""
    match = _NAME.search(command)
    return match[1] if match else ""


def formula_text(formula: str) -> str | None:
    """A formula without its delimiters on one line, or None if the tables do not know a command of it."""
    for name in _NAME.findall(formula):
        if name.isalpha() and name not in _SYMBOLS and name not in _STYLES:
            return None
    return strip_formula(formula)


def strip_formula(formula: str) -> str:
    """A formula on one line: symbols for the commands, names for those that nobody knows, no braces."""
    return _tidy_formula(_FORMULA_PIECE.sub(_piece_text, formula).replace("~", " "))


def compose(text: str) -> str:
    """The text in normal form C."""
    from unicodedata import normalize

    return normalize("NFC", text)


@lru_cache(maxsize=1024)
def ask_pylatexenc(fragment: str) -> tuple[str, int] | None:
    """Text and length of what a fragment begins with: length 0 where that is unknown, None where it does not parse.

    It takes 200 µs or so; callers bound the length and the failures.
    """
    name = command_name(fragment) if fragment.startswith("\\") else ""
    if name in _NAMES:
        return "", 0
    walker, commands, texts = _pylatexenc()
    if name.isalpha() and not texts.latex_context.get_macro_spec(name):
        return "", 0
    # A percent sign, which is like any other character for BibTeX, begins a comment for pylatexenc.
    guarded = _BARE_PERCENT.sub(_PERCENT, fragment)
    try:
        parsed = walker(guarded, latex_context=commands, tolerant_parsing=False).get_latex_nodes(read_max_nodes=1)
        text = texts.nodelist_to_text(parsed[0])
    except Exception:  # of any kind: IndexError, RecursionError
        return None
    if "%s" in text or "%(" in text:  # its own patterns, where it missed an argument
        return None
    text = compose(text.replace(_PERCENT, "%"))
    return (_tidy(text) if name.isalpha() else _tidy_formula(text)), parsed[2]


@lru_cache(maxsize=1)
def _pylatexenc() -> tuple[Any, Any, Any]:
    import logging

    from pylatexenc import latex2text, latexwalker

    logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # broken values are no news on standard error
    return latexwalker.LatexWalker, latexwalker.get_default_latex_context_db(), latex2text.LatexNodes2Text()


def _accented_text(command: str, mark: str) -> str:
    argument = command[2:].strip(WHITE_SPACE)
    if argument.startswith("{"):
        argument = argument[1:-1].strip(WHITE_SPACE)
    letter = command_text(argument) if argument.startswith("\\") else argument
    if not letter:
        return "" if command[1].isalpha() else command[1]
    return compose(letter.replace("ı", "i").replace("ȷ", "j") + mark)


def _piece_text(match: re.Match[str]) -> str:
    name = match[1]
    if name is None or name in _STYLES:
        return ""
    return (_SYMBOLS.get(name) or _CONTROL_SYMBOLS.get(name, name)) + match[2]


def _tidy_formula(text: str) -> str:
    """Degrees and primes as characters; a lone subscript, or superscript of letters, as text: CO2, 5th."""
    text = _tidy(text).replace("^∘", "°").replace("^′", "′")
    return _SCRIPT_MARK.sub("", text)


def _tidy(text: str) -> str:
    return " ".join(text.split())
