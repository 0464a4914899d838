"""An entry that cannot be read to its end."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Span


class SyntaxError(Rule):
    """Make every entry one that can be read: close it, and close what it opens.

    BibTeX and biber stop at the first thing that they do not expect, and drop the rest of the entry. The finding is at the
    start of the entry and says where reading failed: the mistake is there or before. Mistakes that have a rule of their own
    are not reported twice: missing-comma, missing-key, invalid-key, runaway-value, percent-in-entry, lost-entry,
    commented-entry.

    Bad:

        @article{knuth84,
        ^^^^^^^^
          title = {Literate Programming},
          year  = {1984},

    Bad:

        @article{knuth84,
        ^^^^^^^^
          title = {Literate {Programming},
          year  = {1984},
        }

    Good:

        @article{knuth84,
          title = {Literate Programming},
          year  = {1984},
        }
    """

    level = Level.ERROR
    fix = Fix.NONE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name:
                from bibcheck.defects.explanation import explain

                failed = self.related(Span(defect.at, defect.at), "reading fails here")
                yield self.finding(defect.span, explain(bib.source, defect), related=[failed])
