"""Entry types and fields: what BibTeX, BibLaTeX and the styles define, require, print, rename and inherit.

All names are lower case. `dialect` is "bibtex" or "biblatex". What BibTeX's side says is what the four standard styles do.
"""

from __future__ import annotations

from functools import lru_cache

from bibcheck.knowledge import datamodel_tables as tables

Alternatives = tuple[tuple[str, ...], ...]  # groups of fields of which an entry needs one each

TYPE_ALIASES = tables.TYPE_ALIASES  # of BibLaTeX, to the type that they stand for
FIELD_ALIASES = tables.FIELD_ALIASES  # of BibLaTeX, to the field that they stand for
TYPES = {
    "bibtex": frozenset(tables.BIBTEX_TYPES.split()),
    "biblatex": frozenset([*tables.BIBLATEX_TYPES.split(), *TYPE_ALIASES]),
}
STYLE_TYPES = frozenset(tables.STYLE_TYPES.split())  # those that only some style has
BIBTEX_FIELDS = frozenset(tables.BIBTEX_FIELDS.split())
# What biber gives to any type; @set and @xdata take every field.
GLOBAL_FIELDS = frozenset(tables.BIBLATEX_GLOBAL_FIELDS.split())
BIBLATEX_FIELDS = GLOBAL_FIELDS.union(*(fields.split() for fields in tables.BIBLATEX_FIELDS.values()))
CONTAINER_TYPES = frozenset(["set", "xdata"])

_NEVER_INHERITED = frozenset(tables.NEVER_INHERITED.split())
_OWN_FIELDS = {name: program for program, fields in tables.OWN_FIELDS.items() for name in fields.split()}
_OWN_PREFIXES = {name[:-1]: program for name, program in _OWN_FIELDS.items() if name.endswith("*")}
_OTHER_FIELDS = frozenset(f"{tables.STYLE_FIELDS} {tables.BIBLATEX_DATE_PARTS} {tables.OTHER_FIELDS}".split())


def is_known_type(type: str) -> bool:
    """Whether BibTeX, BibLaTeX or a known style defines an entry type."""
    return type in TYPES["bibtex"] or type in TYPES["biblatex"] or type in STYLE_TYPES


def required_fields(type: str, dialect: str, *, in_crossref: bool = False) -> Alternatives:
    """The fields that an entry of a type needs, as groups of alternatives; for BibTeX also those that it needs beside a
    crossref, where the styles print the parent for the rest. Nothing for types that the dialect does not define.
    """
    if dialect == "bibtex":
        table = tables.BIBTEX_REQUIRED_IN_CROSSREF if in_crossref else tables.BIBTEX_REQUIRED
        return _groups(table.get(type, ""))
    groups = _groups(tables.BIBLATEX_REQUIRED.get(TYPE_ALIASES.get(type, type), ""))
    # biblatex.def, DeclareSourcemap: @phdthesis, @mastersthesis and @techreport bring their own type along.
    return tuple(group for group in groups if group != ("type",)) if type in TYPE_ALIASES else groups


def exclusive_fields(type: str) -> Alternatives:
    """Groups of fields of which the styles for BibTeX print one only."""
    return _groups(tables.BIBTEX_EXCLUSIVE.get(type, ""))


def printed_fields(type: str, dialect: str) -> frozenset[str] | None:
    """The fields that a type may have in BibLaTeX, or that one or another style for BibTeX prints; None where any may be."""
    if dialect == "bibtex":
        return frozenset(tables.BIBTEX_PRINTED[type].split()) if type in tables.BIBTEX_PRINTED else None
    fields = tables.BIBLATEX_FIELDS.get(TYPE_ALIASES.get(type, type))
    return GLOBAL_FIELDS.union(fields.split()) if fields is not None and type not in CONTAINER_TYPES else None


def is_known_field(name: str) -> bool:
    """Whether BibTeX, BibLaTeX, a known style or a known program defines a field; annotations (`author+an`) included."""
    name, _, annotation = name.partition("+")
    if name in BIBTEX_FIELDS or name in BIBLATEX_FIELDS or name in FIELD_ALIASES or name in _OTHER_FIELDS:
        return True
    return not annotation and program_of(name) is not None


def program_of(name: str) -> str | None:
    """The program that keeps its own business in a field: `bdsk-url-1` is BibDesk's."""
    if name in _OWN_FIELDS:
        return _OWN_FIELDS[name]
    return next((program for prefix, program in _OWN_PREFIXES.items() if name.startswith(prefix)), None)


def read_lists(lines: tuple[str, ...]) -> dict[str, Alternatives]:
    """Fields by entry type, as settings write them: `"article: volume, pages|eid"`, `"*: doi|url"` or `"doi"` for all types."""
    lists: dict[str, Alternatives] = {}
    for line in lines:
        type, _, fields = line.rpartition(":")
        groups = _groups(fields.replace(",", " ").lower())
        for name in (type.lower() or "*").replace(",", " ").split():
            lists[name] = lists.get(name, ()) + groups
    return lists


def of_type(lists: dict[str, Alternatives], type: str) -> Alternatives:
    """What such lists have for an entry type."""
    return lists.get("*", ()) + lists.get(type, ())


def is_listed(name: str, listed: tuple[str, ...]) -> bool:
    """Whether settings list a field: by its name, or by how it begins (`bdsk-*`)."""
    return any(
        name == other or (other.endswith("*") and name.startswith(other[:-1])) for other in map(str.lower, listed)
    )


@lru_cache(maxsize=512)
def inherited_names(parent_type: str, child_type: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The fields of a crossref parent, aliases included, out of which biber makes the named fields of a child."""
    parent, child = TYPE_ALIASES.get(parent_type, parent_type), TYPE_ALIASES.get(child_type, child_type)
    pairs = [pair.split(">") for pair in tables.INHERITANCE.get(f"{parent} {child}", "").split()]
    renamed = {source for source, _ in pairs}
    sources = [source for source, target in pairs if target in names]
    sources += [name for name in names if name not in _NEVER_INHERITED and name not in renamed]
    return tuple(dict.fromkeys(alias for source in sources for alias in same_fields(source)))


def same_fields(name: str) -> tuple[str, ...]:
    """A field of BibLaTeX with its aliases."""
    name = FIELD_ALIASES.get(name, name)
    return (name, *(alias for alias, meant in FIELD_ALIASES.items() if meant == name))


def _groups(text: str) -> Alternatives:
    return tuple(tuple(group.split("|")) for group in text.split())
