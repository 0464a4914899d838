"""Types and fields of the dialect that a file is not in."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.datamodel import FIELD_ALIASES, TYPE_ALIASES, TYPES
from bibcheck.knowledge.entry_types import bibtex_type
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule, Scope
from bibcheck.source import Edit
from bibcheck.syntax.edits import change_type, delete_field, insert_after, rename_field, replace_field_value
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.dates import MONTH_MACROS, find_months, read_date

# Fields of BibLaTeX that people choose knowingly, with the one that BibTeX has for it. Beside that one they do no harm.
_FIELDS = {
    "date": "year",
    "journaltitle": "journal",
    "maintitle": "",
    "mainsubtitle": "",
    "booksubtitle": "",
    "eventtitle": "",
    "eventdate": "",
}
# Further ones, that no style for BibTeX prints: reported where the file is said to be for BibTeX.
_UNPRINTED = frozenset(
    "addendum afterword annotator bookauthor commentator foreword introduction issuetitle journalsubtitle nameaddon origdate"
    " origpublisher origtitle part pubstate titleaddon".split()
)
# Aliases that biber takes for BibLaTeX's own names.
_OLD_FIELDS = {**FIELD_ALIASES, "year": "date"}
# IEEEtran, abntex2 and gbt7714 have a few of BibLaTeX's types as well.
_OWN_TYPES = TYPES["biblatex"] - TYPES["bibtex"] - {"electronic", "www", "patent", "standard", "periodical"}
_WEB_TYPES = frozenset(("online", "software", "dataset"))
_KINDS = {"phdthesis": "phdthesis", "mastersthesis": "mathesis", "techreport": "techreport"}
_MONTHS = [str(number) for number in range(1, 13)]
_YEAR = pattern(r"\d{4}")
_RARE = 20  # fields of BibTeX to one of BibLaTeX, from which on that one is a slip
_SHOWN = 3  # names in the message about a whole file
_BIBTEX_NAMES = ("year", "journal")


class WrongDialect(Rule):
    """Keep to the types and fields of one dialect: BibTeX ignores what only BibLaTeX knows.

    Where the settings, or JabRef's comment in the file, say that it is for BibTeX, each type and field of BibLaTeX is
    reported (`@online`, date, journaltitle): BibTeX prints the entry without them.

    Where nothing says what a file is for, it gets at most one finding, which the setting `dialect` settles: if a few date or
    journaltitle stand among many year and journal, or if so many entries are of either dialect that rules on which the two
    differ (missing-required-field, hyphen-in-range, malformed-edition, malformed-month) keep silent in part. With
    `mixed = true` any file with types and fields of both gets one.

    Not reported: date beside year, journaltitle beside journal, and what exporters write into files for BibTeX (doi,
    urldate, eprinttype, location). `allow` lists types and fields that your style knows.

    BibLaTeX reads all that BibTeX reads. With `pure = true` a file for BibLaTeX is held to BibLaTeX's own names: date for
    year, journaltitle for journal, @thesis for @phdthesis.

    Bad:

        @comment{jabref-meta: databaseType:bibtex;}
        @article{knuth84, title = {Literate Programming}, journaltitle = {The Computer Journal}, date = {1984-05}}
                                                          ^^^^^^^^^^^^                           ^^^^

    Good:

        @comment{jabref-meta: databaseType:bibtex;}
        @article{knuth84, title = {Literate Programming}, journal = {The Computer Journal}, year = {1984}, month = may}

    Bad, with mixed = true:

        @online{knuth84, title = {Literate Programming}, year = 1984}
         ^^^^^^

    Bad, with pure = true:

        @comment{jabref-meta: databaseType:biblatex;}
        @phdthesis{knuth63, title = {Finite Semifields}, school = {Caltech}, year = {1963}}
         ^^^^^^^^^                                       ^^^^^^              ^^^^

    Good, with pure = true:

        @comment{jabref-meta: databaseType:biblatex;}
        @thesis{knuth63, title = {Finite Semifields}, institution = {Caltech}, date = {1963}, type = {phdthesis}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    scope = Scope.FILE

    pure: bool = False
    mixed: bool = False
    allow: tuple[str, ...] = ()

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        allowed = {name.lower() for name in self.allow}
        if bib.dialect == "biblatex":
            for entry in bib.entries if self.pure else ():
                yield from self._check_pure(entry, allowed)
            return
        uses = [use for entry in bib.entries for use in _uses(entry, allowed)]
        if not bib.is_dialect_given:
            missed = [use for use in uses if not _is_harmless(use)]
            if missed and not self.mixed and _are_strays(bib, missed):
                yield self._describe_file(bib, missed, _remedy(missed))
            elif uses and (self.mixed or bib.is_mixed):
                effect = "rules on which the two differ are silent until you set `dialect`" if bib.is_mixed else ""
                yield self._describe_file(bib, uses, effect or _remedy(uses))
            return
        uses += [field for field in bib.fields(*_UNPRINTED) if field.name not in allowed]
        for use in uses:
            if isinstance(use, Entry):
                kind = use.field("type")
                meant = bibtex_type(use.type, kind.value if kind else "")
                edits = (change_type(use, meant),) if meant else ()
                yield self.finding(use.type_span, f"`@{use.type}` is a type of BibLaTeX, not of BibTeX", *edits)
            else:
                message = f"`{use.name}` is a field of BibLaTeX, which BibTeX ignores: remove it, or set `dialect`"
                yield self.finding(use.name_span, message, *_write_for_bibtex(use))

    def _describe_file(self, bib: Bibliography, uses: list[Entry | Field], remedy: str) -> Finding:
        names = list(dict.fromkeys(f"`@{use.type}`" if isinstance(use, Entry) else f"`{use.name}`" for use in uses))
        shown = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
        others = sum(any(map(entry.field, _BIBTEX_NAMES)) for entry in bib.entries)
        count = f" ({len(uses)} times)" if len(uses) > 1 else ""
        verb = "are" if len(names) > 1 else "is"
        first = uses[0]
        at = first.type_span if isinstance(first, Entry) else first.name_span
        rest = f"{others} {'entry is' if others == 1 else 'entries are'} BibTeX"
        return self.finding(at, f"{shown}{count} {verb} BibLaTeX, {rest}: {remedy}", stands_for="the file")

    def _check_pure(self, entry: Entry, allowed: set[str]) -> Iterator[Finding]:
        if (type := TYPE_ALIASES.get(entry.type)) and entry.type not in allowed:
            edits = [change_type(entry, type)]
            if _KINDS.get(entry.type) and entry.fields and not entry.field("type"):
                edits.append(insert_after(entry.fields[-1], "type", _KINDS[entry.type]))
            yield self.finding(entry.type_span, f"`@{entry.type}` is BibTeX's name for `@{type}`", *edits)
        for field in entry.fields:
            own = _OLD_FIELDS.get(field.name)
            if own and field.name not in allowed and entry.field(own) is None:
                edits = _write_date(field, entry.field("month")) if own == "date" else [rename_field(field, own)]
                yield self.finding(field.name_span, f"`{field.name}` is BibTeX's name for `{own}`", *edits)


def _are_strays(bib: Bibliography, uses: list[Entry | Field]) -> bool:
    """Whether the uses are few fields among many of BibTeX's name for them: a slip, whoever reads the file."""
    fields = [use for use in uses if isinstance(use, Field) and use.entry and use.entry.type not in _OWN_TYPES]
    others = sum(1 for name in {field.name for field in fields} for _ in bib.fields(_FIELDS[name]))
    return len(fields) == len(uses) and others >= _RARE * len(uses)


def _remedy(uses: list[Entry | Field]) -> str:
    meant = sorted({_FIELDS[use.name] for use in uses if isinstance(use, Field)} - {""})
    names = " and ".join(f"`{name}`" for name in meant)
    return f"write {names}, or set `dialect`" if names else "set `dialect`"


def _is_harmless(use: Entry | Field) -> bool:
    """Whether nobody misses what BibTeX passes over: many of its styles have types for the web, and some fields only add
    to an entry.
    """
    if isinstance(use, Entry):
        return use.type in _WEB_TYPES and any(map(use.field, ("url", "doi")))
    return not _FIELDS[use.name]


def _uses(entry: Entry, allowed: set[str]) -> Iterator[Entry | Field]:
    """What BibTeX does not know of an entry: the entry itself for its type, and fields."""
    if entry.type in _OWN_TYPES and entry.type not in allowed:
        yield entry
    for field in entry.fields:
        if field.name in _FIELDS and field.name not in allowed and entry.field(_FIELDS[field.name]) is None:
            yield field


def _write_for_bibtex(field: Field) -> list[Edit]:
    """A field of BibLaTeX as BibTeX has it, if it has."""
    if field.name != "date":
        own = _FIELDS.get(field.name)
        return [rename_field(field, own)] if own else []
    date = read_date(field.value)
    if date is None or date.is_range or date.start is None or date.start.year is None:
        return []
    edits = [rename_field(field, "year"), replace_field_value(field, f"{{{date.start.year}}}")]
    if date.start.month and field.entry and not field.entry.field("month"):
        edits.append(insert_after(field, "month", MONTH_MACROS[date.start.month - 1], is_macro=True))
    return edits


def _write_date(year: Field, month: Field | None) -> list[Edit]:
    """Year and month as a date, if they can be read."""
    if not _YEAR.fullmatch(year.value):
        return []
    if month is None:
        return [rename_field(year, "date")]
    found = find_months(month.value)
    number = int(month.value) if month.value in _MONTHS else found[0].number if len(found) == 1 else 0
    if not number:
        return []
    date = replace_field_value(year, f"{{{year.value}-{number:02}}}")
    return [rename_field(year, "date"), date, delete_field(month)]
