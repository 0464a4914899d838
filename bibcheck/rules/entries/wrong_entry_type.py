"""Entry types that the entry's own fields speak against."""

from __future__ import annotations

from collections.abc import Iterator

from bibcheck.bibliography import Bibliography
from bibcheck.bibliography.style_hints import is_for_abntex2, shows_entry_types
from bibcheck.records import NamedTuple
from bibcheck.rule import Finding, Fix, Level, Rule
from bibcheck.source import Edit
from bibcheck.syntax.edits import change_type, rename_field
from bibcheck.syntax.tree import Entry, Field
from bibcheck.text.latex import decode
from bibcheck.values.pages import read_pages
from bibcheck.venues.containers import kind_of_container


class _Judgement(NamedTuple):
    why: str
    edits: tuple[Edit, ...] = ()


class WrongEntryType(Rule):
    """Choose the type by what the work is: it decides which fields are printed, and how.

    Reported is what the entry's own fields prove: an @article in a white paper, a technical report, a working paper, a
    blog, a web site, a thesis, a book series or one edition of a conference; an @inproceedings with a journal and no
    booktitle; a @book with the booktitle of another book; a @misc with a journal and its volume; a @proceedings with the
    pages of a paper; in BibTeX an @inbook with a booktitle, which only @incollection and @inproceedings print. Journals with
    `Proceedings` or `Conference` in their names (`Proceedings of the IEEE`, `AIP Conference Proceedings`) are journals. The
    fix changes the type, and gives the container the name of the field that this type prints.

    Bad:

        @article{ibryam17, title = {Container-Based Design}, journal = {Redhat Consulting Whitepaper}, year = {2017}}
         ^^^^^^^

    Good:

        @misc{ibryam17, title = {Container-Based Design}, howpublished = {Redhat Consulting Whitepaper}, year = {2017}}

    Bad:

        @article{ng19, title = {Networks}, journal = {33rd Conference on Neural Networks}, year = {2019}}

    Good:

        @inproceedings{ng19, title = {Networks}, booktitle = {33rd Conference on Neural Networks}, year = {2019}}

    Bad:

        @inproceedings{aad20, title = {Jets}, journal = {Physics Letters B}, volume = {800}, year = {2020}}

    Good:

        @article{aad20, title = {Jets}, journal = {Physics Letters B}, volume = {800}, year = {2020}}
    """

    level = Level.WARNING
    fix = Fix.UNSAFE

    def check(self, bib: Bibliography) -> Iterator[Finding]:
        for entry in bib.entries:
            judge = _JUDGES.get(entry.type)
            judgement = judge(entry, bib) if judge else None
            if judgement:
                yield self.finding(entry.type_span, f"@{entry.type} {judgement.why}", *judgement.edits)


def _judge_article(entry: Entry, bib: Bibliography) -> _Judgement | None:
    journal = _journal(entry)
    kind = _kind(journal, entry)
    if not journal or not kind:
        return None
    name = "series" if kind == "a book series" else "booktitle" if kind == "a conference" else "howpublished"
    edits: tuple[Edit, ...] = ()
    if kind == "a book series" and not entry.field("booktitle"):
        pass  # the name of the book is not in sight
    elif kind != "a thesis" and not entry.field(name):
        edits = (change_type(entry, "misc" if name == "howpublished" else "inproceedings"), rename_field(journal, name))
    meant = _MEANT.get(kind, "use @misc with `howpublished`")
    return _Judgement(f"in `{_shorten(journal)}`, which is {kind} and no journal: {meant}", edits)


def _judge_paper(entry: Entry, bib: Bibliography) -> _Judgement | None:
    journal = _journal(entry)
    if not journal or any(entry.field(name) for name in ("booktitle", "crossref", "xdata", "xref", "maintitle")):
        return None
    kind = _kind(journal, entry)
    edits: tuple[Edit, ...] = ()
    if kind == "a conference":
        edits = (rename_field(journal, "booktitle"),)
    elif not kind and entry.field("volume"):
        edits = (change_type(entry, "article"),)
    meant = "write it as `booktitle`" if kind == "a conference" else "use @article, or add the `booktitle`"
    return _Judgement(f"with the journal `{_shorten(journal)}` and no booktitle: {meant}", edits)


def _judge_book(entry: Entry, bib: Bibliography) -> _Judgement | None:
    title, booktitle = entry.field("title"), entry.field("booktitle")
    if not title or not booktitle:
        return None
    # To BibLaTeX, and to some styles of BibTeX, an @inbook is what BibTeX calls an @incollection.
    if entry.type == "inbook" and (bib.dialect == "biblatex" or bib.has_biblatex or is_for_abntex2(bib)):
        return None
    if shows_entry_types(bib):
        return None
    own, other = decode(title.text).text.lower(), decode(booktitle.text).text.lower()
    # BibTeX's children inherit a booktitle; the title once more is no other book.
    if not own or not other or own in other or other in own or _is_parent(entry, bib):
        return None
    is_paper = _kind(booktitle, entry) == "a conference"
    meant = "inproceedings" if is_paper else "incollection"
    why = f"with a title of its own and the booktitle `{_shorten(booktitle)}`: that is an @{meant}"
    return _Judgement(why, (change_type(entry, meant),))


def _judge_misc(entry: Entry, bib: Bibliography) -> _Judgement | None:
    journal, volume = _journal(entry), entry.field("volume")
    if not journal or not volume or _kind(journal, entry) or not volume.value[:1].isdigit():
        return None
    if any(
        archive in journal.value.lower() for archive in ("rxiv", "corr", "zenodo", "ssrn", "github", "preprint", "osf")
    ):
        return None
    why = f"with volume {volume.value} of the journal `{_shorten(journal)}`: use @article"
    return _Judgement(why, (change_type(entry, "article"),))


def _judge_proceedings(entry: Entry, bib: Bibliography) -> _Judgement | None:
    field = entry.field("pages")
    if not field or _is_parent(entry, bib):
        return None
    for part in read_pages(field.text).parts:
        if part.kind == "range" and part.first and part.first.style == "arabic" and (part.first.number or 0) > 1:
            edits = (change_type(entry, "inproceedings"),) if entry.field("booktitle") else ()
            return _Judgement(f"with the pages `{field.value}` of a paper in it: use @inproceedings", edits)
    if entry.field("author") and entry.field("booktitle"):
        why = f"with an author, a booktitle and the pages `{field.value}` of a paper in it: use @inproceedings"
        return _Judgement(why, (change_type(entry, "inproceedings"),))
    return None


_JUDGES = {
    "article": _judge_article,
    "inproceedings": _judge_paper,
    "conference": _judge_paper,
    "book": _judge_book,
    "inbook": _judge_book,
    "misc": _judge_misc,
    "proceedings": _judge_proceedings,
}


# What to write for an @article whose journal is none.
_MEANT = {
    "a conference": "use @inproceedings with `booktitle`",
    "a book series": "use @incollection or @inproceedings with `series`",
    "a thesis": "use @phdthesis or @mastersthesis with `school`",
    "a technical report": "use @techreport, or @misc with `howpublished`",
    "a working paper": "use @techreport, or @misc with `howpublished`",
}


def _journal(entry: Entry) -> Field | None:
    return entry.field("journal") or entry.field("journaltitle")


def _kind(container: Field | None, entry: Entry) -> str:
    return kind_of_container(decode(container.text).text, entry.field("volume") is not None) if container else ""


def _shorten(field: Field) -> str:
    name = decode(field.text).text
    return name if len(name) <= 60 else name[:59] + "…"


def _is_parent(entry: Entry, bib: Bibliography) -> bool:
    return any(field.value.lower() == entry.key.lower() for field in bib.fields("crossref", "xref", "xdata"))
