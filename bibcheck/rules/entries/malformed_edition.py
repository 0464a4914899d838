"""Editions that the styles cannot set."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import is_for_abntex2, is_for_apa, is_for_jurabib, shows_entry_types
from bibcheck.bibliography.works import fold, is_dummy
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import delete_field, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.language import is_foreign_month, may_be_foreign
from bibcheck.values.editions import judge_edition, read_edition
from bibcheck.values.ordinals import write_ordinal

_LONGEST = 100
_FOREIGN = 4  # from one edition in so many on in another language, the style may be for that language


class MalformedEdition(Rule):
    """Give the edition as BibTeX's styles (`Second`) or BibLaTeX's (`2`) set it, and leave out a first one.

    BibTeX's styles write `edition` after what stands in the field: `2` comes out as `2 edition`, `Second edition` as
    `second edition edition`. BibLaTeX makes `2nd ed.` of an integer, and prints all else as it stands.

    Only numbers and the word `edition` are reported. Not reported: `Revised`, `2014` and `2-е изд.`; entries in another
    language than English, and files with months in one, whose styles want something else; `2nd` (printed as `2nd edition`)
    in a file that has no edition of another form; and a first edition beside the entry of another one.

    Bad:

        @book{knuth86, title = {The {\\TeX}book}, edition = {2}}
                                                            ^

    Good:

        @book{knuth86, title = {The {\\TeX}book}, edition = {Second}}

    Bad:

        @book{knuth86, title = {The {\\TeX}book}, edition = {Revised edition}}

    Good:

        @book{knuth86, title = {The {\\TeX}book}, edition = {Revised}}

    Bad:

        @book{knuth86, title = {The {\\TeX}book}, edition = {1}}

    Good:

        @book{knuth86, title = {The {\\TeX}book}}

    Bad:

        @book{knuth86, title = {The {\\TeX}book}, date = {1986}, edition = {second}}

    Good:

        @book{knuth86, title = {The {\\TeX}book}, date = {1986}, edition = {2}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field, number, form in _read_editions(bib):
            value = field.value
            wrong = judge_edition(value, number, form, is_biblatex=bib.dialect == "biblatex")
            if wrong and not _is_of_dummy(bib, field) and not (number == 1 and _is_miscounted(bib, field)):
                message, meant = wrong
                start = len(field.text) - len(field.text.lstrip())
                span = field.span(start, start + len(field.text.strip()))
                yield self.finding(span, message, _edit(field, meant))


def _is_of_dummy(bib: Bibliography, field: Field) -> bool:
    title = field.entry.field("title") if field.entry else None
    return title is not None and is_dummy(bib, fold(title.text), "")


def _is_miscounted(bib: Bibliography, field: Field) -> bool:
    """Whether the file has one work in two years and both times in its first edition: the number is wrong, not needless."""
    title, _ = _work_of(field)
    return len(bib.once(_years_of_editions)[title, field.value]) > 1


def _years_of_editions(bib: Bibliography) -> dict[tuple[str, str], set[str]]:
    """The years of the works of one title in one edition."""
    years: dict[tuple[str, str], set[str]] = {}
    for field in bib.fields("edition"):
        title, year = _work_of(field)
        years.setdefault((title, field.value), set()).add(year)
    return years


def _work_of(field: Field) -> tuple[str, str]:
    """The title and the year of what an edition is of."""
    fields = field.entry.by_name if field.entry else {}
    title, year = (fields[name].value if name in fields else "" for name in ("title", "year"))
    return fold(title), year


def _read_editions(bib: Bibliography) -> list[tuple[Field, int, str]]:
    """The editions to judge, each with its number and the form of that."""
    fields = list(bib.fields("edition"))
    if not fields or bib.is_mixed or is_for_abntex2(bib) or shows_entry_types(bib):
        return []
    if bib.dialect == "bibtex" and (
        is_for_apa(bib) or any(is_foreign_month(month.value) for month in bib.fields("month"))
    ):
        return []
    foreign = {
        id(field) for field in fields if field.entry and (may_be_foreign(field.entry) or is_for_jurabib(field.entry))
    }
    if len(foreign) * _FOREIGN > len(fields):
        return []
    read = [
        (field, *read_edition(field.value))
        for field in fields
        if field.value and len(field.value) <= _LONGEST and id(field) not in foreign
    ]
    later = [form for _, number, form in read if number > 1]
    # `2nd` is printed as `2nd edition`, which is wrong beside `second edition` alone.
    is_habit = bib.dialect == "bibtex" and set(later) == {"ordinal"}
    return [one for one in read if not (is_habit and one[1] > 1 and one[0].value == write_ordinal(one[1], "digits"))]


def _edit(field: Field, meant: str) -> Edit | None:
    return replace_value(field, meant) if meant else delete_field(field)
