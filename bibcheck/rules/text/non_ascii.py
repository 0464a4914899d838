"""Characters outside ASCII in files for BibTeX."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.printed import TypesetValue, marked_values
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace
from bibcheck.text.latex_writing import write_latex

# A letter goes with its accents.
_RUN = pattern("(?:[A-Za-z](?=[\u0300-\u036f]))?+[^\x00-\x7f\ue000]++")
_CHARACTER = pattern("[^\\W\\d_][\u0300-\u036f]++|.")


class NonAscii(Rule):
    r"""Write letters and signs outside ASCII in LaTeX: `{\"u}` for `ü`, `--` for `–`.

    BibTeX counts bytes: it sorts, abbreviates and changes the case of other letters wrongly, and some publishers take
    nothing but ASCII. In a file for BibLaTeX there is nothing to report. Characters for which LaTeX itself has no command
    (Chinese and Cyrillic ones, for example) are reported without a fix.
    Bad:

        @article{k, author = {Müller, Jürgen}, title = {Größe – ein Maß}}
                               ^                          ^^

    Good:

        @article{k, author = {M{\"u}ller, J{\"u}rgen}, title = {Gr{\"o}{\ss}e -- ein Ma{\ss}}}
    """

    level = Level.OFF
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        if bib.text.isascii() or bib.dialect == "biblatex":
            return
        for value in marked_values(bib):
            if not value.text.isascii():
                yield from self._judge(value)

    def _judge(self, value: TypesetValue) -> Iterator[Finding]:
        """One finding for what can be written in LaTeX, one for what cannot."""
        known: list[tuple[int, int, str]] = []
        unknown: list[tuple[int, int, str]] = []
        for run in _RUN.finditer(value.prose):
            if value.place(*run.span()):
                written = write_latex(_compose(run[0]))
                if written is not None:
                    known.append((*run.span(), written))
                else:
                    _part(run[0], run.start(), known, unknown)
        for group in (known, unknown):
            if group:
                start, end, written = group[0]
                shown = value.text[start:end]
                message = f"`{shown}` is not ASCII" if len(shown) < 9 else f"`{shown[:8]}…` is not ASCII"
                message += f": in LaTeX `{written}`" if 0 < len(written) < 30 and "`" not in written else ""
                message += f"; {len(group) - 1} more here" if len(group) > 1 else ""
                edits = [replace(value.field, *place) for place in group if place[2]]
                yield self.finding(value.field.span(start, end), message, *edits)


def _part(run: str, offset: int, known: list[tuple[int, int, str]], unknown: list[tuple[int, int, str]]) -> None:
    """Tell the characters of a run that LaTeX has a command for from the others."""
    for match in _CHARACTER.finditer(run):
        written = write_latex(_compose(match[0]))
        (unknown if written is None else known).append((offset + match.start(), offset + match.end(), written or ""))


def _compose(character: str) -> str:
    from unicodedata import normalize  # few files need it

    return normalize("NFC", character)
