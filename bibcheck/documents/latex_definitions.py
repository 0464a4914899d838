"""Commands that a LaTeX document defines to cite: which of their arguments holds the keys."""

from __future__ import annotations

from collections.abc import Mapping

from bibcheck.documents.document import CiteCommand
from bibcheck.lazy_re import pattern

_LONGEST = 1_000  # characters of a definition that is looked into
_BODY = r"\{((?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+)\}"
_NAME = r"\*?\s*+\{?\s*+\\([a-zA-Z@]++)\s*+\}?\s*+"
_NEW_COMMAND = pattern(rf"{_NAME}(?:\[(\d)\])?+\s*+(\[[^\[\]]*+\])?+\s*+{_BODY}")
_DOCUMENT_COMMAND = pattern(rf"{_NAME}\{{((?:[^{{}}]|\{{[^{{}}]*+\}})*+)\}}\s*+{_BODY}")
_DEF = pattern(rf"\s*+\\([a-zA-Z@]++)((?:\s*+#\d)*+)\s*+{_BODY}")
_LET = pattern(r"\s*+\\([a-zA-Z@]++)\s*+=?\s*+\\([a-zA-Z@]++)")
_COPY = pattern(r"\s*+\{?\s*+\\([a-zA-Z@]++)\s*+\}?\s*+\{?\s*+\\([a-zA-Z@]++)")
_DECLARED = pattern(r"\*?\s*+(?:\[[^\[\]]*+\]\s*+)?+\{\s*+\\([a-zA-Z@]++)\s*+\}")
_DEFINED = pattern(r"\*?\s*+\{?\s*+\\[a-zA-Z@]++")
_SPECIFIER = pattern(r"[+!>]|[mMrRvbouOsdDtegG](?:\{[^{}]*+\})?")

_CITING = pattern(r"\\([a-zA-Z@]++)\*?(?:\[[^\[\]]*+\]|<[^<>]*+>)*+\{[^{}]*?#(\d)[^{}]*+\}")
_ALIAS = pattern(r"\s*+\\([a-zA-Z@]++)\s*+")

NEW_COMMANDS = frozenset(
    "newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd".split()
)
DOCUMENT_COMMANDS = frozenset(
    "NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand".split()
)
DEFINITIONS = NEW_COMMANDS | DOCUMENT_COMMANDS | frozenset("def gdef let NewCommandCopy".split())
DECLARATIONS = frozenset("DeclareCiteCommand DeclareMultiCiteCommand".split())


def defined(text: str, how: str, position: int, known: Mapping[str, CiteCommand]) -> CiteCommand | None:
    """The citing command that the definition `\\how` defines at `position`, if it defines one that is not known yet."""
    if how in ("let", "NewCommandCopy"):
        match = (_LET if how == "let" else _COPY).match(text, position)
        return (
            known[match[2]]._replace(name=match[1]) if match and match[2] in known and match[1] not in known else None
        )
    limit = position + _LONGEST
    if how in NEW_COMMANDS:
        if match := _NEW_COMMAND.match(text, position, limit):
            return _of_body(match[1], match[4], 1 if match[3] else 0, known)
    elif how in DOCUMENT_COMMANDS:
        if match := _DOCUMENT_COMMAND.match(text, position, limit):
            return _of_specification(match[1], match[2], match[3], known)
    elif match := _DEF.match(text, position, limit):
        return _of_body(match[1], match[3], 0, known)
    return None


def after_name(text: str, how: str, position: int) -> int | None:
    """Where reading goes on behind the names that a definition begins with: they are not used there."""
    pattern_of_names = {"let": _LET, "NewCommandCopy": _COPY}.get(how, _DEFINED)
    match = pattern_of_names.match(text, position)
    return match.end() if match else None


def declared(text: str, how: str, position: int) -> CiteCommand | None:
    """The command that biblatex's `\\DeclareCiteCommand` or `\\DeclareMultiCiteCommand` defines."""
    match = _DECLARED.match(text, position)
    return CiteCommand(match[1], multiple=how == "DeclareMultiCiteCommand") if match else None


def _of_body(name: str, body: str, optional: int, known: Mapping[str, CiteCommand]) -> CiteCommand | None:
    alias = _ALIAS.fullmatch(body)
    if alias and alias[1] in known and name not in known:
        return known[alias[1]]._replace(name=name)
    number, hidden = _key_argument(body, known)
    if number > optional:
        return CiteCommand(name, argument=number - optional, hidden=hidden)
    return _not_citing(name, body, known)


def _of_specification(name: str, specification: str, body: str, known: Mapping[str, CiteCommand]) -> CiteCommand | None:
    """As xparse reads it: `m` is an argument in braces, the other letters are optional."""
    letters = [match[0][0] for match in _SPECIFIER.finditer(specification) if match[0][0] not in "+!>"]
    number, hidden = _key_argument(body, known)
    before = letters[:number]
    if before and before[-1] == "m":
        return CiteCommand(name, argument=before.count("m"), hidden=hidden)
    return _not_citing(name, body, known)


def _not_citing(name: str, body: str, known: Mapping[str, CiteCommand]) -> CiteCommand | None:
    """A command that cites elsewhere, where this definition does something else with its arguments."""
    is_other = name in known and "#" in body and "cit" not in body.lower()
    return CiteCommand(name, argument=0) if is_other else None


def _key_argument(body: str, known: Mapping[str, CiteCommand]) -> tuple[int, bool]:
    """The number of the argument that is cited in a definition, 0 where there is none, and whether it is only listed."""
    for match in _CITING.finditer(body):
        if match[1] in known:
            return int(match[2]), known[match[1]].hidden
    return 0, False
