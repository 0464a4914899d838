"""What mixed-venue-case reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.applying import apply
from tests.rules.conftest import Check

RULE = "mixed-venue-case"
OTHERS = [
    "Physical Review Letters",
    "Journal of Chemical Physics",
    "Communications of the ACM",
    "Optics Letters",
    "Nature Methods",
]


def entries(*names: str, key: str = "o") -> str:
    return "".join(f"@inproceedings{{{key}{n}, booktitle = {{{name}}}}}\n" for n, name in enumerate(names))


def journals(*names: str) -> str:
    return "".join(f"@article{{j{n}, journal = {{{name}}}}}\n" for n, name in enumerate(names))


@pytest.mark.parametrize(
    ("name", "fixed"),
    [
        ("International conference on big data", "International Conference on Big Data"),
        (
            "ICC 2019-2019 IEEE international conference on communications (ICC)",
            "ICC 2019-2019 IEEE International Conference on Communications (ICC)",
        ),
        (
            "Proc. of the 36th {International} conference on machine \n learning",
            "Proc. of the 36th {International} Conference on Machine \n Learning",
        ),
        ("Advances in neural information processing systems", "Advances in Neural Information Processing Systems"),
    ],
)
def test_a_venue_in_lower_case(check: Check, name: str, fixed: str) -> None:
    text = journals(*OTHERS) + entries(name)
    (finding,) = check(RULE, text)
    assert finding.message.endswith("` in lower case, where 5 of 6 venues have their capitals")
    assert apply(text, [finding]) == text.replace(name, fixed)
    assert not check(RULE, apply(text, [finding]))


@pytest.mark.parametrize("name", ["Optics express", "Computing in science \\& engineering", "Annals of statistics"])
def test_a_journal_in_lower_case(check: Check, name: str) -> None:
    text = journals(*OTHERS, name)
    (finding,) = check(RULE, text)
    assert finding.key == "j5"
    assert not check(RULE, apply(text, [finding]))


@pytest.mark.parametrize(
    "text",
    [
        journals(*OTHERS[:4]) + entries("International conference on machine learning"),  # too few to tell
        journals(*OTHERS, "Optics express", "Machine learning", "Neural networks"),  # not four of five
        journals(*OTHERS, "Optics express") + journals(*["Neural networks"] * 2),  # of the entries neither
        journals(*OTHERS, "Optics letters"),  # the business of inconsistent-venue
        journals(*OTHERS, "Zeitschrift für Physik", "Annales de l'institut Fourier"),
        journals(*OTHERS, "Journal of unheard trees", "Nature", "Topology and its Applications"),
        journals(*OTHERS, "Glossa: a journal of general linguistics"),
        journals(*OTHERS, "Phys. Rev. B", "Optics Express"),
    ],
)
def test_what_is_let_be(check: Check, text: str) -> None:
    assert not check(RULE, text)


def test_files_of_a_project_are_one(check: Check) -> None:
    (finding,) = check(RULE, journals(*OTHERS), entries("International conference on machine learning"))
    assert (finding.path, finding.related[0].path) == ("b.bib", "a.bib")
