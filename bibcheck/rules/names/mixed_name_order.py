"""Files with `First Last` beside `Last, First`."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.names.parse import Name, read_names
from bibcheck.rule import Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit
from bibcheck.syntax.edits import replace


class MixedNameOrder(Rule):
    """Write all names of a file in one order, `First Last` or `Last, First`.

    BibTeX prints both alike. The names in the order of the fewer are reported; the fix turns them around if BibTeX then
    finds the same parts. Left to itself, for which order it is matters to people alone.

    Bad:

        @book{knuth84, author = {Knuth, Donald E.}}
        @book{vogt86, author = {Paul Vogt and de Boer, Bart}}
                                ^^^^^^^^^

    Good:

        @book{knuth84, author = {Knuth, Donald E.}}
        @book{vogt86, author = {Vogt, Paul and de Boer, Bart}}
    """

    level = Level.OFF
    fix = Fix.SAFE
    scope = Scope.FILE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        lists = name_lists(bib)
        with_comma = sum(name.commas > 0 for names in lists for name in names.people if name.first)
        without = sum(name.commas == 0 for names in lists for name in names.people if name.first)
        if not with_comma or not without:
            return
        has_comma = with_comma < without
        order, other = ("Last, First", "First Last") if has_comma else ("First Last", "Last, First")
        counts = f"like {min(with_comma, without)} of the file's names, beside {max(with_comma, without)} as `{other}`"
        for names in lists:
            for name in names.people:
                if name.first and (name.commas > 0) == has_comma:
                    edit = _turn(names, name, bib.dialect)
                    if edit or not has_comma:  # some names cannot do without a comma
                        message = f"{names.quote(name.start, name.end)} is written `{order}`, {counts}"
                        yield self.finding(names.field.span(name.start, name.end), message, edit)


def _turn(names: NameList, name: Name, dialect: str) -> Edit | None:
    """An edit to the other order; none if the name would be read otherwise then."""
    given = names.text[name.first[0].start : name.first[-1].end]
    family = names.text[(*name.von, *name.last)[0].start : name.last[-1].end]
    turned = f"{given} {family}" if name.commas else f"{family}, {given}"
    again = read_names(turned, dialect)
    if name.jr or len(again) != 1 or _texts(again[0]) != _texts(name):
        return None
    return replace(names.field, name.start, name.end, turned)


def _texts(name: Name) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The words of the parts, with what joins them."""
    parts = (name.first, name.von, name.last, name.jr)
    return tuple(
        tuple((word.text, word.before if number else "") for number, word in enumerate(part)) for part in parts
    )
