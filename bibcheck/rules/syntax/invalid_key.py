"""Cite keys with a character that one program or another cannot take."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.defects import Defect
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.tree import Entry

_UNREAD = pattern("[\ud800-\udfff]")
_ODD = pattern(r"""[{}"#%'()=\\~]|[^\x00-\x7f\ud800-\udfff]""")
# LaTeX reads the argument of \cite: braces have to match, and these mean something to it.
_NOT_FOR_CITE = "{}#%\\~"
_FOREIGN = pattern(r"[^\x00-\x7f\ud800-\udfff]")
_MANY = 4


class InvalidKey(Rule):
    """Cite keys of letters, digits and a few signs: `:`, `-`, `_`, `.`, `/`, `+`.

    White space or a comma ends the key, and what follows is an error. Braces, `#`, `%`, `\\` and `~` cannot be written
    in `\\cite`. A key with quotation marks, `'`, parentheses or `=` works in BibTeX, but biber rejects the entry, so it is a
    warning in a file for BibTeX. So is a letter that is not ASCII, which LaTeX accepts in a key only since late 2019; it is
    not reported if more than four keys have one.

    Bad:

        @book{knuth tex, title = {The TeXbook}}
              ^^^^^^^^^

    Bad:

        @book{knuth#86, title = {The TeXbook}}

    Bad:

        @book{erdős59, title = {Számelmélet}}

    Good:

        @book{knuth-tex:1986, title = {The TeXbook}}
    """

    level = Level.ERROR
    fix = Fix.NONE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                yield self._broken(bib, defect)
        if _ODD.search("\n".join([entry.key for entry in bib.entries])):
            known = {defect.command.start for defect in bib.defects if defect.rule != "missing-comma"}
            foreign = []
            for entry in bib.entries:
                if entry.start in known:
                    continue
                # What stands beside bytes that are no UTF-8 may be none either: not-utf8 speaks of them.
                match = None if _UNREAD.search(entry.key) else _FOREIGN.search(entry.key)
                if finding := self._odd(bib, entry):
                    yield finding
                elif bib.dialect == "bibtex" and match:
                    foreign.append((entry, match[0]))
            # Whose keys are so by habit has a LaTeX that takes them.
            for entry, character in foreign if len(foreign) <= _MANY else ():
                message = f"key `{entry.key}` holds `{character}`, which older LaTeX cannot cite: rename it"
                yield self._lower(self.finding(entry, message))

    def _broken(self, bib: Bibliography, defect: Defect) -> Finding:
        key = bib.text[defect.span.start : defect.span.end]
        odd = _ODD.search(key)
        what = "a comma" if "," in key else f"`{odd[0]}`" if odd else "white space"
        message = f"key `{key}` holds {what}: {bib.program} reports an error and drops the entry's fields"
        return self.finding(defect.span, message)

    def _odd(self, bib: Bibliography, entry: Entry) -> Finding | None:
        for match in _ODD.finditer(entry.key):
            character = match[0]
            if character in _NOT_FOR_CITE:
                return self.finding(entry, f"key `{entry.key}` holds `{character}`, which \\cite cannot take")
            if character.isascii():
                finding = self.finding(
                    entry, f"key `{entry.key}` holds `{character}`, which biber cannot read: rename it"
                )
                return finding if bib.dialect == "biblatex" else self._lower(finding)
        return None

    def _lower(self, finding: Finding) -> Finding:
        return finding._replace(level=Level.WARNING)
