"""Full given names beside initials."""

from __future__ import annotations

import pytest

from bibcheck.names.faults.mixture import find_mixture, is_full, is_initialled
from bibcheck.names.parse import read_names


@pytest.mark.parametrize(
    ("text", "initialled", "full"),
    [
        ("Jane Ng", False, True),
        ("Jane B. Ng", False, True),
        ("{Jane} Ng", False, True),
        ("J. Ng", True, False),
        ("J. B. Ng", True, False),
        ("J. Brand Ng", False, False),
        ("Jan Ng", False, True),
        ("Jo Ng", False, False),  # of two letters, it may be an initial
        ("Jan. Ng", False, False),
        ("Ng", False, False),
        ("Ng J. K.", False, False),  # the family name is an initial
        ("J. K.", False, False),
        ("Jane K", False, False),
        ("Ng, J.", True, False),
        ("Ng K., Jane", False, False),
        ("Ng K, Jane", False, False),
        ("Ng Inc., Jane", False, False),
        ("Jane Smith Inc.", False, False),
    ],
)
def test_what_a_name_is(text: str, initialled: bool, full: bool) -> None:
    (name,) = read_names(text)
    assert (is_initialled(name), is_full(name)) == (initialled, full)


@pytest.mark.parametrize(
    ("text", "said", "numbers"),
    [
        ("Jane Smith and A. Ng", "Jane Smith", (1,)),
        ("Jane\n Smith and Ann Roe and A. Ng", "Jane Smith", (2,)),
        ("A. Ng and Jane Smith and Ann Roe", "Jane Smith", (0,)),
        ("A. Ng and B. Roe and Jane Smith", "Jane Smith", (0, 1)),
        ("A. B. Ng and C. D. Roe and Jane Smith", "Jane Smith", (0, 1)),
        ("A. B. Ng and C. Roe and Jane Smith and Ann Li", "Jane Smith", (0, 1)),
        # Few have initials, or one has two: they may sign so.
        ("A. Ng and Jane Smith", None, ()),
        ("Jane Smith and A. B. Ng", None, ()),
        ("Jane Smith and AB Ng", None, ()),
        ("Jane Smith and Ann Roe and Al Lee and A. Ng", "Jane Smith", (3,)),
        ("Jane Smith and Ann Roe and Bob Li and A. Ng", None, ()),
        ("A. B. Ng and C. D. Roe and Jane Smith and Ann Li", None, ()),
        ("Jane Smith", None, ()),
        ("A. Ng", None, ()),
        ("A. Ng and B. Roe", None, ()),
        ("A. Ng and Jo Roe", None, ()),
        ("", None, ()),
    ],
)
def test_a_list_of_both(text: str, said: str | None, numbers: tuple[int, ...]) -> None:
    names = read_names(text)
    fault = find_mixture(text, names, list(names))
    assert (fault and fault.said, fault.names if fault else (), fault.places if fault else 0) == (
        said,
        numbers,
        len(numbers),
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Jane Smith and A. van Ng", "van Ng"),
        ("A. Ng and B. van Roe and Jane Smith", "Ng"),
        ("Smith, Jane and Garcia Marquez, A.", "Garcia Marquez"),
    ],
)
def test_the_place_is_the_first_family_name_beside_initials(text: str, place: str) -> None:
    names = read_names(text)
    fault = find_mixture(text, names, list(names))
    assert fault and text[fault.start : fault.end] == place
