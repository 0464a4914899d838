"""What ordinal-year-mismatch reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


def papers(*editions: tuple[str, int], name: str = "{} Conference on Shoe Nets") -> str:
    return "".join(
        f"@inproceedings{{k{number}, booktitle = {{{name.format(edition)}}}, year = {{{year}}}}}\n"
        for number, (edition, year) in enumerate(editions)
    )


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        (papers(("34th", 2023), ("35th", 2021), ("36th", 2021)), "34th"),
        (papers(("Thirty-Fourth", 2023), ("35th", 2021), ("Thirty-Sixth", 2021)), "Thirty-Fourth"),
        (
            papers(("34th", 2023), ("35th", 2021))
            + papers(("36th", 2021), name="Proceedings of the {} IEEE Conference on Shoe Nets"),
            "34th",
        ),
    ],
)
def test_an_edition_of_another_year(check: Check, text: str, ordinal: str) -> None:
    (finding,) = check("ordinal-year-mismatch", text)
    assert finding.message == "the 34th with 2023, but the 35th is of 2021 and the 36th is of 2021; look it up"
    assert text[slice(*finding.span)] == ordinal


@pytest.mark.parametrize(
    ("booktitle", "year", "message"),
    [
        (
            "34th Conference on Neural Information Processing Systems",
            2019,
            "the 34th with 2019, but the 34th `NeurIPS` was in 2020; look it up",
        ),
        (
            "34th Conference on Neural Information Processing Systems",
            2022,
            "the 34th with 2022, but the 34th `NeurIPS` was in 2020; look it up",
        ),
        (
            "Proceedings of the Thirtieth International Conference on Machine Learning, ICML 2014",
            2014,
            "the 30th with 2014, but the 30th `ICML` was in 2013; look it up",
        ),
    ],
)
def test_what_is_known(check: Check, booktitle: str, year: int, message: str) -> None:
    (finding,) = check("ordinal-year-mismatch", f"@inproceedings{{k, booktitle = {{{booktitle}}}, year = {year}}}")
    assert finding.message == message


@pytest.mark.parametrize(
    ("booktitle", "year"),
    [
        ("34th Conference on Neural Information Processing Systems", 2020),
        ("34th Conference on Neural Information Processing Systems", 2021),  # its proceedings
        ("34th Conference on Neural Information Processing Systems 2020", 2022),
        ("34th Workshop on Neural Information Processing Systems", 2012),
        ("Fourteenth International Joint Conference on Artificial Intelligence", 1995),
        ("34th Conference on Nothing in Particular", 1995),
    ],
)
def test_what_may_be(check: Check, booktitle: str, year: int) -> None:
    assert not check("ordinal-year-mismatch", f"@inproceedings{{k, booktitle = {{{booktitle}}}, year = {year}}}")


@pytest.mark.parametrize(
    "text",
    [
        papers(("34th", 2020), ("35th", 2021), ("36th", 2022)),
        papers(("34th", 2022), ("35th", 2021), ("36th", 2021)),  # may come out in the year after
        papers(("34th", 2023), ("35th", 2021)),
        papers(("34th", 2023), ("35th", 2021)) + papers(("36th", 2021), name="{} Conference on Hair Nets"),
        # two conferences: one of the ACM and one of the IEEE
        papers(("34th", 2023), name="{} ACM Conference on Shoe Nets")
        + papers(("35th", 2021), ("36th", 2021), name="{} IEEE Conference on Shoe Nets"),
        # the year in the name is that of the edition
        papers(("34th", 2023), name="{} Conference on Shoe Nets 2020") + papers(("35th", 2021), ("36th", 2021)),
        papers(("Third", 2023), ("4th", 2021), ("5th", 2021), name="{} Language Research"),
    ],
)
def test_an_edition(check: Check, text: str) -> None:
    assert not check("ordinal-year-mismatch", text)
