"""Files with `First Last` beside `Last, First`."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.people import NameList, name_lists
from bibcheck.names.faults.fault import NameFault
from bibcheck.names.parse import Name, read_names
from bibcheck.rule import Finding, Fix, Level, Rule, Scope


class MixedNameOrder(Rule):
    """Write all names of a file in one order, `First Last` or `Last, First`.

    BibTeX prints both alike. The names in the less common order are reported; the fix turns them around if BibTeX then reads
    the same parts. Off by default, because the order matters only to people who read the file.

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
        lists = [names.as_mended() for names in name_lists(bib)]
        with_comma = sum(name.commas > 0 for names in lists for name in names.people if name.first)
        without = sum(name.commas == 0 for names in lists for name in names.people if name.first)
        if not with_comma or not without:
            return
        has_comma = with_comma < without
        order, other = ("Last, First", "First Last") if has_comma else ("First Last", "Last, First")
        few, many = sorted((with_comma, without))
        counts = f"like {few} name{'s' * (few > 1)} of the file; {many} {'are' if many > 1 else 'is'} written `{other}`"
        for names in lists:
            wrong = [name for name in names.people if name.first and (name.commas > 0) == has_comma]
            turned = {name: _turn(names, name, bib.dialect) for name in wrong}
            if has_comma:  # some names cannot do without a comma
                wrong = [name for name in wrong if turned[name]]
            if wrong:
                turns = tuple((name.start, name.end, turned[name]) for name in wrong if all(turned.values()))
                fault = NameFault("order", wrong[0].start, wrong[0].end, (), "", turns, places=len(wrong))
                verb = "are" if len(wrong) > 1 else "is"
                message = f"{names.quote_first(fault)} {verb} written `{order}`, {counts}"
                edits = () if names.is_mended else names.fix(fault)[0]
                yield self.finding(names.place(fault.start, fault.end), message, *edits)


def _turn(names: NameList, name: Name, dialect: str) -> str:
    """A name in the other order; empty if it would be read differently then."""
    given = names.text[name.first[0].start : name.first[-1].end]
    family = names.text[(*name.von, *name.last)[0].start : name.last[-1].end]
    turned = f"{given} {family}" if name.commas else f"{family}, {given}"
    again = read_names(turned, dialect)
    if name.jr or len(again) != 1 or _texts(again[0]) != _texts(name):
        return ""
    return turned


def _texts(name: Name) -> tuple[tuple[tuple[str, str], ...], ...]:
    """The words of the parts, with what joins them."""
    parts = (name.first, name.von, name.last, name.jr)
    return tuple(
        tuple((word.text, word.before if number else "") for number, word in enumerate(part)) for part in parts
    )
