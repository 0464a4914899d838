"""A value that goes on into the next entry."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule


class RunawayValue(Rule):
    """Close every value: one that is left open swallows the entries below it.

    A line inside the value begins like an entry. Braces or a quote are missing before it, and everything up to the delimiter
    that happens to match becomes text of the value. Where only one brace is missing, the entry's own closes the value, and
    syntax-error reports it.

    Bad:

        @article{knuth84,
          title = {Literate {Programming,
                  ^
          year  = {1984},
        }
        @book{knuth86,
          title = {The {\\TeX}book},
        }

    Good:

        @article{knuth84,
          title = {Literate {Programming}},
          year  = {1984},
        }
        @book{knuth86,
          title = {The {\\TeX}book},
        }
    """

    level = Level.ERROR
    fix = Fix.NONE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for defect in bib.defects:
            if defect.rule == self.name and defect.other:
                line = bib.source.place(defect.other.start).line
                swallowed = bib.text[defect.other.start : defect.other.end]
                value = f"the value of `{defect.name}`" if defect.name else "the value"
                message = f"{value} is not closed before the `{swallowed}` on line {line}, which becomes part of it"
                yield self.finding(defect.span, message, related=[self.related(defect.other, "swallowed")])
