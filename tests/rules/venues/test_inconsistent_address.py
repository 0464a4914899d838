"""What inconsistent-address reports, and what it lets be."""

from __future__ import annotations

import pytest

from tests.rules.conftest import Check


def books(*pairs: tuple[str, str], type: str = "book") -> str:
    return "".join(
        f"@{type}{{k{number}, publisher = {{{publisher}}}, address = {{{address}}}}}\n"
        for number, (publisher, address) in enumerate(pairs)
    )


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (
            [("ACM", "New York, NY, USA"), ("ACM", "New York, NY, USA"), ("ACM", "New York")],
            "`New York` once, and `New York, NY, USA` 2 times: one place in 2 forms",
        ),
        (
            [("Indiana University Press", "Bloomington"), ("Indiana Univ. Press", "Bloomington, Ind.")],
            "`Bloomington` once, and `Bloomington, Ind.` once: one place in 2 forms",
        ),
        (
            [("MIT Press", "Cambridge, Massachusetts")] * 2 + [("MIT Press", "Cambridge, Mass.")],
            "`Cambridge, Mass.` once, and `Cambridge, Massachusetts` 2 times: one place in 2 forms",
        ),
        (
            [("Fir", "Brasília")] * 2 + [("Fir", "Brasilia")],
            "`Brasilia` once, and `Brasília` 2 times: one place in 2 forms",
        ),
        (
            [("USENIX Association", "Boston, MA")] * 2 + [("IEEE", "Boston, MA, USA")],
            "`Boston, MA, USA` once, and `Boston, MA` 2 times: one place in 2 forms",
        ),
        (
            [("De Gruyter", "Berlin / New York")] * 2 + [("Mouton", "Berlin and New York")],
            "`Berlin and New York` once, and `Berlin / New York` 2 times: one place in 2 forms",
        ),
        (
            [("Addison-Wesley", "Reading, MA.")] * 2 + [("Addison-Wesley", "Reading, MA")],
            "`Reading, MA.` 2 times, and `Reading, MA` once: one place in 2 forms",
        ),
        (
            [("ACM", "New York, NY")] * 3 + [("ACM", "Boston, MA")],
            "`Boston, MA` once, and `New York, NY` 3 times: one publisher at two places",
        ),
    ],
)
def test_one_place(check: Check, pairs: list[tuple[str, str]], message: str) -> None:
    messages = {finding.message for finding in check("inconsistent-address", books(*pairs))}
    assert messages == {message}


@pytest.mark.parametrize(
    ("one", "many", "is_fixed"),
    [("Brasília", "Brasilia", False), ('Z{\\"u}rich', "Zurich", False), ("Brasilia", "Brasília", True)],
)
def test_no_place_loses_its_accents(check: Check, one: str, many: str, is_fixed: bool) -> None:
    [finding] = check("inconsistent-address", books(("Fir", one), *[("Fir", many)] * 3))
    assert (finding.key, bool(finding.edits)) == ("k0", is_fixed)


def test_over_files(check: Check) -> None:
    one, other = books(("ACM", "New York, NY"), ("ACM", "New York, NY")), books(("ACM", "New York"))
    (finding,) = check("inconsistent-address", one, other)
    assert (finding.path, [related.path for related in finding.related]) == ("b.bib", ["a.bib"])


@pytest.mark.parametrize(
    "text",
    [
        # the cities of conferences
        books(*[("ACM", "New York, NY")] * 3, ("ACM", "Boston, MA"), type="inproceedings"),
        # two cities of one name
        books(("MIT Press", "Cambridge, MA"), ("Cambridge University Press", "Cambridge, UK")),
        books(("MIT Press", "Cambridge, MA"), ("Cambridge University Press", "Cambridge")),
        books(("Fir", "Portland, OR"), ("Fir", "Portland, ME"), ("Fir", "Portland")),
        # offices in several cities, and in another order on the title page
        books(*[("Routledge", "London")] * 4, ("Routledge", "New York")),
        books(("Routledge", "London / New York"), ("Routledge", "New York / London")),
        books(("Springer", "Berlin"), ("Springer", "Berlin, Heidelberg")),
        # nobody can tell whether the most frequent is the same place
        books(
            *[("Fir", "New York")] * 3,
            ("Ash", "New York, NY"),
            ("Elm", "New York, N.Y., U.S.A."),
            ("Ash", "New York, NY"),
        ),
        # no places at all
        books(*[("IN: Trees, Vol. 13", "IN")] * 9, ("In: Trees, Vol. 14", "In")),
        # the cities of conferences, which the standard styles print after the publisher
        books(("IEEE", "Pittsburgh, PA"), ("IEEE", "Boston, MA"), type="inproceedings"),
        # beside an address, which is what is printed
        books(("ACM", "New York}, location = {Edinburgh, UK"), ("ACM", "New York}, location = {Edinburgh, Scotland")),
        # nothing to compare
        books(("ACM", "New York")),
        books(("ACM", "")),
        books(("ACM", "1 Main Street, Springfield"), ("ACM", "Springfield")),
    ],
)
def test_several_places(check: Check, text: str) -> None:
    assert not check("inconsistent-address", text)


def test_no_quotation_mark_ends_a_value(check: Check) -> None:
    text = (
        books(("LINCOM", 'M\\"unchen'), ("LINCOM", 'M\\"unchen'))
        + '@book{k, publisher = "LINCOM", address = "MUNCHEN"}'
    )
    (finding,) = check("inconsistent-address", text)
    assert not finding.edits
    (finding,) = check("inconsistent-address", text.replace('\\"u', '{\\"u}'))
    assert [edit.text for edit in finding.edits] == ['M{\\"u}nchen']
