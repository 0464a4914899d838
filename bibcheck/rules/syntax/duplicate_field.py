"""A field given twice in one entry."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.field_names import UNPRINTED_FIELDS
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import delete_fields
from bibcheck.syntax.tree import Entry, Field

_LONGEST = 40


class DuplicateField(Rule):
    """Give a field once in an entry.

    BibTeX keeps the first and biber the last, so one of the values is lost, and which one depends on the program. A field
    is reported once, however often it is repeated. If all its values are the same, or no style prints it (keywords), the
    finding is a warning; the fix deletes repetitions of the same value.

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
        given: dict[str, list[Field]] = {}
        for field in entry.fields:
            given.setdefault(field.name, []).append(field)
        for fields in given.values():
            if len(fields) > 1:
                yield self._describe(fields)

    def _describe(self, fields: list[Field]) -> Finding:
        first, *others = fields
        related = [self.related(first.name_span, "first given here")]
        again = f"given {len(fields)} times" if len(others) > 1 else "given again"
        if all(field.is_known and field.value == first.value for field in fields):
            message = f"`{first.name}` is {again}, with the same value"
            finding = self.finding(others[0].name_span, message, *delete_fields(others), related=related)
            return finding._replace(level=Level.WARNING)
        keep = f"BibTeX keeps {_shown(first)}, biber {_shown(others[-1])}"
        finding = self.finding(others[0].name_span, f"`{first.name}` is {again}: {keep}; keep one", related=related)
        if first.name in UNPRINTED_FIELDS:
            return finding._replace(level=Level.WARNING)
        return finding


def _shown(field: Field) -> str:
    value = field.value if field.is_known else field.source_text[field.value_span.start : field.value_span.end]
    if not value:
        return "nothing"
    return f"`{value if len(value) <= _LONGEST else value[: _LONGEST - 1] + '…'}`"
