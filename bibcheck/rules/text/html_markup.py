"""Entities and tags of HTML, JATS and MathML, which LaTeX prints as they stand."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import Fault, gather, mend
from bibcheck.bibliography.printed import TypesetValue, marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import math_spans
from bibcheck.text.latex_writing import write_latex
from bibcheck.text.markup import Element, Entity, find_elements, find_entities
from bibcheck.text.prose import is_inside
from bibcheck.values.url import find_escapes

_MARKUP = pattern(r"&|<|\\less|\\textless")
_SCRIPT = pattern(r"[+−-]?[0-9]+[+−-]?|[+−-]|[A-Za-z]")
_PLAIN_SCRIPT = {"sub": "_", "sup": "^"}
_TEXT_SCRIPT = {"sub": "textsubscript", "sup": "textsuperscript"}
_INVISIBLE = frozenset("\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_IN_FORMULA = {"<": "<", ">": ">", "&": "\\&"}


class HtmlMarkup(Rule):
    r"""Reports HTML: exports leave entities such as `&amp;` and tags such as `<i>` in names and titles.

    LaTeX stops at the `&` of an entity and prints a tag as it stands. Both are known in the spellings that exports give
    them as well: `\&amp;`, `&lt;i&gt;`, `{\textless}i{\textgreater}`. Tags that HTML and JATS do not use for text
    (`<box>`), and those without their counterpart that could be something else (`List<b>`), are not reported. MathML is
    reported without a fix. Only fields that styles print are judged, and url, where `&amp;` breaks the link. All HTML
    of one value is one finding.
    Bad:

        @article{k, title = {Carbon &amp; Oxygen 1990&#8211;2000}, publisher = {Caf&eacute;}}
                                    ^^^^^                                          ^^^^^^^^

    Good:

        @article{k, title = {Carbon \& Oxygen 1990--2000}, publisher = {Caf{\'e}}}

    Bad:

        @article{k, title = {The CO<sub>2</sub> Uptake of <i>Quercus</i> Trees}}
                                   ^^^^^^^^^^^^

    Good:

        @article{k, title = {The CO$_{2}$ Uptake of \emph{Quercus} Trees}}
    """

    level = Level.WARNING
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in marked_values(bib):
            if _MARKUP.search(value.text):
                yield from self._judge(value, bib)
        if "&amp;" in bib.text:
            for field in bib.fields("url"):
                yield from self._judge_url(field)

    def _judge(self, value: TypesetValue, bib: Bibliography) -> Iterator[Finding]:
        text = value.text
        formulas = math_spans(text)
        elements = find_elements(text)
        tags = sorted(tag for element in elements for tag in (element.opening, element.closing) if tag)
        faults = [
            _describe_entity(value, entity, bib, is_inside(formulas, entity.start))
            for entity in find_entities(text)
            if not is_inside(tags, entity.start)
        ]
        for element in elements:
            in_formula = any(
                is_inside(formulas, place) and not text.startswith("$", place) for place, _ in _tags_of(element)
            )
            faults.append(_describe_element(text, element, in_formula))
        yield from self._report(value.field, faults)

    def _judge_url(self, field: Field) -> Iterator[Finding]:
        """An address is mended whole: with its HTML go LaTeX's escapes."""
        entities = [entity for entity in find_entities(field.text) if entity.text == "&"]
        if entities:
            escapes = [
                (*escape.span, escape.character)
                for escape in find_escapes(field.text)
                if not any(entity.start <= escape.span.start < entity.end for entity in entities)
            ]
            changes = [*((entity.start, entity.end, "&") for entity in entities), *escapes]
            first = entities[0]
            message = f"`{field.text[first.start : first.end]}` is HTML for `&`: the link breaks"
            yield self.finding(field.span(first.start, first.end), message, *mend(field, *changes))

    def _report(self, field: Field, faults: list[Fault]) -> Iterator[Finding]:
        for fault in gather(fault for fault in faults if field.literal_span(fault.start, fault.end)):
            edits = [replace(field, *change) for change in fault.changes]
            yield self.finding(field.span(fault.start, fault.end), fault.message, *edits)


def _describe_entity(value: TypesetValue, entity: Entity, bib: Bibliography, in_formula: bool) -> Fault:
    text = value.text
    meant = "a space" if entity.text.isspace() else f"`{entity.text}`"
    message = f"`{text[entity.start : entity.end]}` is HTML for {meant}"
    start, written = entity.start, _IN_FORMULA.get(entity.text) if in_formula else _write_entity(value, entity, bib)
    if "\u0300" <= entity.text[:1] <= "\u036f":
        start, written = start - 1, None if in_formula else _write_accent(text[start - 1 : start], entity, bib)
    if written is None:
        return Fault(entity.start, entity.end, message)
    # Of two spaces with nothing left between them one is enough.
    end = entity.end + (written == "" and text[entity.end : entity.end + 1] == " ")
    return Fault(entity.start, entity.end, message, ((start, end, written),))


def _describe_element(text: str, element: Element, in_formula: bool) -> Fault:
    what = "MathML" if element.style == "math" else "the tag"
    tag = _shorten(text[slice(*element.opening)])
    changes = () if in_formula else _write_element(text, element)
    message = f"{what} `{tag}` is printed as it stands: write it in LaTeX"
    return Fault(element.opening[0], _tags_of(element)[-1][1], message, changes)


def _tags_of(element: Element) -> list[tuple[int, int]]:
    return [element.opening, element.closing] if element.closing else [element.opening]


def _shorten(tag: str) -> str:
    return tag if len(tag) <= 40 else tag[:39] + "…"


def _write_entity(value: TypesetValue, entity: Entity, bib: Bibliography) -> str | None:
    """What to write for an entity: LaTeX for signs, and for letters too in a file that has nothing but ASCII."""
    text, before = entity.text, value.text[max(entity.start - 1, 0) : entity.start]
    if text.isspace():
        return "" if before.isspace() else " "
    if text in _INVISIBLE:
        return ""
    if text == '"':
        return "``" if before in " \t\r\n({[-" else "''"
    if text.isalpha() and not (bib.dialect == "bibtex" and bib.text.isascii()):
        return text
    return write_latex(text)


def _write_accent(letter: str, entity: Entity, bib: Bibliography) -> str | None:
    """A letter with the accent that an entity puts on it, as one character; None where there is none."""
    from unicodedata import normalize  # few files need it

    composed = normalize("NFC", letter + entity.text)
    if not letter.isalpha() or len(composed) != 1:
        return None
    return write_latex(composed) if bib.dialect == "bibtex" and bib.text.isascii() else composed


def _write_element(text: str, element: Element) -> tuple[tuple[int, int, str], ...]:
    if element.style == "break":
        return ((*_with_spaces(text, element.opening), " "),)
    if element.style == "math" or element.closing is None:
        return ()
    inner = text[element.opening[1] : element.closing[0]]
    if inner.count("{") != inner.count("}"):
        return ()
    opening, closing = _commands(element.style, inner)
    return (*element.opening, opening), (*element.closing, closing)


def _commands(style: str, inner: str) -> tuple[str, str]:
    if style in _TEXT_SCRIPT:
        if _SCRIPT.fullmatch(inner):
            return f"${_PLAIN_SCRIPT[style]}{{", "}$"
        style = _TEXT_SCRIPT[style]
    return (f"\\{style}{{", "}") if style else ("", "")


def _with_spaces(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start and text[start - 1] == " ":
        start -= 1
    while text[end : end + 1] == " ":
        end += 1
    return start, end
