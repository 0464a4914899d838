"""Preprints on arXiv that name it as their journal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import does_print
from bibcheck.lazy_re import pattern
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import change_type, delete_fields, replace_field
from bibcheck.syntax.tree import Entry, Field
from bibcheck.values.arxiv import ArxivId, find_arxiv, is_archive_of_scholar, read_arxiv
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
    """Put the identifier of a preprint into eprint: arXiv is not a journal.

    Styles print a journal in italics, and those that print eprint print the identifier a second time. bioRxiv, medRxiv and
    SSRN ask to be cited as journals and are not reported, nor is `Computing Research Repository` with `arXiv:...` as volume,
    which the ACL asks for. Google Scholar gives some preprints as volume 1050 of `stat`.

    What the fix does depends on what the style prints:

    - Where it prints eprint (files for BibLaTeX; apsrev4-2, ACM-Reference-Format, elsarticle-num and others), the entry becomes
      what arXiv exports: a @misc (BibLaTeX: @online) with eprint, archiveprefix (eprinttype) and, if the entry has it,
      primaryclass (eprintclass).
    - Where it prints no eprint (plain, IEEEtran, plainnat, splncs04), the entry becomes a @misc with the identifier in
      howpublished.
    - Where nothing tells the style, there is no fix: set `style` in the settings, or use a preset that names it.

    Bad:

        @article{lipp18, title = {Meltdown}, journal = {arXiv preprint arXiv:1801.01207}, year = {2018}}
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        @control{apsrev42Control}

    Good:

        @misc{lipp18, title = {Meltdown}, eprint = {1801.01207}, archiveprefix = {arXiv}, year = {2018}}
        @control{apsrev42Control}

    Bad:

        @article{kocher18,
          title   = {Spectre Attacks},
          journal = {arXiv preprint arXiv:1801.01203},
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          year    = {2018}
        }
        @IEEEtranBSTCTL{settings, CTLuse_url = {yes}}

    Good:

        @misc{kocher18,
          title   = {Spectre Attacks},
          howpublished = {arXiv:1801.01203},
          year    = {2018}
        }
        @IEEEtranBSTCTL{settings, CTLuse_url = {yes}}

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
            if field.entry and is_archive_of_scholar(text, _text(field.entry, "volume")):
                message = f"`{text.strip()}`, volume 1050, is arXiv: give the number of the preprint in eprint"
                yield self.finding(field, message)
                continue
            if not any(hint in text.lower() for hint in _HINTS) or not field.entry:
                continue
            own = next(iter(find_arxiv(text)), None)
            if not _is_repository(text, own) or _is_for_acl(field.entry, text):
                continue
            identifier, carriers = _find_identifier(field.entry, own)
            type = "misc" if field.entry.type == "article" else field.entry.type  # what the fix makes of it
            prints_eprint = does_print(bib, type, "eprint")
            message = f"`{_bare(field.value)}` is not a journal but a repository of preprints"
            edits: tuple[Edit | None, ...] = ()
            if identifier:
                message += _advice(field.entry, identifier, prints_eprint)
            elif not field.entry.field("eprint"):
                message += ": give the identifier in eprint"
            if identifier and prints_eprint is not None and _is_preprint(field.entry):
                edits = (_to_eprint if prints_eprint else _to_howpublished)(bib.dialect, field, identifier, carriers)
            core = text.strip()
            start = text.index(core)
            yield self.finding(field.span(start, start + len(core)), message, *edits)


def _text(entry: Entry, name: str) -> str:
    field = entry.field(name)
    return field.text if field else ""


def _advice(entry: Entry, identifier: ArxivId, prints_eprint: bool | None) -> str:
    if prints_eprint is False:
        return f": write `arXiv:{_write(identifier)}` in howpublished of a `@misc`, as the style prints no eprint"
    if entry.field("eprint"):
        return ": leave it out if the style prints eprint"
    advice = f": `{_write(identifier)}` belongs in eprint"
    return advice if prints_eprint else f"{advice}, or in howpublished of a `@misc` if the style prints no eprint"


def _is_preprint(entry: Entry) -> bool:
    """Whether nothing says that the work has appeared elsewhere."""
    doi = entry.field("doi")
    published = read_doi(doi.text) if doi else None
    return (not published or published.prefix == "10.48550") and entry.type in (*_PREPRINT_TYPES, "article")


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


def _to_howpublished(
    dialect: str, journal: Field, identifier: ArxivId, carriers: list[Field]
) -> tuple[Edit | None, ...]:
    """What makes the entry a @misc that names the preprint in howpublished, which all styles print."""
    entry = journal.entry
    if not entry or entry.type == "unpublished" or entry.field("howpublished"):
        return ()
    edits: list[Edit | None] = [replace_field(journal, [("howpublished", f"arXiv:{_write(identifier)}")])]
    edits += delete_fields(carriers)
    if entry.type == "article":
        edits.append(change_type(entry, "misc"))
    return tuple(edits)


def _to_eprint(dialect: str, journal: Field, identifier: ArxivId, carriers: list[Field]) -> tuple[Edit | None, ...]:
    """What makes the entry a preprint as arXiv itself exports it."""
    entry = journal.entry
    if not entry:
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
    edits: list[Edit | None] = []
    if missing:
        edits.append(replace_field(journal, missing))
    edits += delete_fields(carriers if missing else [journal, *carriers])
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
