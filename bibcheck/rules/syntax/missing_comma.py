"""Two fields, or the key and the first field, with no comma between them."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit


class MissingComma(Rule):
    """Put a comma between two fields, and between the key and the first field.

    BibTeX stops at the name that follows, and drops it with everything after it in the entry. It keeps the fields before,
    so the reference is printed, but with half of what it needs.

    Bad:

        @article{knuth84,
          author = {Donald E. Knuth},
          title  = {Literate Programming}
          year   = {1984},
        }

    Good:

        @article{knuth84,
          author = {Donald E. Knuth},
          title  = {Literate Programming},
          year   = {1984},
        }
    """

    level = Level.ERROR
    fix = Fix.SAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                message = f"no comma before `{defect.name}`: {bib.program} drops it and what follows in the entry"
                yield self.finding(defect.span, message, Edit(defect.span, ","))
