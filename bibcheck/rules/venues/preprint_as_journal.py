"""Preprints on arXiv that name it as their journal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import change_type, delete_field, replace_field
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.arxiv import ArxivId, find_arxiv, read_arxiv
from bibcheck.values.doi import read_doi

# arXiv itself, as its own export, ADS (`ArXiv Astrophysics e-prints`), Google Scholar, Semantic Scholar and DBLP have it.
_SUBJECT = r"(?:\s(?:Astrophysics|Mathematics|Physics|Statistics|Computer Science|(?:High|Nuclear|General|Quantum)[\w -]{,40}))"
_NAME = (
    rf"(?:ar\s?xiv(?:\.org)?{_SUBJECT}?(?:\s(?:e-?prints?|pre-?prints?))?|(?-i:CoRR)|Computing Research Repository"
    r"|e-?prints?)"
)
_REST = r"(?:[\s,:;/~.]|arxiv|abs|e-?print|preprint|\[[\w.-]*\]|\([\w.-]*\))*+"
_REPOSITORY = pattern(rf"{_NAME}(?![\w-]){_REST}", re.IGNORECASE)
_HINTS = ("rxiv", "corr", "computing research", "print")

_CARRIERS = ("volume", "number", "pages", "eid")  # where exports put the identifier
_WITNESSES = ("url", "doi", "note", "howpublished")
_PREPRINT_TYPES = frozenset(("misc", "online", "unpublished"))
_NAMES = {
    "bibtex": ("archiveprefix", "arXiv", "primaryclass"),
    "biblatex": ("eprinttype", "arxiv", "eprintclass"),
}


class PreprintAsJournal(Rule):
    """Put the identifier of a preprint into eprint: arXiv is no journal.

    As a journal it is printed in italics, and styles that know the eprint field print the identifier once more. The fix
    makes the entry what arXiv's own export is: a @misc (BibLaTeX: @online) with eprint, archiveprefix (eprinttype) and,
    where it is in sight, primaryclass (eprintclass). plain.bst, apacite.bst and other styles print none of these, and the
    journal would be the last to name the preprint: a file for BibTeX is mended only if it has eprint already. bioRxiv,
    medRxiv and SSRN ask to be cited as journals and stay, and so does `Computing Research Repository` with `arXiv:...` as
    volume, as the ACL asks for it.

    Bad:

        @article{lipp18,
          title   = {Meltdown},
          journal = {arXiv preprint arXiv:1801.01207},
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          year    = {2018}
        }
        @misc{kocher18, title = {Spectre Attacks}, eprint = {1801.01203}, archiveprefix = {arXiv}}

    Good:

        @misc{lipp18,
          title   = {Meltdown},
          eprint  = {1801.01207},
          archiveprefix = {arXiv},
          year    = {2018}
        }
        @misc{kocher18, title = {Spectre Attacks}, eprint = {1801.01203}, archiveprefix = {arXiv}}

    Bad:

        @article{vaswani17, title = {Attention}, journal = {CoRR}, volume = {abs/1706.03762}, date = {2017}}
                                                            ^^^^

    Good:

        @online{vaswani17, title = {Attention}, eprint = {1706.03762}, eprinttype = {arxiv}, date = {2017}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for field in bib.fields("journal", "journaltitle"):
            text = field.text
            if not any(hint in text.lower() for hint in _HINTS) or not field.entry:
                continue
            own = next(iter(find_arxiv(text)), None)
            if not _is_repository(text, own) or _is_for_acl(field.entry, text):
                continue
            identifier, carriers = _find_identifier(field.entry, own)
            message = f"`{_bare(field.value)}` is no journal but a repository of preprints"
            if identifier and not field.entry.field("eprint"):
                message += f": `{_write(identifier)}` belongs in eprint"
                message += "" if bib.once(_prints_eprint) else ", or in note if the style prints no eprint"
            is_mended = identifier and bib.once(_prints_eprint)
            edits = _mend(bib.dialect, field, identifier, carriers) if identifier and is_mended else ()
            core = text.strip()
            start = text.index(core)
            yield self.finding(field.span(start, start + len(core)), message, *edits)


def _prints_eprint(bib: Bibliography) -> bool:
    """Whether the style of a file prints eprint, by all that can be seen: BibLaTeX's do, and where eprint is in use."""
    return bib.dialect == "biblatex" or any(read_arxiv(field.text) for field in bib.fields("eprint"))


def _is_for_acl(entry: Entry, journal: str) -> bool:
    """Whether an entry is written as custom.bib of acl-org/acl-style-files shows it (rasooli-tetrault-2015)."""
    volume = entry.field("volume")
    return (
        _bare(journal) == "Computing Research Repository" and volume is not None and volume.value.startswith("arXiv:")
    )


def _is_repository(text: str, identifier: ArxivId | None) -> bool:
    if identifier:
        text = f"{text[: identifier.span.start].rstrip()} {text[identifier.span.end :].lstrip()}"
    name = _bare(text)
    # `e-print` by itself is some other repository's.
    return bool(_REPOSITORY.fullmatch(name)) and (identifier is not None or not name.lower().startswith("e"))


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "").strip()


def _find_identifier(entry: Entry, own: ArxivId | None) -> tuple[ArxivId | None, list[Field]]:
    """The identifier of the preprint, and the fields that hold it and nothing else."""
    found = [own] if own else []
    carriers = []
    for name in ("eprint", *_CARRIERS):
        field = entry.field(name)
        identifier = read_arxiv(field.text) if field else None
        # A number by itself is one of arXiv's if it can be, for arXiv is where the entry says to look.
        if not field or not identifier or (name in _CARRIERS and identifier.kind == "bare" and identifier.problem):
            continue
        if not field.text[identifier.span.end :].strip(" }.)]\t\r\n"):
            found.append(identifier)
            carriers += [field] if name in _CARRIERS else []
    for name in _WITNESSES:
        field = entry.field(name)
        found += find_arxiv(field.text) if field and "rxiv" in field.text.lower() else []
    if not found or any(other.problem or other.normal != found[0].normal for other in found):
        return None, []
    return next((identifier for identifier in found if identifier.primary_class), found[0]), carriers


def _mend(dialect: str, journal: Field, identifier: ArxivId, carriers: list[Field]) -> tuple[Edit | None, ...]:
    """What makes the entry a preprint; nothing where it would not be whole afterwards, or where it may have appeared."""
    entry = journal.entry
    doi = entry and entry.field("doi")
    published = read_doi(doi.text) if doi else None
    if not entry or (published and published.prefix != "10.48550") or entry.type not in (*_PREPRINT_TYPES, "article"):
        return ()
    prefix_name, prefix, class_name = _NAMES[dialect]
    missing = [
        (name, value)
        for name, value in (
            ("eprint", _write(identifier)),
            (prefix_name, prefix),
            (class_name, identifier.primary_class),
        )
        if value and not any(entry.field(known) for known in _also_known_as(name))
    ]
    edits: list[Edit | None] = [replace_field(journal, missing) if missing else delete_field(journal)]
    edits += [delete_field(field) for field in carriers]
    if entry.type == "article":
        edits.append(change_type(entry, "online" if dialect == "biblatex" else "misc"))
    return tuple(edits)


def _also_known_as(name: str) -> tuple[str, ...]:
    """BibLaTeX takes the names of both: blx-dm.def, archiveprefix and primaryclass are aliases."""
    for pair in (("archiveprefix", "eprinttype"), ("primaryclass", "eprintclass")):
        if name in pair:
            return pair
    return (name,)


def _write(identifier: ArxivId) -> str:
    return identifier.normal + (f"v{identifier.version}" if identifier.version else "")
