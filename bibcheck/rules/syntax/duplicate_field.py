"""A field given twice in one entry."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_field
from bibcheck.syntax.tree import Entry, Field

_LONGEST = 40


class DuplicateField(Rule):
    """Give a field once in an entry.

    BibTeX keeps the first and biber the last, so that one of the two is lost, and which depends on the program. Only
    where both say the same is the later one deleted.

    Bad:

        @book{knuth86,
          title = {The TeXbook},
          year  = {1984},
          year  = {1986},
          ^^^^
        }

    Bad:

        @book{knuth86,
          title = {The TeXbook},
          year  = {1986},
          year  = {1986},
        }

    Good:

        @book{knuth86,
          title = {The TeXbook},
          year  = {1986},
        }
    """

    level = Level.ERROR
    fix = Fix.SAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for entry in bib.entries:
            fields = entry.fields
            if len({field.name for field in fields}) < len(fields):
                yield from self._repeated(entry)

    def _repeated(self, entry: Entry) -> Iterator[Finding]:
        first: dict[str, Field] = {}
        last = {field.name: field for field in entry.fields}
        for field in entry.fields:
            kept = first.setdefault(field.name, field)
            if kept is field:
                continue
            related = [self.related(kept.name_span, "first given here")]
            if kept.is_known and field.is_known and kept.value == field.value:
                message = f"`{field.name}` is given again, with the same value"
                yield self.finding(field.name_span, message, delete_field(field), related=related)
            else:
                keep = f"BibTeX keeps {_shown(kept)}, biber {_shown(last[field.name])}"
                yield self.finding(field.name_span, f"`{field.name}` is given again: {keep}", related=related)


def _shown(field: Field) -> str:
    value = field.value if field.is_known else field.source_text[field.value_span.start : field.value_span.end]
    if not value:
        return "nothing"
    return f"`{value if len(value) <= _LONGEST else value[: _LONGEST - 1] + '…'}`"
