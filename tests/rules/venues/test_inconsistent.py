"""Venues and their acronyms under several names, and pairs of venues that only look alike."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check


def bibliography(field: str, *names: str) -> str:
    return "".join(
        f"@inproceedings{{k{n}, {field} = {{{name}}}, year = {{{2001 + n}}}}}\n" for n, name in enumerate(names)
    )


# The names of one venue, those reported by number, and what the fix makes of the first of them.
ONE_VENUE = [
    (["Computing in Trees", "Computing in Trees", "Computing In Trees"], [2], "Computing in Trees"),
    (["Computing in Trees", "Computing In Trees"], [1], "Computing in Trees"),
    (["Nature Methods", "Nature Methods", "Nature methods"], [2], "Nature Methods"),
    (["Journal of Logic Programming", "The Journal of Logic Programming"], [0], "The Journal of Logic Programming"),
    (["Phys. Rev. Lett.", "Phys. Rev. Lett.", "Phys.Rev.Lett."], [2], "Phys. Rev. Lett."),
    (["Computing in Science and Engineering", r"Computing in Science \& Engineering",
      r"Computing in Science \& Engineering"], [0], r"Computing in Science \& Engineering"),
    (["Proceedings of the 1st ACM Symposium on Trees", "Proceedings of the 2nd ACM Symposium on Trees",
      "3rd Symposium on Trees"], [2], "Proceedings of the 3rd ACM Symposium on Trees"),
    (["Proceedings of the Second Symposium on Trees", "Proceedings of the Third Symposium on Trees",
      "Proceedings of the 21st Symposium on Trees"], [2], "Proceedings of the Twenty-First Symposium on Trees"),
    (["Symposium on Trees (TREES 2001)", "Symposium on Trees (TREES 2002)", "Symposium on Trees"], [2],
     "Symposium on Trees (TREES 2003)"),
    (["Proceedings of the 2Nd Symposium on Trees 2001", "Proceedings of the 3rd Symposium on Trees"], [0],
     "Proceedings of the 2nd Symposium on Trees"),
    (["Trees of Networks, 2001. TON 2001. IEEE Symposium on", "Trees of Networks, 2002. TON 2002. IEEE Symposium on",
      "IEEE Symposium on Trees of Networks"], [0, 1], "IEEE Symposium on Trees of Networks"),
    (["Proceedings of the 6th. ACM Symposium on Trees", "Proceedings of the 7th ACM Symposium on Trees"], [0],
     "Proceedings of the 6th ACM Symposium on Trees"),
    (["Symposium on \n  Trees", "Symposium on  Trees", "symposium on Trees"], [2], "Symposium on Trees"),
    (["{{Symposium on Trees}}", "symposium on Trees"], [1], "Symposium on Trees"),
    (["Euro-Trees 2017: Parallel Processing", r"Euro-Trees \textup{2017}, Parallel Processing"], [1],
     "Euro-Trees 2017: Parallel Processing"),
    (["Rampai bahasa: Kumpulan", "Rampai Bahasa : Kumpulan"], [1], "Rampai bahasa: Kumpulan"),
    ([*9 * ["Symposium on the trees of Rome"], "Symposium on the Trees of Rome"], [9], "Symposium on the trees of Rome"),
]  # fmt: skip
# Those of which bibcheck knows that they are one, in the field that comes first.
KNOWN_VENUE = [
    ("journal", ["J. Chem. Phys.", "Journal of Chemical Physics", "Journal of Chemical Physics"], [0],
     "Journal of Chemical Physics"),
    ("journal", ["SIGOPS Oper. Syst. Rev.", "ACM SIGOPS Operating Systems Review", "Operating Systems Review"], [0, 2],
     "ACM SIGOPS Operating Systems Review"),
    ("booktitle", ["SOSP '01", "Proceedings of the 18th ACM Symposium on Operating Systems Principles",
                   "Proceedings of the 19th ACM Symposium on Operating Systems Principles"], [0], None),
    ("booktitle", ["ICML", "International Conference on Machine Learning", "International Conference on Machine Learning"],
     [0], "International Conference on Machine Learning"),
    ("journal", ["Nano Lett.", "Nano letters", "Nano letters"], [0, 1, 2], "Nano Letters"),
    ("journal", ["PLoS Biology", "PLOS Biology"], [0], "PLOS Biology"),
    ("journal", ["PloS one", "PloS one", "PloS One"], [0, 1, 2], "PLOS ONE"),
    ("journal", ["ACS nano", "{ACS} {N}ano"], [0], "{ACS} {N}ano"),
    ("journal", ["Nat. Genet.", "Nature genetics", "Nature genetics"], [0, 1, 2], "Nature Genetics"),
    ("journal", ["Journal of the ACM (JACM)", "J. ACM", "Journal of the ACM"], [0, 1], "Journal of the ACM"),
]  # fmt: skip
SEVERAL_VENUES = [
    ["Computer Methods", "Computing Methods"],
    ["Physical Review A", "Physical Review B"],
    ["IEEE International Conference on Data Mining", "SIAM International Conference on Data Mining"],
    ["Symposium on Operating Systems Design and Implementation",
     "Symposium on Networked Systems Design and Implementation"],
    ["Symposium on Trees", "Workshop on Trees"],
    ["Symposium on Trees, Proceedings", "Symposium on Trees. Proceedings"],
    ["Symposium on Trees (TREES 2001)", "Symposium on Trees (TREES 2002)"],
    ["Proceedings of the 1st Symposium on Trees", "Proceedings of the 2nd Symposium on Trees"],
    ["XXVI Congreso Nacional de Árboles", "XXVII Congreso Nacional de Árboles"],
    ["26. Jahrestagung der Baumfreunde", "27. Jahrestagung der Baumfreunde"],
    ["Advances in Neural Information Processing Systems 29", "Advances in Neural Information Processing Systems 30"],
    ["Conference on Human Factors in Computing Systems", "CHI '08 Extended Abstracts on Human Factors in Computing Systems"],
    ["Workshop on Statistical Machine Translation", "Conference on Machine Translation"],
    ["NIPS 2016", "NeurIPS 2018"],
    [r"\apj", r"\apj", "ApJ"],
    ["National Conference on Artificial Intelligence", "AAAI Conference on Artificial Intelligence"],
    ["Proceedings of the 50th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)",
     "Proceedings of the 50th Annual Meeting of the Association for Computational Linguistics (Volume 2: Short Papers)"],
    ["Proceedings of the ACM on Programming Languages (ICFP)", "Proceedings of the ACM on Programming Languages (POPL)"],
    ["Proc. IJCAR 2024, Part I", "Proc. CAV 2025, Part I"],
    ["{IEEE} Transactions on Trees", "IEEE Transactions on Trees"],
    ["Nature", "nature"],
    ["", ""],
]  # fmt: skip


@pytest.mark.parametrize(("names", "reported", "fixed"), ONE_VENUE)
def test_one_venue_under_several_names(check: Check, names: list[str], reported: list[int], fixed: str) -> None:
    text = bibliography("booktitle", *names)
    findings = check("inconsistent-venue", text)
    assert [finding.key for finding in findings] == [f"k{number}" for number in reported]
    value = f"booktitle = {{{fixed}}}, year = {{{2001 + reported[0]}}}"
    assert apply(text, [findings[0]]).split("@")[1 + reported[0]].rstrip().endswith(value + "}")


def test_braces_and_line_breaks_stay_where_the_forms_agree(check: Check) -> None:
    others = [f"Proceedings of the {{Conference}} on {{Trees}} ({{TREES}}'0{number})" for number in (1, 2)]
    name = "Proceedings of the {{Conference}} on\n    {{Trees}} ({{TREES}} 2003)"
    text = bibliography("booktitle", *others, name)
    (finding,) = check("inconsistent-venue", text)
    assert apply(text, [finding]) == text.replace("({{TREES}} 2003)", "({TREES}'03)")


def test_the_order_of_sponsors_is_that_of_the_edition(check: Check) -> None:
    names = ["34th annual {}/{} Symposium on Trees", "38th annual {}/{} Symposium on Trees"]
    text = bibliography("booktitle", names[0].format("ACM", "IEEE"), names[1].format("IEEE", "ACM"))
    assert not check("inconsistent-venue", text)


def test_a_form_without_spaces_is_not_proposed(check: Check) -> None:
    text = bibliography("journal", *3 * ["Front.Big Data"], *2 * ["Front. Big Data"])
    assert [(finding.key, finding.edits) for finding in check("inconsistent-venue", text)] == [("k3", ()), ("k4", ())]


@pytest.mark.parametrize(("times", "reported"), [(8, ["k8"]), (3, ["k3"]), (2, ["k0", "k1"])])
def test_the_letter_case_of_a_book_is_that_of_most(check: Check, times: int, reported: list[str]) -> None:
    text = bibliography("booktitle", *times * ["Semantic and lexical trees"], "Semantic and Lexical Trees")
    assert [finding.key for finding in check("inconsistent-venue", text)] == reported


@pytest.mark.parametrize("times", [1, 3, 4])
def test_all_in_capitals_is_the_form_of_none(check: Check, times: int) -> None:
    names = [*times * ["JOURNAL OF OLD TREES"], "Journal of old trees"]
    text = bibliography("journal", *names)
    assert [finding.key for finding in check("inconsistent-venue", text)] == [f"k{n}" for n in range(times)]
    names = [*times * ["4TH SYMPOSIUM ON OLD TREES"], "4th Symposium on Old Trees"]
    text = bibliography("booktitle", *names)
    assert [finding.key for finding in check("inconsistent-venue", text)] == [f"k{n}" for n in range(times)]


def test_capitals_are_no_better_in_a_foreign_name(check: Check) -> None:
    text = bibliography("journal", *2 * ["Bulletin linguistique et tropical"], "Bulletin Linguistique et Tropical")
    assert [finding.key for finding in check("inconsistent-venue", text)] == ["k2"]


def test_no_year_is_put_into_a_name(check: Check) -> None:
    names = ["Congress on Computation", "2003 Congress on Computation", "2003 Congress on Computation"]
    text = "".join(
        f"@inproceedings{{k{n}, booktitle = {{Proceedings of the {name}}}, year = 2003}}\n"
        for n, name in enumerate(names)
    )
    assert [finding.edits for finding in check("inconsistent-venue", text)] == [()]


def test_no_ordinal_is_dropped(check: Check) -> None:
    names = ["Symposium on Trees", "Symposium on Trees", "47th Symposium on Trees"]
    (finding,) = check("inconsistent-venue", bibliography("booktitle", *names))
    assert (finding.key, finding.edits) == ("k2", ())


@pytest.mark.parametrize(
    ("number", "year", "is_fixed"),
    [
        ("1927", "1927", True),
        ("1927", "1928", False),
        ("1927", "n.d.", False),
        ("1931/1932", "1932", False),
        ("'27", "1927", True),
    ],
)
def test_a_number_is_dropped_where_the_entry_has_it(check: Check, number: str, year: str, is_fixed: bool) -> None:
    text = "".join(f"@article{{k{n}, journal = {{Yearbook of Old Trees}}, year = {1950 + n}}}\n" for n in range(3))
    text += f"@article{{k, journal = {{Yearbook of Old Trees {number}}}, year = {{{year}}}}}\n"
    [finding] = check("inconsistent-venue", text)
    assert bool(finding.edits) == is_fixed


def test_the_name_in_its_own_letter_case(check: Check) -> None:
    messages = [
        finding.message
        for finding in check(
            "inconsistent-venue", bibliography("journal", "Nano Lett.", "Nano letters", "Nano letters")
        )
    ]
    assert messages[:2] == [
        "`Nano Lett.` once, and `Nano letters` 2 times: write `Nano Letters`",
        "`Nano letters` 2 times, and `Nano Lett.` once: write `Nano Letters`",
    ]


@pytest.mark.parametrize(("field", "names", "reported", "fixed"), KNOWN_VENUE)
def test_one_venue_by_all_that_is_known(
    check: Check, field: str, names: list[str], reported: list[int], fixed: str | None
) -> None:
    findings = check("inconsistent-venue", bibliography(field, *names))
    assert [finding.key for finding in findings] == [f"k{number}" for number in reported]
    assert [edit.text for finding in findings for edit in finding.edits] == [fixed] * len(findings) * bool(fixed)


@pytest.mark.parametrize(
    ("form", "reported"), [("majority", [2]), ("full", [0, 1]), ("abbreviated", [2]), ("acronym", [2])]
)
def test_a_form_that_is_asked_for(check: Check, form: str, reported: list[int]) -> None:
    text = bibliography("journal", "J. Chem. Phys.", "J. Chem. Phys.", "Journal of Chemical Physics")
    findings = check("inconsistent-venue", text, venue_form=form)
    assert [finding.key for finding in findings] == [f"k{number}" for number in reported]


FULL_JOURNALS = ["Physical Review Letters", "Journal of Chemical Physics", "Communications of the ACM"]
SHORT_JOURNALS = ["Phys. Rev. Lett.", "J. Chem. Phys.", "Commun. ACM"]
MODERN_PHYSICS = "Reviews of Modern Physics"


@pytest.mark.parametrize(
    ("others", "reported", "fixed"),
    [
        (FULL_JOURNALS * 2, ["k0", "k1", "k2"], MODERN_PHYSICS),
        (SHORT_JOURNALS * 2, ["k3"], "Rev. Mod. Phys."),
        ([*FULL_JOURNALS[:2], SHORT_JOURNALS[2]], ["k3"], "Rev. Mod. Phys."),  # neither form prevails
    ],
)
def test_a_journal_in_two_forms_gets_that_of_the_others(
    check: Check, others: list[str], reported: list[str], fixed: str
) -> None:
    text = bibliography("journal", *["Rev. Mod. Phys."] * 3, MODERN_PHYSICS, *others)
    findings = check("inconsistent-venue", text)
    assert [finding.key for finding in findings] == reported
    assert {edit.text for finding in findings for edit in finding.edits} == {fixed}
    # It is said once, and what one rule writes is not taken back by the other.
    assert not check("mixed-venue-abbreviation", text)
    assert not check("mixed-venue-abbreviation", apply(text, findings))


@pytest.mark.parametrize("names", SEVERAL_VENUES)
def test_several_venues(check: Check, names: list[str]) -> None:
    assert not check("inconsistent-venue", bibliography("booktitle", *names))


def test_a_journal_is_not_a_conference_of_that_name(check: Check) -> None:
    text = bibliography("journal", "Machine Learning") + bibliography("booktitle", "Machine learning")
    assert not check("inconsistent-venue", text)


def test_names_are_compared_over_files(check: Check) -> None:
    findings = check(
        "inconsistent-venue",
        bibliography("journal", *["Nature Methods"] * 2),
        bibliography("journal", "Nature methods"),
    )
    assert [finding.path for finding in findings] == ["b.bib"]


@pytest.mark.parametrize(("first", "second"), [("", ""), (". Proceedings", ", Proceedings")])
def test_digits_and_words_are_told_apart_for_people(check: Check, first: str, second: str) -> None:
    names = [f"Third Symposium on Trees{first}", f"Fourth Symposium on Trees{first}", f"5th Symposium on Trees{second}"]
    (finding,) = check("inconsistent-venue", bibliography("booktitle", *names))
    assert finding.message == (
        f"`4th Symposium on Trees{first}` once, and `Fourth Symposium on Trees{first}` 2 times: one venue in 2 forms"
    )


SERIES = [
    (["SOSP '97", "EuroSys '07", "SOSP '17", "NSDI'14"], [3]),
    (["SOSP '97", "EuroSys '07", "SOSP '17", "ASPLOS XVI"], [3]),
    (["SOSP '97", "NSDI'14"], []),
    (["SOSP '97", "EuroSys '07", "NSDI'14", "ATC'15"], []),
    (["SOSP '97", "EuroSys '07", "SOSP '17", "LNCS"], []),
    (["SOSP '97", "EuroSys '07", "SOSP '17", "Lecture Notes in Computer Science"], []),
    (["SOSP '97", "EuroSys '07", "SOSP '17", "Hypertext IX"], [3]),
    (["SOSP '97", "EuroSys '07", "SOSP '17", "Series II"], []),
    (["{SOSP} '97", "EuroSys '07", "SOSP '17", "{NSDI}'14"], [3]),
]


@pytest.mark.parametrize(("names", "reported"), SERIES)
def test_inconsistent_series(check: Check, names: list[str], reported: list[int]) -> None:
    findings = check("inconsistent-series", bibliography("series", *names))
    assert [finding.key for finding in findings] == [f"k{number}" for number in reported]
    assert all(finding.edits for finding in findings)


PUBLISHERS = [
    (["USENIX Association", "USENIX Association", "USENIX"], [2], "USENIX Association"),
    (["ACM", "ACM", "Association for Computing Machinery"], [2], "ACM"),
    (["Springer", "Springer", "Springer-Verlag"], [2], "Springer"),
    (["MIT Press", "MIT Press", "The MIT Press"], [2], "MIT Press"),
    (["Trees and Co.", "Trees and Co.", "Trees and co"], [2], "Trees and Co."),
    (["MIT Press", "MIT press", "MIT press"], [1, 2], "MIT Press"),
    (
        ["Springer Science and Business Media {LLC}", "Springer Science+Business Media"],
        [0],
        "Springer Science+Business Media",
    ),
    (["USENIX", "{USENIX} Association"], [0], "{USENIX} Association"),
    (["Oxford Univ Press", "Oxford Univ Press", "Oxford University Press"], [0, 1], "Oxford University Press"),
    (["Springer", "Springer Netherlands"], [1], "Springer"),
    (["Institut für Holz", "Institut fur Holz", "Institut fur Holz"], [1, 2], "Institut für Holz"),
    (["Institut für Holz", *9 * ["Institut fur Holz"]], [], ""),
    ([*3 * ["Elm and the Oak Press"], *2 * ["Elm and The Oak Press"]], [3, 4], "Elm and the Oak Press"),
    (["Elsevier {BV}", "Elsevier {BV}", "Elsevier"], [0, 1], "Elsevier"),
    (["{ACM}", "{ACM}", "ACM", "Association for Computing Machinery"], [3], "ACM"),
    (["Sage Publications Sage CA: Los Angeles, CA", "SAGE Publications Sage CA: Los Angeles, CA"], [], ""),
    (["Springer New York", "Springer Science and Business Media LLC"], [], ""),
    (["Springer", "Elsevier"], [], ""),
    (["{USENIX} Association", "USENIX Association"], [], ""),
    (["Kluwer", "Springer"], [], ""),
    (["Sage Publications, Inc.", "Sage Publications, Ltd."], [], ""),
]


@pytest.mark.parametrize(("names", "reported", "fixed"), PUBLISHERS)
def test_inconsistent_publisher(check: Check, names: list[str], reported: list[int], fixed: str) -> None:
    findings = check("inconsistent-publisher", bibliography("publisher", *names))
    assert [finding.key for finding in findings] == [f"k{number}" for number in reported]
    assert [edit.text for finding in findings for edit in finding.edits] == [fixed] * len(findings)


def test_a_name_with_its_diacritics(check: Check) -> None:
    names = [
        "Schloss Dagstuhl - Leibniz-Zentrum fuer Informatik",
        'Schloss Dagstuhl - Leibniz-Zentrum f{\\"u}r Informatik',
    ]
    (finding,) = check("inconsistent-publisher", bibliography("publisher", *names))
    assert (finding.key, finding.edits[0].text) == ("k0", names[1])


def books(*publishers: str, type: str = "book") -> str:
    return "".join(f"@{type}{{k{n}, publisher = {{{name}}}}}\n" for n, name in enumerate(publishers))


@pytest.mark.parametrize(
    ("names", "fixed"),
    [
        (["Springer-Verlag"] * 2 + ["Springer, Cham"], {"k2": "Springer-Verlag, Cham"}),
        (["Springer-Verlag, New York"] * 2 + ["Springer, Cham"], {"k2": "Springer-Verlag, Cham"}),
        (["Springer-Verlag, New York"] * 2 + ["Springer"], {"k2": "Springer-Verlag"}),
        (["Oxford University Press, USA", "Oxford university press"], {"k1": None}),
        (["Spring{\\-}er, Cham", "Springer-Verlag"], {"k0": None}),
        (
            [*9 * ["Jakarta: Department of Trees"], "JAkarta: Department of Trees"],
            {"k9": "Jakarta: Department of Trees"},
        ),
    ],
)
def test_a_publisher_with_its_place(check: Check, names: list[str], fixed: dict[str, str | None]) -> None:
    findings = check("inconsistent-publisher", books(*names))
    assert {finding.key: finding.edits[0].text if finding.edits else None for finding in findings} == fixed


@pytest.mark.parametrize(
    "text",
    [
        books("Springer-Verlag, New York", "Springer-Verlag, Berlin, Germany"),
        books("Springer", "Springer", "Springer, Cham"),  # the business of misplaced-value
        books("IEEE Computer Society", "IEEE COMPUTER SOC", type="article"),  # no style prints it
        books("APS", "American Physical Society", "APS", type="article"),
        books("Ash Press", "Ash Press") + books("Ash press", type="article"),
    ],
)
def test_places_and_publishers_of_articles_are_let_be(check: Check, text: str) -> None:
    assert not check("inconsistent-publisher", text)


@pytest.mark.parametrize(("address", "is_fixed"), [("", False), (", address = {Elmstead}", True)])
def test_what_may_be_a_place_is_not_dropped(check: Check, address: str, is_fixed: bool) -> None:
    others = books("Tree, Elmstead", "Tree, Elmstead")
    (finding,) = check("inconsistent-publisher", f"{others}@book{{k, publisher = {{tree, Elmstead}}{address}}}")
    assert bool(finding.edits) == is_fixed


def test_a_company_of_a_house_is_proposed_to_none(check: Check) -> None:
    names = ["Springer", "Springer Netherlands", "Springer Netherlands"]
    (finding,) = check("inconsistent-publisher", bibliography("publisher", *names))
    assert (finding.key, finding.edits) == ("k0", ())


@pytest.mark.parametrize(
    ("series", "is_fixed"), [("", True), (", series = {NETS '07}", False), (", series = {LNCS}", True)]
)
def test_an_acronym_that_series_has_is_not_brought_back(check: Check, series: str, is_fixed: bool) -> None:
    name = "Symposium on Networks of Shoes"
    text = f"@inproceedings{{a, booktitle = {{{name} (NETS 2005)}}, year = 2005}}\n" * 2
    (finding,) = check("inconsistent-venue", f"{text}@inproceedings{{k, booktitle = {{{name}}}, year = 2007{series}}}")
    assert bool(finding.edits) == is_fixed


@pytest.mark.parametrize(
    ("rule", "field", "names"),
    [
        ("inconsistent-venue", "journal", ('Zeitschrift f\\"ur B\\"aume', 'zeitschrift f{\\"u}r B{\\"a}ume')),
        ("inconsistent-publisher", "publisher", ('Verlag f\\"ur B\\"aume', 'verlag f{\\"u}r B{\\"a}ume')),
    ],
)
def test_no_quotation_mark_ends_a_value(check: Check, rule: str, field: str, names: tuple[str, str]) -> None:
    chosen, other = names
    text = bibliography(field, chosen) + f'@inproceedings{{k, {field} = "{other}"}}'
    (finding,) = check(rule, text)
    assert (finding.key, finding.edits) == ("k", ())


@pytest.mark.parametrize(
    ("series", "message"),
    [
        ("NSDI'14", "write `NSDI '14`, like 3 of 4 here"),
        ("ASPLOS XVI", "write `ASPLOS '04`, like 3 of 4 here"),
    ],
)
def test_the_message_says_what_to_write(check: Check, series: str, message: str) -> None:
    (finding,) = check("inconsistent-series", bibliography("series", "SOSP '97", "EuroSys '07", "SOSP '17", series))
    assert finding.message == message


def test_the_message_counts_all_names(check: Check) -> None:
    names = ["USENIX Association", "USENIX Association", "Usenix", "USENIX"]
    messages = [finding.message for finding in check("inconsistent-publisher", bibliography("publisher", *names))]
    assert messages == [
        "`Usenix` once, and `USENIX Association` 2 times: one publisher in 3 forms",
        "`USENIX` once, and `USENIX Association` 2 times: one publisher in 3 forms",
    ]


def test_the_message_fits_two_lines_of_a_terminal(check: Check) -> None:
    about = "Research and Development in Information Retrieval"
    names = [
        f"Proceedings of the 22nd International ACM SIGIR Conference on {about}",
        f"Proceedings of the 24th International ACM SIGIR Conference on {about}",
        f"Proceedings of the 25th Annual International ACM SIGIR Conference on {about}",
        f"Proceedings of the 27th international ACM SIGIR conference on {about.lower()}",
        "26th Annual International ACM Conference on Research and Development in Information Retrieval",
    ]
    findings = check("inconsistent-venue", bibliography("booktitle", *names))
    assert [finding.message for finding in findings] == [
        "`… Nth Annual International …` once, and `… Nth International …` 2 times: one venue in 4 forms",
        "`… Nth international ACM SIGIR … retrieval` once, and `… Nth International ACM SIGIR … "
        "Retrieval` 2 times: one venue in 4 forms",
        "`Nth Annual International ACM Conference …` once, and `Proceedings of the Nth International ACM SIGIR "
        "Conference …` 2 times: one venue in 4 forms",
    ]


ADVANCES = "Advances in Neural Information Processing Systems"


@pytest.mark.parametrize(
    ("names", "reported", "fixed"),
    [
        (["NIPS", ADVANCES, ADVANCES], ["k0"], ADVANCES),
        (["Neural Information Processing Systems", ADVANCES, ADVANCES], ["k0"], ADVANCES),
        (["NIPS", "NIPS", "NeurIPS", ADVANCES], ["k3"], None),  # which of the acronyms the year decides
        (["NIPS", "NIPS", "NeurIPS"], [], None),
    ],
)
def test_a_former_acronym_is_a_form_of_the_venue(
    check: Check, names: list[str], reported: list[str], fixed: str | None
) -> None:
    findings = check("inconsistent-venue", bibliography("booktitle", *names))
    assert [finding.key for finding in findings] == reported
    assert [edit.text for finding in findings for edit in finding.edits] == ([fixed] if fixed else [])
