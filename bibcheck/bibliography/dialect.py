"""Which dialect a bibliography is written in, as far as it shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bibcheck.lazy_re import pattern
from bibcheck.syntax.parser import parse
from bibcheck.syntax.tree import Entry, Tree

# Types and fields that only BibLaTeX's data model has and that people choose knowingly. BibLaTeX takes all of BibTeX's,
# so these weigh more. Not in the list: `doi`, `url`, `urldate`, `eprinttype`, `location` and `subtitle`, which exporters
# (DBLP, ACM) and styles (abntex2) put into BibTeX files as well.
_BIBLATEX_TYPES = frozenset(
    "artwork audio bookinbook collection dataset image inreference jurisdiction legal legislation letter movie music "
    "mvbook mvcollection mvproceedings mvreference online patent performance periodical reference report set software "
    "standard suppbook suppcollection suppperiodical thesis video xdata".split()
)
_BIBLATEX_FIELDS = frozenset("date journaltitle maintitle mainsubtitle booksubtitle eventtitle eventdate xdata".split())
# Those that no style for BibTeX defines, whatever fields stand beside them.
_BIBLATEX_ONLY_TYPES = frozenset(
    "bookinbook inreference mvbook mvcollection mvproceedings mvreference report set suppbook suppcollection "
    "suppperiodical thesis xdata".split()
)
# What Zenodo and DataCite export, whoever it is for: no evidence of a dialect.
_DEPOSIT_TYPES = frozenset("dataset software".split())
_BIBTEX_TYPES = frozenset("phdthesis mastersthesis techreport conference".split())

# It begins with a set of characters, which is looked for several times as fast as a choice of words.
_OWN_FIELD = pattern(r"[\r\n,][ \t]*+(?i:journaltitle|date)[ \t]*+=")
_MIXED = 40


def declared_dialect(text: str) -> str | None:
    """The dialect that JabRef notes in its files; None elsewhere."""
    for dialect in ("biblatex", "bibtex"):
        if f"jabref-meta: databaseType:{dialect};" in text:
            return dialect
    return None


def judge_dialect(tree: Tree, entries: Sequence[Entry]) -> str:
    """The dialect of a file that BibTeX reads as a tree with these references.

    It is BibLaTeX from a third of the entries on that speak for either, for that reads the fields of BibTeX too. Where BibTeX
    stumbles, as it does at comments inside entries, what biber reads is asked as well.
    """
    if _are_for_biblatex(entries):
        return "biblatex"
    return (
        "biblatex"
        if _may_be_for_biber(tree) and _are_for_biblatex(parse(tree.source, "biblatex").entries)
        else "bibtex"
    )


def has_biblatex(entries: Iterable[Entry], names: Iterable[str]) -> bool:
    """Whether a file has anything of BibLaTeX among its entries and the names of their fields."""
    return not _BIBLATEX_FIELDS.isdisjoint(names) or any(entry.type in _BIBLATEX_TYPES for entry in entries)


def is_mixed(entries: Sequence[Entry]) -> bool:
    """Whether one of forty entries may be for BibLaTeX: fewer are slips."""
    known = _BIBLATEX_TYPES - _DEPOSIT_TYPES
    uses = sum(entry.type in known or is_for_biblatex(entry) for entry in entries)
    return _MIXED * uses >= len(entries)


def is_for_biblatex(entry: Entry) -> bool:
    """Whether an entry is written for BibLaTeX, as far as its type and its fields tell, whatever file it is in."""
    return _vote(entry) == "biblatex"


def _may_be_for_biber(tree: Tree) -> bool:
    text = tree.source.text
    return any(fault.kind == "error" for fault in tree.faults) and "%" in text and bool(_OWN_FIELD.search(text))


def _vote(entry: Entry) -> str:
    """The dialect that an entry speaks for, if any."""
    names = {field.name for field in entry.fields}
    if entry.type in _BIBLATEX_ONLY_TYPES:
        return "biblatex"
    if ("date" in names and "year" not in names) or ("journaltitle" in names and "journal" not in names):
        return "biblatex"
    if "year" in names or "journal" in names or entry.type in _BIBTEX_TYPES:
        return "bibtex"
    is_own_type = entry.type in _BIBLATEX_TYPES and entry.type not in _DEPOSIT_TYPES
    return "biblatex" if is_own_type or names & _BIBLATEX_FIELDS else ""


def _are_for_biblatex(entries: Iterable[Entry]) -> bool:
    votes = [_vote(entry) for entry in entries]
    return 2 * votes.count("biblatex") > votes.count("bibtex")
