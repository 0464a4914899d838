"""Files that `bibcheck format` would change."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.rule import Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit, Span


class Unformatted(Rule):
    """Lay the file out as `bibcheck format` does.

    A file gets one finding, at the first line that would change. The table `format` of the settings says how it should be
    laid out. Programs read the same in either layout.

    Bad:

        @Article{ knuth84,
        ^^^^^^^^^^^^^^^^^^
            Title = "Literate Programming" ,
            year=1984 }

    Good:

        @article{knuth84,
          title = {Literate Programming},
          year = 1984,
        }
    """

    level = Level.OFF
    fix = Fix.SAFE
    scope = Scope.FILE
    table = "format"

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        from bibcheck.formatter import format_text
        from bibcheck.formatter.settings import FormatSettings

        text = format_text(bib, self.table_in_force or FormatSettings())
        edits = _line_edits(bib.text, text)
        if edits:
            first = bib.source.line_span(bib.source.place(edits[0].span.start).line)
            lines = f"{len(edits)} place{'s' * (len(edits) != 1)}"
            yield self.finding(
                first, f"`bibcheck format` would lay this file out otherwise in {lines}", *edits, stands_for="the file"
            )


def _line_edits(old: str, new: str) -> list[Edit]:
    """What makes one text of another, as edits of whole lines."""
    if old == new:
        return []
    from bibcheck.text.line_changes import changed_lines

    old_lines = old.splitlines(keepends=True)
    new_lines = new.splitlines(keepends=True)
    places = [0]
    for line in old_lines:
        places.append(places[-1] + len(line))
    return [
        Edit(Span(places[change.start], places[change.end]), "".join(new_lines[change.new_start : change.new_end]))
        for change in changed_lines(old_lines, new_lines)
    ]
