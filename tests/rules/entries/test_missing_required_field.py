"""missing-required-field: what it takes for missing, and what may stand elsewhere."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

RULE = "missing-required-field"
OTHER = "@article{o%d, author = {A}, title = {T}, journal = {J}, year = 2000}\n"
OTHERS = "".join(OTHER % number for number in range(3))
ONLINE = "@online{w, title = {W}, url = {https://example.org}, year = 2000}\n"


@pytest.mark.parametrize(
    ("text", "dialect", "missing"),
    [
        ("@article{k, title = {T}}", "bibtex", "no `author`, no `journal`, no `year`"),
        ("@book{k, title = {T}, year = 1}", "bibtex", "no `author` or `editor`, no `publisher`"),
        ("@inbook{k, editor = {E}, title = {T}, publisher = {P}, year = 1}", "bibtex", "no `chapter` or `pages`"),
        ("@proceedings{k, title = {T}}", "bibtex", "no `year`"),
        ("@unpublished{k, author = {A}, title = {T}}", "bibtex", "no `note`"),
        ("@PhDThesis{k, author = {A}, title = {T}, year = 1}", "bibtex", "no `school`"),
        # BibTeX does not read institution there.
        ("@phdthesis{k, author = {A}, title = {T}, year = 1, institution = {I}}", "bibtex", "no `school`"),
        # Empty, and so missing: plain.bst, output.check.
        ("@manual{k, title = {}}", "bibtex", "no `title`"),
        ("@manual{k, title = { }}", "bibtex", "no `title`"),
        ("@manual{k, title = {}, crossref = {p}}\n@manual{p, title = {P}}", "bibtex", None),
        ("@article{k, title = {T}}", "biblatex", "no `date` or `year`, no `author` or `editor` or `translator`"),
        ("@online{k, title = {T}, date = {2000}}", "biblatex", "no `url` or `doi` or `eprint`"),
        ("@thesis{k, author = {A}, title = {T}, date = {2000}, school = {S}}", "biblatex", "no `type`"),
        # xref gives nothing, and biber makes a booktitle of a title alone.
        ("@inbook{k, author = {A}, title = {T}, xref = {p}, date = {1}}\n@book{p}", "biblatex", "no `booktitle`"),
        ("@inbook{k, author = {A}, crossref = {p}}\n@book{p, title = {P}, date = {1}}", "biblatex", "no `title`"),
    ],
)
def test_a_required_field_is_missing(check: Check, text: str, dialect: str, missing: str | None) -> None:
    findings = [finding for finding in check(RULE, text + "\n", dialect=dialect) if finding.key == "k"]
    assert [finding.message.startswith(missing) for finding in findings] == ([True] if missing else [])
    assert [text[slice(*finding.span)] for finding in findings] == (["k"] if missing else [])


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("@misc{k, note = {N}}", "bibtex"),
        ("@book{k, editor = {E}, title = {T}, publisher = P, year = 1}", "bibtex"),
        ("@online{k}\n@unheardof{l}\n@control{m}\n@IEEEtranBSTCTL{n}", "bibtex"),
        ("@xdata{k, publisher = {P}}\n@set{l, entryset = {k}}", "biblatex"),
        # plain.bst prints the parent, and warns about the author alone.
        (
            "@inproceedings{k, author = {A}, title = {T}, crossref = {p}}\n@proceedings{p, title = {P}, year = 1}",
            "bibtex",
        ),
        ("@article{k, author = {A}, title = {T}, crossref = {elsewhere}}", "bibtex"),
        (
            "@inproceedings{k, author = {A}, title = {T}, crossref = {p}}\n@proceedings{p, title = {P}, date = {1}}",
            "biblatex",
        ),
        ("@book{k, author = {A}, xdata = {x, y}}\n@xdata{x, title = {T}}\n@xdata{y, date = {1}}", "biblatex"),
        ("@book{k, title = {T}, xdata = {elsewhere}}", "biblatex"),
        ("@book{k, author = {xdata=x-author}, title = {T}, date = {1}}", "biblatex"),
        # BibTeX's names and types in a file for BibLaTeX.
        ("@phdthesis{k, author = {A}, title = {T}, school = {S}, year = 1}", "biblatex"),
        ("@article{k, author = {A}, title = {T}, journal = {J}, year = 1}", "biblatex"),
        # The publisher is optional (biblatex issue 532), and so is the author of an edited or translated book.
        ("@book{k, editor = {E}, title = {T}, date = {1}}", "biblatex"),
        ("@book{k, translator = {E}, title = {T}, date = {1}}", "biblatex"),
        ("@incollection{k, author = {A}, title = {T}, booktitle = {B}, date = {1}}", "biblatex"),
        ("@online{k, title = {T}, url = {U}, urldate = {2020-01-01}}", "biblatex"),
        ("@article{k, author = {A}, title = {T}, journaltitle = {J}, pubstate = {inpress}}", "biblatex"),
        # The styles of other countries print a thesis by its type and address.
        (
            "@phdthesis{k, author = {A}, title = {T}, type = {PhD}, address = {Kazan}, year = 1, language = {russian}}",
            "bibtex",
        ),
        # Not published, or not yet.
        ("@article{k, author = {A}, title = {T}, eprint = {2001.00001}, archiveprefix = {arXiv}, year = 1}", "bibtex"),
        ("@article{k, author = {A}, title = {T}, journal = {J}, note = {To appear}}", "bibtex"),
        # Other rules speak of these.
        ("@article{k, auhtor = {A}, title = {T}, jounal = {J}, year = 1}", "bibtex"),
        ("@article{k, OPTauthor = {A}, title = {T}, ALTyear = 1, journal = {J}}", "bibtex"),
        ("@inproceedings{k, author = {A}, title = {T}, journal = {J}, year = 1}", "bibtex"),
        ("@article{k, author = {A}, title = {T} journal = {J}, year = 1}", "bibtex"),
    ],
)
def test_nothing_is_missing(check: Check, text: str, dialect: str) -> None:
    assert check(RULE, text + "\n", dialect=dialect) == []


def test_in_a_file_for_either_only_what_both_require_is_missing(check: Check) -> None:
    book = "@book{k, author = {A}, title = {T}, %s}\n"
    assert check(RULE, OTHERS + ONLINE + book % "date = {1}") == []
    assert check(RULE, OTHERS + ONLINE + "@inbook{k, author = {A}, title = {T}, year = 1, publisher = {P}}\n") == []
    assert [f.message for f in check(RULE, OTHERS + book % "year = 1")] == [
        "no `publisher`, which BibTeX requires of `@book`"
    ]
    assert [f.message for f in check(RULE, OTHERS + ONLINE + book % "note = {N}")] == [
        "no `year`, which BibTeX and BibLaTeX require of `@book`"
    ]


def test_the_configuration_adds_and_takes_away(check: Check) -> None:
    text = "@article{k, author = {A}, title = {T}, year = 1}\n@unpublished{u, author = {A}, title = {T}}\n"
    options = {"fields": ("*: doi|url",), "optional": ("article: journal", "unpublished: note")}
    assert [(f.key, f.message) for f in check(RULE, text, **options)] == [
        ("k", "no `doi` or `url`, which the configuration requires of `@article`"),
        ("u", "no `doi` or `url`, which the configuration requires of `@unpublished`"),
    ]


def test_what_stands_in_for_a_field_in_the_same_entry_counts(check: Check) -> None:
    report = "@techreport{k, collaboration = {CMS}, title = {T}, institution = {CERN}, year = 2016}\n"
    assert not check("missing-required-field", report)
    assert check("missing-required-field", report.replace("collaboration", "shelf"))
    thesis = "@phdthesis{k, author = {A}, title = {T}, year = 2006, language = {russian}}\n@misc{l}\n"
    assert not check("missing-required-field", thesis)
    assert check("missing-required-field", thesis.replace("russian", "english"))


def test_a_field_of_another_name_is_pointed_at(check: Check) -> None:
    text = "@techreport{k, author = {A}, title = {T}, publisher = {TU Eindhoven}, year = 1963}\n"
    [finding] = check("missing-required-field", text)
    assert finding.message == "no `institution`, which BibTeX requires of `@techreport`; it may stand in `publisher`"
