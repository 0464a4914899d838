r"""Characters that a program wrote as its own escapes, such as `\u00e9`."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.mending import Fault, gather
from bibcheck.bibliography.printed import TypesetValue, marked_values
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.latex import math_spans
from bibcheck.text.prose import HIDDEN, is_inside
from bibcheck.text.unicode_escapes import EscapedText, find_unicode_escapes
from bibcheck.values.url import find_urls

_ESCAPED = frozenset("&%#_$")
_UNWRITABLE = frozenset('\\{}~^"')


class UnicodeEscape(Rule):
    r"""Reports escapes such as `\u00e9`, `\xe9` and `%C3%A9`, which programs use between themselves.

    To LaTeX `\u` is a breve accent, `\xe9` no command at all, and `%` begins a comment. Only escapes that stand for
    letters and signs outside ASCII are reported (`\u0026` too), and none in formulas and addresses. All escapes of one
    value are one finding.
    Bad:

        @article{k, author = {Andr\u00e9, M. and M\xfcller, J.}, title = {%C3%89tudes}}
                                  ^^^^^^                                  ^^^^^^

    Good:

        @article{k, author = {André, M. and Müller, J.}, title = {Études}}
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for value in marked_values(bib):
            escapes = find_unicode_escapes(value.text)
            if escapes:
                formulas = math_spans(value.text)
                addresses = [url.span for url in find_urls(value.text)]
                faults = [
                    _describe(value, escape)
                    for escape in escapes
                    if not is_inside(formulas, escape.start) and not is_inside(addresses, escape.start)
                ]
                for fault in gather(fault for fault in faults if fault and value.place(fault.start, fault.end)):
                    edits = [replace(value.field, *change) for change in fault.changes]
                    yield self.finding(value.field.span(fault.start, fault.end), fault.message, *edits)


def _describe(value: TypesetValue, escape: EscapedText) -> Fault | None:
    source = value.text[escape.start : escape.end]
    if "%" in source and value.prose[escape.end - 1] == HIDDEN:
        return None
    message = f"`{source}` is an escape for `{escape.text}`"
    return Fault(escape.start, escape.end, message, _write(value.text, escape))


def _write(value: str, escape: EscapedText) -> tuple[tuple[int, int, str], ...]:
    start, end, text = escape
    if not _UNWRITABLE.isdisjoint(text):
        return ()
    text = "".join("\\" + character if character in _ESCAPED else character for character in text)
    before = value[start - 1 : start]
    if "\u0300" <= text[:1] <= "\u036f" and before.isalpha():
        from unicodedata import normalize  # an accent of its own is rare

        return ((start - 1, end, normalize("NFC", before + text)),)
    return ((start, end, text),)
