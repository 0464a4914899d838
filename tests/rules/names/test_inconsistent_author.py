"""One person written in several ways, and people who are not one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.applying import apply

SEED = Path(__file__).resolve().parents[2] / "data" / "seed" / "references.bib"


def file(*lists: str, journal: str = "") -> str:
    venue = f", journal = {{{journal}}}" if journal else ""
    return "".join(f"@article{{k{number}, author = {{{names}}}{venue}}}\n" for number, names in enumerate(lists))


@pytest.mark.parametrize(
    ("lists", "wanted"),
    [
        (
            ("X. {Zhu} and Ann Roe", "Zhu, Xiaoyun and Roe, Ann"),
            ("Xiaoyun {Zhu} and Ann Roe", "Zhu, Xiaoyun and Roe, Ann"),
        ),
        (
            ("Hunt, Galen and Ann Roe", "Hunt, Galen C. and Ann Roe"),
            ("Hunt, Galen C. and Ann Roe", "Hunt, Galen C. and Ann Roe"),
        ),
        (
            ("D.E. Knuth and Roe, Ann", "Knuth, Donald E. and Roe, Ann"),
            ("Donald E. Knuth and Roe, Ann", "Knuth, Donald E. and Roe, Ann"),
        ),
        (
            ("Smith, JA and Roe, Ann", "Smith, John Alan and Roe, Ann"),
            ("Smith, John Alan and Roe, Ann", "Smith, John Alan and Roe, Ann"),
        ),
        (("Hector Geffner and Ann Roe", "H{\\'e}ctor Geffner and Ann Roe"), ("H{\\'e}ctor Geffner and Ann Roe",) * 2),
        (("Bjorklund, M. and Ann Roe", "Björklund, M. and Ann Roe"), ("Björklund, M. and Ann Roe",) * 2),
        (
            ("M. Bjorklund and Ann Roe", "Björklund, Mats and Ann Roe"),
            ("Mats Björklund and Ann Roe", "Björklund, Mats and Ann Roe"),
        ),
        (("M. Rose and Ann Roe", "Rose, M.T. and Ann Roe"), ("M. T. Rose and Ann Roe", "Rose, M.T. and Ann Roe")),
        (
            ("J.-P. Ng and Ann Roe", "Ng, Jean-Paul and Ann Roe"),
            ("Jean-Paul Ng and Ann Roe", "Ng, Jean-Paul and Ann Roe"),
        ),
        (
            ("G. Hunt and Ann Roe", "Galen Hunt and Ann Roe", "Galen C. Hunt and Ann Roe"),
            ("Galen C. Hunt and Ann Roe",) * 3,
        ),
        (
            ("Y. Zhang and Lei Wang and J. Li", "Yu Zhang and Lei Wang and J. Li"),
            ("Yu Zhang and Lei Wang and J. Li",) * 2,
        ),
        (("J. Bell and A. Roe", "J. B. Bell and A. Roe"), ("J. B. Bell and A. Roe",) * 2),
    ],
)
def test_the_less_full_form_is_reported_and_mended(check, lists, wanted) -> None:
    text = file(*lists)
    findings = check("inconsistent-author", text)
    assert findings
    assert apply(text, findings) == file(*wanted)
    assert not check("inconsistent-author", file(*wanted))


def test_a_form_that_is_outnumbered_keeps_its_initial(check) -> None:
    text = file(*("Galen Hunt and Ann Roe",) * 3, "Galen C. Hunt and Ann Roe")
    (finding,) = check("inconsistent-author", text)
    assert text[slice(*finding.span)] == "Galen C. Hunt"
    assert not finding.edits


@pytest.mark.parametrize(
    "lists",
    [
        ("Wang, Wei and Roe, Ann", "Wang, Wenhao and Roe, Ann"),
        ("X. Zhu and Ann Roe", "Zhu, Xiaoyun and Bo Ng"),
        ("X. Zhu", "Zhu, Xiaoyun"),
        ("X. Zhu and Ann Roe", "Zhu, Xiaoyun and Roe, Ann", "Zhu, Xiang and Roe, Ann"),
        ("J. Smith and Ann Roe", "John Smith and Ann Roe", "J. A. Smith and Ann Roe"),
        ("Galen Hunt and Ann Roe", "Galen C. Hunt and Ann Roe", "Galen M. Hunt and Ann Roe"),
        ("Y. Zhang and L. Wang", "Yu Zhang and L. Wang"),
        ("J. Smith and John Smith and Ann Roe", "John Smith and Ann Roe"),
        ("Smith, Jr., J. and Ann Roe", "John Smith and Ann Roe"),
        ("Smith, John and Ann Roe", "John Smith and Ann Roe"),
        ("Smith, John A and Ann Roe", "John A. Smith and Ann Roe"),
        ("X. Zhu and A. Roe", "Xiaoyun Zhu and Ann Roe"),
        ("X Zhu and A Roe and B Ng", "Zhu, Xiaoyun and Roe, A. and Ng, B."),
        ("O'Neill, Ann and Bo Roe", "O’Neill, Ann and Bo Roe"),
        ("{ATLAS Collaboration} and Ann Roe", "ATLAS and Ann Roe"),
        ("{KNUTH}, Donald and Ann Roe", "Knuth, Donald and Ann Roe"),
    ],
)
def test_two_people_are_two_people(check, lists) -> None:
    assert not check("inconsistent-author", file(*lists))


def test_a_journal_is_evidence_for_a_name_in_full_alone(check) -> None:
    assert check("inconsistent-author", file("Lynne Price", "Lynne A. Price", journal="TUGboat"))
    assert not check("inconsistent-author", file("L. Price", "Lynne A. Price", journal="TUGboat"))
    assert not check("inconsistent-author", file("Wei Wang", "Wei J. Wang", journal="TUGboat"))
    assert not check("inconsistent-author", file("Lynne Price", "Lynne A. Price"))


def test_files_of_a_project_are_compared(check) -> None:
    (finding,) = check("inconsistent-author", file("X. Zhu and Ann Roe"), file("Xiaoyun Zhu and Ann Roe"))
    assert finding.path == "a.bib"
    assert finding.related[0].path == "b.bib"


def test_an_accent_that_the_fuller_form_lacks_is_not_lost(check) -> None:
    (finding,) = check("inconsistent-author", file("Csató, Éva and Ann Roe", "Csató, Eva Agnes and Ann Roe"))
    assert not finding.edits


def test_an_accent_does_not_end_a_value_in_quotes(check) -> None:
    text = '@book{a, author = "Horst Stocker and Ann Roe"}\n' + file('Horst St\\"ocker and Ann Roe')
    (finding,) = check("inconsistent-author", text)
    assert apply(text, [finding]).startswith('@book{a, author = "Horst St{\\"o}cker and Ann Roe"}\n')


def test_a_macro_is_reported_and_not_mended(check) -> None:
    text = "@string{us = {X. Zhu and Ann Roe}}\n@book{a, author = us}\n" + file("Xiaoyun Zhu and Ann Roe")
    (finding,) = check("inconsistent-author", text)
    assert text[finding.span.start : finding.span.end] == "us"
    assert not finding.edits


@pytest.mark.parametrize("names", ["Ann Roe and Geoffrey C.Fox", "Ann Roe; Geoffrey C. Fox"])
def test_a_faulty_list_is_compared_as_it_reads_once_it_is_mended(check, names) -> None:
    (finding,) = check("inconsistent-author", file(names, "Geoffrey Fox and Ann Roe"))
    assert (finding.key, len(finding.edits)) == ("k1", 1)


@pytest.mark.parametrize(
    ("names", "pointed_at", "is_fixed"),
    [
        ("Ann Roe and Geoffrey Fox et al.", "Geoffrey Fox", True),
        ("Geoffrey Fox and and Ann Roe", "Geoffrey Fox", True),
        ("Ann Roe; Geoffrey Fox", "Geoffrey Fox", True),
        ("Ann Roe and GeoffreyFox", "", False),
        ("Geoffrey Fox; Ann Roe", "Geoffrey Fox; Ann Roe", False),  # what ends the name is mended first
    ],
)
def test_a_name_of_a_faulty_list_has_its_place_if_nothing_around_it_is_mended(
    check, names, pointed_at, is_fixed
) -> None:
    text = file(names, "Geoffrey C. Fox and Ann Roe")
    findings = check("inconsistent-author", text)
    assert [text[slice(*finding.span)] for finding in findings] == ([pointed_at] if pointed_at else [])
    assert any(finding.edits for finding in findings) == is_fixed


def test_lists_of_a_whole_collaboration_are_left_out(check) -> None:
    crowd = " and ".join(f"A. Name{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(40))
    assert not check("inconsistent-author", file(f"X. Zhu and {crowd}", f"Xiaoyun Zhu and {crowd}"))


def test_the_references_of_the_seed(check) -> None:
    found = check("inconsistent-author", SEED.read_text(encoding="utf-8"))
    assert [(finding.key, edit.text) for finding in found for edit in finding.edits] == [
        ("5188871", "Xiaoyun"),
        ("5188871", "Pradeep"),
        ("5188871", "Zhikui"),
        ("hunt2007sealing", "Galen C."),
        ("hunt2007sealing", "James R."),
    ]


def test_the_marks_of_affiliations_are_no_given_names(check) -> None:
    assert not check("inconsistent-author", file("Ibrahim, M.F. and Roe, Ann", "Ibrahim, M.F.a b and Roe, Ann"))
    assert check("inconsistent-author", file("Ibrahim, M. and Roe, Ann", "Ibrahim, M. F. and Roe, Ann"))


@pytest.mark.parametrize(
    ("lists", "message"),
    [
        (
            ("X. Zhu and Ann Roe", "Xiaoyun Zhu and Ann Roe"),
            "`X. Zhu` seems to be `Xiaoyun Zhu` of `k1`, with a co-author in common: write the name in one form",
        ),
        (
            ("X. Zhu and Ann Roe and Bo Ng", "Xiaoyun Zhu and Ann Roe and Bo Ng"),
            "`X. Zhu` seems to be `Xiaoyun Zhu` of `k1`, with 2 co-authors in common: write the name in one form",
        ),
    ],
)
def test_the_message_names_the_evidence(check, lists, message) -> None:
    assert [finding.message for finding in check("inconsistent-author", file(*lists))] == [message]


def test_a_journal_is_named_as_the_evidence(check) -> None:
    [finding] = check("inconsistent-author", file("Lynne Price", "Lynne A. Price", journal="TUGboat"))
    assert finding.message.endswith(", in the same journal or conference: write the name in one form")


@pytest.mark.parametrize(("shorter", "keys"), [(2, ["k0", "k1"]), (3, ["k3"])])
def test_a_form_three_times_as_frequent_is_how_somebody_signs(check, shorter, keys) -> None:
    lists = ("Galen Hunt and Ann Roe",) * shorter + ("Galen C. Hunt and Ann Roe",)
    assert [finding.key for finding in check("inconsistent-author", file(*lists))] == keys


@pytest.mark.parametrize(("people", "count"), [(28, 1), (32, 0)])
def test_how_many_people_are_a_crowd(check, people, count) -> None:
    crowd = " and ".join(f"Ann Name{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(people))
    assert len(check("inconsistent-author", file(f"X. Zhu and {crowd}", f"Xiaoyun Zhu and {crowd}"))) == count


def test_one_co_author_with_a_common_family_name_is_not_enough(check) -> None:
    assert not check("inconsistent-author", file("X. Zhu and L. Wang", "Xiaoyun Zhu and L. Wang"))
    both = " and L. Wang and J. Li"
    assert check("inconsistent-author", file("Xiao Zhu and Y. Chen" + both, "Xiao J. Zhu and Y. Chen" + both))
