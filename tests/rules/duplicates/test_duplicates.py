"""The rules on duplicates: one work twice, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check

TITLE = "title = {On the Shape of Trees}"
DOE = f"author = {{Jane Doe}}, {TITLE}, year = {{2020}}"

SAME_WORK = [
    (f"@book{{a, {DOE}}}", f"@book{{b, {DOE}}}"),
    (f"@book{{a, {DOE}}}", "@book{b, author = {Doe, J.}, title = {On the shape of {T}rees}, year = 2020}"),
    (f"@book{{a, {DOE}}}", "@book{b, author = {Doe, J.}, title = {On the Shape of Treees}, year = 2020}"),
    (f"@article{{a, {DOE}, pages = {{1-9}}}}", f"@article{{b, {DOE}, pages = {{1--9}}}}"),
    (f"@article{{a, {DOE}, pages = {{500}}}}", f"@article{{b, {DOE}, pages = {{500--544}}}}"),
    (f"@article{{a, {DOE}, journal = {{J. Trees}}}}", f"@article{{b, {DOE}, journal = {{Journal of Trees}}}}"),
    (
        "@article{a, author = {Jane Doe}, title = {Loud Rivers}, year = 1, volume = 7, pages = {20--30}}",
        "@article{b, author = {Jane Doe}, title = {Loud Rivers}, year = 1, volume = 7, pages = {20--30}}",
    ),
    (
        "@article{a, author = {Jane Doe}, title = {Loud Rivers}, year = 1, number = 7, pages = {20--30}}",
        "@article{b, author = {Jane Doe}, title = {Loud Rivers}, year = 1, number = 7, pages = {20--30}}",
    ),
    (f"@misc{{a, {DOE}}}", "@misc{b, author = {Jane Doe}, title = {Oon the Shape of Trees}, year = 2020}"),
    (
        "@book{a, author = {Erdős, Paul}, title = {T}, year = 1}",
        "@book{b, author = {Erd{\\H o}s, P.}, title = {T}, year = 1}",
    ),
]
OTHER_WORK = [
    (f"@book{{a, {DOE}}}", f"@book{{b, {DOE}, edition = {{Second}}}}\n@book{{c, {DOE}, edition = {{Third}}}}"),
    (f"@book{{a, {DOE}, volume = {{1}}}}", f"@book{{b, {DOE}, volume = {{2}}}}"),
    (f"@article{{a, {DOE}, pages = {{1-9}}}}", f"@article{{b, {DOE}, pages = {{10-19}}}}"),
    (f"@article{{a, {DOE}, pages = {{50}}}}", f"@article{{b, {DOE}, pages = {{500--544}}}}"),
    (f"@article{{a, {DOE}}}", f"@inproceedings{{b, {DOE}}}"),
    (f"@article{{a, {DOE}, journal = {{Nature}}}}", f"@article{{b, {DOE}, journal = {{Science}}}}"),
    (f"@misc{{a, {DOE}, note = {{Talk in Rome}}}}", f"@misc{{b, {DOE}, note = {{Talk in Oslo}}}}"),
    (f"@misc{{a, {DOE}}}", "@misc{b, author = {Roe, R.}, title = {On the Shape of Trees}, year = 2020}"),
    (f"@misc{{a, {DOE}}}", "@misc{b, author = {Jane Doe}, title = {On the Shape of Trees}, year = 2021}"),
    ("@misc{a, author = {D}, title = {Graph Minors XIII}, year = 1}",
     "@misc{b, author = {D}, title = {Graph Minors XIV}, year = 1}"),
    ("@misc{a, author = {D}, title = {Trees Part 1 of three}, year = 1}",
     "@misc{b, author = {D}, title = {Trees Part 2 of three}, year = 1}"),
    ("@article{a, author = {D}, title = {Editorial}, journal = {J}, year = 1}",
     "@article{b, author = {D}, title = {Editorial}, journal = {J}, year = 1}"),
    (f"@book{{a, {DOE}, related = {{b}}}}", f"@book{{b, {DOE}}}"),
    ("@misc{a, author = {Jane Doe}, title = {Loud Rivers}, year = 1}",
     "@misc{b, author = {Jane Doe}, title = {Loud Rivers}, year = 1}"),
    ("@article{a, author = {Jane Doe}, title = {Loud Rivers}, year = 1, volume = 7, number = 3}",
     "@article{b, author = {Jane Doe}, title = {Loud Rivers}, year = 1, volume = 7, number = 3}"),
    (f"@misc{{a, {DOE}}}", f"@misc{{a, {DOE}}}"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), SAME_WORK)
def test_the_same_work_twice_is_reported_on_the_later(check: Check, first: str, second: str) -> None:
    (finding,) = check("duplicate-entry", f"{first}\n{second}\n")
    assert finding.key == "b"
    assert finding.message == "`b` is the same work as `a`: keep one"


@pytest.mark.parametrize(("first", "second"), OTHER_WORK)
def test_what_only_looks_the_same(check: Check, first: str, second: str) -> None:
    findings = check("duplicate-entry", f"{first}\n{second}\n")
    assert (
        "`b` is the same work as `a`: keep one" not in [finding.message for finding in findings] or "edition" in second
    )
    assert all("`c`" not in finding.message or "`a`" in finding.message for finding in findings)


def test_one_finding_for_one_defect(check: Check) -> None:
    text = f"@article{{a, {DOE}, doi = {{10.1000/182}}}}\n@article{{b, {DOE}, doi = {{10.1000/182}}}}\n"
    assert [finding.key for finding in check("duplicate-doi", text)] == ["b"]
    assert not check("duplicate-entry", text)
    assert not check("conflicting-twins", text)


PREPRINT = f"@misc{{p, {DOE}, eprint = {{2001.01234}}, archivePrefix = {{arXiv}}}}\n"


def test_a_preprint_beside_its_publication(check: Check) -> None:
    published = (
        "@article{q, author = {Doe, Jane}, title = {On the shape of trees}, journal = {J. Trees}, year = {2021}}\n"
    )
    assert [finding.key for finding in check("preprint-duplicate", PREPRINT + published)] == ["p"]
    assert [finding.key for finding in check("preprint-duplicate", published + PREPRINT)] == ["p"]
    assert not check("duplicate-entry", PREPRINT + published)
    assert not check("preprint-duplicate", PREPRINT + published.replace("2021", "1999"))
    assert not check("preprint-duplicate", PREPRINT + published.replace("trees}", "bushes}"))
    assert not check("preprint-duplicate", PREPRINT + PREPRINT.replace("{p,", "{q,"))


def test_a_draft_that_gives_no_more_than_its_title_beside_the_paper(check: Check) -> None:
    draft = "@misc{p, title = {Ornamental Algebras and Others}, author = {Conor McBride}, year = {2011}}\n"
    paper = draft.replace("@misc{p", "@inproceedings{q").replace("2011", "2014")
    (finding,) = check("preprint-duplicate", draft + paper)
    assert (finding.key, finding.message) == (
        "p",
        "nothing but title, authors and year of `q`, which is in the bibliography as published: cite that",
    )
    assert not check("preprint-duplicate", draft + paper.replace("2014", "2001"))
    assert not check("preprint-duplicate", draft + paper.replace("McBride", "McBride and Ann Roe"))
    assert not check("preprint-duplicate", draft.replace("year", "note = {Talk in Paris}, year") + paper)


DUPLICATE_KEYS = [
    ("@misc{k, title = {T}}\n@misc{k, title = {T}}\n", "@misc{k, title = {T}}\n"),
    ("@misc{k, title = {T}}\n@misc{k, title =  {T} }\n\n", "@misc{k, title = {T}}\n"),
    ("@misc{k, title = {T}}\n@misc{k, title = {U}}\n", None),
    ("@misc{k, title = {T}}\n@book{k, title = {T}}\n", None),
    ("@misc{k, title = {T}},\n@misc{k, title = {T}},\n@misc{l}\n", "@misc{k, title = {T}},\n@misc{l}\n"),
    ("@misc{k, title = {T}}\n}@misc{k, title = {T}}\n", None),
    ("@misc{k, title = {T}}\n@misc{k, title = {T}} % as printed\n", None),
]


@pytest.mark.parametrize(("text", "fixed"), DUPLICATE_KEYS)
def test_duplicate_key(check: Check, text: str, fixed: str | None) -> None:
    (finding,) = check("duplicate-key", text)
    assert finding.key == "k"
    for edit in finding.edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert not fixed or text == fixed
    assert bool(finding.edits) == bool(fixed)


def test_keys_of_two_files_may_be_equal(check: Check) -> None:
    assert not check("duplicate-key", "@misc{k, title = {T}}\n", "@misc{k, title = {T}}\n")
    assert not check("duplicate-key", "@misc{k, title = {T}}\n@misc{K, title = {T}}\n")


TWINS = [
    (["@article{a, title = {Literate Programming}, doi = {10.1000/1}}",
      "@article{b, title = {Trees}, doi = {10.1000/1}}"], True),
    (["@misc{a, title = {Literate Programming}, eprint = {2001.01234}}",
      "@misc{b, title = {Trees}, eprint = {2001.01234v2}}"], True),
    (["@article{a, title = {Trees and Bushes}, doi = {10.1000/1}}", "@article{b, title = {Trees}, doi = {10.1000/1}}"], False),
    (["@book{a, title = {Programming}, doi = {10.1000/1}}", "@incollection{b, title = {Trees}, doi = {10.1000/1}}"], False),
    ([f"@misc{{a, {DOE}}}", "@misc{b, author = {R. Roe}, title = {On the Shape of Trees}, year = {2020}}"], True),
    ([f"@misc{{a, {DOE}}}", "@misc{b, author = {R. Roe and J. Doe}, title = {On the Shape of Trees}, year = {2020}}"], False),
    ([f"@article{{a, {DOE}, pages = {{1-9}}}}",
      "@article{b, author = {R. Roe}, title = {On the Shape of Trees}, year = {2020}, pages = {20-29}}"], False),
    ([f"@misc{{{key}, author = {{{name}}}, title = {{The title of the work}}, year = 1}}"
      for key, name in (("a", "J. Doe"), ("b", "R. Roe"), ("c", "P. Poe"))], False),
    (["@misc{a, author = {J. Doe}, title = {Linear Algebra}, year = 1}",
      "@misc{b, author = {R. Roe}, title = {Linear Algebra}, year = 1}"], False),
    (["@article{a, title = {Literate Programming}, doi = {10.1000/1}}",
      "@article{a, title = {Trees}, doi = {10.1000/1}}"], False),
    # Where the list of authors is cut short, nobody knows who else wrote it; families may be written in two ways.
    ([f"@misc{{a, author = {{Jane Doe and others}}, {TITLE}, year = {{2020}}}}",
      f"@misc{{b, author = {{R. Roe}}, {TITLE}, year = {{2020}}}}"], False),
    ([f"@misc{{a, author = {{Meyer Lindt, J.}}, {TITLE}, year = {{2020}}}}",
      f"@misc{{b, author = {{Lindt, J.}}, {TITLE}, year = {{2020}}}}"], False),
    ([f"@misc{{a, author = {{Schmidt, J.}}, {TITLE}, year = {{2020}}}}",
      f"@misc{{b, author = {{Schmitt, K.}}, {TITLE}, year = {{2020}}}}"], False),
    ([f"@misc{{a, author = {{Schmidt, J.}}, {TITLE}, year = {{2020}}}}",
      f"@misc{{b, author = {{Schulz, K.}}, {TITLE}, year = {{2020}}}}"], True),
    ([f"@article{{a, {DOE}, journal = {{J. Trees}}}}",
      f"@article{{b, author = {{R. Roe}}, {TITLE}, year = {{2020}}, journal = {{Botany}}}}"], False),
    ([f"@misc{{a, {DOE}}}", f"@misc{{b, author = {{R. Roe}}, {TITLE}, year = {{2021}}}}"], False),
    ([f"@misc{{a, {DOE}}}", f"@misc{{b, author = {{R. Roe}}, {TITLE}}}"], False),
    ([f"@misc{{a, {DOE}, pages = {{7}}}}", f"@misc{{b, author = {{R. Roe}}, {TITLE}, year = {{2020}}, pages = {{7}}}}"], False),
    ([f"@misc{{a, {DOE}, pages = {{7--10}}}}",
      f"@misc{{b, author = {{R. Roe}}, {TITLE}, year = {{2020}}, pages = {{7--10}}}}"], True),
    ([f"@misc{{a, {DOE}, pages = {{7--9}}}}",
      f"@misc{{b, author = {{R. Roe}}, {TITLE}, year = {{2020}}, pages = {{7--9}}}}"], False),
    # One word of three in common is enough not to speak of another work.
    (["@article{a, title = {Green Apples Falling}, doi = {10.1000/1}}",
      "@article{b, title = {Green Rivers Rising}, doi = {10.1000/1}}"], False),
    (["@article{a, title = {Green Apples Falling Down}, doi = {10.1000/1}}",
      "@article{b, title = {Green Rivers Rising High}, doi = {10.1000/1}}"], True),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "reported"), TWINS)
def test_conflicting_twins(check: Check, entries: list[str], reported: bool) -> None:
    findings = check("conflicting-twins", "\n".join(entries) + "\n")
    assert [finding.key for finding in findings] == (["b"] if reported else [])
    assert all(finding.message.startswith("suspicious: ") for finding in findings)


def test_a_twin_is_one_finding(check: Check) -> None:
    entry = "@article{%s, title = {%s}, doi = {10.1093/comjnl/27.2.97}}\n"
    text = "".join(entry % (key, "Literate Programming") for key in "ab") + entry % ("c", "On the Shape of Trees")
    assert [finding.key for finding in check("conflicting-twins", text)] == ["c"]


def test_a_twin_is_held_against_the_five_before_it(check: Check) -> None:
    entry = "@article{%s, title = {%s}, doi = {10.1093/comjnl/27.2.97}}\n"
    text = entry % ("a", "Literate Programming") + "".join(entry % (key, "On the Shape of Trees") for key in "bcdefg")
    assert [finding.key for finding in check("conflicting-twins", text)] == [*"bcdef"]


@pytest.mark.slow
def test_many_entries_of_one_author_and_year_cost_linear_time(check: Check) -> None:
    text = "".join(
        f"@misc{{k{n}, author = {{D}}, title = {{Title of a work number {n}}}, year = 1}}\n" for n in range(3000)
    )
    assert not check("duplicate-entry", text)


@pytest.mark.parametrize(("pages", "count"), [("11--25", 1), ("1--5", 0)])
def test_what_begins_on_the_first_page_shares_no_place(check: Check, pages: str, count: int) -> None:
    place = f"journal = {{Notes}}, volume = 4, number = 10, year = 2021, pages = {{{pages}}}"
    text = f"@article{{a, title = {{On Trees}}, {place}}}\n@article{{b, title = {{Loud Rivers}}, {place}}}\n"
    assert len(check("conflicting-twins", text)) == count


def test_what_becomes_of_a_repeated_key_is_told(check: Check) -> None:
    (finding,) = check("duplicate-key", "@misc{k, title = {A}}\n@misc{k, title = {B}}\n")
    assert finding.message == "key `k` is already used by another entry: BibTeX keeps the first and drops this one"


def test_one_place_under_two_titles(check: Check) -> None:
    place = "journal = {J. Trees}, volume = 118, number = 1, pages = {70--92}, year = 2015"
    first = (
        f"@article{{a, author = {{Jane Doe}}, title = {{Dark Pools, Internalization, and Market Quality}}, {place}}}\n"
    )
    other = f"@article{{b, author = {{Jane Doe}}, title = {{Dark Trading and Price Discovery}}, {place}}}\n"
    assert [finding.key for finding in check("conflicting-twins", first + other)] == ["b"]


@pytest.mark.parametrize(
    ("ids", "pointed_at"),
    [("{b}", ["b"]), ("{other, a}", ["a"]), ("{other, c}", []), ("{B}", [])],
)
def test_an_alias_that_is_the_key_of_an_entry(check: Check, ids: str, pointed_at: list[str]) -> None:
    text = f"@book{{a, ids = {ids}}}\n@book{{b, title = {{T}}}}\n"
    found = check("duplicate-key", text, dialect="biblatex")
    assert [text[finding.span.start : finding.span.end] for finding in found] == pointed_at
    assert not check("duplicate-key", text, dialect="bibtex")


@pytest.mark.parametrize(
    ("published", "count"),
    [
        (DOE.replace("2020", "2019"), 1),
        (DOE.replace("2020", "2018"), 0),
        (DOE.replace("2020", "2026"), 1),
        (DOE.replace("2020", "2027"), 0),
        (DOE.replace(", year = {2020}", ""), 1),
        (DOE.replace("Jane Doe", "Rob Roe"), 0),
        (f"{DOE}, doi = {{10.48550/arXiv.2001.01234}}", 1),
    ],
)
def test_how_long_after_its_preprint_a_work_is_published(check: Check, published: str, count: int) -> None:
    text = f"{PREPRINT}@article{{q, {published}, journal = {{J. Trees}}}}\n"
    assert len(check("preprint-duplicate", text)) == count


def test_a_preprint_with_a_short_title_is_not_known_again(check: Check) -> None:
    article = f"@article{{q, {DOE}, journal = {{J. Trees}}}}\n"
    assert not check("preprint-duplicate", (PREPRINT + article).replace("On the Shape of Trees", "Tree Shapes"))
    assert not check("preprint-duplicate", PREPRINT.replace("{p,", "{q,") + article)


def test_one_doi_is_the_business_of_duplicate_doi(check: Check) -> None:
    doi = "doi = {10.1000/182}"
    text = f"@misc{{p, {DOE}, eprint = {{2001.01234}}, {doi}}}\n@article{{q, {DOE}, journal = {{J. Trees}}, {doi}}}\n"
    assert not check("preprint-duplicate", text)


def test_three_times_one_work_is_two_findings(check: Check) -> None:
    text = "".join(f"@misc{{{key}, {DOE}}}\n" for key in "abc")
    assert [finding.key for finding in check("duplicate-entry", text)] == ["b", "c"]


def test_repeated_keys_point_at_the_first(check: Check) -> None:
    text = "@misc{k, title = {A}}\n@misc{k, title = {B}}\n@misc{k, title = {C}}\n"
    findings = check("duplicate-key", text)
    assert [finding.span.start for finding in findings] == [text.index("k, title = {B}"), text.index("k, title = {C}")]
    assert [related.span.start for finding in findings for related in finding.related] == [6, 6]
