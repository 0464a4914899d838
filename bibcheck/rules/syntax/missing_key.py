"""An entry that begins with its first field."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule


class MissingKey(Rule):
    """Give every entry a cite key.

    Without one, BibTeX takes the name of the first field for the key and cannot read on. An entry with an empty key cannot
    be cited. There is no fix, as the documents that cite the entry must use the same key.

    Bad:

        @article{title = {Literate Programming}, year = {1984}}
                 ^^^^^

    Bad:

        @article{, title = {Literate Programming}, year = {1984}}

    Good:

        @article{knuth84, title = {Literate Programming}, year = {1984}}
    """

    level = Level.ERROR
    fix = Fix.NONE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                message = "no cite key, so that nothing can cite the entry"
                if defect.name:
                    message = f"no cite key: {bib.program} takes `{defect.name}` for it and drops the entry's fields"
                elif bib.dialect == "biblatex":
                    message = "no cite key: biber drops the entry"
                yield self.finding(defect.span, message)
