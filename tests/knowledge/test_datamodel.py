"""The data model: what ships is what its sources make, and the look-ups say what the programs do."""

from __future__ import annotations

import pytest

from bibcheck.knowledge.datamodel import (
    exclusive_fields,
    inherited_names,
    is_known_field,
    is_known_type,
    is_listed,
    of_type,
    printed_fields,
    program_of,
    read_lists,
    required_fields,
    same_fields,
)
from bibcheck.knowledge.entry_types import bibtex_type, meant_type
from bibcheck.knowledge.field_names import meant_field
from tools.build_datamodel import TABLES, build


def test_the_tables_are_what_the_sources_make() -> None:
    assert TABLES.read_text(encoding="utf-8") == build(), "remake them: python -m tools.build_datamodel"


@pytest.mark.parametrize(
    ("type", "dialect", "required"),
    [
        ("article", "bibtex", "author title journal year"),
        ("article", "biblatex", "date|year author|editor|translator journaltitle title"),
        ("book", "bibtex", "author|editor title publisher year"),
        ("book", "biblatex", "date|year author|editor|translator title"),
        ("inbook", "bibtex", "author|editor title chapter|pages publisher year"),
        ("misc", "bibtex", ""),
        ("online", "bibtex", ""),
        ("online", "biblatex", "date|year url|doi|eprint title"),
        ("thesis", "biblatex", "date|year author|editor|translator title type institution"),
        # The alias brings its type along.
        ("phdthesis", "biblatex", "date|year author|editor|translator title institution"),
        ("conference", "biblatex", "date|year author|editor|translator title booktitle"),
        ("unheardof", "biblatex", ""),
    ],
)
def test_types_require_fields(type: str, dialect: str, required: str) -> None:
    assert required_fields(type, dialect) == tuple(tuple(group.split("|")) for group in required.split())


def test_a_crossref_makes_up_for_what_the_styles_print_of_the_parent() -> None:
    assert required_fields("inproceedings", "bibtex", in_crossref=True) == (("author",),)
    assert required_fields("inbook", "bibtex", in_crossref=True) == (("chapter", "pages"),)


def test_types_exclude_and_print_fields() -> None:
    assert exclusive_fields("inbook") == (("volume", "number"), ("author", "editor"))
    assert exclusive_fields("article") == ()
    assert "journal" not in (printed_fields("book", "bibtex") or ())
    assert "eid" in (printed_fields("article", "bibtex") or ())
    assert {"date", "urldate", "publisher"} <= (printed_fields("book", "biblatex") or set())
    assert printed_fields("xdata", "biblatex") is None
    assert printed_fields("unheardof", "bibtex") is None


@pytest.mark.parametrize(
    "type", "article online phdthesis artifactsoftware webpage newspaper softwareversion set".split()
)
def test_types_of_the_dialects_and_of_styles_are_known(type: str) -> None:
    assert is_known_type(type)
    assert not is_known_type(type + "x")


@pytest.mark.parametrize(
    "name",
    "author journaltitle address author+an title+an:xx endyear eid articleno bdsk-url-12 abbr mrnumber "
    "origyear".split(),
)
def test_fields_of_models_styles_and_programs_are_known(name: str) -> None:
    assert is_known_field(name)


@pytest.mark.parametrize("name", ["auhtor", "shelf", "bdsk+an", "x-author", ""])
def test_other_fields_are_not_known(name: str) -> None:
    assert not is_known_field(name)


@pytest.mark.parametrize(
    ("name", "program"),
    [("bdsk-file-1", "BibDesk"), ("mendeley-tags", "Mendeley"), ("timestamp", "JabRef"), ("title", None)],
)
def test_programs_have_fields_of_their_own(name: str, program: str | None) -> None:
    assert program_of(name) == program


@pytest.mark.parametrize(
    ("parent", "child", "name", "sources"),
    [
        ("proceedings", "inproceedings", "booktitle", {"title", "booktitle"}),
        ("proceedings", "inproceedings", "title", set()),
        ("proceedings", "conference", "booktitle", {"title", "booktitle"}),
        ("book", "inbook", "bookauthor", {"author", "bookauthor"}),
        ("book", "inbook", "author", {"author"}),
        ("periodical", "article", "journaltitle", {"title", "journaltitle", "journal"}),
        ("book", "inbook", "shorttitle", set()),
        ("book", "article", "title", {"title"}),
        ("book", "inbook", "crossref", set()),
    ],
)
def test_biber_inherits_under_other_names(parent: str, child: str, name: str, sources: set[str]) -> None:
    assert set(inherited_names(parent, child, (name,))) == sources


def test_aliases_stand_for_one_field() -> None:
    assert set(same_fields("journal")) == {"journal", "journaltitle"}
    assert set(same_fields("location")) == {"address", "location"}
    assert same_fields("title") == ("title",)


def test_settings_list_fields_by_type() -> None:
    lists = read_lists(("article, misc: volume, pages|eid", "*: doi|url", "isbn", "Book:  Address"))
    assert of_type(lists, "article") == (("doi", "url"), ("isbn",), ("volume",), ("pages", "eid"))
    assert of_type(lists, "book") == (("doi", "url"), ("isbn",), ("address",))
    assert is_listed("bdsk-url-1", ("BDSK-*", "file"))
    assert not is_listed("files", ("file", "bdsk-*"))


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("auhtor", "author"), ("jounal", "journal"), ("pubisher", "publisher"), ("yaer", "year"), ("editors", "editor"),
        ("page", "pages"), ("adress", "address"), ("booktilte", "booktitle"), ("titel", "title"), ("vol-ume", "volume"),
        ("organisation", "organization"),
        # Taken out of use, numbered, or other words.
        ("xnote", None), ("oldtitle", None), ("noeditor", None), ("author2", None), ("notes", None), ("data", None),
        ("shelf", None), ("publdate", None), ("author+an", None), ("title", None), ("issues", None), ("x" * 1000, None),
    ],
)  # fmt: skip
def test_misspelled_fields_are_meant_for_others(name: str, meant: str | None) -> None:
    assert meant_field(name) == meant


@pytest.mark.parametrize(
    ("type", "dialect", "meant"),
    [
        ("artcle", "bibtex", "article"), ("inproceeding", "bibtex", "inproceedings"), ("bok", "bibtex", "book"),
        ("phdthesise", "bibtex", "phdthesis"), ("onlin", "bibtex", "online"), ("strng", "bibtex", "string"),
        ("website", "bibtex", "misc"), ("website", "biblatex", "online"), ("dissertation", "bibtex", "phdthesis"),
        ("talks", "bibtex", "talk"), ("thing", "bibtex", None), ("a", "bibtex", None), ("x" * 1000, "bibtex", None),
    ],
)  # fmt: skip
def test_unknown_types_are_meant_for_others(type: str, dialect: str, meant: str | None) -> None:
    assert meant_type(type, dialect) == meant


@pytest.mark.parametrize(
    ("type", "kind", "other"),
    [
        ("online", "", "misc"), ("report", "", "techreport"), ("thesis", "phdthesis", "phdthesis"), ("thesis", "", None),
        ("thesis", "mathesis", "mastersthesis"), ("inreference", "", "incollection"), ("xdata", "", None),
    ],
)  # fmt: skip
def test_bibtex_has_types_for_those_of_biblatex(type: str, kind: str, other: str | None) -> None:
    assert bibtex_type(type, kind) == other
