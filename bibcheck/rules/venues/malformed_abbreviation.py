"""Abbreviations of venues with a space or a full stop missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.lazy_re import pattern
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.syntax.edits import replace, replace_value
from bibcheck.syntax.tree import Field
from bibcheck.text.latex import decode
from bibcheck.values.folding import fold_name
from bibcheck.venues.journal_names import JOURNALS, read_journal_name, write_name
from bibcheck.venues.recognise import Venues

_VENUES = (*JOURNALS, "booktitle", "series")
_LONGEST = 400  # a name is never as long
# `J.Sel.`, `Phys.Rev.D`, `Proc.of`; not `Ph.D`, `arXiv.org`, `cs.AI`, `J.R. Stat. Soc.`
_GLUED = pattern(
    r"(?<![\w.@/:-])(?:J|[A-Z][a-z]{1,15}|[a-z]{2,15})\.(?=[A-Z](?![A-Z])(?:[a-z]|\.|\b)|(?:of|on|the|and|for|in)\b)"
    r"|(?<=\.)(?:[A-Z][a-z]{1,15})\.(?=[A-Z](?![A-Z])(?:[a-z]|\.|\b))"
)
_INITIALS = pattern(r"J\.[A-Z]\.|Ph\.D|[Vv]ol\.|[Nn]o\.")
_MAY_BE_GLUED = pattern(r"\.[{}]{0,3}[A-Za-z]")
_SPACED = pattern(r"[a-z]\.[{}]{0,3} [A-Za-z{]")
_ADDRESS = pattern(r"://|www\.", re.IGNORECASE)
# A citation and no name: `Springer Ser.Comp.Mathem. Hairer,E.:Solving Ordinary Diff.`
_CITATION = pattern(r"[^\W\d_]{2},\s?[A-Z]\.(?:\s?[A-Z]\.)?\s?[:,]")
_RUN = pattern(r"\S+")
_MANY = 3
_RARE = 4  # times more names with full stops than without


class MalformedAbbreviation(Rule):
    """Put a space and a full stop after each word of an abbreviation.

    ISO 4 has `IEEE J. Sel. Areas Commun.`; `IEEE J.Sel. A. Commun.` is an export of the ACM Digital Library. Reported are
    words without a space between them, and words that are cut without a full stop where the others of the name have one,
    where the same journal has one elsewhere, or where nearly all journals of the file have. Files that write most names so
    (`Phys.Rev.D`, as INSPIRE once did; `Hum Brain Mapp`, as PubMed does) have a habit, and are left alone.

    Bad:

        @article{leslie96, journal = {ACM Trans.Database Syst.}}
                                          ^^^^^^^^^^^^^^

    Good:

        @article{leslie96, journal = {ACM Trans. Database Syst.}}

    Bad:

        @article{a, journal = {Commun. ACM}, year = 2001}
        @article{b, journal = {Commun ACM}, year = 2002}
                               ^^^^^^^^^^

    Good:

        @article{a, journal = {Commun. ACM}, year = 2001}
        @article{b, journal = {Commun. ACM}, year = 2002}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE
    whole_file = True

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        yield from self._check_spaces(bib)
        yield from self._check_stops(bib)

    def _check_spaces(self, bib: Bibliography) -> Iterator[Finding]:
        suspects = [field for field in bib.fields(*_VENUES) if _MAY_BE_GLUED.search(field.text)]
        texts = [(field, decode(field.text).text) for field in suspects]
        glued = [(field, text, gaps) for field, text in texts if (gaps := _find_gaps(text))]
        if len(glued) >= _MANY:
            spaced = sum(_SPACED.search(field.text) is not None for field in bib.fields(*_VENUES))
            if len(glued) > spaced:
                return
        for field, text, gaps in glued:
            words = " and ".join(f"`{_word_before(text, gap)}`" for gap in gaps)
            runs = [run for run in _RUN.finditer(text) if any(run.start() < gap < run.end() for gap in gaps)]
            decoded = decode(field.text)
            span = field.span(*decoded.source_span(runs[0].start(), runs[-1].end()))
            name = read_journal_name(bib.venues, field) if field.name in JOURNALS else None
            if name and name.form == "abbreviated" and name.abbreviation:
                edits = [replace_value(field, write_name(name.abbreviation, in_ascii=bib.text.isascii()))]
            else:
                edits = [
                    replace(field, end, end, " ") for _, end in (decoded.source_span(gap - 1, gap) for gap in gaps)
                ]
            yield self.finding(span, f"no space after {words}", *edits)

    def _check_stops(self, bib: Bibliography) -> Iterator[Finding]:
        read = [written for field in bib.fields(*JOURNALS) if (written := _read(bib.venues, field))]
        dotted = Counter(written.id for written in read if written.has_stops)
        bare = [written for written in read if written.bare]
        own = Counter(written.id for written in bare if not written.has_stops)
        is_rare = dotted.total() >= _RARE * max(len(bare), 1)
        for written in bare:
            is_stray = dotted[written.id] >= own[written.id] and dotted.total() >= own.total()
            if written.has_stops or is_rare or is_stray:
                words = " and ".join(f"`{word}`" for word in written.bare)
                field = written.field
                edit = replace_value(field, write_name(written.form, in_ascii=bib.text.isascii()))
                yield self.finding(
                    field.span(0, len(field.text)), f"no full stop after {words}: `{written.form}`", edit
                )


def _find_gaps(text: str) -> list[int]:
    """Where a space is missing."""
    if len(text) > _LONGEST or _ADDRESS.search(text) or _CITATION.search(text):
        return []
    return [match.end() for match in _GLUED.finditer(text) if not _INITIALS.match(text, match.start())]


def _word_before(text: str, end: int) -> str:
    return re.split(r"[\s.]", text[: end - 1])[-1] + "."


class _Written(NamedTuple):
    field: Field
    id: str  # of the journal
    has_stops: bool
    bare: tuple[str, ...]  # the words that are cut without a full stop
    form: str  # as ISO 4 has it


def _read(venues: Venues, field: Field) -> _Written | None:
    """An abbreviation that is known, be it with full stops or without; None for other names."""
    found = venues.recognise_field(field)
    if not found or not found.is_sure or found.venue.kind != "journal" or found.form == "acronym":
        return None
    text = " ".join(decode(field.text).text.split())
    folded, own = fold_name(text), fold_name(found.venue.name).split()
    forms = [name for name in found.venue.names if "." in name and fold_name(name) == folded]
    if not forms or folded.split() == own:
        return None
    if text in forms:
        return _Written(field, found.venue.id, True, (), text)
    missing = [(_bare_words(text, form, own), form) for form in forms if len(form.split()) == len(text.split())]
    bare, form = min(missing, key=lambda one: len(one[0]), default=((), ""))
    # A colon says that the file has a form of its own: `J. Phys.: Conf. Ser`.
    wanted = _with_stops(text, bare) if ":" in text else found.venue.abbreviation or form
    return _Written(field, found.venue.id, "." in text, bare, wanted)


def _with_stops(text: str, bare: tuple[str, ...]) -> str:
    return " ".join(word + "." if word in bare else word for word in text.split())


def _bare_words(text: str, form: str, own: list[str]) -> tuple[str, ...]:
    """The words of a text that have no full stop where those of a form have, and that are cut."""
    pairs = zip(text.split(), form.split(), strict=True)
    return tuple(
        word.rstrip(",:")
        for word, other in pairs
        if other.rstrip(",:").endswith(".") and not word.rstrip(",:").endswith(".") and fold_name(word) not in own
    )
